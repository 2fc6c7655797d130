import { ApiClient, type ApiDescription, type CredentialScheme } from "@sdkmill/runtime";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { describeApi, sentRequest } from "./sent-request.ts";

const basic: CredentialScheme = { kind: "basic", username: "projectId", password: "secret" };
const bearer: CredentialScheme = { kind: "bearer", token: "token" };
const headerKey: CredentialScheme = { kind: "apiKey", key: "apiKey", in: "header", parameter: "X-Api-Key" };
const queryKey: CredentialScheme = { kind: "apiKey", key: "apiKey", in: "query", parameter: "api key" };

function withCredentials(credentials: CredentialScheme): ApiDescription {
  return describeApi({ credentials });
}

describe("basic authentication is the base64 of UTF-8", () => {
  test.each([
    ["ASCII", "project-test-1", "secret", "project-test-1:secret"],
    ["a colon in the password", "project", "a:b", "project:a:b"],
    ["beyond Latin 1", "prøject", "пароль€😀", "prøject:пароль€😀"],
    ["a long password", "project", "s".repeat(10_000), `project:${"s".repeat(10_000)}`],
  ])("%s", async (_, projectId, secret, pair) => {
    const { headers } = await sentRequest(withCredentials(basic), { projectId, secret });

    expect(Object.fromEntries(headers)).toStrictEqual({
      authorization: `Basic ${Buffer.from(pair, "utf8").toString("base64")}`,
    });
  });

  test("a colon in the user name would move into the password: refused", () => {
    expect(() => new ApiClient(withCredentials(basic), { projectId: "a:b", secret: "hidden-value" })).toThrow(
      TypeError,
    );
  });
});

describe("the other schemes", () => {
  test("a bearer token", async () => {
    const { headers } = await sentRequest(withCredentials(bearer), { token: "abc.def" });

    expect(Object.fromEntries(headers)).toStrictEqual({ authorization: "Bearer abc.def" });
  });

  test("an API key in a header", async () => {
    const { headers } = await sentRequest(withCredentials(headerKey), { apiKey: "key-1" });

    expect(Object.fromEntries(headers)).toStrictEqual({ "x-api-key": "key-1" });
  });

  test("an API key in the query, beside what is there, with method, headers and body as they were", async () => {
    const request = await sentRequest(
      withCredentials(queryKey),
      { apiKey: "k&y=1", headers: { "x-trace": "1" } },
      { method: "POST", path: "/things", query: ["tag"], body: "merged" },
      { tag: "a b", name: "Ada" },
    );

    expect({
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      body: await request.json(),
    }).toStrictEqual({
      method: "POST",
      url: "https://api.example/things?tag=a%20b&api%20key=k%26y%3D1",
      headers: { "content-type": "application/json", "x-trace": "1" },
      body: { name: "Ada" },
    });
  });

  test("none", async () => {
    const { headers } = await sentRequest(describeApi(), {});

    expect(Object.fromEntries(headers)).toStrictEqual({});
  });
});

test("a header of the caller does not take the place of the credentials", async () => {
  const { headers } = await sentRequest(withCredentials(bearer), {
    token: "mine",
    headers: { Authorization: "Bearer other" },
  });

  expect(headers.get("authorization")).toBe("Bearer mine");
});

describe("a missing credential is refused at once, by its name", () => {
  test.each<[string, CredentialScheme, Record<string, unknown>, string]>([
    ["no user name", basic, { secret: "hidden-value" }, "projectId"],
    ["no password", basic, { projectId: "project" }, "secret"],
    ["undefined", basic, { projectId: "project", secret: undefined }, "secret"],
    ["empty", bearer, { token: "" }, "token"],
    ["not a string", headerKey, { apiKey: { key: "hidden-value" } }, "apiKey"],
    ["none", queryKey, {}, "apiKey"],
  ])("%s", (_, credentials, options, name) => {
    expect(() => new ApiClient(withCredentials(credentials), options)).toThrow(
      new TypeError(`The option \`${name}\` is missing.`),
    );
  });
});

describe("credentials stay inside of the client", () => {
  const client = new ApiClient(withCredentials(basic), { projectId: "project", secret: "hidden-value" });
  const encoded = Buffer.from("project:hidden-value").toString("base64");

  test.each([
    ["inspected", inspect(client, { depth: Infinity, showHidden: true, getters: true })],
    ["as JSON", JSON.stringify(client)],
    ["as text", String(client)],
  ])("%s", (_, text) => {
    expect(text).not.toContain("hidden-value");
    expect(text).not.toContain(encoded);
  });
});

describe("a credential that no header can carry is refused without being shown", () => {
  test.each(["hidden-value\nX-Injected: 1", "hidden-value\u0000"])("%j", async (token) => {
    const sending = (async () => sentRequest(withCredentials(bearer), { token }))();

    await expect(sending).rejects.toThrow(TypeError);
    await expect(sending).rejects.not.toThrow("hidden-value");
  });
});
