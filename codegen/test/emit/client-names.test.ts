import { beforeAll, describe, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { isRefused, type SourceFiles } from "../generated-contract.ts";
import { packagesOf } from "../generated-packages.ts";
import { packageTypeErrors } from "../generated-type-check.ts";
import { answer, api, empty, json, parameter, ref } from "./client-documents.ts";

const object: Json = { type: "object", properties: { name: { type: "string" } } };

/** An API in which a schema of this name is sent, received and thrown. */
function using(schema: string): SourceFiles {
  const responses = { "200": answer(ref(schema)), default: answer(ref(schema)) };
  const get = { operationId: "list", parameters: [parameter("q", "query")], responses };
  const post = { operationId: "add", requestBody: { required: true, ...json(ref(schema)) }, responses };
  return api({ "/pets": { get, post } }, { [schema]: object });
}

/** An API whose only operation has this name. */
function calling(name: string): SourceFiles {
  const get = {
    ...{ operationId: "list", "x-sdkmill-name": name, parameters: [parameter("q", "query")] },
    responses: { "200": answer(ref("Pet")), "204": empty },
  };
  return api({ "/": { get } });
}

/** The same with pages. */
function paging(name: string): SourceFiles {
  const page: Json = {
    type: "object",
    properties: { next: { type: "string" }, pets: { type: "array", items: {} } },
  };
  const get = {
    ...{ operationId: "list", "x-sdkmill-name": name, parameters: [parameter("q", "query")] },
    "x-sdkmill-pagination": { cursor: "q", next: "next", items: "pets" },
    responses: { "200": answer(page) },
  };
  return api({ "/": { get } });
}

const schemas = [
  ...["ApiError", "ApiClient", "ApiDescription", "CallOptions", "ClientOptions", "Operations", "Paths"],
  ...["PetsListParams", "PetsListResult", "ApiPromise", "PagedPromise", "NonNullable", "Validation"],
];
const methods = [
  ...["call", "client", "params", "options", "operations", "delete", "constructor", "then", "index", "core"],
  ...["bindOperations", "createApi", "isApiError", "paged", "isAnyApiError", "validateBy", "logTo"],
];
const namespaces = ["index", "core", "client", "operations", "constructor", "default", "a.b.c"];

interface NameCase {
  readonly about: string;
  /** @param client the name of the type of the client */
  readonly files: (client: string) => SourceFiles;
}

const cases: readonly NameCase[] = [
  ...["", "Core", "Options", "Error", "ErrorBody", "ErrorBody1", "ErrorType", "ErrorTypes"].map((end) => ({
    about: `a schema called as the client${end === "" ? "" : ` with ${end}`}`,
    files: (client: string) => using(client + end),
  })),
  ...schemas.map((name) => ({ about: `a schema called ${name}`, files: () => using(name) })),
  ...methods.map((name) => ({ about: `an operation called ${name}`, files: () => calling(name) })),
  ...methods.map((name) => ({
    about: `an operation with pages called ${name}`,
    files: () => paging(name),
  })),
  ...namespaces.map((name) => ({
    about: `an operation called ${name}.read`,
    files: () => calling(`${name}.read`),
  })),
];

// Prevents: two declarations of one name in a module of the client, or two modules of one path.
describe("the client passes the compiler, or is refused, with", () => {
  let errors: readonly string[] = [];

  beforeAll(async () => {
    const packages = await Promise.all(
      cases.map(({ files }, index) => {
        const given = files(`Case${index}`);
        return isRefused(given) ? [] : packagesOf(given, `case${index}`);
      }),
    );
    errors = packageTypeErrors(packages.flat());
  });

  test.each(cases.map(({ about }, index) => [about, index] as const))("%s", (_, index) => {
    expect(errors.filter((line) => line.includes(`/case${index}-`))).toStrictEqual([]);
  });
});

/** Names of APIs of which a client would take those of its runtime, or of the language. */
const apis = [
  ...["api", "client", "call", "connection", "timeout", "validation", "hooks", "retry-class", "api-error"],
  ...["api-promise", "paged-promise", "api-client", "api-response", "call-options", "client-options"],
  ...["api-description", "promise", "record", "non-nullable", "is", "paged", "types", "operations", "basic"],
];

// Prevents: two declarations of one name in the index or in a module of the client.
describe("the client passes the compiler, of an API called", () => {
  let errors: readonly string[] = [];

  beforeAll(async () => {
    const errorTypes = { errorType: ["name"], errorTypes: { gone: {} } };
    const files = api(
      {
        "/pets": {
          get: { operationId: "list", responses: { "200": answer(ref("Pet")), default: answer(ref("Pet")) } },
        },
      },
      { Pet: object },
      { "x-sdkmill": errorTypes },
    );
    const packages = await Promise.all(apis.map((name) => packagesOf(files, name)));
    errors = packageTypeErrors(packages.flat());
  });

  test.each(apis)("%s", (name) => {
    expect(errors.filter((line) => line.includes(`/${name}-client/`))).toStrictEqual([]);
  });
});
