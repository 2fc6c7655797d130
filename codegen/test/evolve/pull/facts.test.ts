import { describe, expect, test } from "vitest";
import { factsOf, ownFactsOf } from "../../../src/evolve/pull/facts.ts";
import type { PartKind } from "../../../src/evolve/pull/node-parts.ts";
import type { Json } from "../../../src/source/json.ts";

type Case = readonly [what: string, kind: PartKind, a: Json, b: Json];

describe("facts are the same", () => {
  test.each<Case>([
    [
      "whatever the texts of a schema",
      "schema",
      { type: "string", title: "A", description: "B" },
      { type: "string", $comment: "C" },
    ],
    ["whatever the examples", "schema", { type: "string", example: 1 }, { type: "string", examples: ["a"] }],
    ["whatever the extensions", "schema", { type: "string", "x-a": 1 }, { type: "string" }],
    [
      "whatever the order of keys",
      "schema",
      { type: "string", format: "date" },
      { format: "date", type: "string" },
    ],
    ["whatever the order of what is required", "schema", { required: ["a", "b"] }, { required: ["b", "a"] }],
    ["whatever the order of an enum", "schema", { enum: ["a", 1, null] }, { enum: [null, "a", 1] }],
    ["whatever the order of types", "schema", { type: ["null", "string"] }, { type: ["string", "null"] }],
    [
      "whatever the order of alternatives",
      "schema",
      { anyOf: [{ type: "string" }, { type: "null" }] },
      { anyOf: [{ type: "null" }, { type: "string" }] },
    ],
    [
      "whatever is said of a property",
      "schema",
      { properties: { a: { type: "string", description: "A" } } },
      { properties: { a: { type: "string" } } },
    ],
    [
      "whatever the keys of an object in data",
      "schema",
      { default: { a: 1, b: [{ c: 2, d: 3 }] } },
      { default: { b: [{ d: 3, c: 2 }], a: 1 } },
    ],
    [
      "whatever the grouping of an operation",
      "operation",
      { operationId: "a", tags: ["A"] },
      { operationId: "a", tags: ["B"], summary: "C" },
    ],
    [
      "whatever the order of parameters",
      "operation",
      {
        parameters: [
          { name: "a", in: "query" },
          { name: "b", in: "query" },
        ],
      },
      {
        parameters: [
          { name: "b", in: "query" },
          { name: "a", in: "query" },
        ],
      },
    ],
    [
      "whatever the order of servers",
      "operation",
      { servers: [{ url: "/a" }, { url: "/b" }] },
      { servers: [{ url: "/b", description: "B" }, { url: "/a" }] },
    ],
    [
      "whatever the description of an answer",
      "operation",
      { responses: { 200: { description: "A" }, "x-a": 1 } },
      { responses: { 200: { description: "B" } } },
    ],
  ])("%s", (_, kind, a, b) => {
    expect(factsOf(a, kind)).toBe(factsOf(b, kind));
  });
});

describe("facts are not the same", () => {
  test.each<Case>([
    ["with another type", "schema", { type: "string" }, { type: "integer" }],
    [
      "with a property that is called like a text",
      "schema",
      { properties: { description: {} } },
      { properties: {} },
    ],
    [
      "with a property that is called like an extension",
      "schema",
      { properties: { "x-a": {} } },
      { properties: {} },
    ],
    ["with a default that has a title", "schema", { default: { title: "A" } }, { default: {} }],
    [
      "with another constant that has a description",
      "schema",
      { const: { description: "A" } },
      { const: { description: "B" } },
    ],
    [
      "in the order of a tuple",
      "schema",
      { prefixItems: [{ type: "string" }, { type: "null" }] },
      { prefixItems: [{ type: "null" }, { type: "string" }] },
    ],
    ["with another value in an enum", "schema", { enum: ["a"] }, { enum: ["a", "b"] }],
    ["deprecated or not", "operation", { deprecated: true }, {}],
    ["with another answer", "operation", { responses: { 200: {} } }, { responses: { 201: {} } }],
    [
      "with another parameter",
      "operation",
      { parameters: [{ name: "a", in: "query" }] },
      { parameters: [{ name: "a", in: "header" }] },
    ],
    [
      "with another header that is called like an extension",
      "response",
      { headers: { "x-rate": {} } },
      { headers: {} },
    ],
  ])("%s", (_, kind, a, b) => {
    expect(factsOf(a, kind)).not.toBe(factsOf(b, kind));
  });
});

describe("the own facts of a node are not", () => {
  test.each<Case>([
    [
      "its properties",
      "schema",
      { type: "object", properties: { a: {} } },
      { type: "object", properties: { b: {} } },
    ],
    ["what it requires", "schema", { type: "object", required: ["a"] }, { type: "object" }],
    [
      "the parameters of an operation",
      "operation",
      { operationId: "a", parameters: [] },
      { operationId: "a" },
    ],
    ["its answers", "operation", { responses: { 200: {} } }, { responses: { 201: {} } }],
  ])("%s", (_, kind, a, b) => {
    expect(ownFactsOf(a, kind)).toBe(ownFactsOf(b, kind));
  });

  test.each<Case>([
    ["but its items are", "schema", { items: { type: "string" } }, { items: { type: "integer" } }],
    [
      "but the schema of a parameter is",
      "parameter",
      { schema: { type: "string" } },
      { schema: { type: "integer" } },
    ],
    ["but that a body is required is", "operation", { requestBody: { required: true } }, { requestBody: {} }],
  ])("%s", (_, kind, a, b) => {
    expect(ownFactsOf(a, kind)).not.toBe(ownFactsOf(b, kind));
  });
});
