import { beforeAll, describe, expect, test } from "vitest";
import type { PackageTree } from "../../src/pipeline.ts";
import type { Json, JsonObject } from "../../src/source/json.ts";
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
  test("has a module per namespace of operations, their index, the client, the core and an index", () => {
    const client = packages.find(({ folder }) => folder === "pet-shop-client");
    expect([...(client?.generated.keys() ?? [])].toSorted()).toStrictEqual([
      "client.ts",
      "core.ts",
      "index.ts",
      ...["animals", "health", "index", "pets", "stores-orders"].map((name) => `operations/${name}.ts`),
    ]);
  });

  test("passes the compiler together with types and runtime", () => {
    expect(packageTypeErrors(packages)).toStrictEqual([]);
  });

  test("binds every operation to a method in its namespace, former names too", () => {
    const tree = /bindOperations\(createPetShopCore\(options\), (.*)\) as PetShop;/.exec(
      text("client.ts"),
    )?.[1];
    expect(tree?.replaceAll("operations.", "").replaceAll(/[{} ]/g, "")).toBe(
      [
        "animals:replace:animalsReplace",
        "health:health:healthHealth",
        "pets:delete:petsDelete,get:petsGet,replace:petsReplace,set:petsSet",
        "stores:orders:create:storesOrdersCreate",
      ].join(","),
    );
  });

  test("says of a former name what to use", () => {
    expect(text("operations/animals.ts")).toContain(
      "/**\n * Use {@link petsReplace}: `pets.replace`.\n *\n * `PUT /v1/pets/{id}`\n *\n * @deprecated\n */\nexport function animalsReplace(",
    );
  });

  test("exports what people need from its index", () => {
    const names = [...text("index.ts").matchAll(/\{ (.*) \}/g)].flatMap(([, list = ""]) => list.split(", "));
    expect(names.toSorted()).toStrictEqual([
      ...["ApiError", "createPetShop", "createPetShopCore", "isApiError", "type CallOptions", "type PetShop"],
      ...["type PetShopCore", "type PetShopError", "type PetShopErrorBody", "type PetShopOptions"],
    ]);
  });

  test("sends to their own server the paths that have one", () => {
    expect(text("core.ts")).toContain('servers: [{ url: "https://api.example.com" }]');
    expect(text("core.ts")).toContain(
      'routes: { "POST /v1/stores/{id}/orders": "https://orders.example.com/live" }',
    );
  });

  test("types the body of an answer without success", () => {
    expect(text("core.ts")).toContain('import type * as types from "@sdkmill/pet-shop-types";');
    expect(text("core.ts")).toContain("export type PetShopErrorBody = types.Fault;");
  });
});

interface CoreCase {
  readonly about: string;
  /** Parts of the document. */
  readonly more: Readonly<Record<string, Json>>;
  readonly scheme?: Json;
  /** What the core is to hold. */
  readonly want: readonly string[];
  /** Options of the client that it asks for. */
  readonly options: readonly string[];
}

const basic = { type: "http", scheme: "basic", "x-sdkmill-credentials": { username: "projectId" } };
const key = { type: "apiKey", in: "query", name: "api-key", "x-sdkmill-credentials": { apiKey: "key" } };
const bearer = { type: "http", scheme: "bearer" };
const live = { url: "https://live.example.com/", "x-sdkmill-when": { token: "^live-[\"'`]" } };

const cores: readonly CoreCase[] = [
  {
    about: "no credentials",
    more: {},
    want: ["credentials: undefined", "requestId: undefined"],
    options: [],
  },
  {
    about: "HTTP basic",
    more: {},
    scheme: basic,
    want: ['credentials: {"kind":"basic","username":"projectId","password":"password"}'],
    options: ["projectId", "password"],
  },
  {
    about: "a bearer token, and the property with the id of a request",
    more: { "x-sdkmill": { requestId: "request_id" } },
    scheme: bearer,
    want: ['credentials: {"kind":"bearer","token":"token"}', 'requestId: "request_id"'],
    options: ["token"],
  },
  {
    about: "a key in the query",
    more: {},
    scheme: key,
    want: ['credentials: {"kind":"apiKey","key":"key","in":"query","parameter":"api-key"}'],
    options: ["key"],
  },
  {
    about: "servers by credential",
    more: { servers: [live, { url: "https://test.example.com" }] },
    scheme: bearer,
    want: [
      `servers: [{ url: "https://live.example.com", when: { credential: "token", pattern: "^live-[\\"'\`]" } }, { url: "https://test.example.com" }]`,
    ],
    options: ["token"],
  },
];

function documentOf({ more, scheme }: CoreCase): Json {
  const paths = { "/pets": { get: { operationId: "list", responses: { "204": empty } } } };
  const root = api(paths)["openapi.json"] as JsonObject;
  if (scheme === undefined) return { ...root, ...more };
  const components = { ...(root["components"] as object), securitySchemes: { only: scheme } };
  return { ...root, security: [{ only: [] }], ...more, components };
}

describe("the core knows", () => {
  let clients: readonly (readonly PackageTree[])[] = [];

  beforeAll(async () => {
    clients = await Promise.all(
      cores.map((given, index) => packagesOf({ "openapi.json": documentOf(given) }, `case${index}`)),
    );
  });

  test.each(cores.map((given, index) => ({ ...given, index })))("$about", ({ index, want, options }) => {
    const core = generatedText(clients[index] ?? [], `case${index}-client`, "core.ts");
    expect(want.filter((part) => !core.includes(part))).toStrictEqual([]);
    expect([...core.matchAll(/^readonly (\w+): string;$/gm)].map(([, name]) => name)).toStrictEqual(options);
  });

  test("nothing that the compiler refuses", () => {
    expect(packageTypeErrors(clients.flat())).toStrictEqual([]);
  });
});
