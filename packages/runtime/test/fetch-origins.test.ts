import { ConnectionError } from "@sdkmill/runtime";
import type { Middleware } from "openapi-fetch";
import { afterEach, describe, expect, test, vi } from "vitest";
import { bind } from "./fetch-stage.ts";
import { rejection } from "./sent-request.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("no request goes to another origin", () => {
  test.each<[string, string, object?]>([
    ["a user", "@evil.example/x"],
    ["a longer host", ".evil.example/x"],
    ["a longer port", ":1/x"],
    ["a server that looks like one of a route", "/x @https://evil.example"],
    ["a path parameter", "{host}/x", { params: { path: { host: "@evil.example" } } }],
    ["a query that says where", "/x", { querySerializer: () => "?@evil.example" }],
    [
      "a path that is serialized otherwise",
      "/x",
      { params: { path: {} }, pathSerializer: () => "https://evil.example" },
    ],
  ])("%s", async (_, path, init) => {
    const { client, sent } = bind();
    await client.$fetch.GET(path, init).catch(() => undefined);

    expect(sent.filter(({ url }) => new URL(url).origin !== "https://api.example")).toStrictEqual([]);
  });

  test.each<[string, object]>([
    ["another `baseUrl`", { baseUrl: "https://evil.example" }],
    ["another `fetch`", { fetch: () => Promise.reject(new Error("It was sent.")) }],
  ])("an option of openapi-fetch says nothing: %s", async (_, init) => {
    const { client, sent } = bind();
    await client.$fetch.GET("/x", init);

    expect(sent.map(({ url }) => url)).toStrictEqual(["https://api.example/x"]);
  });

  test.each<[string, string]>([
    ["another origin", "https://evil.example/things"],
    ["another scheme", "http://api.example/things"],
    ["a server of another operation", "https://telemetry.example/base/things"],
  ])("a middleware that changes it: %s", async (_, url) => {
    const middleware: Middleware = { onRequest: ({ request }) => new Request(url, request) };
    const { client, sent } = bind([], [middleware]);

    for (const calling of [client.write({ a: 1 }), client.$fetch.GET("/new")]) {
      const error = await rejection(calling);
      expect(error).toBeInstanceOf(TypeError);
      expect((error as Error).message).not.toContain("evil");
    }
    expect(sent).toStrictEqual([]);
  });

  test("another path of the same origin is fine", async () => {
    const middleware: Middleware = {
      onRequest: ({ request }) => new Request("https://api.example/v2/things", request),
    };
    const { client, sent } = bind([], [middleware]);
    await client.write({ a: 1 });

    expect(sent.map(({ url, body }) => `${url} ${body}`)).toStrictEqual([
      'https://api.example/v2/things {"a":1}',
    ]);
  });
});

// Prevents: a text of a path is read as flags of a route.
test("a path of `$fetch` says nothing of how it is sent", async () => {
  const { client, sent } = bind([new Error("Reset."), new Error("Reset.")]);

  expect(await rejection(client.$fetch.POST("/new safe"))).toBeInstanceOf(ConnectionError);
  expect(sent).toHaveLength(1);
  await client.$fetch.GET("/new?discount=100%");
  expect(sent.at(-1)?.url).toBe("https://api.example/new?discount=100%");
});

describe("a header that can not be sent is refused without being shown", () => {
  test.each<[string, object]>([
    ["of the call", { headers: { "x-own": "hidden\nvalue" } }],
    ["of the call, in a list", { headers: [["x-own", "hidden\nvalue"]] }],
    ["one of several", { headers: { "x-own": ["a", "hidden\nvalue"] } }],
    ["of the operation", { params: { header: { "x-own": "hidden\nvalue" } } }],
  ])("%s", async (_, init) => {
    const { client, sent } = bind();
    const error = await rejection(client.$fetch.GET("/new", init));

    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).not.toContain("hidden");
    expect(sent).toStrictEqual([]);
  });
});
