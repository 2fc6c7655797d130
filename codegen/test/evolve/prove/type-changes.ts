import type { Json } from "../../../src/source/json.ts";

/** What becomes of programs: they compile, they name a case that is gone, or they break. */
export type Outcome = "compiles" | "names a gone case" | "breaks";

/** A change of the type of something that is sent and answered, and what programs make of it. */
export interface TypeChange {
  readonly about: string;
  readonly old: Json;
  readonly new: Json;
  readonly sent: Outcome;
  readonly got: Outcome;
}

const text = { type: "string" };
const number = { type: "number" };
const object = (properties: Readonly<Record<string, Json>>, ...required: readonly string[]): Json => ({
  type: "object",
  properties,
  required,
});
const both = object({ a: text, b: text }, "a", "b");
const card = object({ kind: { const: "card" }, digits: text }, "kind", "digits");
const cash = object({ kind: { const: "cash" }, coins: number }, "kind");
const list = (items: Json, ...prefixItems: readonly Json[]): Json =>
  prefixItems.length === 0
    ? { type: "array", items }
    : { type: "array", prefixItems, items, minItems: prefixItems.length };

function change(about: string, old: Json, next: Json, sent: Outcome, got: Outcome): TypeChange {
  return { about, old, new: next, sent, got };
}

const [fine, gone, broken] = ["compiles", "names a gone case", "breaks"] as const;

const propertyChanges: readonly TypeChange[] = [
  change("an optional property more", object({ a: text }), object({ a: text, b: text }), fine, fine),
  change("a required property more", object({ a: text }, "a"), both, broken, fine),
  change("an optional property less", object({ a: text, b: text }), object({ a: text }), broken, broken),
  change("a required property less", both, object({ a: text }, "a"), broken, broken),
  change("optional, then required", object({ a: text, b: text }, "a"), both, broken, fine),
  change("required, then optional", both, object({ a: text, b: text }, "a"), fine, broken),
  change("anything, required, then optional", object({ a: {} }, "a"), object({ a: {} }), fine, broken),
  change(
    "any further property",
    { type: "object" },
    { type: "object", additionalProperties: true },
    fine,
    fine,
  ),
  change(
    "no further property",
    { type: "object", properties: { a: text }, additionalProperties: true },
    object({ a: text }),
    broken,
    broken,
  ),
  change(
    "further properties of more types",
    { type: "object", additionalProperties: text },
    { type: "object", additionalProperties: { type: ["string", "number"] } },
    fine,
    broken,
  ),
  change(
    "a part of an allOf more",
    object({ a: text }),
    { allOf: [object({ a: text }), object({ b: text }, "b")] },
    broken,
    fine,
  ),
];

const valueChanges: readonly TypeChange[] = [
  change("more types", text, { type: ["string", "number"] }, fine, broken),
  change("less types", { type: ["string", "number"] }, text, broken, fine),
  change("another type", text, number, broken, broken),
  change("a number for an integer", { type: "integer" }, number, fine, fine),
  change("null as well", text, { type: ["string", "null"] }, fine, broken),
  change("null no more", { type: ["string", "null"] }, text, broken, fine),
  change("a value more", { enum: ["a", "b"] }, { enum: ["a", "b", "c"] }, fine, broken),
  change("a value less", { enum: ["a", "b", "c"] }, { enum: ["a", "b"] }, broken, gone),
  change("values no more", { enum: ["a", "b"] }, text, fine, broken),
  change("values at last", text, { enum: ["a", "b"] }, broken, fine),
  change("another constant", { const: "a" }, { const: "b" }, broken, broken),
  change(
    "a value more of an open enum",
    { enum: ["a"], "x-sdkmill-enum": "open" },
    { enum: ["a", "b"], "x-sdkmill-enum": "open" },
    fine,
    fine,
  ),
  change(
    "a value less of an open enum",
    { enum: ["a", "b"], "x-sdkmill-enum": "open" },
    { enum: ["a"], "x-sdkmill-enum": "open" },
    fine,
    fine,
  ),
  change("anything for a text", text, {}, fine, broken),
  change("a text for anything", {}, text, broken, fine),
  change(
    "bounds, a pattern, a format",
    text,
    { ...text, minLength: 2, pattern: "^a", format: "uuid" },
    fine,
    fine,
  ),
  change("a deprecation", text, { ...text, deprecated: true, description: "Old." }, fine, fine),
];

const arrayChanges: readonly TypeChange[] = [
  change("items of more types", list(text), list({ type: ["string", "number"] }), fine, broken),
  change("a tuple for an array", list(text), list(text, text), broken, fine),
  change("a longer tuple", list(false, text), list(false, text, number), broken, broken),
  change("an array for a value", text, list(text), broken, broken),
  change("a value for an array of texts", list(text), text, broken, broken),
];

const unionChanges: readonly TypeChange[] = [
  change("a tagged branch more", { oneOf: [card] }, { oneOf: [card, cash] }, fine, broken),
  change(
    "a tagged branch more of two",
    { oneOf: [card, cash] },
    { oneOf: [card, cash, object({ kind: { const: "check" } }, "kind")] },
    fine,
    broken,
  ),
  change("a tagged branch less", { oneOf: [card, cash] }, { oneOf: [card] }, broken, gone),
  change(
    "an untagged branch more",
    { oneOf: [object({ a: text }, "a"), object({ b: text }, "b")] },
    { oneOf: [object({ a: text }, "a"), object({ b: text }, "b"), object({ c: text }, "c")] },
    fine,
    broken,
  ),
  change(
    "an untagged branch less",
    { oneOf: [object({ a: text }, "a"), object({ b: text }, "b")] },
    { oneOf: [object({ a: text }, "a")] },
    broken,
    gone,
  ),
  change(
    "a property of a branch less",
    { oneOf: [card, cash] },
    { oneOf: [card, object({ kind: { const: "cash" } }, "kind")] },
    broken,
    broken,
  ),
  change(
    "an object or a text",
    object({ a: text }, "a"),
    { oneOf: [object({ a: text }, "a"), text] },
    fine,
    broken,
  ),
  change("no object, but a text", { oneOf: [object({ a: text }, "a"), text] }, text, broken, gone),
];

/** Every kind of change that the types show, and some that they do not. */
export const typeChanges: readonly TypeChange[] = [
  ...propertyChanges,
  ...valueChanges,
  ...arrayChanges,
  ...unionChanges,
];
