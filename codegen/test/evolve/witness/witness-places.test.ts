import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../src/source/json.ts";
import { api, apiWithSchemas, json, reference } from "../../contract-parts.ts";
import { witnessesOf, witnessOf, type Facts, type Schemas } from "./witness-of.ts";

const text = { type: "string" };
const whole = { type: "integer" };

interface Row {
  readonly name: string;
  readonly old: Schemas;
  readonly next: Schemas;
  readonly facts: Facts;
  readonly value: Json;
  readonly accepted: "old" | "new";
  /** Pointers of the schemas that the value is of. */
  readonly of: readonly [old: string, next: string];
}

const x = "/components/schemas/X";
const object = (properties: JsonObject, ...required: readonly string[]): JsonObject => ({
  ...{ type: "object", properties, required },
});

const rows: readonly Row[] = [
  {
    name: "a property that is new, at its own place",
    old: { X: object({}) },
    next: { X: object({ a: text }, "a") },
    facts: { old: undefined, new: `${x}/properties/a` },
    ...{ value: {}, accepted: "old", of: [x, x] },
  },
  {
    name: "a property that is gone, where the new schema is",
    old: { X: object({ a: text, b: text }, "a") },
    next: { X: object({ b: text }) },
    facts: { side: "response", old: `${x}/properties/a`, new: x },
    ...{ value: {}, accepted: "new", of: [x, x] },
  },
  {
    name: "a keyword",
    old: { X: object({ a: { ...text, maxLength: 3 } }) },
    next: { X: object({ a: { ...text, maxLength: 2 } }) },
    facts: { pointer: `${x}/properties/a/maxLength` },
    ...{ value: { a: "aaa" }, accepted: "old", of: [x, x] },
  },
  {
    name: "a component that has another name",
    old: { X: object({ a: text }) },
    next: { Y: object({ a: whole }) },
    facts: { old: `${x}/properties/a/type`, new: "/components/schemas/Y/properties/a/type" },
    ...{ value: { a: "" }, accepted: "old", of: [x, "/components/schemas/Y"] },
  },
  {
    name: "a schema that became a component",
    old: { X: object({ list: { type: "array", items: object({ a: text }) } }) },
    next: { X: object({ list: { type: "array", items: reference("Y") } }), Y: object({ a: whole }) },
    facts: {
      old: `${x}/properties/list/items/properties/a/type`,
      new: "/components/schemas/Y/properties/a/type",
    },
    ...{ value: { a: "" }, accepted: "old", of: [`${x}/properties/list/items`, "/components/schemas/Y"] },
  },
  {
    name: "a property that is gone from a schema that became a component",
    old: { X: object({ inner: object({ a: text, b: text }, "a", "b") }, "inner") },
    next: { X: object({ inner: reference("Y") }, "inner"), Y: object({ b: text }, "b") },
    facts: {
      ...{ side: "response", old: `${x}/properties/inner/properties/a`, new: "/components/schemas/Y" },
      change: { kind: "required-property-removed" },
    },
    ...{ value: { b: "" }, accepted: "new", of: [`${x}/properties/inner`, "/components/schemas/Y"] },
  },
  {
    name: "a required property of a schema that is a component no longer",
    old: { X: object({ list: { type: "array", items: reference("Y") } }), Y: object({ b: text }) },
    next: { X: object({ list: { type: "array", items: object({ a: text, b: text }, "a") } }) },
    facts: {
      ...{ old: "/components/schemas/Y", new: `${x}/properties/list/items/properties/a` },
      change: { kind: "required-property-added" },
    },
    ...{ value: {}, accepted: "old", of: ["/components/schemas/Y", `${x}/properties/list/items`] },
  },
  {
    name: "a property that went into a part of allOf",
    old: { X: object({ a: text }) },
    next: { X: { allOf: [{ type: "object" }, object({ a: whole })] } },
    facts: { old: `${x}/properties/a/type`, new: `${x}/allOf/1/properties/a/type` },
    ...{ value: { a: "" }, accepted: "old", of: [x, x] },
  },
  {
    name: "a branch of a oneOf",
    old: {
      X: { oneOf: [object({ kind: { const: 1 }, a: text }, "kind"), object({ kind: { const: 2 } }, "kind")] },
    },
    next: {
      X: {
        oneOf: [object({ kind: { const: 1 }, a: whole }, "kind"), object({ kind: { const: 2 } }, "kind")],
      },
    },
    facts: { pointer: `${x}/oneOf/0/properties/a/type` },
    ...{ value: { kind: 1, a: "" }, accepted: "old", of: [x, x] },
  },
  {
    name: "what a not forbids",
    old: { X: { not: object({ a: { ...whole, minimum: 5 } }, "a") } },
    next: { X: { not: object({ a: { ...whole, minimum: 3 } }, "a") } },
    facts: { pointer: `${x}/not/properties/a/minimum` },
    ...{ value: { a: 3 }, accepted: "old", of: [x, x] },
  },
  {
    name: "a name that a pattern is for",
    old: { X: { patternProperties: { "^x-\\d+$": text } } },
    next: { X: { patternProperties: { "^x-\\d+$": whole } } },
    facts: { pointer: `${x}/patternProperties/^x-\\d+$/type` },
    ...{ value: { "x-0": "" }, accepted: "old", of: [x, x] },
  },
  {
    name: "several changes in one object, each by itself",
    old: { X: object({ a: text, b: text, c: text }, "a", "b") },
    next: {
      X: object({ a: { ...text, minLength: 1 }, b: { ...text, minLength: 2 }, c: text }, "a", "b", "c"),
    },
    facts: { pointer: `${x}/properties/b/minLength` },
    ...{ value: { b: "", a: "a", c: "" }, accepted: "old", of: [x, x] },
  },
  {
    name: "several changes that exclude each other: the validator says what is wrong",
    old: { X: object({ a: text, b: text }, "a", "b") },
    next: { X: object({ a: whole, b: whole }, "a", "b") },
    facts: { pointer: `${x}/properties/b/type` },
    ...{ value: { b: "", a: "" }, accepted: "old", of: [x, x] },
  },
  {
    name: "a change inside of much else: the value of the innermost schema",
    old: { X: object({ a: text, ...long(30) }, "a", ...Object.keys(long(30))) },
    next: { X: object({ a: whole, ...long(30) }, "a", ...Object.keys(long(30))) },
    facts: { pointer: `${x}/properties/a/type` },
    ...{ value: "", accepted: "old", of: [`${x}/properties/a`, `${x}/properties/a`] },
  },
  {
    name: "a recursive schema",
    old: {
      X: object({ peer: reference("X"), list: { type: "array", items: reference("X") }, a: text }, "a"),
    },
    next: {
      X: object(
        { peer: reference("X"), list: { type: "array", items: reference("X") }, a: text },
        "a",
        "list",
      ),
    },
    facts: { pointer: `${x}/properties/list` },
    ...{ value: { a: "" }, accepted: "old", of: [x, x] },
  },
  {
    name: "one of several values of an enum",
    old: { X: { enum: ["a"] } },
    next: { X: { enum: ["a", "b", "long", "c"] } },
    facts: { side: "response", old: `${x}/enum`, new: `${x}/enum/2` },
    ...{ value: "long", accepted: "new", of: [x, x] },
  },
  {
    name: "answers that have more, first",
    old: { X: { enum: ["a", "b"] } },
    next: { X: { enum: ["b", "c"] } },
    facts: { side: "response" },
    ...{ value: "c", accepted: "new", of: [x, x] },
  },
  {
    name: "requests that lose something, first",
    old: { X: { enum: ["a", "b"] } },
    next: { X: { enum: ["b", "c"] } },
    facts: { side: "request" },
    ...{ value: "a", accepted: "old", of: [x, x] },
  },
];

function long(count: number): JsonObject {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`property_${index}`, text]));
}

test.each(rows)("$name", async ({ old, next, facts, value, accepted, of }) => {
  const site = (pointer: string): object => ({ file: "shop.json", pointer });
  expect(await witnessOf(old, next, facts)).toStrictEqual({
    ...{ value, accepted },
    of: { old: site(of[0]), new: site(of[1]) },
  });
});

describe("schemas that are no components", () => {
  const document = (schema: Json): JsonObject =>
    api({
      paths: {
        "/a/{id}": {
          parameters: [{ name: "id", in: "path", required: true, schema }],
          post: {
            operationId: "a",
            parameters: [{ name: "q", in: "query", schema }],
            requestBody: json({ type: "object", properties: { inner: schema } }),
            responses: {
              200: {
                description: "",
                headers: { "X-A": { schema } },
                ...json({ type: "array", items: schema }),
              },
            },
          },
        },
      },
    });
  test.each([
    ["/paths/~1a~1{id}/parameters/0/schema", "old", ""],
    ["/paths/~1a~1{id}/post/parameters/0/schema", "old", ""],
    [
      "/paths/~1a~1{id}/post/requestBody/content/application~1json/schema/properties/inner",
      "old",
      { inner: "" },
    ],
    ["/paths/~1a~1{id}/post/responses/200/content/application~1json/schema/items", "new", [0]],
    ["/paths/~1a~1{id}/post/responses/200/headers/X-A/schema/type", "new", 0],
  ] as const)("%s", async (pointer, accepted, value) => {
    const side = accepted === "old" ? "request" : "response";
    const [witness] = await witnessesOf(document(text), document(whole), [{ pointer, side }]);
    expect({ accepted: witness?.accepted, value: witness?.value }).toStrictEqual({ accepted, value });
  });
});

describe("what breaks validators alone is held against them as they are published", () => {
  const change = { wire: "minor", validators: "major" } as const;
  const document = (schema: Json): JsonObject =>
    api({
      paths: {
        "/a": {
          post: {
            operationId: "a",
            requestBody: json(reference("X")),
            responses: { 200: json(reference("Y")) },
          },
        },
      },
      components: { schemas: { X: schema, Y: schema, Z: schema } },
    });
  const gone = [document(object({ a: text, b: text })), document(object({ a: text }))] as const;

  test("strict ones of requests refuse a property that is gone", async () => {
    const facts = { old: `${x}/properties/b`, new: x };
    const [exact, published] = await witnessesOf(...gone, [facts, { ...facts, change }]);
    expect(exact?.accepted).toBe("new");
    expect(published).toMatchObject({ accepted: "old", value: { b: "" } });
  });

  test("tolerant ones of answers accept it, and refuse what has become wrong", async () => {
    const y = "/components/schemas/Y";
    const facts = { side: "response", change } as const;
    const [witness] = await witnessesOf(...gone, [{ ...facts, pointer: y }]);
    expect(witness?.accepted).toBe("new");
    const [tightened] = await witnessesOf(document({ ...text }), document({ ...text, minLength: 1 }), [
      { ...facts, pointer: y },
    ]);
    expect(tightened).toMatchObject({ accepted: "old", value: "" });
    const values = [document({ enum: ["a"] }), document({ enum: ["a", "b"] })] as const;
    expect(await witnessesOf(...values, [{ ...facts, pointer: y }])).toStrictEqual([undefined]);
  });

  test("what no operation reaches has validators by the letter", async () => {
    const z = "/components/schemas/Z";
    const values = [document({ enum: ["a"] }), document({ enum: ["a", "b"] })] as const;
    expect(await witnessesOf(...values, [{ side: "response", change, pointer: z }])).toMatchObject([
      { accepted: "new", value: "b" },
    ]);
  });
});

describe("text of a document", () => {
  // Prevents: code in a document that is run when two documents are compared.
  test("is never code", async () => {
    const attack = '"]}; globalThis.attacked = true; //`${globalThis.attacked = true}`\u2028*/';
    const schemas = (values: readonly Json[]): Schemas => ({
      X: object(
        {
          [attack]: { enum: values },
          ["__proto__"]: text,
          p: { ...text, pattern: "^\\/[`'\"\\u2028]\\*\\/$" },
        },
        attack,
        "__proto__",
        "p",
      ),
    });
    const witness = await witnessOf(schemas([attack, "b"]), schemas(["b"]));
    expect(Object.hasOwn(globalThis, "attacked")).toBe(false);
    const pairs = Object.entries({ [attack]: attack, ["__proto__"]: "", p: "/`*/" });
    expect(witness).toMatchObject({ accepted: "old", value: Object.fromEntries(pairs) });
  });

  test("that is only an example or a default is in no witness", async () => {
    const secret = { default: "hunter2", example: "hunter2", examples: ["hunter2"] };
    const X = object({ a: { ...text, ...secret }, b: { ...text, ...secret } }, "a", "b");
    const witness = await witnessOf({ X }, { X: { ...X, required: ["a"] } }, { side: "response" });
    expect(JSON.stringify(witness)).not.toContain("hunter2");
    expect(witness?.accepted).toBe("new");
  });
});

test("the same changes have the same witnesses, whatever the order of the documents' words", async () => {
  const turned = (schemas: Schemas): JsonObject =>
    apiWithSchemas(Object.fromEntries(Object.entries(schemas).toReversed()));
  for (const { old, next, facts } of rows) {
    const first = await witnessesOf(apiWithSchemas(old), apiWithSchemas(next), [facts, facts]);
    expect(first[1]).toStrictEqual(first[0]);
    expect(await witnessesOf(turned(old), turned(next), [facts])).toStrictEqual([first[0]]);
  }
});
