import { beforeAll, describe, expect, test } from "vitest";
import type { PackageTree } from "../../src/pipeline.ts";
import { generatedText, packagesOf } from "../generated-packages.ts";
import { packageTypeErrors } from "../generated-type-check.ts";
import { answer, api, empty, parameter, ref } from "./client-documents.ts";

const responses = { "200": answer(ref("Pet")), default: answer(ref("Fault")) };

const files = api(
  {
    "/v1/pets/{id}": {
      parameters: [parameter("id", "path")],
      get: { operationId: "api_pets_v1_Get", responses },
      delete: { responses: { "204": empty } },
      put: {
        operationId: "api_pets_v1_Replace",
        "x-sdkmill-aliases": ["pets.set", "animals.replace"],
        responses,
      },
    },
    "/v1/stores/{id}/orders": {
      servers: [{ url: "https://orders.example.com/{stage}/", variables: { stage: { default: "live" } } }],
      parameters: [parameter("id", "path")],
      post: { operationId: "createOrder", "x-sdkmill-name": "stores.orders.create", responses },
    },
    "/health": { get: { operationId: "health", servers: [{ url: "https://api.example.com" }], responses } },
  },
  { Pet: { type: "object" }, Fault: { type: "object", properties: { code: { type: "string" } } } },
);

let packages: readonly PackageTree[] = [];

beforeAll(async () => {
  packages = await packagesOf(files);
});

function text(path: string): string {
  return generatedText(packages, "pet-shop-client", path);
}

describe("the client package", () => {
  test("has a module per namespace of operations, their index, the client, the core, what it knows and an index", () => {
    const client = packages.find(({ folder }) => folder === "pet-shop-client");
    expect([...(client?.generated.keys() ?? [])].toSorted()).toStrictEqual([
      "client.ts",
      "core.ts",
      "description.ts",
      "index.ts",
      ...["animals", "health", "index", "pets", "stores-orders"].map((name) => `operations/${name}.ts`),
      "validation.ts",
    ]);
  });

  test("passes the compiler together with types and runtime", () => {
    expect(packageTypeErrors(packages)).toStrictEqual([]);
  });

  test("binds every operation to a method in its namespace by its route, former names too", () => {
    const client = text("client.ts");
    expect(client).toContain(
      [
        "const client = new ApiClient({ ...petShopApi, secrets }, { ...options });",
        "return bindOperations(client, operations, options) as PetShop;",
      ].join("\n  "),
    );
    const tree = /^const operations = ([^]*?) as const;$/m.exec(client)?.[1];
    expect(tree?.replaceAll(/,\n\}/g, "}").replaceAll("\n", "").replaceAll('"', "")).toBe(
      [
        "{animals: {replace: PUT /v1/pets/{id}}",
        "health: {health: GET /health}",
        "pets: {delete: DELETE /v1/pets/{id} void,get: GET /v1/pets/{id},replace: PUT /v1/pets/{id},set: PUT /v1/pets/{id}}",
        "stores: {orders: {create: POST /v1/stores/{id}/orders @https://orders.example.com/live}}}",
      ].join(","),
    );
  });

  // Prevents: all functions in the bundle of a client that calls one of them.
  test("takes no more than types from the operations", () => {
    expect(text("client.ts").match(/^import .*operations.*$/gm)).toStrictEqual([
      'import type * as declared from "./operations/index.js";',
    ]);
  });

  test("says of a former name what to use", () => {
    expect(text("operations/animals.ts")).toContain(
      "/**\n * Use {@link petsReplace}: `pets.replace`.\n *\n * `PUT /v1/pets/{id}`\n *\n * @deprecated\n */\nexport function animalsReplace(",
    );
  });

  test("exports what people need from its index", () => {
    const names = [...text("index.ts").matchAll(/\{ (.*) \}/g)].flatMap(([, list = ""]) => list.split(", "));
    expect(names.toSorted()).toStrictEqual([
      ...["ApiError", "ClientError", "ConnectionError", "TimeoutError", "ValidationError"],
      ...["createPetShop", "createPetShopCore", "isApiError", "logTo"],
      ...["type ApiPromise", "type ApiResponse", "type CallOptions", "type ClientOptions", "type Hooks"],
      ...["type PagedPromise", "type PetShop", "type PetShopCore", "type PetShopError"],
      ...["type PetShopErrorBody", "type PetShopErrorType", "type PetShopOptions", "type RetryClass"],
    ]);
  });

  test("types the body of an answer without success", () => {
    expect(text("core.ts")).toContain('import type * as types from "@sdkmill/pet-shop-types";');
    expect(text("core.ts")).toContain("export type PetShopErrorBody = types.Fault;");
  });
});
