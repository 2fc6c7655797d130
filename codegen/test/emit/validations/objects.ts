import { integer, string, type ValidationCase } from "./validation-case.ts";

export const objects: readonly ValidationCase[] = [
  {
    // Prevents: an array taken for an object, since it has what is required.
    name: "Sized",
    schema: { type: "object", properties: { length: integer }, required: ["length"] },
    accepts: [{ length: 0 }],
    refuses: [[], [1], {}],
  },
  {
    name: "Named",
    schema: { type: "object", required: ["name", "at"] },
    accepts: [{ name: 0, at: null }],
    refuses: [[], ["name", "at"], { name: 0 }],
  },
  {
    name: "Needed",
    schema: { type: "object", properties: { a: string, b: integer }, required: ["a", "c"] },
    accepts: [
      { a: "", c: null },
      { a: "", b: 1, c: 0, d: 0 },
    ],
    refuses: [{}, { a: "" }, { a: 1, c: 0 }, { a: "", b: "1", c: 0 }, [], null],
  },
  {
    name: "Closed",
    schema: { type: "object", properties: { a: string, "b/c~d": integer }, additionalProperties: false },
    accepts: [{}, { a: "x" }, { "b/c~d": 1 }],
    refuses: [{ x: 1 }, { a: "x", b: 1 }, { "b/c~d": "1" }],
  },
  {
    name: "Rest",
    schema: { type: "object", properties: { a: string }, additionalProperties: integer },
    accepts: [{}, { a: "x", b: 1, c: 2 }],
    refuses: [{ a: 1 }, { b: "x" }],
  },
  {
    name: "PatternNames",
    schema: {
      patternProperties: { "^x-": string, "\\d$": { minimum: 5 }, '"': false },
      properties: { "x-1": { maxLength: 1 } },
      additionalProperties: false,
    },
    accepts: [{}, { "x-a": "b" }, { a1: 5 }, { "x-1": "a" }, "no object"],
    refuses: [{ "x-a": 1 }, { a1: 4 }, { "x-1": "ab" }, { y: 1 }, { 'say "x"': 1 }],
  },
  {
    name: "Names",
    schema: { type: "object", propertyNames: { pattern: "^[a-z]+$", maxLength: 3 } },
    accepts: [{}, { abc: 1 }],
    refuses: [{ A: 1 }, { abcd: 1 }, { a: 1, "": 1 }],
  },
  {
    name: "Count",
    schema: { minProperties: 1, maxProperties: 2 },
    accepts: [{ a: 1 }, { a: 1, b: 2 }, [], "x"],
    refuses: [{}, { a: 1, b: 2, c: 3 }],
  },
  {
    name: "Dependent",
    schema: {
      dependentRequired: { card: ["name", "address/street"] },
      dependentSchemas: { tall: { required: ["height"], properties: { height: { minimum: 2 } } } },
    },
    accepts: [{}, { name: 1 }, { card: 1, name: 1, "address/street": 1 }, { tall: 1, height: 2 }],
    refuses: [{ card: 1 }, { card: 1, name: 1 }, { tall: true }, { tall: 1, height: 1 }],
  },
  {
    name: "OddNames",
    schema: {
      type: "object",
      properties: {
        "we ird": string,
        'quote"d': string,
        "new\nline": string,
        "é😀": string,
        "": string,
        "1": string,
      },
      required: ["we ird", "", 'quote"d'],
      additionalProperties: false,
    },
    accepts: [
      { "we ird": "", "": "", 'quote"d': "" },
      { "we ird": "", "": "", 'quote"d': "", "é😀": "", "new\nline": "" },
    ],
    refuses: [{}, { "we ird": 1, "": "", 'quote"d': "" }, { "we ird": "", "": "", 'quote"d': "", "1": 1 }],
  },
  {
    name: "Unevaluated",
    schema: {
      type: "object",
      properties: { a: string },
      anyOf: [
        { properties: { b: integer }, required: ["b"] },
        { properties: { c: integer }, required: ["c"] },
      ],
      patternProperties: { "^x-": true },
      unevaluatedProperties: false,
    },
    accepts: [{ b: 1 }, { a: "", c: 1 }, { b: 1, c: 1, "x-y": 0 }],
    refuses: [{}, { b: 1, d: 1 }, { b: "1" }, { b: 1, c: "1" }],
  },
  {
    name: "UnevaluatedItems",
    schema: {
      type: "array",
      prefixItems: [string],
      anyOf: [{ prefixItems: [true, integer] }, { prefixItems: [true, string, string] }],
      unevaluatedItems: { type: "boolean" },
    },
    accepts: [["a", 1], ["a", 1, true], ["a", "b", "c", false], ["a"]],
    refuses: [["a", null], ["a", 1, 2], ["a", "b", "c", "d"], [1]],
  },
];
