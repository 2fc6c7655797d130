import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { contractOf, readSource } from "../contract-of.ts";
import { api, json, reference } from "../contract-parts.ts";
import type { Operation } from "../../src/contract/contract.ts";

const responses = { 200: { description: "Done." } };

function source(path: string, operation: JsonObject, components: JsonObject = {}) {
  return { "a.json": api({ paths: { [path]: { post: { responses, ...operation } } }, components }) };
}

function operationIn(operation: JsonObject, components?: JsonObject): Operation | undefined {
  return contractOf(source("/a", operation, components)).operations[0];
}

function faultsOf(operation: JsonObject): readonly string[] {
  return readSource(source("/a", operation)).diagnostics.map(
    ({ severity, code, place }) => `${severity} ${code} ${place?.pointer.replace("/paths/~1a/post", "")}`,
  );
}

const order = { type: "object", properties: { id: { type: "string" } } };

describe("the body of a request", () => {
  it("is read with its media type and schema", () => {
    expect(operationIn({ requestBody: { required: true, ...json(order) } })?.body).toEqual({
      mediaType: "application/json",
      required: true,
      schema: order,
      form: "merged",
    });
  });

  it("may be left out unless it is required", () => {
    expect(operationIn({ requestBody: json(order) })?.body?.required).toBe(false);
    expect(operationIn({})?.body).toBeUndefined();
  });

  it("may stand in the components", () => {
    const components = { requestBodies: { Order: { required: true, ...json(order) } } };
    const body = operationIn({ requestBody: { $ref: "#/components/requestBodies/Order" } }, components)?.body;
    expect(body).toMatchObject({ required: true, schema: order });
  });

  it.each([
    { types: ["application/json"], want: "application/json" },
    { types: ["text/xml", "application/json"], want: "application/json" },
    { types: ["application/problem+json"], want: "application/problem+json" },
    { types: ["application/json; charset=utf-8"], want: "application/json; charset=utf-8" },
    { types: ["Application/JSON"], want: "Application/JSON" },
  ])("is JSON in $types", ({ types, want }) => {
    const content = Object.fromEntries(types.map((type) => [type, { schema: {} }]));
    expect(operationIn({ requestBody: { content } })?.body?.mediaType).toBe(want);
  });

  it.each([
    { content: { "multipart/form-data": {} } },
    { content: { "application/jsonlines": {} } },
    { content: {} },
    {},
  ])("is not supported as %j", (requestBody) => {
    expect(faultsOf({ requestBody })).toEqual(["error operation-unsupported /requestBody"]);
  });

  it.each([
    { name: "an object", schema: order, want: "merged" },
    { name: "an object by reference", schema: reference("Order"), want: "merged" },
    {
      name: "an object that takes nothing else",
      schema: { ...order, additionalProperties: false },
      want: "merged",
    },
    { name: "a list", schema: { type: "array" }, want: "whole" },
    { name: "anything", schema: true, want: "whole" },
    { name: "an object or null", schema: { type: ["object", "null"] }, want: "whole" },
    { name: "one of several", schema: { type: "object", oneOf: [order] }, want: "whole" },
    { name: "all of several", schema: { allOf: [reference("Order")] }, want: "whole" },
    // It has to be given or not given as a whole.
    { name: "an object with something required", schema: { ...order, required: ["id"] }, want: "whole" },
  ])("that may be left out and is $name goes in $want", ({ schema, want }) => {
    const components = { schemas: { Order: order } };
    expect(operationIn({ requestBody: json(schema) }, components)?.body?.form).toBe(want);
  });

  it.each([
    {
      name: "a query parameter of the same name",
      parameter: { name: "id", in: "query" },
      schema: order,
      want: "whole",
    },
    {
      name: "a query parameter of another name",
      parameter: { name: "page", in: "query" },
      schema: order,
      want: "merged",
    },
    {
      name: "a header of the same name",
      parameter: { name: "id", in: "header" },
      schema: order,
      want: "merged",
    },
    {
      name: "a query parameter, if it takes anything else",
      parameter: { name: "page", in: "query" },
      schema: { ...order, additionalProperties: true },
      want: "whole",
    },
    {
      name: "a query parameter of the name of something that all objects inherit",
      parameter: { name: "constructor", in: "query" },
      schema: order,
      want: "merged",
    },
  ])("beside $name goes in $want", ({ parameter, schema, want }) => {
    const parameters = [{ ...parameter, schema: {} }];
    expect(operationIn({ parameters, requestBody: { required: true, ...json(schema) } })?.body?.form).toBe(
      want,
    );
  });

  it("with something required goes in merged if it is required itself", () => {
    const requestBody = { required: true, ...json({ ...order, required: ["id"] }) };
    expect(operationIn({ requestBody })?.body?.form).toBe("merged");
  });

  it.each(["get", "head"])("is not supported with %s: fetch does not send it", (method) => {
    const paths = { "/a": { [method]: { requestBody: json(order), responses } } };
    const { diagnostics } = readSource({ "a.json": api({ paths }) });
    expect(diagnostics.map(({ code }) => code)).toEqual(["operation-unsupported"]);
  });
});

describe("the answers of an operation", () => {
  const a = { const: "a" };
  const b = { const: "b" };
  const c = { const: "c" };

  it.each<{ name: string; given: JsonObject; results: readonly Json[]; errors: readonly Json[] }>([
    {
      name: "2XX and the rest",
      given: { 200: json(a), "4XX": json(b), default: json(c) },
      results: [a],
      errors: [b, c],
    },
    {
      name: "several codes",
      given: { 200: json(a), 201: json(b), 404: json(c) },
      results: [a, b],
      errors: [c],
    },
    { name: "ranges", given: { "2XX": json(a), 302: json(b) }, results: [a], errors: [b] },
    {
      name: "a default alone, which is the result",
      given: { default: json(a), 400: json(b) },
      results: [a],
      errors: [b],
    },
    { name: "one schema twice", given: { 400: json(a), 404: json(a) }, results: [], errors: [a] },
    { name: "no content", given: { 204: { description: "Done." }, 400: json(a) }, results: [], errors: [a] },
    {
      name: "a failure with other content",
      given: { 204: {}, 400: { content: { "text/html": { schema: a } } } },
      results: [],
      errors: [],
    },
    {
      name: "JSON without a schema",
      given: { 200: { content: { "application/json": {} } } },
      results: [true],
      errors: [],
    },
    {
      name: "two kinds of JSON",
      given: {
        200: { content: { "application/json": { schema: a }, "application/hal+json": { schema: b } } },
      },
      results: [a, b],
      errors: [],
    },
    { name: "an extension", given: { 200: json(a), "x-note": json(b) }, results: [a], errors: [] },
    {
      name: "a shared answer",
      given: { 200: json(a), 400: { $ref: "#/components/responses/Bad" } },
      results: [a],
      errors: [b],
    },
  ])("are told apart: $name", ({ given, results, errors }) => {
    const components = { responses: { Bad: json(b) } };
    expect(operationIn({ responses: given }, components)).toMatchObject({ results, errors });
  });

  it.each<[why: string, given: JsonObject, mayBeEmpty: boolean]>([
    ["has content", { 200: json(a), 404: {} }, false],
    ["has none", { 204: {}, 404: json(a) }, true],
    ["has none in one of its forms", { 200: json(a), 204: { description: "Done." } }, true],
    ["is a default without content", { default: {} }, true],
    ["has content, and the default is for failures", { 200: json(a), default: {} }, false],
  ])("may be empty where success %s", (_, given, mayBeEmpty) => {
    expect(operationIn({ responses: given })).toMatchObject({ mayBeEmpty });
  });

  it("are faulty where success is no JSON", () => {
    const csv = { content: { "text/csv": { schema: a } } };
    expect(faultsOf({ responses: { 200: csv, 400: csv } })).toEqual([
      "error operation-unsupported /responses/200",
    ]);
  });

  it.each(["20", "2000", "600", "099", "2xx", "ok", "Default", ""])(
    "are faulty with the status %j",
    (status) => {
      expect(faultsOf({ responses: { 200: {}, [status]: {} } })).toEqual([
        `error openapi-shape /responses/${status}`,
      ]);
    },
  );
});
