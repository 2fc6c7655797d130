import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/source/json.ts";
import { contractOf, operationNames, readSource } from "../contract-of.ts";
import { api, apiWithOperation, json } from "../contract-parts.ts";

const responses = { 200: { description: "Done." } };

describe("an operation", () => {
  it("is read as a whole", () => {
    const source = apiWithOperation({
      operationId: "listOrders",
      summary: "Lists orders.",
      description: "All of them.",
      deprecated: true,
      parameters: [{ name: "page", in: "query", description: "From 1.", schema: { type: "integer" } }],
      responses: { 200: json({ type: "array" }), 404: json({ type: "object" }) },
    });
    expect(contractOf({ "a.json": source }).operations).toEqual([
      {
        operationId: "listOrders",
        httpMethod: "get",
        path: "/orders",
        name: { namespace: ["orders"], method: "listOrders" },
        functionName: "ordersListOrders",
        mayBeEmpty: false,
        aliases: [],
        summary: "Lists orders.",
        description: "All of them.",
        deprecated: true,
        parameters: [
          {
            name: "page",
            in: "query",
            required: false,
            description: "From 1.",
            deprecated: false,
            schema: { type: "integer" },
          },
        ],
        body: undefined,
        results: [{ type: "array" }],
        errors: [{ type: "object" }],
        server: undefined,
        retry: "safe",
        pagination: undefined,
      },
    ]);
  });

  it("is one for each HTTP method of a path", () => {
    const methods = ["get", "put", "post", "delete", "options", "head", "patch"];
    const item = Object.fromEntries(methods.map((method) => [method, { responses }]));
    const { operations } = contractOf({
      "a.json": api({ paths: { "/a": { ...item, summary: "x", "x-note": {} } } }),
    });
    expect(operations.map(({ httpMethod }) => httpMethod)).toEqual(methods.toSorted());
  });

  it("is not found in extensions, webhooks and callbacks", () => {
    const source = api({
      paths: {
        "x-draft": { get: { responses } },
        "/a": { get: { responses, callbacks: { b: { c: { post: {} } } } } },
      },
      webhooks: { placed: { post: { responses } } },
    });
    expect(operationNames(contractOf({ "a.json": source }))).toEqual(["a.get"]);
  });

  it("are sorted by name, whatever the order of paths", () => {
    const paths = {
      "/b": { get: { responses } },
      "/a/b": { get: { responses } },
      "/a": { get: { responses } },
    };
    expect(operationNames(contractOf({ "a.json": api({ paths }) }))).toEqual(["a.b.get", "a.get", "b.get"]);
  });

  it("may stand in a path item of the components", () => {
    const source = api({
      paths: { "/a": { $ref: "#/components/pathItems/A" } },
      components: { pathItems: { A: { get: { responses } } } },
    });
    expect(operationNames(contractOf({ "a.json": source }))).toEqual(["a.get"]);
  });
});

describe("the server of an operation", () => {
  const own = [{ url: "https://{region}.fraud.example/", variables: { region: { default: "eu" } } }];
  const elsewhere = [{ url: "https://elsewhere.example" }];

  it.each([
    { of: "the API", item: {}, operation: {}, want: undefined },
    { of: "the path item", item: { servers: own }, operation: {}, want: "https://eu.fraud.example" },
    { of: "the operation", item: {}, operation: { servers: own }, want: "https://eu.fraud.example" },
    {
      of: "the operation before that of the path item",
      item: { servers: elsewhere },
      operation: { servers: own },
      want: "https://eu.fraud.example",
    },
    {
      of: "the API, said again",
      item: { servers: [{ url: "https://shop.example/" }] },
      operation: {},
      want: undefined,
    },
    { of: "the API, for an empty list", item: { servers: [] }, operation: {}, want: undefined },
  ])("is that of $of", ({ item, operation, want }) => {
    const source = api({ paths: { "/a": { ...item, get: { ...operation, responses } } } });
    expect(contractOf({ "a.json": source }).operations[0]?.server).toBe(want);
  });
});

describe("operation-id-duplicate", () => {
  const paths = {
    "/a": { get: { operationId: "list", responses } },
    "/b": { get: { operationId: "list", responses } },
    "/c": { get: { operationId: "list", responses }, put: { responses }, post: { responses } },
    "/d": { get: { operationId: "List", responses } },
  };

  it("is said of every operation after the first", () => {
    const { diagnostics } = readSource({ "a.json": api({ paths }) });
    expect(diagnostics.map(({ code, message, place }) => [code, place?.pointer, message])).toEqual([
      [
        "operation-id-duplicate",
        "/paths/~1b/get/operationId",
        'The operationId "list" is already used by GET /a.',
      ],
      [
        "operation-id-duplicate",
        "/paths/~1c/get/operationId",
        'The operationId "list" is already used by GET /a.',
      ],
    ]);
  });
});

describe("parts that have another shape than OpenAPI gives them", () => {
  it.each([
    { name: "paths that are a list", parts: { paths: [] }, want: "/paths" },
    { name: "a path item that is a text", parts: { paths: { "/a": "get" } }, want: "/paths/~1a" },
    { name: "an operation that is null", parts: { paths: { "/a": { get: null } } }, want: "/paths/~1a/get" },
    {
      name: "parameters that are a mapping",
      parts: { paths: { "/a": { get: { parameters: {}, responses } } } },
      want: "/paths/~1a/get/parameters",
    },
    {
      name: "answers that are a list",
      parts: { paths: { "/a": { get: { responses: [] } } } },
      want: "/paths/~1a/get/responses",
    },
    { name: "components that are a list", parts: { components: [] }, want: "/components" },
    { name: "schemas that are a list", parts: { components: { schemas: [] } }, want: "/components/schemas" },
    {
      name: "a key of a component with a slash",
      parts: { components: { schemas: { "a/b": {} } } },
      want: "/components/schemas/a~1b",
    },
  ] satisfies readonly { name: string; parts: JsonObject; want: string }[])(
    "are reported: $name",
    ({ parts, want }) => {
      const { diagnostics } = readSource({ "a.json": api(parts) });
      expect(diagnostics.map(({ code, place }) => [code, place?.pointer])).toEqual([["openapi-shape", want]]);
    },
  );
});
