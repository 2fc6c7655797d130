import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { contractOf, readSource } from "../contract-of.ts";
import { api } from "../contract-parts.ts";

const responses = { 200: { description: "Done." } };

function source(
  path: string,
  parameters: readonly Json[],
  shared: readonly Json[] = [],
  components: JsonObject = {},
) {
  return {
    "a.json": api({ paths: { [path]: { parameters: shared, get: { parameters, responses } } }, components }),
  };
}

function parametersOf(...given: Parameters<typeof source>) {
  return contractOf(source(...given)).operations[0]?.parameters.map(
    ({ name, in: where, required, schema }) => ({ name, in: where, required, schema }),
  );
}

function faultsOf(...given: Parameters<typeof source>): readonly string[] {
  return readSource(source(...given)).diagnostics.map(
    ({ severity, code, place }) => `${severity} ${code} ${place?.pointer.replace("/paths/", "")}`,
  );
}

const id = { name: "id", in: "path", required: true, schema: { type: "string" } };

describe("the parameters of an operation", () => {
  it("are those of the path item, then its own, which win", () => {
    const shared = [id, { name: "page", in: "query", schema: { type: "string" } }];
    const own = [
      { name: "page", in: "query", required: true, schema: { type: "integer" } },
      { name: "page", in: "header" },
    ];
    expect(parametersOf("/a/{id}", own, shared)).toEqual([
      id,
      { name: "page", in: "query", required: true, schema: { type: "integer" } },
      { name: "page", in: "header", required: false, schema: true },
    ]);
  });

  it("may stand in the components, by way of several references", () => {
    const parameters = { Id: { $ref: "#/components/parameters/Real" }, Real: id };
    expect(parametersOf("/a/{id}", [{ $ref: "#/components/parameters/Id" }], [], { parameters })).toEqual([
      id,
    ]);
  });

  it("are required in a path, whatever they say", () => {
    expect(parametersOf("/a/{id}", [{ name: "id", in: "path", required: false }])).toMatchObject([
      { required: true },
    ]);
  });

  it.each(["Accept", "content-type", "Authorization"])(
    "are not the header %s, which has another place",
    (name) => {
      expect(parametersOf("/a", [{ name, in: "header", schema: {} }])).toEqual([]);
    },
  );
});

describe("faults of parameters", () => {
  const at = "~1a/get/parameters/0";

  it.each([
    { name: "no name", parameter: { in: "query" }, want: `error operation-parameter ${at}` },
    { name: "an empty name", parameter: { name: "", in: "query" }, want: `error operation-parameter ${at}` },
    { name: "no place", parameter: { name: "a" }, want: `error operation-parameter ${at}` },
    { name: "a place of old", parameter: { name: "a", in: "body" }, want: `error operation-parameter ${at}` },
    { name: "no mapping", parameter: "a", want: `error openapi-shape ${at}` },
    { name: "a cookie", parameter: { name: "a", in: "cookie" }, want: `warning operation-unsupported ${at}` },
    {
      name: "a style that is not supported",
      parameter: { name: "a", in: "query", style: "pipeDelimited" },
      want: `error operation-unsupported ${at}`,
    },
    {
      name: "a style of another place",
      parameter: { name: "a", in: "header", style: "form" },
      want: `error operation-unsupported ${at}`,
    },
    {
      name: "items in one value",
      parameter: { name: "a", in: "query", explode: false },
      want: `error operation-unsupported ${at}`,
    },
    {
      name: "content",
      parameter: { name: "a", in: "query", content: { "application/json": { schema: {} } } },
      want: `error operation-unsupported ${at}`,
    },
  ])("are $name", ({ parameter, want }) => {
    expect(faultsOf("/a", [parameter])).toEqual([want]);
  });

  it.each([
    { name: "a", in: "query", style: "form" },
    { name: "a", in: "query", style: "form", explode: true },
    { name: "a", in: "query", style: "deepObject", explode: true },
    { name: "a", in: "header", style: "simple" },
  ])("are none in %j", (parameter) => {
    expect(faultsOf("/a", [{ ...parameter, schema: {} }])).toEqual([]);
  });

  it.each([
    { name: "no parameter for a part of the path", path: "/a/{id}", parameters: [], faults: 1 },
    { name: "no parameters for two parts", path: "/a/{id}/{line}", parameters: [], faults: 2 },
    { name: "a parameter that the path does not have", path: "/a", parameters: [id], faults: 1 },
    { name: "a name in another case", path: "/a/{ID}", parameters: [id], faults: 2 },
    {
      name: "a query parameter for a part of the path",
      path: "/a/{id}",
      parameters: [{ ...id, in: "query" }],
      faults: 1,
    },
  ])("are $name", ({ path, parameters, faults }) => {
    const escaped = path.replaceAll("/", "~1");
    expect(faultsOf(path, parameters)).toEqual(
      Array.from({ length: faults }, () => `error operation-parameter ${escaped}/get`),
    );
  });

  it("are told once for each operation of a path", () => {
    const paths = { "/a/{id}": { get: { responses }, put: { responses } } };
    expect(readSource({ "a.json": api({ paths }) }).faults).toEqual([
      "error operation-parameter a.json:14:7 /paths/~1a~1{id}/get",
      "error operation-parameter a.json:21:7 /paths/~1a~1{id}/put",
    ]);
  });

  it("are two of one name in one place", () => {
    const page = { name: "page", in: "query", schema: {} };
    expect(faultsOf("/a", [page, page])).toEqual(["error operation-parameter ~1a/get/parameters/1"]);
  });
});
