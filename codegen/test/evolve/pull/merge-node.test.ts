import { describe, expect, test } from "vitest";
import { mergeNode } from "../../../src/evolve/pull/merge-node.ts";
import type { PartKind } from "../../../src/evolve/pull/node-parts.ts";
import type { Json } from "../../../src/source/json.ts";

const known = { isKnown: false, hashes: new Set<string>() };

function merged(kind: PartKind, house: Json | undefined, vendor: Json): string {
  return JSON.stringify(mergeNode(house, vendor, kind, known));
}

type Case = readonly [what: string, kind: PartKind, house: Json, vendor: Json, want: Json];

describe("a node takes the vendor's facts over", () => {
  test.each<Case>([
    ["another type", "schema", { type: "string" }, { type: "integer" }, { type: "integer" }],
    [
      "a keyword more, at its place",
      "schema",
      { type: "string", pattern: "a" },
      { type: "string", format: "date", pattern: "a" },
      { type: "string", format: "date", pattern: "a" },
    ],
    ["a keyword less", "schema", { type: "string", format: "date" }, { type: "string" }, { type: "string" }],
    [
      "a property more, at its place",
      "schema",
      { properties: { c: {}, a: {} } },
      { properties: { a: {}, b: {}, c: {} } },
      { properties: { c: {}, a: {}, b: {} } },
    ],
    [
      "a property less",
      "schema",
      { properties: { a: {}, b: {} } },
      { properties: { b: {} } },
      { properties: { b: {} } },
    ],
    [
      "what is required, in our order",
      "schema",
      { required: ["c", "a", "b"] },
      { required: ["a", "c", "d"] },
      { required: ["c", "d", "a"] },
    ],
    [
      "a value of an enum more",
      "schema",
      { enum: ["b", "a"] },
      { enum: ["a", "b", null] },
      { enum: ["b", null, "a"] },
    ],
    [
      "alternatives",
      "schema",
      { oneOf: [{ type: "string", description: "Ours" }] },
      { oneOf: [{ type: "null" }, { type: "string" }] },
      { oneOf: [{ type: "null" }, { type: "string", description: "Ours" }] },
    ],
    [
      "a reference in the place of a schema",
      "schema",
      { type: "string", description: "Ours" },
      { $ref: "#/components/schemas/A" },
      { $ref: "#/components/schemas/A", description: "Ours" },
    ],
    [
      "a boolean schema",
      "schema",
      { properties: { a: { type: "string" } } },
      { properties: { a: true } },
      { properties: { a: true } },
    ],
    [
      "a parameter more",
      "operation",
      { parameters: [{ name: "b", in: "query", description: "Ours" }] },
      {
        parameters: [
          { name: "a", in: "query" },
          { name: "b", in: "query", description: "Theirs" },
        ],
      },
      {
        parameters: [
          { name: "a", in: "query" },
          { name: "b", in: "query", description: "Ours" },
        ],
      },
    ],
    [
      "an answer less",
      "operation",
      { responses: { 200: { description: "Ours" }, 404: { description: "Ours" } } },
      { responses: { 200: { description: "Theirs" } } },
      { responses: { 200: { description: "Ours" } } },
    ],
    [
      "a server more",
      "operation",
      { servers: [{ url: "/b", description: "Ours" }] },
      { servers: [{ url: "/a" }, { url: "/b" }] },
      { servers: [{ url: "/a" }, { url: "/b", description: "Ours" }] },
    ],
  ])("%s", (_, kind, house, vendor, want) => {
    expect(merged(kind, house, vendor)).toBe(JSON.stringify(want));
  });
});

describe("a node keeps", () => {
  test.each<Case>([
    [
      "our texts",
      "schema",
      { type: "string", description: "Ours" },
      { type: "string", description: "Theirs", title: "A" },
      { type: "string", description: "Ours" },
    ],
    [
      "our texts around something new",
      "schema",
      { description: "Ours", properties: { a: {} } },
      { description: "Theirs", properties: { a: {}, b: { description: "Theirs" } } },
      { description: "Ours", properties: { a: {}, b: { description: "Theirs" } } },
    ],
    [
      "our texts beside something that changed",
      "schema",
      {
        properties: {
          a: { type: "string", description: "Ours" },
          b: { type: "string", description: "Ours" },
        },
      },
      { properties: { a: { type: "string" }, b: { type: "null", description: "Theirs" } } },
      {
        properties: {
          a: { type: "string", description: "Ours" },
          b: { type: "null", description: "Theirs" },
        },
      },
    ],
    [
      "our extensions and no other",
      "operation",
      { operationId: "a", "x-sdkmill-name": "a.b" },
      { operationId: "b", "x-code-samples": [] },
      { operationId: "b", "x-sdkmill-name": "a.b" },
    ],
    [
      "our examples and no other",
      "schema",
      { type: "string", example: "ours" },
      { type: "integer", example: 1, examples: [2] },
      { type: "integer", example: "ours" },
    ],
    [
      "our order of alternatives",
      "schema",
      { anyOf: [{ type: "string", description: "Ours" }, { type: "null" }] },
      { anyOf: [{ type: "null" }, { type: "string" }] },
      { anyOf: [{ type: "string", description: "Ours" }, { type: "null" }] },
    ],
    [
      "our tags, even of an operation that changed",
      "operation",
      { operationId: "a", tags: ["Ours"] },
      { operationId: "b", tags: ["Theirs"] },
      { operationId: "b", tags: ["Ours"] },
    ],
  ])("%s", (_, kind, house, vendor, want) => {
    expect(merged(kind, house, vendor)).toBe(JSON.stringify(want));
  });

  test("the vendor's text of a property that is required now", () => {
    const house = { properties: { a: { description: "Ours, optional" }, b: { description: "Ours" } } };
    const vendor = {
      properties: { a: { description: "Theirs" }, b: { description: "Theirs" } },
      required: ["a"],
    };
    expect(merged("schema", house, vendor)).toBe(
      JSON.stringify({
        properties: { a: { description: "Theirs" }, b: { description: "Ours" } },
        required: ["a"],
      }),
    );
  });

  test("itself where the facts are the same", () => {
    const house = {
      required: ["b", "a"],
      properties: { b: { enum: [2, 1], description: "Ours" }, a: { allOf: [{ type: "object" }] } },
      default: { b: 1, a: 2 },
    };
    const vendor = {
      default: { a: 2, b: 1 },
      properties: { a: { allOf: [{ type: "object", title: "A" }] }, b: { enum: [1, 2] } },
      required: ["a", "b"],
    };
    expect(mergeNode(house, vendor, "schema", known)).toBe(house);
  });
});

describe("a new node", () => {
  test.each<readonly [what: string, kind: PartKind, vendor: Json, want: Json]>([
    [
      "has the vendor's texts and examples",
      "schema",
      { type: "string", description: "Theirs", example: "a" },
      { type: "string", description: "Theirs", example: "a" },
    ],
    [
      "has no extensions, at any depth",
      "operation",
      {
        "x-a": 1,
        responses: {
          200: {
            "x-b": 1,
            content: { "application/json": { "x-c": 1, schema: { "x-d": 1, items: { "x-e": 1 } } } },
          },
          "x-f": 1,
        },
      },
      { responses: { 200: { content: { "application/json": { schema: { items: {} } } } } } },
    ],
    [
      "has properties and headers that are called like extensions",
      "response",
      { headers: { "x-rate": { schema: { properties: { "x-a": {} } } } } },
      { headers: { "x-rate": { schema: { properties: { "x-a": {} } } } } },
    ],
    [
      "has its data as it is",
      "schema",
      { default: { "x-a": 1 }, const: { "x-b": 1 } },
      { default: { "x-a": 1 }, const: { "x-b": 1 } },
    ],
  ])("%s", (_, kind, vendor, want) => {
    expect(merged(kind, undefined, vendor)).toBe(JSON.stringify(want));
  });

  // Prevents: a key of the vendor's that sets the prototype of what is merged.
  test("of the name of a prototype is an ordinary one", () => {
    const vendor = JSON.parse('{ "properties": { "__proto__": { "type": "string" } } }') as Json;
    expect(merged("schema", { properties: { a: {} } }, vendor)).toBe(
      '{"properties":{"__proto__":{"type":"string"}}}',
    );
  });
});
