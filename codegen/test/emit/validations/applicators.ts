import { integer, reference, string, type ValidationCase } from "./validation-case.ts";

const kind = (value: string): { readonly [key: string]: { readonly const: string } } => ({
  kind: { const: value },
});

export const applicators: readonly ValidationCase[] = [
  {
    name: "All",
    schema: { allOf: [{ minimum: 2 }, { maximum: 4 }, { multipleOf: 2 }] },
    accepts: [2, 4, "x"],
    refuses: [0, 3, 6],
  },
  { name: "Any", schema: { anyOf: [string, { minimum: 5 }] }, accepts: ["", 5, null], refuses: [4, 0] },
  {
    name: "One",
    schema: { oneOf: [integer, { minimum: 2 }, { const: "x" }] },
    accepts: [1, 2.5],
    refuses: [2, 1.5, "x"],
  },
  {
    // Prevents: a negated comparison that takes only its first part back.
    name: "NotOne",
    schema: { items: { not: { oneOf: [string, { type: "number", minimum: 5 }, { const: 7 }] } } },
    accepts: [[], [7], [1]],
    refuses: [["x"], [5], [7, 6]],
  },
  { name: "Not", schema: { not: { type: ["string", "null"] } }, accepts: [1, {}], refuses: ["", null] },
  {
    name: "Conditional",
    schema: {
      if: { properties: { country: { const: "US" } }, required: ["country"] },
      // oxlint-disable-next-line unicorn/no-thenable -- A keyword of JSON Schema.
      then: { properties: { code: { pattern: "^\\d{5}$" } }, required: ["code"] },
      else: { properties: { code: { type: "null" } } },
    },
    accepts: [{ country: "US", code: "12345" }, { country: "CH" }, { code: null }, "no object"],
    refuses: [{ country: "US" }, { country: "US", code: "1" }, { country: "CH", code: "1" }],
  },
  {
    name: "Kinds",
    schema: {
      type: "object",
      required: ["kind"],
      oneOf: [
        { properties: { ...kind("cat"), lives: integer }, required: ["lives"] },
        { properties: { ...kind("dog"), tricks: { type: "array", items: string } } },
      ],
      discriminator: { propertyName: "kind" },
    },
    accepts: [{ kind: "cat", lives: 9 }, { kind: "dog" }, { kind: "dog", tricks: ["sit"] }],
    refuses: [{ kind: "cat" }, { kind: "dog", tricks: [1] }, { kind: "fish" }, {}],
  },
  {
    name: "Base",
    schema: { type: "object", properties: { id: string }, required: ["id"] },
    accepts: [{ id: "" }, { id: "", more: 1 }],
    refuses: [{}, { id: 1 }],
  },
  {
    name: "Extended",
    schema: {
      allOf: [reference("Base"), { properties: { size: integer } }],
      properties: { own: string },
      unevaluatedProperties: false,
    },
    accepts: [{ id: "" }, { id: "", size: 1, own: "" }],
    refuses: [{ id: "", more: 1 }, { size: 1 }, { id: "", size: "1" }],
  },
  {
    name: "ExtendedTwice",
    schema: {
      $ref: "#/components/schemas/Base",
      properties: { other: reference("All") },
      unevaluatedProperties: false,
    },
    accepts: [{ id: "" }, { id: "", other: 2 }],
    refuses: [{ id: "", another: 2 }, { id: "", other: 3 }, { other: 2 }],
  },
  {
    name: "References",
    schema: {
      type: "object",
      properties: { one: reference("Base"), many: { type: "array", items: reference("Kinds") } },
      additionalProperties: reference("Any"),
    },
    accepts: [{}, { one: { id: "" }, many: [{ kind: "dog" }], rest: 7 }],
    refuses: [{ one: {} }, { many: [{ kind: "dog" }, { kind: "cat" }] }, { rest: 1 }],
  },
];

export const recursive: readonly ValidationCase[] = [
  {
    name: "Tree",
    schema: {
      type: "object",
      properties: { value: integer, children: { type: "array", items: reference("Tree") } },
      required: ["value"],
      additionalProperties: false,
    },
    accepts: [{ value: 1 }, { value: 1, children: [{ value: 2, children: [] }] }],
    refuses: [
      {},
      { value: 1, children: [{}] },
      { value: 1, children: [{ value: 2, children: [{ value: "3" }] }] },
    ],
  },
  {
    name: "Ping",
    schema: {
      type: "object",
      properties: { pong: reference("Pong"), n: integer },
      unevaluatedProperties: false,
    },
    accepts: [{}, { pong: { ping: { pong: { name: "x" } }, name: "y" } }],
    refuses: [{ name: "x" }, { pong: { ping: { name: "x" } } }, { pong: { ping: { n: "1" }, name: "x" } }],
  },
  {
    name: "Pong",
    schema: {
      type: "object",
      properties: { ping: reference("Ping"), name: { type: "string", pattern: "^[a-z]$" } },
      required: ["name"],
    },
    accepts: [{ name: "a" }, { name: "a", ping: { pong: { name: "b" } }, more: 1 }],
    refuses: [{}, { name: "A" }, { name: "a", ping: { pong: {} } }],
  },
  {
    // Properties that are known through a schema that is not compiled yet when it is met.
    name: "Inner",
    schema: { type: "object", properties: { outer: reference("Outer"), x: integer } },
    accepts: [{ x: 1 }, { outer: { x: 1, y: 2 } }, { z: 1 }],
    refuses: [{ x: "1" }, { outer: { z: 1 } }],
  },
  {
    name: "Outer",
    schema: { allOf: [reference("Inner")], properties: { y: integer }, unevaluatedProperties: false },
    accepts: [{}, { x: 1, y: 1 }, { outer: { outer: {} } }],
    refuses: [{ z: 1 }, { outer: { z: 1 } }, { outer: { outer: { y: "1" } } }],
  },
];
