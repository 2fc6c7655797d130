// oxlint-disable unicorn/no-thenable -- `then` is a keyword of JSON Schema
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { api, json } from "../contract-parts.ts";
import { api30, withSchemas } from "../raised-openapi.ts";
import { dialectUris, raisedSource } from "../raised-source.ts";

/** A component schema of OpenAPI 3.0 in 3.1, and what was said of it, by its own pointers. */
function raised(schema: Json): { readonly schema: Json; readonly faults: readonly string[] } {
  const { documents, faults } = raisedSource({ "api.json": withSchemas({ A: schema }) });
  const { components } = documents["api.json"] as { components: { schemas: { A: Json } } };
  return {
    schema: components.schemas.A,
    faults: faults.map((fault) => fault.replace(" api.json /components/schemas/A", "")),
  };
}

interface RaiseCase {
  readonly given: Json;
  readonly want: Json;
  readonly faults?: readonly string[];
}

const nullable: readonly RaiseCase[] = [
  { given: { type: "string", nullable: true }, want: { type: ["string", "null"] } },
  { given: { type: "string", nullable: false }, want: { type: "string" } },
  { given: { nullable: false, $ref: "#/b" }, want: { $ref: "#/b" } },
  {
    given: { type: "object", properties: { a: { type: "integer", nullable: true } } },
    want: { type: "object", properties: { a: { type: ["integer", "null"] } } },
  },
  {
    given: { properties: { nullable: { type: "string" } } },
    want: { properties: { nullable: { type: "string" } } },
  },
  { given: { default: { nullable: true } }, want: { default: { nullable: true } } },
  // Null has to be a value of `enum` too.
  {
    given: { type: "string", nullable: true, enum: ["a", null] },
    want: { type: ["string", "null"], enum: ["a", null] },
  },
  {
    given: { type: "string", nullable: true, enum: ["a"] },
    want: { type: "string", enum: ["a"] },
    faults: ["warning keyword-ignored/nullable"],
  },
  // Other schemas may accept it or not; here it is a type.
  {
    given: { type: "object", nullable: true, allOf: [{ $ref: "#/b" }] },
    want: { type: ["object", "null"], allOf: [{ $ref: "#/b" }] },
  },
  ...["allOf", "anyOf", "oneOf"].map((keyword) => ({
    given: { [keyword]: [{ $ref: "#/b" }], nullable: true },
    want: { [keyword]: [{ $ref: "#/b" }] },
    faults: ["warning keyword-ignored/nullable"],
  })),
  {
    given: { properties: {}, nullable: true },
    want: { properties: {} },
    faults: ["warning keyword-ignored/nullable"],
  },
  {
    given: { type: "string", nullable: "true" },
    want: { type: "string" },
    faults: ["warning keyword-ignored/nullable"],
  },
  // Accepted anyway.
  { given: { nullable: true, description: "A." }, want: { description: "A." } },
  { given: { nullable: true, enum: [1, null] }, want: { enum: [1, null] } },
];

const bounds: readonly RaiseCase[] = [
  { given: { minimum: 1, exclusiveMinimum: true }, want: { exclusiveMinimum: 1 } },
  { given: { maximum: 1, exclusiveMaximum: true, minimum: 0 }, want: { exclusiveMaximum: 1, minimum: 0 } },
  { given: { minimum: 1, exclusiveMinimum: false }, want: { minimum: 1 } },
  { given: { exclusiveMaximum: false }, want: {} },
  { given: { exclusiveMinimum: true }, want: {}, faults: ["warning keyword-ignored/exclusiveMinimum"] },
];

const annotations: readonly RaiseCase[] = [
  { given: { example: { example: 1 } }, want: { examples: [{ example: 1 }] } },
  { given: { example: null }, want: { examples: [null] } },
  { given: { example: 3, examples: [1, 2] }, want: { examples: [1, 2, 3] } },
  { given: { examples: [1] }, want: { examples: [1] } },
  {
    given: { examples: { a: { value: 1 } }, example: 2 },
    want: { examples: [2] },
    faults: ["warning keyword-unknown/examples"],
  },
  { given: { properties: { example: {} } }, want: { properties: { example: {} } } },
  ...[
    { discriminator: { propertyName: "kind", mapping: { a: "#/components/schemas/A" } }, oneOf: [{}] },
    { xml: { name: "a", attribute: true }, externalDocs: { url: "https://shop.example" } },
    { readOnly: true, deprecated: true, title: "A", default: 1, "x-a": { nullable: true } },
    { writeOnly: true, format: "binary", type: "string" },
    { format: "byte", type: "string", definitions: { a: { format: "int32" } } },
  ].map((kept) => ({ given: kept, want: kept })),
];

const references: readonly RaiseCase[] = [
  {
    given: { $ref: "#/b", description: "A.", title: "B", deprecated: true, default: 1, "x-a": 1 },
    want: { $ref: "#/b", description: "A.", title: "B", deprecated: true, default: 1, "x-a": 1 },
  },
  {
    given: { $ref: "#/b", nullable: true, description: "A." },
    want: { $ref: "#/b", description: "A." },
    faults: ["warning keyword-ignored/nullable"],
  },
  ...Object.entries({
    ...{ type: "string", enum: [1], minLength: 1, format: "date", allOf: [{}], properties: {} },
    ...{ readOnly: true, writeOnly: false, discriminator: { propertyName: "a" } },
  }).map(([keyword, value]) => ({
    given: { $ref: "#/b", [keyword]: value },
    want: { $ref: "#/b" },
    faults: [`warning keyword-ignored/${keyword}`],
  })),
  // A property of this name is no reference.
  { given: { properties: { $ref: {} }, type: "object" }, want: { properties: { $ref: {} }, type: "object" } },
];

/** Keywords of JSON Schema that OpenAPI 3.0 leaves out, and those that are younger. */
const foreign: JsonObject = {
  ...{ $schema: dialectUris["draft-07"], patternProperties: { a: false }, dependencies: { a: ["b"] } },
  ...{ additionalItems: false, const: 1, contains: false, propertyNames: false, $id: "b", $anchor: "b" },
  ...{ if: {}, then: false, else: false, dependentRequired: { a: ["b"] }, dependentSchemas: { a: false } },
  ...{ unevaluatedProperties: false, unevaluatedItems: false, minContains: 2, maxContains: 2 },
  ...{ prefixItems: [false], contentSchema: {}, $dynamicRef: "#a", $dynamicAnchor: "a" },
};

/** What only a later version has, and can mean one thing only. */
const laterForms: readonly RaiseCase[] = [
  {
    given: { type: ["string", "null"] },
    want: { type: ["string", "null"] },
    faults: ["warning schema-shape/type"],
  },
  {
    given: { type: ["string", "integer"], nullable: true },
    want: { type: ["string", "integer", "null"] },
    faults: ["warning schema-shape/type"],
  },
  {
    given: { type: ["null"], nullable: true },
    want: { type: ["null"] },
    faults: ["warning schema-shape/type"],
  },
  { given: { type: "null", nullable: true }, want: { type: "null" }, faults: ["warning schema-shape/type"] },
  {
    given: { minimum: 1, exclusiveMinimum: 2 },
    want: { minimum: 1, exclusiveMinimum: 2 },
    faults: ["warning schema-shape/exclusiveMinimum"],
  },
  {
    given: { items: [{ type: "string", nullable: true }] },
    want: { prefixItems: [{ type: ["string", "null"] }] },
    faults: ["warning schema-shape/items"],
  },
];

describe("a schema of OpenAPI 3.0, in 3.1,", () => {
  it.each(nullable)("accepts null where it did: $given", ({ given, want, faults = [] }) => {
    expect(raised(given)).toEqual({ schema: want, faults });
  });

  it.each(bounds)("has the same limits: $given", ({ given, want, faults = [] }) => {
    expect(raised(given)).toEqual({ schema: want, faults });
  });

  it.each(annotations)("says the same of itself: $given", ({ given, want, faults = [] }) => {
    expect(raised(given)).toEqual({ schema: want, faults });
  });

  it.each(references)("means nothing by what stands beside `$ref`, but describes: $given", (row) => {
    expect(raised(row.given)).toEqual({ schema: row.want, faults: row.faults ?? [] });
  });

  it.each(Object.keys(foreign))("has no keyword that 3.0 does not have: %s", (keyword) => {
    const given = { not: { [keyword]: foreign[keyword] ?? null, title: "A" } };
    expect(raised(given)).toEqual({
      schema: { not: { title: "A" } },
      faults: [`warning keyword-unknown/not/${keyword}`],
    });
  });

  it.each(laterForms)("is read as 3.1 reads it where 3.0 has nothing: $given", (row) => {
    expect(raised(row.given)).toEqual({ schema: row.want, faults: row.faults });
  });

  it("is one wherever it stands in the document", () => {
    const given = { type: "string", nullable: true };
    const want = { type: ["string", "null"] };
    const parts = (schema: Json): JsonObject => ({
      paths: {
        "/orders": {
          post: {
            parameters: [{ name: "a", in: "query", allowEmptyValue: true, schema }],
            requestBody: json({ type: "object", additionalProperties: schema }),
            responses: { "200": { description: "OK", headers: { b: { schema } }, ...json(schema) } },
            callbacks: { c: { "{$url}": { post: { requestBody: json({ items: schema }) } } } },
          },
        },
      },
    });
    expect(raisedSource({ "api.json": api30(parts(given)) })).toEqual({
      documents: { "api.json": api(parts(want)) },
      faults: [],
    });
  });

  it.each([true, false])("may be a boolean, as 3.0 has it in `additionalProperties`: %s", (schema) => {
    expect(raised({ additionalProperties: schema })).toEqual({
      schema: { additionalProperties: schema },
      faults: [],
    });
  });

  // Prevents: a name that is special to JavaScript getting lost, or setting a prototype.
  it("keeps names that JavaScript has plans for", () => {
    const given =
      '{"properties":{"__proto__":{"type":"string","nullable":true},"constructor":{"example":1}}}';
    expect(JSON.stringify(raised(JSON.parse(given) as Json).schema)).toBe(
      '{"properties":{"__proto__":{"type":["string","null"]},"constructor":{"examples":[1]}}}',
    );
  });
});
