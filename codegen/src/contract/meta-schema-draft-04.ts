/**
 * What draft-04 allows its keywords to be, said in 2020-12, for a validator that knows no draft-04.
 *
 * @see https://json-schema.org/draft-04/draft-fge-json-schema-validation-00
 */

import type { JsonObject } from "../source/json.ts";

const schema: JsonObject = { $ref: "#" };
const schemaOrBoolean: JsonObject = { anyOf: [{ type: "boolean" }, schema] };
const schemaMap: JsonObject = { type: "object", additionalProperties: schema };
const schemaList: JsonObject = { type: "array", minItems: 1, items: schema };
const names: JsonObject = { type: "array", minItems: 1, uniqueItems: true, items: { type: "string" } };
const count: JsonObject = { type: "integer", minimum: 0 };
const number: JsonObject = { type: "number" };
const boolean: JsonObject = { type: "boolean" };
const text: JsonObject = { type: "string" };
const simpleType: JsonObject = {
  enum: ["array", "boolean", "integer", "null", "number", "object", "string"],
};

export const metaSchemaDraft04: JsonObject = {
  type: "object",
  properties: {
    ...each(["id", "$schema", "$ref", "title", "description", "pattern", "format"], text),
    ...each(["allOf", "anyOf", "oneOf"], schemaList),
    ...each(["properties", "patternProperties", "definitions"], schemaMap),
    ...each(["additionalProperties", "additionalItems"], schemaOrBoolean),
    ...each(["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"], count),
    ...each(["minimum", "maximum"], number),
    ...each(["exclusiveMinimum", "exclusiveMaximum", "uniqueItems"], boolean),
    not: schema,
    items: { anyOf: [schema, schemaList] },
    dependencies: { type: "object", additionalProperties: { anyOf: [schema, names] } },
    multipleOf: { type: "number", exclusiveMinimum: 0 },
    required: names,
    enum: { type: "array", minItems: 1 },
    type: { anyOf: [simpleType, { type: "array", minItems: 1, uniqueItems: true, items: simpleType }] },
  },
  dependentRequired: { exclusiveMinimum: ["minimum"], exclusiveMaximum: ["maximum"] },
};

function each(keywords: readonly string[], value: JsonObject): JsonObject {
  return Object.fromEntries(keywords.map((keyword) => [keyword, value]));
}
