import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { isRefused, type SourceFiles } from "../generated-contract.ts";
import { generatedText, packagesOf } from "../generated-packages.ts";
import { packageTypeErrors } from "../generated-type-check.ts";
import { api, apiOf, empty, json, parameter } from "./client-documents.ts";

const bearer = { type: "http", scheme: "bearer" };
const basic = { type: "http", scheme: "basic" };
const operation = { operationId: "list", responses: { "204": empty } };

// Prevents: a client that imports from a package that is not there.
test("an API without component schemas has types for its client", async () => {
  const packages = await packagesOf(api({ "/pets": { get: operation } }, {}));
  expect(packages.map(({ folder }) => folder)).toContain("pet-shop-types");
  expect(packageTypeErrors(packages)).toStrictEqual([]);
});

// Prevents: one value for two parameters, since all of them are properties of one object.
describe("one name for two things is refused:", () => {
  test.each<readonly [string, SourceFiles]>([
    [
      "in path and query",
      apiOf({ parameters: [parameter("id", "path"), parameter("id", "query")] }, "/pets/{id}"),
    ],
    [
      "a parameter and the body as a whole",
      apiOf({ parameters: [parameter("body", "query")], requestBody: json({ type: "array", items: {} }) }),
    ],
  ])("%s", (_, files) => {
    expect(isRefused(files)).toBe(true);
  });
});

// Prevents: a client that does not compile, or that takes a secret for an address.
describe("one option for two things is refused:", () => {
  test.each<readonly [string, Json]>([
    ["the address of the server", { ...bearer, "x-sdkmill-credentials": { token: "baseUrl" } }],
    ["the headers of every call", { ...bearer, "x-sdkmill-credentials": { token: "headers" } }],
    ["name and password", { ...basic, "x-sdkmill-credentials": { username: "key", password: "key" } }],
  ])("%s", (_, scheme) => {
    const root = api({ "/pets": { get: operation } })["openapi.json"] as JsonObject;
    const components = { ...(root["components"] as object), securitySchemes: { only: scheme } };
    expect(isRefused({ "openapi.json": { ...root, security: [{ only: [] }], components } })).toBe(true);
  });
});

// Prevents: the server of one operation is taken for all operations at its path.
test("a server of an operation is not that of the others at its path", async () => {
  const own = { ...operation, operationId: "add", servers: [{ url: "https://other.example.com" }] };
  const packages = await packagesOf(api({ "/pets": { get: operation, post: own } }));
  const client = generatedText(packages, "pet-shop-client", "client.ts");
  expect(client.match(/"[A-Z]+ \/pets .*"/g)).toStrictEqual([
    '"POST /pets void @https://other.example.com"',
    '"GET /pets void"',
  ]);
});
