import { describe, expect, it } from "vitest";
import { positions, schemaReferences } from "../../src/contract/positions.ts";
import type { JsonObject } from "../../src/source/json.ts";
import { contractOf } from "../contract-of.ts";
import { api, json, reference } from "../contract-parts.ts";

const ok = { 200: { description: "Done." } };

/** The position of the schema `X` in a document with one operation, or with what else is given. */
function positionOf(operation: JsonObject, components: JsonObject = {}): string | undefined {
  const source = api({
    paths: { "/a": { post: { responses: ok, ...operation } } },
    components: {
      ...components,
      schemas: { X: {}, Y: { items: reference("X") }, ...(components["schemas"] as JsonObject) },
    },
  });
  return positions(source).get("X");
}

const x = json(reference("X"));

describe("the position of a schema", () => {
  it.each([
    { of: "a body", operation: { requestBody: x }, want: "request" },
    { of: "an answer", operation: { responses: { 200: x } }, want: "response" },
    { of: "an error", operation: { responses: { default: x } }, want: "response" },
    { of: "a body and an answer", operation: { requestBody: x, responses: { 200: x } }, want: "both" },
    { of: "nothing", operation: {}, want: "none" },
    {
      of: "a parameter",
      operation: { parameters: [{ name: "a", in: "query", schema: reference("X") }] },
      want: "request",
    },
    {
      of: "a parameter with content",
      operation: { parameters: [{ name: "a", in: "query", ...x }] },
      want: "request",
    },
    {
      of: "a header of an answer",
      operation: { responses: { 200: { headers: { "X-A": { schema: reference("X") } } } } },
      want: "response",
    },
    {
      of: "a schema in a body",
      operation: { requestBody: json({ properties: { a: reference("X") } }) },
      want: "request",
    },
    {
      of: "a schema that another refers to",
      operation: { responses: { 200: json(reference("Y")) } },
      want: "response",
    },
    // In a callback, the API is the one that asks.
    {
      of: "a body of a callback",
      operation: { callbacks: { done: { "{$url}": { post: { requestBody: x } } } } },
      want: "response",
    },
    {
      of: "an answer to a callback",
      operation: { callbacks: { done: { "{$url}": { post: { responses: { 200: x } } } } } },
      want: "request",
    },
    {
      of: "data that looks like a reference",
      operation: { requestBody: json({ default: reference("X") }) },
      want: "none",
    },
  ])("of $of is $want", ({ operation, want }) => {
    expect(positionOf(operation)).toBe(want);
  });

  it.each([
    {
      of: "body",
      operation: { requestBody: { $ref: "#/components/requestBodies/P" } },
      components: { requestBodies: { P: x } },
      want: "request",
    },
    {
      of: "answer",
      operation: { responses: { 200: { $ref: "#/components/responses/P" } } },
      components: { responses: { P: x } },
      want: "response",
    },
    {
      of: "parameter",
      operation: { parameters: [{ $ref: "#/components/parameters/P" }] },
      components: { parameters: { P: { name: "a", in: "query", schema: reference("X") } } },
      want: "request",
    },
    {
      of: "callback",
      operation: { callbacks: { done: { $ref: "#/components/callbacks/P" } } },
      components: { callbacks: { P: { "{$url}": { post: { requestBody: x } } } } },
      want: "response",
    },
    // Described, but of no use to any operation.
    { of: "answer that no operation has", operation: {}, components: { responses: { P: x } }, want: "none" },
  ])("of a shared $of is $want", ({ operation, components, want }) => {
    expect(positionOf(operation, components)).toBe(want);
  });

  it.each([
    { of: "the body of a webhook", operation: { requestBody: x }, want: "response" },
    { of: "the answer to a webhook", operation: { responses: { 200: x } }, want: "request" },
  ])("of $of is $want", ({ operation, want }) => {
    const source = api({ webhooks: { placed: { post: operation } }, components: { schemas: { X: {} } } });
    expect(positions(source).get("X")).toBe(want);
  });

  it("is the same for schemas that refer to each other", () => {
    const schemas = { X: { items: reference("Z") }, Z: { items: reference("X") } };
    expect(positionOf({ requestBody: json(reference("Z")) }, { schemas })).toBe("request");
  });

  it("is found behind a callback that leads back to itself", () => {
    const callbacks = {
      P: {
        "{$url}": { post: { requestBody: x, callbacks: { again: { $ref: "#/components/callbacks/P" } } } },
      },
    };
    expect(positionOf({ callbacks: { done: { $ref: "#/components/callbacks/P" } } }, { callbacks })).toBe(
      "both",
    );
  });

  // Prevents: an overflow of the stack, which is no diagnostic.
  it("is found at the end of a chain of any length", () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => [
      `S${index}`,
      { items: reference(index === 19_999 ? "X" : `S${index + 1}`) },
    ]);
    const schemas = Object.fromEntries(chain) as JsonObject;
    expect(positionOf({ requestBody: json(reference("S0")) }, { schemas })).toBe("request");
  });
});

describe("schemaReferences", () => {
  it("are the keys at any depth, sorted, each once", () => {
    const schema = {
      properties: { b: reference("B"), c: { anyOf: [reference("A"), { not: reference("B") }] } },
      default: reference("C"),
    };
    expect(schemaReferences(schema)).toEqual(["A", "B"]);
  });

  it("are the keys as they are, not as a pointer writes them", () => {
    const source = api({
      paths: {
        "/a": { post: { requestBody: json({ $ref: "#/components/schemas/A.b-c_d" }), responses: ok } },
      },
      components: { schemas: { "A.b-c_d": {} } },
    });
    expect(contractOf({ "a.json": source }).schemas).toMatchObject([{ key: "A.b-c_d", position: "request" }]);
  });
});
