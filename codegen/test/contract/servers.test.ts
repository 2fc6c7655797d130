import { describe, expect, it } from "vitest";
import { credentialNames, serverUrl } from "../../src/contract/servers.ts";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { contractOf, readSource } from "../contract-of.ts";
import { api } from "../contract-parts.ts";

const basic = {
  basicAuth: {
    type: "http",
    scheme: "basic",
    "x-sdkmill-credentials": { username: "projectId", password: "secret" },
  },
};

describe("serverUrl", () => {
  it.each([
    { server: { url: "https://shop.example" }, want: "https://shop.example" },
    { server: { url: "https://shop.example/v1//" }, want: "https://shop.example/v1" },
    {
      server: {
        url: "https://{region}.shop.example/{base}",
        variables: { region: { default: "eu" }, base: { default: "v2" } },
      },
      want: "https://eu.shop.example/v2",
    },
    { server: { url: "https://{region}.shop.example" }, want: "https://{region}.shop.example" },
    { server: { url: "/" }, want: "" },
    { server: {}, want: "" },
    { server: null, want: "" },
    { server: { url: "https://{constructor}", variables: {} }, want: "https://{constructor}" },
  ])("of $server is $want", ({ server, want }) => {
    expect(serverUrl(server)).toBe(want);
  });
});

describe("servers", () => {
  it("are the absolute ones, in their order", () => {
    const servers = [
      { url: "https://test.shop.example/", description: "Test" },
      { url: "/v1" },
      { url: "HTTP://shop.example" },
    ];
    expect(contractOf({ "a.json": api({ servers }) }).servers).toEqual([
      { url: "https://test.shop.example", description: "Test", when: undefined },
      { url: "HTTP://shop.example", description: undefined, when: undefined },
    ]);
  });

  it("may be for credentials that match", () => {
    const servers = [
      { url: "https://test.shop.example" },
      { url: "https://shop.example", "x-sdkmill-when": { projectId: "^project-live-" } },
    ];
    const contract = contractOf({ "a.json": api({ servers, components: { securitySchemes: basic } }) });
    expect(contract.servers.map(({ when }) => when)).toEqual([
      undefined,
      { credential: "projectId", pattern: "^project-live-" },
    ]);
  });

  it.each([
    { name: "a credential that there is not", when: { username: "^a" } },
    { name: "a pattern that is none", when: { projectId: "[" } },
    { name: "a pattern that is no text", when: { projectId: 1 } },
    { name: "two conditions", when: { projectId: "a", secret: "b" } },
  ])("have a faulty condition with $name", ({ when }) => {
    const servers = [{ url: "https://shop.example", "x-sdkmill-when": when }];
    const { diagnostics } = readSource({
      "a.json": api({ servers, components: { securitySchemes: basic } }),
    });
    expect(diagnostics.map(({ code, place }) => [code, place?.pointer])).toEqual([
      ["option-invalid", "/servers/0/x-sdkmill-when"],
    ]);
  });

  it.each<{ name: string; servers: Json }>([
    { name: "there is none", servers: [] },
    { name: "all are relative", servers: [{ url: "/v1" }] },
    { name: "they have another shape", servers: {} },
  ])("are missing if $name", ({ servers }) => {
    const { contract, diagnostics } = readSource({ "a.json": api({ servers }) });
    expect(contract.servers).toEqual([]);
    expect(diagnostics).toMatchObject([
      { code: "server-missing", severity: "warning", place: { path: "a.json", pointer: "/servers" } },
    ]);
  });

  it("are not missed where there are schemas alone", () => {
    expect(contractOf({ "a.json": { title: "A" } }).servers).toEqual([]);
  });
});

function credentialsOf(securitySchemes: JsonObject, security: Json = []) {
  return contractOf({ "a.json": api({ security, components: { securitySchemes } }) }).credentials;
}

describe("credentials", () => {
  it.each([
    {
      scheme: { type: "http", scheme: "basic" },
      want: { kind: "basic", username: "username", password: "password" },
    },
    { scheme: basic.basicAuth, want: { kind: "basic", username: "projectId", password: "secret" } },
    { scheme: { type: "http", scheme: "Bearer" }, want: { kind: "bearer", token: "token" } },
    {
      scheme: { type: "http", scheme: "bearer", "x-sdkmill-credentials": { token: "accessToken" } },
      want: { kind: "bearer", token: "accessToken" },
    },
    { scheme: { type: "oauth2", flows: {} }, want: { kind: "bearer", token: "token" } },
    { scheme: { type: "openIdConnect" }, want: { kind: "bearer", token: "token" } },
    {
      scheme: { type: "apiKey", in: "header", name: "X-Key" },
      want: { kind: "apiKey", key: "apiKey", in: "header", parameter: "X-Key" },
    },
    {
      scheme: { type: "apiKey", in: "query", name: "key", "x-sdkmill-credentials": { apiKey: "key" } },
      want: { kind: "apiKey", key: "key", in: "query", parameter: "key" },
    },
  ])("of $scheme are $want", ({ scheme, want }) => {
    expect(credentialsOf({ main: scheme })).toEqual(want);
  });

  // Prevents: a credential that no one can give, since the client has an option of that name.
  it.each(["fetch", "timeout", "maxRetries", "hooks", "validation", "dangerouslyAllowBrowser"])(
    "can not be called %s, as an option of every client is",
    (token) => {
      const scheme = { type: "http", scheme: "bearer", "x-sdkmill-credentials": { token } };
      const source = api({ components: { securitySchemes: { main: scheme } } });
      expect(readSource({ "a.json": source }).faults).toEqual([
        expect.stringMatching(/^error option-invalid .*\/securitySchemes\/main\/x-sdkmill-credentials$/),
      ]);
    },
  );

  it("are those that the API's security names first", () => {
    const schemes = { a: { type: "http", scheme: "basic" }, b: { type: "http", scheme: "bearer" } };
    expect(credentialsOf(schemes, [{ b: [] }, { a: [] }])?.kind).toBe("bearer");
    expect(credentialsOf(schemes, [{}, { b: [] }])?.kind).toBe("bearer");
    expect(credentialsOf(schemes)?.kind).toBe("basic");
  });

  it("are none without a scheme", () => {
    expect(credentialsOf({})).toBeUndefined();
  });

  it.each([
    { type: "apiKey", in: "cookie", name: "session" },
    { type: "mutualTLS" },
    { type: "http", scheme: "digest" },
    { type: "apiKey", in: "header" },
  ])("can not be read from %j", (scheme) => {
    const { contract, diagnostics } = readSource({
      "a.json": api({ components: { securitySchemes: { a: scheme } } }),
    });
    expect(contract.credentials).toBeUndefined();
    expect(diagnostics).toMatchObject([
      {
        code: "operation-unsupported",
        severity: "warning",
        place: { path: "a.json", pointer: "/components/securitySchemes/a" },
      },
    ]);
  });

  it("are a fault if the security names a scheme that is not there", () => {
    const source = api({ security: [{ basicAth: [] }], components: { securitySchemes: basic } });
    expect(readSource({ "a.json": source }).diagnostics).toHaveLength(1);
  });

  it.each([
    { credentials: undefined, want: [] },
    { credentials: { kind: "basic", username: "a", password: "b" } as const, want: ["a", "b"] },
    { credentials: { kind: "bearer", token: "a" } as const, want: ["a"] },
    { credentials: { kind: "apiKey", key: "a", in: "query", parameter: "b" } as const, want: ["a"] },
  ])("go by the names $want", ({ credentials, want }) => {
    expect(credentialNames(credentials)).toEqual(want);
  });
});
