import type { Json } from "../../../src/source/json.ts";

const text = { type: "string" };
const whole = { type: "integer" };
const object = (properties: Json, more: Readonly<Record<string, Json>> = {}): Json => ({
  type: "object",
  properties,
  ...more,
});
const closed = { additionalProperties: false };
const bird = object({ kind: { const: "bird" }, wings: whole }, { required: ["kind"] });
const fish = object({ kind: { const: "fish" }, fins: whole }, { required: ["kind"] });
const cat = object({ kind: { const: "cat" } }, { required: ["kind"] });

/** Changes of all kinds: what they are called, and two schemas, the narrower one first. */
export const narrowings: readonly (readonly [name: string, narrow: Json, wide: Json])[] = [
  ["a property that is required", object({ a: text }, { required: ["a"] }), object({ a: text })],
  ["a required property more", object({ a: text, b: text }, { required: ["b"] }), object({ a: text })],
  [
    "a required property with a default",
    object({ a: { ...text, default: "x" } }, { required: ["a"] }),
    object({}),
  ],
  ["a property more of an open object", object({ a: text, b: whole }), object({ a: text })],
  ["a property less of a closed object", object({ a: text }, closed), object({ a: text, b: text }, closed)],
  ["a type less", text, { type: ["string", "integer"] }],
  ["a type where there was none", text, {}],
  ["an integer, not any number", whole, { type: "number" }],
  ["an enum value less", { enum: ["a", "b"] }, { enum: ["a", "b", "c"] }],
  ["one enum value of very many less", manyValues(299), manyValues(300)],
  ["an enum where there was none", { ...text, enum: ["a"] }, text],
  ["an enum with null no longer", { enum: ["a"] }, { enum: ["a", null] }],
  ["a const where there was none", { const: 7 }, whole],
  ["no null", text, { type: ["string", "null"] }],
  ["no null in a oneOf", { oneOf: [text] }, { oneOf: [text, { type: "null" }] }],
  [
    "a second branch that takes null",
    { oneOf: [{ type: ["string", "null"] }, { type: "null" }] },
    { type: ["string", "null"] },
  ],
  ["a format", { ...text, format: "uuid" }, text],
  ["a format of numbers", { ...whole, format: "int32" }, { ...whole, format: "int64" }],
  ["a format that is a part of another", { ...text, format: "uri" }, text],
  ["a minimum", { ...whole, minimum: 5 }, whole],
  ["a greater minimum", { type: "number", minimum: 5 }, { type: "number", minimum: 4.5 }],
  ["an exclusive minimum", { type: "number", exclusiveMinimum: 5 }, { type: "number", minimum: 5 }],
  ["a maximum", { ...whole, maximum: -1000 }, whole],
  ["a smaller maximum", { ...whole, maximum: 99 }, { ...whole, maximum: 100 }],
  ["an exclusive maximum", { type: "number", exclusiveMaximum: 5 }, { type: "number", maximum: 5 }],
  ["a minLength", { ...text, minLength: 3 }, { ...text, minLength: 2 }],
  ["a maxLength", { ...text, maxLength: 40 }, { ...text, maxLength: 41 }],
  [
    "a maxLength with a pattern",
    { ...text, pattern: "^[a-z]+-\\d$", maxLength: 9 },
    { ...text, pattern: "^[a-z]+-\\d$", maxLength: 12 },
  ],
  ["a pattern", { ...text, pattern: "^[a-z]{2}$" }, text],
  ["a pattern of fewer characters", { ...text, pattern: "^[a-z]+$" }, { ...text, pattern: "^[a-z0-9]+$" }],
  [
    "a pattern without a choice",
    { ...text, pattern: "^(cat|dog)$" },
    { ...text, pattern: "^(cat|dog|horse)$" },
  ],
  ["minItems", { type: "array", items: text, minItems: 3 }, { type: "array", items: text, minItems: 2 }],
  ["maxItems", { type: "array", items: text, maxItems: 2 }, { type: "array", items: text }],
  [
    "uniqueItems",
    { type: "array", items: whole, uniqueItems: true, minItems: 3 },
    { type: "array", items: whole, minItems: 3 },
  ],
  ["multipleOf", { ...whole, multipleOf: 10 }, { ...whole, multipleOf: 5 }],
  ["multipleOf of decimals", { type: "number", multipleOf: 0.1 }, { type: "number", multipleOf: 0.01 }],
  ["minProperties", { type: "object", minProperties: 2 }, { type: "object", minProperties: 1 }],
  ["maxProperties", object({ a: text }, { maxProperties: 3 }), object({ a: text }, { maxProperties: 4 })],
  ["no further properties", object({ a: text }, closed), object({ a: text })],
  [
    "further properties of a type",
    object({}, { additionalProperties: whole }),
    object({}, { additionalProperties: true }),
  ],
  [
    "further properties of fewer types",
    object({}, { additionalProperties: { ...text, minLength: 1 } }),
    object({}, { additionalProperties: text }),
  ],
  ["a branch of oneOf less", { oneOf: [bird, fish] }, { oneOf: [bird, fish, cat] }],
  ["a branch of anyOf less", { anyOf: [text] }, { anyOf: [text, whole] }],
  [
    "branches that overlap",
    { oneOf: [text, { type: "string", minLength: 2 }] },
    { anyOf: [text, { type: "string", minLength: 2 }] },
  ],
  ["a single branch of a union that there was", bird, { oneOf: [bird, fish] }],
  [
    "a part of allOf more",
    { allOf: [object({ a: text }), { required: ["a"] }] },
    { allOf: [object({ a: text })] },
  ],
  ["more in not", { ...text, not: { enum: ["a", "b"] } }, { ...text, not: { enum: ["a"] } }],
  [
    "more in not, of an object",
    { not: object({ a: {} }, { required: ["a"] }) },
    { not: object({ a: {}, b: {} }, { required: ["a", "b"] }) },
  ],
  ["items", { type: "array", items: text }, { type: "array" }],
  [
    "items of items",
    { type: "array", items: { type: "array", items: { ...whole, minimum: 1 } } },
    { type: "array", items: { type: "array", items: whole } },
  ],
  [
    "a place of a tuple",
    { type: "array", prefixItems: [text, whole] },
    { type: "array", prefixItems: [text] },
  ],
  [
    "no items after those of a tuple",
    { type: "array", prefixItems: [text], items: false },
    { type: "array", prefixItems: [text] },
  ],
  ["contains", { type: "array", contains: { const: 1 } }, { type: "array" }],
  [
    "minContains",
    { type: "array", contains: { const: 1 }, minContains: 2 },
    { type: "array", contains: { const: 1 } },
  ],
  [
    "maxContains",
    { type: "array", contains: { const: 1 }, maxContains: 2 },
    { type: "array", contains: { const: 1 } },
  ],
  ["then", { type: "object", if: { required: ["a"] }, then: { required: ["b"] } }, { type: "object" }],
  ["else", { if: { type: "string" }, else: { type: "null" } }, {}],
  [
    "a wider if",
    { if: { minimum: 5 }, then: { multipleOf: 2 } },
    { if: { minimum: 10 }, then: { multipleOf: 2 } },
  ],
  ["dependentRequired", { type: "object", dependentRequired: { a: ["b"] } }, { type: "object" }],
  ["dependentSchemas", { type: "object", dependentSchemas: { a: { required: ["b"] } } }, { type: "object" }],
  ["patternProperties", { type: "object", patternProperties: { "^x-": text } }, { type: "object" }],
  [
    "patternProperties of fewer types",
    { type: "object", patternProperties: { "^x-[a-z]": text } },
    { type: "object", patternProperties: { "^x-[a-z]": { type: ["string", "null"] } } },
  ],
  ["propertyNames", { type: "object", propertyNames: { maxLength: 3 } }, { type: "object" }],
  [
    "propertyNames by a pattern",
    { type: "object", propertyNames: { pattern: "^[A-Z]$" } },
    { type: "object", propertyNames: { pattern: "^[A-Z]+$" } },
  ],
  [
    "unevaluatedProperties",
    { allOf: [object({ a: text })], unevaluatedProperties: false },
    { allOf: [object({ a: text })] },
  ],
  ["unevaluatedItems", { prefixItems: [text], unevaluatedItems: false }, { prefixItems: [text] }],
  ["something where there was nothing to forbid", false, text],
];

function manyValues(count: number): Json {
  return { enum: Array.from({ length: count }, (_, index) => `value ${index}`) };
}
