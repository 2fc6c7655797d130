import { pet, toy, type DeclarationCase } from "./declaration-case.ts";

const open = { enum: ["a", "b"], "x-sdkmill-enum": "open" };

export const values: readonly DeclarationCase[] = [
  { about: "an empty schema", schema: {}, want: "export type Given = unknown;" },
  { about: "true", schema: true, want: "export type Given = unknown;" },
  { about: "false", schema: false, want: "export type Given = never;" },
  { about: "a string", schema: { type: "string", format: "date-time" }, want: "export type Given = string;" },
  { about: "an integer", schema: { type: "integer", format: "int64" }, want: "export type Given = number;" },
  { about: "null", schema: { type: "null" }, want: "export type Given = null;" },
  {
    about: "several types",
    schema: { type: ["integer", "boolean", "null"] },
    want: "export type Given = number | boolean | null;",
  },
  {
    about: "several types, each with its keywords",
    schema: { type: ["array", "object", "null"], items: pet, properties: { a: toy } },
    want: `export type Given =
  | Pet[]
  | {
      a?: Toy;
    }
  | null;`,
  },
  { about: "a constant", schema: { const: "x" }, want: 'export type Given = "x";' },
  { about: "null as a constant", schema: { const: null }, want: "export type Given = null;" },
  {
    about: "a constant that is no scalar",
    schema: { const: { a: [1, null], "b c": {} } },
    want: 'export type Given = { a: [1, null]; "b c": {} };',
  },
  {
    about: "constant before enum",
    schema: { type: "string", const: "x", enum: ["x", "y"] },
    want: 'export type Given = "x";',
  },
  {
    about: "an enum",
    schema: { type: "string", enum: ["a", "b"] },
    want: 'export type Given = "a" | "b";',
  },
  {
    about: "an enum of everything",
    schema: { enum: ["a", -1, 1.5, true, null, [], { x: 1 }] },
    want: 'export type Given = "a" | -1 | 1.5 | true | null | [] | { x: 1 };',
  },
  { about: "an open enum", schema: open, want: 'export type Given = "a" | "b" | (string & {});' },
  {
    about: "an open enum that is null as well",
    schema: { type: ["string", "null"], enum: ["a", null], "x-sdkmill-enum": "open" },
    want: 'export type Given = "a" | null | (string & {});',
  },
  {
    // Prevents: `"a" | "b" | (string & {})[]`, where only the last one is an array.
    about: "an array of an open enum",
    schema: { type: "array", items: open },
    want: 'export type Given = ("a" | "b" | (string & {}))[];',
  },
  { about: "an array of anything", schema: { type: "array" }, want: "export type Given = unknown[];" },
  {
    about: "an array of nothing",
    schema: { type: "array", items: false },
    want: "export type Given = never[];",
  },
  {
    about: "an array of arrays",
    schema: {
      type: "array",
      items: { type: "array", items: pet },
      minItems: 1,
      maxItems: 9,
      uniqueItems: true,
    },
    want: "export type Given = Pet[][];",
  },
  {
    about: "an array of what may be null",
    schema: { type: "array", items: { type: ["string", "null"] } },
    want: "export type Given = (string | null)[];",
  },
  {
    about: "a tuple as long as its items, and no longer",
    schema: { type: "array", prefixItems: [{ type: "string" }, pet], items: false, minItems: 2 },
    want: `/**
 * @minItems 2
 */
export type Given = [string, Pet];`,
  },
  {
    about: "a tuple of which a part may be missing",
    schema: { type: "array", prefixItems: [{ type: "string" }, pet], items: false, minItems: 1 },
    want: `/**
 * @minItems 1
 */
export type Given = [string] | [string, Pet];`,
  },
  {
    about: "a tuple with more items after it",
    schema: { description: "Said.", prefixItems: [{ type: "string" }], items: { type: "boolean" } },
    want: `/**
 * Said.
 *
 * @minItems 0
 */
export type Given = [] | [string, ...boolean[]];`,
  },
  {
    about: "a tuple of open enums with anything after it",
    schema: { type: "array", prefixItems: [open, toy], minItems: 2 },
    want: `/**
 * @minItems 2
 */
export type Given = ["a" | "b" | (string & {}), Toy, ...unknown[]];`,
  },
  {
    // Prevents: the tuple takes the place of the whole type, `null` included.
    about: "a tuple that is null as well",
    schema: { type: ["array", "null"], prefixItems: [{ type: "string" }], items: false, minItems: 1 },
    want: `/**
 * @minItems 1
 */
export type Given = [string] | null;`,
  },
];
