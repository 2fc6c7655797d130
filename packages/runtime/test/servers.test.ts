import { ApiClient, call } from "@sdkmill/runtime";
import { describe, expect, test } from "vitest";
import { describeApi, describeRoute, rejection, sentRequest } from "./sent-request.ts";

const loopback = { allowLoopbackHttp: true } as const;

describe("the server is the one that the description selects by the options", () => {
  const api = describeApi({
    server: ({ projectId }) => (projectId === "live" ? "https://live.example/" : "https://test.example"),
  });

  test.each([
    ["live", "https://live.example/things"],
    [undefined, "https://test.example/things"],
  ])("%s", async (projectId, url) => {
    expect((await sentRequest(api, { projectId })).url).toBe(url);
  });
});

describe("`baseUrl` takes the place of the server", () => {
  test.each([
    ["an origin", "http://127.0.0.1:8080", "http://127.0.0.1:8080/things"],
    ["with a slash at its end", "http://127.0.0.1:8080/", "http://127.0.0.1:8080/things"],
    ["with a path", "https://proxy.example/stytch/v2", "https://proxy.example/stytch/v2/things"],
    ["with a path and slashes", "https://proxy.example/stytch//", "https://proxy.example/stytch/things"],
    ["in capitals", "HTTPS://Proxy.Example:443/A", "https://proxy.example/A/things"],
    ["that normalizes to a shorter one", "https://proxy.example/a/../b/", "https://proxy.example/b/things"],
    ["of this machine by name", "http://localhost:1", "http://localhost:1/things"],
    ["of this machine, another address", "http://127.1.2.3", "http://127.1.2.3/things"],
    ["of this machine, IPv6", "http://[::1]:1/p", "http://[::1]:1/p/things"],
    [
      "a function of the server",
      (server: string) => `${server.replace("https://", "http://localhost/")}/v2`,
      "http://localhost/api.example/v2/things",
    ],
  ])("%s", async (_, baseUrl, url) => {
    expect((await sentRequest(describeApi(), { baseUrl, ...loopback })).url).toBe(url);
  });
});

describe("an operation with a server of its own", () => {
  const api = describeApi({ server: () => "https://test.example" });
  const route = describeRoute({
    method: "POST",
    path: "/things/{id}",
    body: "json",
    server: "https://telemetry.example/base",
  });

  test.each([
    ["its server", {}, "https://telemetry.example/base/things/a%2Fb"],
    ["`baseUrl`", { baseUrl: "http://127.0.0.1:1/p" }, "http://127.0.0.1:1/p/things/a%2Fb"],
    [
      "`baseUrl` of its server",
      { baseUrl: (server: string) => `http://127.0.0.1:1/${new URL(server).host}/` },
      "http://127.0.0.1:1/telemetry.example/things/a%2Fb",
    ],
  ])("%s", async (_, options, url) => {
    const request = await sentRequest(api, { ...loopback, ...options }, route, { id: "a/b", name: "Ada" });

    expect({ url: request.url, method: request.method, body: await request.json() }).toStrictEqual({
      url,
      method: "POST",
      body: { name: "Ada" },
    });
  });

  test("one that can not be used is refused by the call", async () => {
    const fetch = (): Promise<Response> => Promise.reject(new Error("It was sent."));
    const baseUrl = (server: string): string => server.replace("https://telemetry", "http://telemetry");

    expect(await rejection(call(new ApiClient(api, { fetch, baseUrl }), route, { id: "1" }))).toBeInstanceOf(
      TypeError,
    );
  });

  test("another operation stays where it was", async () => {
    expect((await sentRequest(api, {})).url).toBe("https://test.example/things");
  });
});

describe("a server that can not be used is refused at once, without being shown", () => {
  const refusal = "The option `baseUrl` (https, or `allowLoopbackHttp`) is missing or can not be used";
  const compare = (make: () => unknown): void => {
    expect(make).toThrow(TypeError);
    expect(make).toThrow(refusal);
    expect(make).not.toThrow("hidden-value");
  };

  test.each<[string, unknown, boolean?]>([
    ["none", undefined],
    ["empty", ""],
    ["no URL", "hidden-value"],
    ["a path", "/hidden-value"],
    ["a number", 1],
    ["http", "http://api.example"],
    ["http, with the opt-in", "http://api.example", true],
    ["http to this machine, without the opt-in", "http://127.0.0.1:1"],
    ["a host that begins like this machine", "http://localhost.example", true],
    ["a host that begins like its address", "http://127.0.0.1.example", true],
    ["a host that ends like this machine", "http://x-localhost", true],
    ["another scheme", "ftp://127.0.0.1", true],
    ["a scheme without an origin", "data:text/plain,hidden-value"],
    ["a user", "https://hidden-value@api.example"],
    ["a user and a password", "https://user:hidden-value@api.example"],
    ["a query", "https://api.example/?key=hidden-value"],
    ["an empty query", "https://api.example/?"],
    ["a fragment", "https://api.example/#hidden-value"],
    ["a function that gives none", () => undefined],
  ])("%s", (_, baseUrl, allowLoopbackHttp) => {
    const options = { baseUrl: baseUrl as string, allowLoopbackHttp };

    compare(() => new ApiClient(describeApi({ server: undefined }), options));
  });

  test("so is one of the description", () => {
    compare(() => new ApiClient(describeApi({ server: () => "http://api.example" }), {}));
  });
});

test("no server is known, but `baseUrl` says one", async () => {
  const request = await sentRequest(describeApi({ server: undefined }), { baseUrl: "https://other.example" });

  expect(request.url).toBe("https://other.example/things");
});
