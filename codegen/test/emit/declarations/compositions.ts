import { pet, toy, type DeclarationCase } from "./declaration-case.ts";

const named = { type: "object", properties: { name: { type: "string" } }, required: ["name"] };

export const compositions: readonly DeclarationCase[] = [
  { about: "a reference", schema: pet, want: "export type Given = Pet;" },
  {
    about: "a reference with annotations",
    schema: { ...pet, description: "A pet of one's own.", title: "Own" },
    want: `/**
 * A pet of one's own.
 */
export type Given = Pet;`,
  },
  {
    about: "a reference that only constrains",
    schema: { ...pet, minProperties: 1, required: ["id"], anyOf: [{ required: ["id"] }] },
    want: "export type Given = Pet;",
  },
  {
    about: "a reference with properties beside it",
    schema: { ...pet, properties: { name: { type: "string" } }, required: ["name"] },
    want: `export type Given = Pet & {
  name: string;
};`,
  },
  {
    about: "properties that are references with annotations",
    schema: {
      type: "object",
      properties: {
        one: { ...pet, description: "The first." },
        two: { allOf: [toy], description: "The second." },
      },
    },
    want: `export interface Given {
  /**
   * The first.
   */
  one?: Pet;
  /**
   * The second.
   */
  two?: Toy;
}`,
  },
  {
    about: "all of several",
    schema: { allOf: [pet, toy, named] },
    want: `export type Given = Pet &
  Toy & {
    name: string;
  };`,
  },
  {
    about: "all of one, with properties beside it",
    schema: { ...named, allOf: [pet] },
    want: `export type Given = Pet & {
  name: string;
};`,
  },
  {
    about: "any of a reference and null",
    schema: { anyOf: [pet, { type: "null" }] },
    want: "export type Given = Pet | null;",
  },
  {
    about: "one of several, told apart by a constant",
    schema: {
      oneOf: [
        { type: "object", properties: { kind: { const: "a" } }, required: ["kind"] },
        { type: "object", properties: { kind: { const: "b" }, toy }, required: ["kind"] },
      ],
    },
    want: `export type Given =
  | {
      kind: "a";
    }
  | {
      kind: "b";
      toy?: Toy;
    };`,
  },
  {
    about: "any of and one of together",
    schema: { anyOf: [{ type: "string" }, { type: "number" }], oneOf: [pet, { type: "string" }] },
    want: "export type Given = (string | number) & (Pet | string);",
  },
  {
    about: "an array of any of several",
    schema: { type: "array", items: { anyOf: [pet, { type: "null" }] } },
    want: "export type Given = (Pet | null)[];",
  },
  {
    about: "any of something and anything",
    schema: { anyOf: [pet, {}] },
    want: "export type Given = unknown;",
  },
  {
    about: "all of something and anything",
    schema: { allOf: [pet, true] },
    want: "export type Given = Pet;",
  },
  {
    about: "any of nothing and something",
    schema: { anyOf: [false, { type: "string" }] },
    want: "export type Given = never | string;",
  },
  {
    about: "an object of which one property or the other is required",
    schema: {
      type: "object",
      properties: { a: { type: "string" }, b: { type: "string" } },
      anyOf: [{ required: ["a"] }, { required: ["b"] }],
    },
    want: `export interface Given {
  a?: string;
  b?: string;
}`,
  },
  {
    about: "conditions, which no type can say",
    schema: {
      ...named,
      ...Object.fromEntries(
        ["if", "then", "else"].map((keyword) => [keyword, { properties: { other: {} } }]),
      ),
      not: pet,
      dependentSchemas: { name: toy },
    },
    want: `export interface Given {
  name: string;
}`,
  },
  { about: "only what it is not", schema: { not: pet }, want: "export type Given = unknown;" },
];
