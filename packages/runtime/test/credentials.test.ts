import {
  ApiClient,
  type ApiDescription,
  apiKey,
  basic,
  bearer,
  call,
  type CredentialScheme,
  queryParameters,
} from "@sdkmill/runtime";
import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { describeApi, describeRoute, rejection, sentRequest } from "./sent-request.ts";

const password = basic("projectId", "secret");
const token = bearer("token");
const headerKey = apiKey("apiKey", "header", "X-Api-Key");
const queryKey = apiKey("apiKey", "query", "api key");

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
    const { headers } = await sentRequest(withCredentials(password), { projectId, secret });

    expect(Object.fromEntries(headers)).toStrictEqual({
      authorization: `Basic ${Buffer.from(pair, "utf8").toString("base64")}`,
    });
  });
});

describe("the other schemes", () => {
  test("a bearer token", async () => {
    const { headers } = await sentRequest(withCredentials(token), { token: "abc.def" });

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
      describeRoute({ method: "POST", query: queryParameters("tag"), body: "json" }),
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
  const { headers } = await sentRequest(withCredentials(token), {
    token: "mine",
    headers: { Authorization: "Bearer other" },
  });

  expect(headers.get("authorization")).toBe("Bearer mine");
});

describe("a missing credential is refused at once, by its name", () => {
  test.each<[string, CredentialScheme, Record<string, unknown>, string]>([
    ["no user name", password, { secret: "hidden-value" }, "projectId"],
    ["no password", password, { projectId: "project" }, "secret"],
    ["undefined", password, { projectId: "project", secret: undefined }, "secret"],
    ["empty", token, { token: "" }, "token"],
    ["not a string", headerKey, { apiKey: { key: "hidden-value" } }, "apiKey"],
    ["none", queryKey, {}, "apiKey"],
    ["a line end", password, { projectId: "project", secret: "hidden-value\n" }, "secret"],
    ["a line end of the user name", password, { projectId: "project\n", secret: "s" }, "projectId"],
    ["a space before it", token, { token: " hidden-value" }, "token"],
    ["a colon in the user name", password, { projectId: "a:b", secret: "hidden-value" }, "projectId"],
    ["a function for the user name", password, { projectId: () => "project", secret: "s" }, "projectId"],
  ])("%s", (_, credentials, options, name) => {
    expect(() => new ApiClient(withCredentials(credentials), options)).toThrow(
      new TypeError(`The option \`${name}\` is missing or can not be used.`),
    );
  });
});

describe("credentials stay inside of the client", () => {
  const client = new ApiClient(withCredentials(password), { projectId: "project", secret: "hidden-value" });
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
  test.each(["hidden-value\nX-Injected: 1", "hidden-value\u0000", "hidden-value€"])("%j", async (value) => {
    const sending = (async () => sentRequest(withCredentials(token), { token: value }))();

    await expect(sending).rejects.toThrow(TypeError);
    await expect(sending).rejects.not.toThrow("hidden-value");
  });
});

describe("a credential as a function", () => {
  const options = { maxRetries: 2, retryBudget: 10 };
  const authorizations = async (scheme: CredentialScheme, given: object): Promise<readonly string[]> => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    const seen: string[] = [];
    const client = new ApiClient(withCredentials(scheme), {
      ...options,
      ...given,
      fetch: async (url, init) => {
        seen.push(new Headers(init.headers).get("authorization") ?? new URL(url).search);
        return seen.length % 3 === 0 ? Response.json({}) : new Response("", { status: 503 });
      },
    });
    await call(client, describeRoute({ retry: "safe" }));
    vi.restoreAllMocks();
    return seen;
  };
  const counting = (): (() => string) => {
    let count = 0;
    return () => `key-${(count += 1)}`;
  };

  test("is asked before each attempt", async () => {
    expect(await authorizations(token, { token: counting() })).toStrictEqual([
      "Bearer key-1",
      "Bearer key-2",
      "Bearer key-3",
    ]);
  });

  test("may take its time", async () => {
    const next = counting();
    const secret = async (): Promise<string> => next();

    expect(await authorizations(password, { projectId: "p", secret })).toStrictEqual(
      ["p:key-1", "p:key-2", "p:key-3"].map((pair) => `Basic ${btoa(pair)}`),
    );
    expect(await authorizations(queryKey, { apiKey: secret })).toStrictEqual([
      "?api%20key=key-4",
      "?api%20key=key-5",
      "?api%20key=key-6",
    ]);
  });

  test.each<[string, () => unknown, unknown]>([
    ["rejects", () => Promise.reject(new Error("No vault.")), new Error("No vault.")],
    [
      "throws",
      () => {
        throw new Error("No vault.");
      },
      new Error("No vault."),
    ],
    ["gives nothing", () => undefined, new TypeError("The option `token` is missing or can not be used.")],
    [
      "gives what can not be sent",
      async () => "hidden-value\nx",
      new TypeError("The option `token` is missing or can not be used."),
    ],
  ])("that %s: nothing is sent", async (_, given, thrown) => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const client = new ApiClient(withCredentials(token), { token: given, fetch });

    expect(await rejection(call(client, describeRoute({ retry: "safe" })))).toStrictEqual(thrown);
    expect(fetch).not.toHaveBeenCalled();
  });

  test("what it gave is in no error", async () => {
    const given = counting();
    const client = new ApiClient(withCredentials(token), {
      token: given,
      maxRetries: 0,
      fetch: async (_, init) =>
        new Response(`You said ${new Headers(init.headers).get("authorization")}.`, { status: 401 }),
    });

    expect(await rejection(call(client, describeRoute()))).toMatchObject({
      text: "[redacted]",
    });
  });
});
