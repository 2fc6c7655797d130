import { describe, expect, it } from "vitest";
import { checkSchemas } from "../../src/contract/check-schemas.ts";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { assembledOf } from "../contract-of.ts";
import { api, apiWithOperation, json } from "../contract-parts.ts";
import { faultPlaces } from "../source-faults.ts";
import type { SourceTexts } from "../source-of.ts";

function faultsOf(source: SourceTexts): readonly string[] {
  return faultPlaces(checkSchemas(assembledOf(source)));
}

function schemaFaults(schema: JsonObject): readonly string[] {
  return faultsOf({ "a.json": { title: "A", ...schema } });
}

describe("a schema in which nothing is wrong", () => {
  it.each<JsonObject>([
    { $schema: "https://json-schema.org/draft/2020-12/schema" },
    { $schema: "https://json-schema.org/draft/2020-12/schema#" },
    { $schema: "https://spec.openapis.org/oas/3.1/dialect/base" },
    { type: ["object", "null"], properties: { a: true, b: { type: "string", format: "date-time" } } },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    { if: {}, then: {}, else: {}, dependentSchemas: { a: {} }, dependentRequired: { a: ["b"] } },
    {
      prefixItems: [{}],
      items: false,
      contains: {},
      minContains: 1,
      maxContains: 2,
      unevaluatedItems: false,
    },
    { $defs: { a: {} }, definitions: { b: {} }, $anchor: "here", $comment: "Text." },
    { $dynamicAnchor: "here", not: { $dynamicRef: "#here" } },
    { discriminator: { propertyName: "a" }, xml: {}, externalDocs: {}, example: {}, examples: [] },
    { "x-other": { anything: [] }, default: { nullable: 1 }, const: { $schema: "draft" }, enum: [{ id: 1 }] },
    { pattern: "^\\p{L}+$", patternProperties: { "^x-": {} } },
    { properties: { nullable: {}, format: {}, pattern: {} } },
  ])("is %j", (schema) => {
    expect(schemaFaults(schema)).toEqual([]);
  });
});

describe("schema-shape", () => {
  it.each<{ schema: JsonObject; want: string }>([
    { schema: { type: "strin" }, want: "/type" },
    { schema: { type: ["string", "string"] }, want: "/type" },
    { schema: { required: "a" }, want: "/required" },
    { schema: { required: ["a", "a"] }, want: "/required" },
    { schema: { properties: [] }, want: "/properties" },
    { schema: { properties: { a: null } }, want: "/properties/a" },
    { schema: { properties: { "a/b~c": { items: [] } } }, want: "/properties/a~1b~0c/items" },
    { schema: { allOf: [] }, want: "/allOf" },
    { schema: { anyOf: [{}, "A"] }, want: "/anyOf/1" },
    { schema: { items: [{}] }, want: "/items" },
    { schema: { minimum: "1" }, want: "/minimum" },
    { schema: { exclusiveMinimum: true }, want: "/exclusiveMinimum" },
    { schema: { maxLength: -1 }, want: "/maxLength" },
    { schema: { multipleOf: 0 }, want: "/multipleOf" },
    { schema: { $ref: 1 }, want: "/$ref" },
    { schema: { $anchor: "no anchor" }, want: "/$anchor" },
    { schema: { deprecated: "yes" }, want: "/deprecated" },
    { schema: { enum: "a" }, want: "/enum" },
  ])("is said of $schema", ({ schema, want }) => {
    expect(schemaFaults(schema)).toEqual([`error schema-shape a.json ${want}`]);
  });

  it("is said of every wrong value, once for each", () => {
    const schema = { type: 1, required: {}, properties: { a: { type: "number", minimum: null } } };
    expect(schemaFaults(schema).toSorted()).toEqual([
      "error schema-shape a.json /properties/a/minimum",
      "error schema-shape a.json /required",
      "error schema-shape a.json /type",
    ]);
  });

  it("says what was expected", () => {
    const [diagnostic] = checkSchemas(assembledOf({ "a.json": { title: "A", properties: [] } }));
    expect(diagnostic?.message).toBe("This must be object.");
  });
});

describe("keywords, formats and dialects", () => {
  it.each<{ schema: JsonObject; want: string }>([
    { schema: { nullable: true }, want: "warning keyword-unknown a.json /nullable" },
    { schema: { id: "a" }, want: "warning keyword-unknown a.json /id" },
    { schema: { items: { Type: "string" } }, want: "warning keyword-unknown a.json /items/Type" },
    { schema: { constructor: {} }, want: "warning keyword-unknown a.json /constructor" },
    // Of 2019-09 alone.
    { schema: { not: { $recursiveRef: "#" } }, want: "warning keyword-unknown a.json /not/$recursiveRef" },
    { schema: { additionalItems: false }, want: "warning keyword-unknown a.json /additionalItems" },
    { schema: { format: "color" }, want: "warning format-unknown a.json /format" },
    { schema: { format: "constructor" }, want: "warning format-unknown a.json /format" },
    {
      schema: { $schema: "http://json-schema.org/draft-03/schema#" },
      want: "error dialect-unknown a.json /$schema",
    },
    {
      schema: { items: { $schema: "https://shop.example/dialect" } },
      want: "error dialect-unknown a.json /items/$schema",
    },
  ])("are faulty in $schema", ({ schema, want }) => {
    expect(schemaFaults(schema)).toEqual([want]);
  });

  it("are checked wherever a schema stands", () => {
    const odd: Json = { format: "color" };
    const source = apiWithOperation({
      parameters: [{ name: "a", in: "query", schema: odd }],
      requestBody: json(odd),
      responses: { 200: { ...json(odd), headers: { "X-A": { schema: odd } } } },
    });
    expect(faultsOf({ "a.json": source })).toEqual([
      "warning format-unknown a.json /paths/~1orders/get/parameters/0/schema/format",
      "warning format-unknown a.json /paths/~1orders/get/requestBody/content/application~1json/schema/format",
      "warning format-unknown a.json /paths/~1orders/get/responses/200/content/application~1json/schema/format",
      "warning format-unknown a.json /paths/~1orders/get/responses/200/headers/X-A/schema/format",
    ]);
  });

  it("are checked in the dialect of the document as well", () => {
    const dialect = "http://json-schema.org/draft-03/schema#";
    expect(faultsOf({ "a.json": api({ jsonSchemaDialect: dialect }) })).toEqual([
      "error dialect-unknown a.json /jsonSchemaDialect",
    ]);
  });
});
