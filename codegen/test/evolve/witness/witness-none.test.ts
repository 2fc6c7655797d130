import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/source/json.ts";
import { api, apiWithSchemas, json, reference } from "../../contract-parts.ts";
import { findWitnesses } from "../../../src/evolve/witness/find-witnesses.ts";
import { placedChange, revisionOf, witnessesOf, witnessOf, type Facts } from "./witness-of.ts";

const text = { type: "string" };
const a = { type: "object", properties: { a: text } };
const b = { type: "object", properties: { b: text } };

/** Schemas that accept the same values. */
const same: readonly (readonly [name: string, old: Json, next: Json])[] = [
  ["the same schema", a, a],
  ["texts", { ...text, title: "A", description: "A text." }, { ...text, title: "B", deprecated: true }],
  ["a default, an example, an extension", text, { ...text, default: "x", examples: ["y"], "x-z": 1 }],
  [
    "another order of values and types",
    { enum: ["a", null] },
    { enum: [null, "a"], type: ["null", "string"] },
  ],
  ["branches in another order", { anyOf: [a, b] }, { anyOf: [b, a] }],
  ["a union of one", text, { oneOf: [text] }],
  ["allOf in place of one schema", { ...a, required: ["a"] }, { allOf: [a, { required: ["a"] }] }],
  ["null in two spellings", { type: ["string", "null"] }, { oneOf: [text, { type: "null" }] }],
  ["a const, an enum of one", { const: 1 }, { enum: [1] }],
  ["a bound that another one implies", { minimum: 5 }, { minimum: 5, exclusiveMinimum: 4 }],
  [
    "a branch that is in another one",
    { anyOf: [{ type: "number" }] },
    { anyOf: [{ type: "number" }, { type: "integer" }] },
  ],
  ["branches of open objects", { anyOf: [a] }, { anyOf: [a, b, { type: "object" }] }],
  ["what is not there can not be closed", { type: "string", additionalProperties: false }, text],
  ["XML", { ...text, xml: { name: "a" } }, { ...text, xml: { attribute: true } }],
  [
    "a discriminator",
    { oneOf: [a], discriminator: { propertyName: "a" } },
    { oneOf: [a], discriminator: { propertyName: "kind" } },
  ],
];

describe("there is no witness of", () => {
  test.each(same)("%s", async (_, old, next) => {
    for (const side of ["request", "response"] as const) {
      expect(await witnessOf({ X: old }, { X: next }, { side })).toBeUndefined();
    }
  });

  const narrowed = [{ X: text }, { X: { ...text, maxLength: 3 } }] as const;
  const quiet: readonly (readonly [name: string, facts: Facts])[] = [
    ["a change that breaks no more than types", { change: { wire: "minor", validators: "minor" } }],
    ["a name", { change: { kind: "schema-renamed" } }],
    ["a schema that is gone", { new: undefined, pointer: "/components/schemas/Y" }],
    ["a change that is in no schema", { pointer: "/info/title" }],
    ["a pointer that leads nowhere", { pointer: "/components/schemas/None/properties/x" }],
    ["no pointer at all", { old: undefined, new: undefined }],
  ];
  test.each(quiet)("%s", async (_, facts) => {
    expect(await witnessOf(...narrowed, facts)).toBeUndefined();
    expect(await witnessOf(...narrowed)).toBeDefined();
  });

  test("a property that does not go in this direction", async () => {
    const schemas = (properties: Json): Json => ({ type: "object", properties });
    const pointer = "/components/schemas/X/properties/id";
    for (const [annotation, silent, other] of [
      ["readOnly", "request", "response"],
      ["writeOnly", "response", "request"],
    ] as const) {
      const [old, next] = [text, { type: "integer" }].map((id) => ({
        X: schemas({ id: { ...id, [annotation]: true } }),
      }));
      expect(await witnessOf(old ?? {}, next ?? {}, { pointer, side: silent })).toBeUndefined();
      expect(await witnessOf(old ?? {}, next ?? {}, { pointer, side: other })).toBeDefined();
    }
  });

  // Prevents: a parameter more at the front, and the schema of another parameter held against it.
  test("a parameter that is there now", async () => {
    const parameter = (name: string, schema: Json): Json => ({ name, in: "query", required: true, schema });
    const document = (...parameters: readonly Json[]): ReturnType<typeof api> =>
      api({ paths: { "/a": { get: { operationId: "a", parameters, responses: { 200: json(text) } } } } });
    const [witness] = await witnessesOf(
      document(parameter("b", { type: "integer" })),
      document(parameter("a", text), parameter("b", { type: "integer" })),
      [{ old: undefined, new: "/paths/~1a/get/parameters/0/schema" }],
    );
    expect(witness).toBeUndefined();
  });

  // Prevents: items held against the schema of their array.
  test("places that may not be of the same value", async () => {
    const list = (items: Json): Json => ({ type: "array", items });
    const [old, next] = [{ X: list(list({ type: "integer" })) }, { Y: list(text) }];
    const facts = { old: "/components/schemas/X/items/items", new: "/components/schemas/Y" };
    expect(await witnessOf(old, next, facts)).toBeUndefined();
    expect(await witnessOf(old, next, { ...facts, old: "/components/schemas/X/items" })).toBeUndefined();
    expect((await witnessOf(old, next, { ...facts, old: "/components/schemas/X" }))?.value).toStrictEqual([
      [],
    ]);
  });

  test("a place that only differs by something elsewhere", async () => {
    const schema = (size: Json, name: Json): Json => ({
      ...{ type: "object", properties: { size, name }, required: ["size"] },
    });
    const pointer = "/components/schemas/X/properties/name";
    const [old, next] = [
      { X: schema(text, text) },
      { X: schema({ type: "integer" }, { ...text, title: "Name" }) },
    ];
    expect(await witnessOf(old, next, { pointer })).toBeUndefined();
    expect(
      (await witnessOf(old, next, { pointer: "/components/schemas/X/properties/size" }))?.value,
    ).toStrictEqual({
      size: "",
    });
  });

  // Prevents: a pattern of a stranger's document that keeps the comparison busy for hours.
  test("a schema with a pattern that could take long", async () => {
    const X = { ...text, "x-sdkmill-pattern": "trusted", pattern: "^(a|a)*b$" };
    expect(await witnessOf({ X }, { X: { ...X, maxLength: 20 } })).toBeUndefined();
    const inside = { X: { type: "object", properties: { x: reference("Y") } }, Y: X };
    expect(await witnessOf(inside, { ...inside, X: text })).toBeUndefined();
  });

  // Prevents: a value that nobody can read.
  test("a change that takes a long value to show", async () => {
    const names = Array.from({ length: 40 }, (_, index) => `property_${index}`);
    const X = {
      type: "object",
      required: names,
      properties: Object.fromEntries(names.map((name) => [name, text])),
    };
    expect(
      await witnessOf({ X }, { X: { ...X, required: names.slice(1) } }, { side: "response" }),
    ).toBeUndefined();
    expect(await witnessOf({ X: text }, { X: { ...text, maxLength: 1000 } })).toBeUndefined();
  });

  // Prevents: recursion without end, and branches of branches of branches.
  test.each([
    [
      "has no value that ends",
      { required: ["x", "y"], properties: { x: reference("X"), y: reference("X") } },
    ],
    [
      "has more ways than can be tried",
      {
        allOf: Array.from({ length: 12 }, () => ({
          anyOf: Array.from({ length: 10 }, () => ({ required: ["x"], properties: { x: reference("X") } })),
        })),
      },
    ],
  ])("a schema that %s", async (_, schema) => {
    const X: Json = { type: "object", ...schema };
    expect(await witnessOf({ X }, { X: { ...X, maxProperties: 1 } }, { side: "response" })).toBeUndefined();
  });
});

test("a schema may be deep", async () => {
  const X: Json = { type: "object", ...nested(200) };
  const witness = await witnessOf({ X }, { X: { ...X, maxProperties: 1 } });
  expect(witness).toMatchObject({ accepted: "old", value: { x: null, extra: 0 } });
});

function nested(levels: number): { readonly [key: string]: Json } {
  return levels === 0 ? {} : { not: nested(levels - 1), required: ["x"] };
}

test("what is not looked at is counted", async () => {
  const changes = Array.from({ length: 252 }, () => placedChange());
  const [old, next] = [{ X: text }, { X: { type: "integer" } }].map((schemas) =>
    revisionOf(apiWithSchemas(schemas)),
  );
  if (old === undefined || next === undefined) throw new Error("There are two.");
  const found = await findWitnesses(old, next, [
    placedChange({ change: { wire: "none", validators: "none" } }),
    ...changes,
  ]);
  expect(found.unexamined).toBe(2);
  expect(found.changes.filter(({ witness }) => witness !== undefined)).toHaveLength(250);
  expect(found.changes).toHaveLength(253);
});
