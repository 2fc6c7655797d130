import { ApiClient, type ApiServer, call } from "@sdkmill/runtime";
import { describe, expect, test } from "vitest";
import { describeApi, sentRequest } from "./sent-request.ts";

const live: ApiServer = {
  url: "https://live.example",
  when: { credential: "projectId", pattern: "^project-live-" },
};
const canary: ApiServer = {
  url: "https://canary.example",
  when: { credential: "projectId", pattern: "canary$" },
};
const trial: ApiServer = { url: "https://test.example" };

describe("the server follows from a credential", () => {
  test.each([
    ["the condition holds", [trial, live], "project-live-1", "https://live.example/things"],
    ["it does not", [trial, live], "project-test-1", "https://test.example/things"],
    ["it holds elsewhere in the text", [trial, live], "x-project-live-1", "https://test.example/things"],
    ["the default comes last", [live, trial], "project-live-1", "https://live.example/things"],
    [
      "two conditions hold: the first",
      [live, canary, trial],
      "project-live-canary",
      "https://live.example/things",
    ],
    ["no credential", [live, trial], undefined, "https://test.example/things"],
    ["two defaults: the first", [trial, { url: "https://other.example" }], "", "https://test.example/things"],
  ])("%s", async (_, servers, projectId, url) => {
    const request = await sentRequest(describeApi({ servers }), { projectId });

    expect(request.url).toBe(url);
  });
});

describe("`baseUrl` takes the place of the server", () => {
  test.each([
    ["an origin", "http://127.0.0.1:8080", "http://127.0.0.1:8080/things"],
    ["with a slash at its end", "http://127.0.0.1:8080/", "http://127.0.0.1:8080/things"],
    ["with a path", "https://proxy.example/stytch/v2", "https://proxy.example/stytch/v2/things"],
    ["with a path and a slash", "https://proxy.example/stytch/", "https://proxy.example/stytch/things"],
    ["in capitals", "HTTPS://Proxy.Example:443/A", "https://proxy.example/A/things"],
    [
      "a function of the server",
      (server: string) => `${server.replace("https://", "http://localhost/")}/v2`,
      "http://localhost/api.example/v2/things",
    ],
  ])("%s", async (_, baseUrl, url) => {
    const request = await sentRequest(describeApi(), { baseUrl });

    expect(request.url).toBe(url);
  });
});

describe("a path with a server of its own", () => {
  const api = describeApi({
    servers: [trial, live],
    routes: { "POST /things/{id}": "https://telemetry.example/base" },
  });
  const routed = { method: "POST", path: "/things/{id}", query: ["tag"], body: "merged" } as const;

  test.each([
    ["its server", {}, "https://telemetry.example/base/things/a%2Fb?tag=x%20y"],
    [
      "for every credential",
      { projectId: "project-live-1" },
      "https://telemetry.example/base/things/a%2Fb?tag=x%20y",
    ],
    ["`baseUrl`", { baseUrl: "http://127.0.0.1:1/p" }, "http://127.0.0.1:1/p/things/a%2Fb?tag=x%20y"],
    [
      "`baseUrl` of its server",
      { baseUrl: (server: string) => `http://127.0.0.1:1/${new URL(server).host}/` },
      "http://127.0.0.1:1/telemetry.example/things/a%2Fb?tag=x%20y",
    ],
    [
      "`baseUrl` that normalizes to a shorter one",
      {
        baseUrl: (server: string) =>
          server.replace("https://test.example", "HTTPS://Test.Example:443/a/../b/"),
      },
      "https://telemetry.example/base/things/a%2Fb?tag=x%20y",
    ],
  ])("%s", async (_, options, url) => {
    const request = await sentRequest(api, options, routed, { id: "a/b", tag: "x y", name: "Ada" });

    expect({ url: request.url, method: request.method, body: await request.json() }).toStrictEqual({
      url,
      method: "POST",
      body: { name: "Ada" },
    });
  });

  test("the signal of the call still counts", async () => {
    const controller = new AbortController();
    const fetch = (request: Request): Promise<Response> => {
      controller.abort(new Error("Enough."));
      return Promise.reject(request.signal.reason as Error);
    };

    await expect(
      call(new ApiClient(api, { fetch }), routed, { id: "1" }, { signal: controller.signal }),
    ).rejects.toThrow(new Error("Enough."));
  });

  test("another path stays where it was", async () => {
    const request = await sentRequest(api, {}, { method: "GET", path: "/things" });

    expect(request.url).toBe("https://test.example/things");
  });
});

describe("no server is known", () => {
  test("that is an error", () => {
    expect(() => new ApiClient(describeApi({ servers: [] }), {})).toThrow(
      new TypeError("Test API names no server: the option `baseUrl` is missing."),
    );
  });

  test("or only for other credentials", () => {
    expect(() => new ApiClient(describeApi({ servers: [live] }), { projectId: "project-test-1" })).toThrow(
      TypeError,
    );
  });

  test("unless `baseUrl` says one", async () => {
    const request = await sentRequest(describeApi({ servers: [] }), { baseUrl: "http://127.0.0.1:1" });

    expect(request.url).toBe("http://127.0.0.1:1/things");
  });
});
