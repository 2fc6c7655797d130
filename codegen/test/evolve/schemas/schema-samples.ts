import type { Json } from "../../../src/source/json.ts";

/** Two schemas, and what there is to say of the change from one to the other: `kind types/wire/validators`. */
export interface SchemaSample {
  readonly title: string;
  readonly old: Json;
  readonly new: Json;
  readonly request: readonly string[];
  readonly response: readonly string[];
}

/** The same kind in both positions. */
function sample(
  title: string,
  old: Json,
  next: Json,
  kind: string,
  request: string,
  response: string,
): SchemaSample {
  return { title, old, new: next, request: [`${kind} ${request}`], response: [`${kind} ${response}`] };
}

function nothing(title: string, old: Json, next: Json): SchemaSample {
  return { title, old, new: next, request: [], response: [] };
}

const text = { type: "string" };
const whole = { type: "integer" };
const object = (properties: Json, more: Readonly<Record<string, Json>> = {}): Json => ({
  type: "object",
  properties,
  ...more,
});
const tagged = (tag: string, property: string): Json =>
  object({ kind: { const: tag }, [property]: text }, { required: ["kind"] });

/** Types, null and listed values. */
const values: readonly SchemaSample[] = [
  sample("another type", text, whole, "type-changed", "M/M/M", "M/M/M"),
  sample("a type more", text, { type: ["string", "boolean"] }, "type-widened", "m/m/m", "M/M/M"),
  sample("a type less", { type: ["string", "boolean"] }, text, "type-narrowed", "M/M/M", "m/m/m"),
  sample("any type", text, {}, "type-widened", "m/m/m", "M/M/M"),
  sample("no value any more", text, false, "type-narrowed", "M/M/M", "m/m/m"),
  nothing("true and an empty schema", true, {}),
  nothing("types in another order", { type: ["string", "boolean"] }, { type: ["boolean", "string"] }),
  nothing("types as a union", { type: ["string", "integer"] }, { anyOf: [text, whole] }),
  nothing("types as an exclusive union", { type: ["string", "integer"] }, { oneOf: [whole, text] }),
  sample("an integer that is a number", whole, { type: "number" }, "integer-became-number", "-/m/m", "-/M/M"),
  sample("a number that is an integer", { type: "number" }, whole, "number-became-integer", "-/M/M", "-/m/m"),
  sample("null as well", text, { type: ["string", "null"] }, "nullable-added", "m/m/m", "M/M/M"),
  sample("null no more", { type: ["string", "null"] }, text, "nullable-removed", "M/M/M", "m/m/m"),
  nothing("null by a union", { type: ["string", "null"] }, { anyOf: [text, { type: "null" }] }),
  nothing("null by its constant", { type: ["string", "null"] }, { oneOf: [{ const: null }, text] }),
  sample(
    "two nulls refuse null",
    { oneOf: [text, { type: "null" }] },
    { oneOf: [text, { type: "null" }, { const: null }] },
    "union-added",
    "M/M/M",
    "m/m/m",
  ),
  sample("a value more", { enum: ["a"] }, { enum: ["a", "b"] }, "enum-value-added", "m/m/m", "M/M/M"),
  sample("a value less", { enum: ["a", "b"] }, { enum: ["a"] }, "enum-value-removed", "M/M/M", "m/m/m"),
  nothing("values in another order", { enum: ["a", "b"] }, { enum: ["b", "a"] }),
  nothing("values with their type", { enum: ["a", "b"] }, { type: "string", enum: ["a", "b", 1] }),
  sample("values at last", text, { type: "string", enum: ["a"] }, "enum-added", "M/M/M", "m/m/m"),
  sample("values no more", { type: "string", enum: ["a"] }, text, "enum-removed", "m/m/m", "M/M/M"),
  sample("a constant", text, { type: "string", const: "a" }, "const-added", "M/M/M", "m/m/m"),
  sample("no constant", { type: "string", const: "a" }, text, "const-removed", "m/m/m", "M/M/M"),
  sample("another constant", { const: "a" }, { const: "b" }, "const-changed", "M/M/M", "M/M/M"),
  nothing("a constant as an enum", { const: { a: 1, b: 2 } }, { enum: [{ b: 2, a: 1 }] }),
];

/** A bound in every direction. */
function bounds(keyword: string, type: string, isLower: boolean): readonly SchemaSample[] {
  const name = keyword.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const schema = (limit?: number): Json => (limit === undefined ? { type } : { type, [keyword]: limit });
  const tighter = isLower ? "increased" : "decreased";
  const looser = isLower ? "decreased" : "increased";
  const [low, high] = isLower ? [2, 5] : [5, 2];
  return [
    sample(`${keyword} added`, schema(), schema(low), `${name}-added`, "-/M/M", "-/m/M"),
    sample(`${keyword} removed`, schema(low), schema(), `${name}-removed`, "-/m/m", "-/M/M"),
    sample(`${keyword} tightened`, schema(low), schema(high), `${name}-${tighter}`, "-/M/M", "-/m/M"),
    sample(`${keyword} relaxed`, schema(high), schema(low), `${name}-${looser}`, "-/m/m", "-/M/M"),
  ];
}

const constraints: readonly SchemaSample[] = [
  ...bounds("minimum", "number", true),
  ...bounds("maximum", "number", false),
  ...bounds("minLength", "string", true),
  ...bounds("maxLength", "string", false),
  ...bounds("minItems", "array", true),
  ...bounds("maxItems", "array", false),
  ...bounds("minProperties", "object", true),
  ...bounds("maxProperties", "object", false),
  nothing("bounds that bound nothing", { type: "array" }, { type: "array", minItems: 0, uniqueItems: false }),
  nothing("bounds of another type", { type: "array" }, { type: "array", maxLength: 3 }),
  sample(
    "a minimum that excludes itself",
    { type: "number", minimum: 1 },
    { type: "number", exclusiveMinimum: 1 },
    "minimum-increased",
    "-/M/M",
    "-/m/M",
  ),
  nothing(
    "the tighter of two bounds counts",
    { type: "number", minimum: 1, exclusiveMinimum: 2 },
    { type: "number", minimum: 2, exclusiveMinimum: 2 },
  ),
  sample("a pattern", text, { ...text, pattern: "^a" }, "pattern-added", "-/M/M", "-/m/M"),
  sample("no pattern", { ...text, pattern: "^a" }, text, "pattern-removed", "-/m/m", "-/M/M"),
  sample(
    "another pattern",
    { ...text, pattern: "^a" },
    { ...text, pattern: "^b" },
    "pattern-changed",
    "-/M/M",
    "-/M/M",
  ),
  sample("a format", text, { ...text, format: "uuid" }, "format-added", "-/M/M", "-/m/M"),
  sample("no format", { ...text, format: "uuid" }, text, "format-removed", "-/m/m", "-/M/M"),
  sample(
    "a date with its time",
    { ...text, format: "date" },
    { ...text, format: "date-time" },
    "format-changed",
    "-/M/M",
    "-/M/M",
  ),
  sample(
    "more bits",
    { ...whole, format: "int32" },
    { ...whole, format: "int64" },
    "format-widened",
    "-/m/m",
    "-/M/M",
  ),
  sample(
    "fewer bits",
    { ...whole, format: "int64" },
    { ...whole, format: "int32" },
    "format-narrowed",
    "-/M/M",
    "-/m/M",
  ),
  sample("multiples", whole, { ...whole, multipleOf: 2 }, "multiple-of-added", "-/M/M", "-/m/M"),
  sample(
    "multiples of a multiple",
    { ...whole, multipleOf: 2 },
    { ...whole, multipleOf: 4 },
    "multiple-of-tightened",
    "-/M/M",
    "-/m/M",
  ),
  sample(
    "multiples of something else",
    { ...whole, multipleOf: 2 },
    { ...whole, multipleOf: 3 },
    "multiple-of-changed",
    "-/M/M",
    "-/M/M",
  ),
  sample(
    "unique items",
    { type: "array" },
    { type: "array", uniqueItems: true },
    "unique-items-added",
    "-/M/M",
    "-/m/M",
  ),
];

const objects: readonly SchemaSample[] = [
  sample("an optional property", object({}), object({ a: text }), "property-added", "m/m/m", "m/m/m"),
  sample("no property", object({ a: text }), object({}), "property-removed", "M/m/M", "M/M/M"),
  sample(
    "a required property",
    object({}),
    object({ a: text }, { required: ["a"] }),
    "required-property-added",
    "M/M/M",
    "m/m/m",
  ),
  sample(
    "a required property, with a default",
    object({}),
    object({ a: { ...text, default: "x" } }, { required: ["a"] }),
    "required-property-added",
    "M/M/M",
    "m/m/m",
  ),
  sample(
    "no required property",
    object({ a: text }, { required: ["a"] }),
    object({}),
    "required-property-removed",
    "M/m/M",
    "M/M/M",
  ),
  {
    title: "no property where others are refused",
    old: object({ a: text, b: text }, { additionalProperties: false }),
    new: object({ b: text }, { additionalProperties: false }),
    request: ["property-removed M/M/M"],
    response: ["property-removed M/M/M"],
  },
  sample(
    "required at last",
    object({ a: text }),
    object({ a: text }, { required: ["a"] }),
    "property-became-required",
    "M/M/M",
    "m/m/m",
  ),
  sample(
    "required no more",
    object({ a: text }, { required: ["a"] }),
    object({ a: text }),
    "property-became-optional",
    "m/m/m",
    "M/M/M",
  ),
  sample(
    "a property of another type",
    object({ a: text }),
    object({ a: whole }),
    "type-changed",
    "M/M/M",
    "M/M/M",
  ),
  {
    title: "a property that only the server writes",
    old: object({ a: text }),
    new: object({ a: { ...text, readOnly: true } }),
    request: ["read-only-added -/m/m"],
    response: [],
  },
  {
    title: "a property that clients never get",
    old: object({ a: text }),
    new: object({ a: { ...text, writeOnly: true } }),
    request: [],
    response: ["write-only-added -/M/M"],
  },
  {
    title: "a property of answers that is required of requests from now on",
    old: object({ a: { ...text, readOnly: true } }, { required: ["a"] }),
    new: object({ a: text }, { required: ["a"] }),
    request: ["required-read-only-removed -/M/M"],
    response: [],
  },
  // Strict validators refused what is not declared before, and tolerant ones keep it.
  sample(
    "no other properties",
    object({}),
    object({}, { additionalProperties: false }),
    "additional-properties-closed",
    "-/M/-",
    "-/m/-",
  ),
  {
    title: "other properties no more, by any name",
    old: object({}, { additionalProperties: true }),
    new: object({}, { additionalProperties: false }),
    request: ["additional-properties-closed -/M/M", "index-signature-removed M/-/-"],
    response: ["additional-properties-closed -/m/-", "index-signature-removed M/-/-"],
  },
  sample(
    "a map that says so",
    object({}),
    object({}, { additionalProperties: true }),
    "index-signature-added",
    "m/-/-",
    "m/-/-",
  ),
  sample(
    "a map of something else",
    object({}, { additionalProperties: text }),
    object({}, { additionalProperties: whole }),
    "type-changed",
    "M/M/M",
    "M/M/M",
  ),
  sample(
    "a schema for names like",
    object({}, { patternProperties: { "^b": text } }),
    object({}, { patternProperties: { "^a": text, "^b": text } }),
    "pattern-property-added",
    "M/M/M",
    "m/m/m",
  ),
  sample(
    "a schema for names",
    { type: "object" },
    { type: "object", propertyNames: { maxLength: 3 } },
    "property-names-added",
    "-/M/M",
    "-/m/m",
  ),
  sample(
    "a property with another one",
    { type: "object" },
    { type: "object", dependentRequired: { a: ["b"] } },
    "dependent-required-added",
    "-/M/M",
    "-/m/m",
  ),
  sample(
    "a schema with a property",
    { type: "object", dependentSchemas: { a: { minProperties: 2 } } },
    { type: "object" },
    "dependent-schema-removed",
    "-/m/m",
    "-/M/M",
  ),
];

const arrays: readonly SchemaSample[] = [
  sample(
    "items of another type",
    { type: "array", items: text },
    { type: "array", items: whole },
    "type-changed",
    "M/M/M",
    "M/M/M",
  ),
  sample(
    "items of one type",
    { type: "array" },
    { type: "array", items: text },
    "type-narrowed",
    "M/M/M",
    "m/m/m",
  ),
  nothing("items of any kind", { type: "array" }, { type: "array", items: true }),
  sample(
    "a place more",
    { type: "array", prefixItems: [text], items: text },
    { type: "array", prefixItems: [text, text], items: text },
    "tuple-length-changed",
    "M/-/-",
    "M/-/-",
  ),
  sample(
    "no further items",
    { type: "array", prefixItems: [text] },
    { type: "array", prefixItems: [text], items: false },
    "further-items-closed",
    "M/M/M",
    "m/m/m",
  ),
  sample(
    "something to contain",
    { type: "array" },
    { type: "array", contains: text },
    "contains-added",
    "-/M/M",
    "-/m/m",
  ),
  sample(
    "more of it to contain",
    { type: "array", contains: text },
    { type: "array", contains: text, minContains: 2 },
    "min-contains-added",
    "-/M/M",
    "-/m/m",
  ),
];

const compositions: readonly SchemaSample[] = [
  sample(
    "a branch more",
    { anyOf: [tagged("a", "x"), tagged("b", "y")] },
    { anyOf: [tagged("a", "x"), tagged("b", "y"), tagged("c", "z")] },
    "union-branch-added",
    "m/m/m",
    "M/M/M",
  ),
  sample(
    "a branch less",
    { oneOf: [tagged("a", "x"), tagged("b", "y"), tagged("c", "z")] },
    { oneOf: [tagged("a", "x"), tagged("c", "z")] },
    "union-branch-removed",
    "M/M/M",
    "m/m/m",
  ),
  sample(
    "a branch that overlaps another one",
    { oneOf: [object({ a: text }, { required: ["a"] }), object({ b: text }, { required: ["b"] })] },
    {
      oneOf: [
        object({ a: text }, { required: ["a"] }),
        object({ b: text }, { required: ["b"] }),
        object({ c: text }, { required: ["c"] }),
      ],
    },
    "union-branch-added",
    "m/M/M",
    "M/M/M",
  ),
  sample(
    "one of several from now on",
    tagged("a", "x"),
    { oneOf: [tagged("a", "x"), tagged("b", "y")] },
    "union-branch-added",
    "m/m/m",
    "M/M/M",
  ),
  nothing("a union of one", text, { oneOf: [text] }),
  nothing(
    "branches in another order",
    { anyOf: [tagged("a", "x"), tagged("b", "y")] },
    { anyOf: [tagged("b", "y"), tagged("a", "x")] },
  ),
  sample(
    "a change in a branch",
    { anyOf: [tagged("a", "x"), tagged("b", "y")] },
    { anyOf: [tagged("a", "x"), object({ kind: { const: "b" }, y: whole }, { required: ["kind"] })] },
    "type-changed",
    "M/M/M",
    "M/M/M",
  ),
  nothing(
    "parts merged",
    { allOf: [object({ a: text }), object({ b: text })] },
    object({ a: text, b: text }),
  ),
  sample(
    "a part more",
    object({ a: text }),
    { allOf: [object({ a: text }), object({ b: text })] },
    "property-added",
    "m/m/m",
    "m/m/m",
  ),
  sample(
    "a part that limits",
    { allOf: [{ type: "number", minimum: 1 }, { maximum: 9 }] },
    { allOf: [{ type: "number", minimum: 1 }, { maximum: 9 }, { minimum: 3 }] },
    "minimum-increased",
    "-/M/M",
    "-/m/M",
  ),
  // Turned: what is refused more is accepted less.
  sample(
    "refusing a longer text",
    { ...text, not: { minLength: 5 } },
    { ...text, not: { minLength: 3 } },
    "min-length-decreased",
    "-/M/M",
    "-/m/m",
  ),
  sample("refusing something", text, { ...text, not: { const: "a" } }, "not-added", "-/M/M", "-/m/m"),
  sample(
    "a condition",
    object({ a: text }),
    object({ a: text }, { if: { required: ["a"] }, then: { minProperties: 2 } }),
    "condition-added",
    "-/M/M",
    "-/m/m",
  ),
  sample(
    "another consequence",
    object({ a: text }, { if: { required: ["a"] }, then: { minProperties: 2 } }),
    object({ a: text }, { if: { required: ["a"] }, then: { minProperties: 3 } }),
    "min-properties-increased",
    "-/M/M",
    "-/m/M",
  ),
  // More may meet the condition, or less: both directions count.
  sample(
    "another condition",
    object({ a: text }, { if: { minProperties: 2 }, then: { maxProperties: 9 } }),
    object({ a: text }, { if: { minProperties: 3 }, then: { maxProperties: 9 } }),
    "min-properties-increased",
    "-/M/M",
    "-/M/M",
  ),
];

const annotations: readonly SchemaSample[] = [
  sample(
    "a description",
    text,
    { ...text, description: "What it is called." },
    "description-changed",
    "p/-/-",
    "p/-/-",
  ),
  sample("examples", text, { ...text, examples: ["a"] }, "examples-changed", "-/-/-", "-/-/-"),
  sample("deprecated", text, { ...text, deprecated: true }, "deprecated-added", "m/-/-", "m/-/-"),
  sample("not deprecated", { ...text, deprecated: true }, text, "deprecated-removed", "p/-/-", "p/-/-"),
  nothing("not deprecated, and saying so", text, { ...text, deprecated: false }),
  sample("a default", text, { ...text, default: "a" }, "default-added", "-/m/m", "-/-/-"),
  sample("an extension", text, { ...text, "x-order": 1 }, "extension-changed", "-/-/-", "-/-/-"),
];

export const schemaSamples: readonly SchemaSample[] = [
  ...values,
  ...constraints,
  ...objects,
  ...arrays,
  ...compositions,
  ...annotations,
];
