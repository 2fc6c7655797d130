import { beforeAll, describe, expect, test } from "vitest";
import type { PackageTree } from "../../src/pipeline.ts";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { generatedText, packagesOf } from "../generated-packages.ts";
import { packageTypeErrors } from "../generated-type-check.ts";
import { api, empty } from "./client-documents.ts";

interface CoreCase {
  readonly about: string;
  /** Parts of the document. */
  readonly more: Readonly<Record<string, Json>>;
  readonly scheme?: Json;
  /** What the description is to say, besides name and server if it does not name those. */
  readonly want: string;
  /** Options of the client that it asks for, with their types. */
  readonly options: readonly string[];
}

const basic = { type: "http", scheme: "basic", "x-sdkmill-credentials": { username: "projectId" } };
const key = { type: "apiKey", in: "query", name: "api-key", "x-sdkmill-credentials": { apiKey: "key" } };
const bearer = { type: "http", scheme: "bearer" };
const rotated = "string | (() => string | Promise<string>)";
const live = { url: "https://live.example.com/", "x-sdkmill-when": { token: "^live-[\"'`]" } };

const cores: readonly CoreCase[] = [
  {
    about: "no more than the name and the server",
    more: {},
    want: 'name: "Pet shop", server: () => "https://api.example.com"',
    options: [],
  },
  {
    about: "HTTP basic",
    more: {},
    scheme: basic,
    want: 'credentials: basic("projectId", "password")',
    options: ["projectId: string", `password: ${rotated}`],
  },
  {
    about: "a bearer token, and the property with the id of a request",
    more: { "x-sdkmill": { requestId: "request_id" } },
    scheme: bearer,
    want: 'credentials: bearer("token"), requestId: "request_id"',
    options: [`token: ${rotated}`],
  },
  {
    about: "a key in the query",
    more: {},
    scheme: key,
    want: 'credentials: apiKey("key", "query", "api-key")',
    options: [`key: ${rotated}`],
  },
  {
    about: "a key in a header",
    more: {},
    scheme: { type: "apiKey", in: "header", name: 'X-"Key' },
    want: 'credentials: apiKey("apiKey", "header", "X-\\"Key")',
    options: [`apiKey: ${rotated}`],
  },
  {
    // Prevents: a function where a text selects the server.
    about: "servers by credential, which then is a text",
    more: { servers: [live, { url: "https://test.example.com" }] },
    scheme: bearer,
    want: `server: (options) => new RegExp("^live-[\\"'\`]", "u").test(String(options["token"])) ? "https://live.example.com" : "https://test.example.com", credentials: bearer("token")`,
    options: ["token: string"],
  },
  {
    about: "servers by credential alone, the first that fits",
    more: { servers: [live, { ...live, url: "https://spare.example.com" }] },
    scheme: bearer,
    want: `server: (options) => new RegExp("^live-[\\"'\`]", "u").test(String(options["token"])) ? "https://live.example.com" : new RegExp("^live-[\\"'\`]", "u").test(String(options["token"])) ? "https://spare.example.com" : "", credentials: bearer("token")`,
    options: ["token: string"],
  },
  {
    about: "no server where there is none",
    more: { servers: [] },
    want: 'name: "Pet shop"',
    options: [],
  },
  {
    about: "where an error has its type, and which types are not worth another try",
    more: {
      "x-sdkmill": {
        errorType: ["type", "error"],
        errorTypes: {
          slow: { retry: true },
          'no-"\u2028': { retry: false },
          gone: { retry: false },
          other: {},
        },
      },
    },
    want: 'errorType: ["type","error"], notRetried: ["gone","no-\\"\\u2028"]',
    options: [],
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

  test.each(cores.map((given, index) => ({ ...given, index })))(
    "$about",
    ({ index, want, options: wantedOptions }) => {
      const text = (path: string): string => generatedText(clients[index] ?? [], `case${index}-client`, path);
      const constant = new RegExp(`export const case${index}Api: ApiDescription = \\{\n([^]*?),\n\\};`);
      const known = constant.exec(text("description.ts"))?.[1]?.replaceAll("\n", " ");
      const server = /\b(name|server):/.test(want) ? "" : 'server: () => "https://api.example.com", ';
      expect(known).toBe((want.startsWith("name:") ? "" : 'name: "Pet shop", ') + server + want);
      const core = text("core.ts");
      expect(core).toContain(`return new ApiClient(case${index}Api, { ...options });`);
      const options = /Options extends ClientOptions \{([^]*?)\n\}/.exec(core)?.[1] ?? "";
      expect([...options.matchAll(/^readonly (.*);$/gm)].map(([, field]) => field)).toStrictEqual(
        wantedOptions,
      );
    },
  );

  test("nothing that the compiler refuses", () => {
    expect(packageTypeErrors(clients.flat())).toStrictEqual([]);
  });
});
