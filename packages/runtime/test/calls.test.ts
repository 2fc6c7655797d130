import { ApiClient, basic, call, ConnectionError, queryParameters, type Route } from "@sdkmill/runtime";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { json, type LoopbackServer, startLoopbackServer } from "./loopback-server.ts";
import { describeApi, describeRoute, rejection } from "./sent-request.ts";

let server: LoopbackServer;

beforeAll(async () => {
  server = await startLoopbackServer(({ target }) => (target === "/never" ? "nothing" : json({ ok: true })));
});

afterEach(() => server.takeReceived());
afterAll(() => server.end());

const api = describeApi({ credentials: basic("user", "password") });
const credentials = { user: "user", password: "password", allowLoopbackHttp: true };
const authorization = `Basic ${Buffer.from("user:password").toString("base64")}`;

function client(options: { headers?: Record<string, string> } = {}): ApiClient {
  return new ApiClient(api, { ...credentials, baseUrl: server.origin, ...options });
}

describe("a call on the wire", () => {
  test.each<
    [string, Partial<Route>, object | undefined, { target: string; body: string; type: string | undefined }]
  >([
    [
      "nothing but method and path",
      { method: "GET", path: "/things" },
      undefined,
      { target: "/things", body: "", type: undefined },
    ],
    [
      "path, query and body in one object",
      { method: "PUT", path: "/things/{id}", query: queryParameters("dry_run"), body: "json" },
      { id: "a/b", dry_run: true, name: "Ada", note: undefined, tags: ["x"], none: null },
      {
        target: "/things/a%2Fb?dry_run=true",
        body: '{"name":"Ada","tags":["x"],"none":null}',
        type: "application/json",
      },
    ],
    [
      "a body without properties",
      { method: "POST", path: "/things", body: "json" },
      undefined,
      { target: "/things", body: "{}", type: "application/json" },
    ],
    [
      "a property that every object has",
      { method: "POST", path: "/things/{id}", body: "json" },
      JSON.parse('{"id":"1","__proto__":{"a":1},"constructor":2}') as object,
      { target: "/things/1", body: '{"__proto__":{"a":1},"constructor":2}', type: "application/json" },
    ],
    [
      "a whole body that is an array",
      { method: "POST", path: "/things/{id}", body: "whole" },
      { id: "1", body: [1, { a: 2 }] },
      { target: "/things/1", body: '[1,{"a":2}]', type: "application/json" },
    ],
    [
      "a whole body that is a text",
      { method: "POST", path: "/things", body: "whole" },
      { body: "text" },
      { target: "/things", body: '"text"', type: "application/json" },
    ],
    [
      "a whole body that is not there",
      { method: "POST", path: "/things", body: "whole" },
      {},
      { target: "/things", body: "", type: undefined },
    ],
    [
      "no body where the operation has none",
      { method: "DELETE", path: "/things/{id}" },
      { id: "1", name: "Ada" },
      { target: "/things/1", body: "", type: undefined },
    ],
  ])("%s", async (_, description, parameters, { target, body, type }) => {
    await call(client(), describeRoute(description), parameters);

    expect(
      server.takeReceived().map(({ headers, ...request }) => ({
        ...request,
        type: headers["content-type"],
        authorization: headers.authorization,
      })),
    ).toStrictEqual([{ method: description.method, target, body, type, authorization }]);
  });
});

describe("a query", () => {
  test.each([
    ["values", { a: "x&y=1", b: "ü /?#%+" }, "a=x%26y%3D1&b=%C3%BC%20%2F%3F%23%25%2B"],
    ["numbers and booleans", { a: 0, b: false }, "a=0&b=false"],
    ["arrays", { a: ["x", "y z"] }, "a=x&a=y%20z"],
    [
      "names",
      { "a b": "1", "filter[x]": "2", "c&d=": ["3", "4"] },
      "a%20b=1&filter%5Bx%5D=2&c%26d%3D=3&c%26d%3D=4",
    ],
    ["nothing for undefined, null and no items", { a: undefined, b: null, c: [], d: "1" }, "d=1"],
    ["empty text", { a: "" }, "a="],
  ])("%s", async (_, parameters, query) => {
    await call(client(), describeRoute({ query: queryParameters(...Object.keys(parameters)) }), parameters);

    expect(server.takeReceived().map(({ target }) => target)).toStrictEqual([`/things?${query}`]);
  });
});

test("headers of the client and of the call, the call's first", async () => {
  await call(
    client({ headers: { "X-Client": "1", "X-Both": "client" } }),
    describeRoute(),
    {},
    { headers: { "x-both": "call", "X-Call": "2", "X-None": undefined } },
  );

  const [request] = server.takeReceived();
  expect(request?.headers).toMatchObject({ "x-client": "1", "x-both": "call", "x-call": "2", authorization });
  expect(request?.headers).not.toHaveProperty("x-none");
});

test("a header that can not be sent is refused without being shown", async () => {
  const calling = call(client(), describeRoute(), {}, { headers: { "X-Session": "hidden-value\nx" } });

  await expect(calling).rejects.toThrow(TypeError);
  await expect(calling).rejects.not.toThrow("hidden-value");
  expect(server.takeReceived()).toStrictEqual([]);
});

describe("a signal", () => {
  test("ends a call that waits for its answer", async () => {
    const controller = new AbortController();
    const calling = call(client(), describeRoute({ path: "/never" }), {}, { signal: controller.signal });
    await expect.poll(() => server.received.length).toBe(1);
    controller.abort(new Error("Enough."));

    await expect(calling).rejects.toThrow(new Error("Enough."));
  });

  test("that is over already: nothing is sent", async () => {
    const calling = call(client(), describeRoute(), {}, { signal: AbortSignal.abort() });

    await expect(calling).rejects.toMatchObject({ name: "AbortError" });
    expect(server.takeReceived()).toStrictEqual([]);
  });
});

test("with what came besides the answer", async () => {
  expect(await call(client(), describeRoute()).withResponse()).toMatchObject({
    data: { ok: true },
    status: 200,
    attempts: 1,
    requestId: undefined,
  });
});

describe("parameters that can not be used are refused, and nothing is sent", () => {
  const cyclic: Record<string, unknown> = {};
  cyclic["self"] = cyclic;

  test.each<[string, Partial<Route>, object, new () => Error]>([
    ["a body that goes round", { method: "POST", body: "json" }, cyclic, TypeError],
    ["a body with an integer that JSON has not", { method: "POST", body: "json" }, { a: 1n }, TypeError],
    [
      "a text in the query that has no percent-encoding",
      { query: queryParameters("a") },
      { a: "\ud800" },
      URIError,
    ],
  ])("%s", async (_, route, parameters, kind) => {
    expect(await rejection(call(client(), describeRoute(route), parameters))).toBeInstanceOf(kind);
    expect(server.takeReceived()).toStrictEqual([]);
  });
});

// Prevents: an object that was given with more than an operation takes, and that leads back to itself, is gone
// through for ever when the call has failed.
test("parameters that are not sent are not looked at when a call has failed", async () => {
  let visits = 0;
  const owner = {
    id: 1,
    get friend(): unknown {
      visits += 1;
      if (visits > 100) throw new Error("It goes on for ever.");
      return { owner: this };
    },
  };
  const failing = new ApiClient(api, {
    ...credentials,
    fetch: async () => new Response("", { status: 404 }),
  });

  expect(await rejection(call(failing, describeRoute({ path: "/things/{id}" }), owner))).toMatchObject({
    status: 404,
  });
});

test("nobody listens: an error that says so, and nothing of what was to be sent", async () => {
  const closed = await startLoopbackServer();
  await closed.end();
  const lonely = new ApiClient(api, { ...credentials, baseUrl: closed.origin, maxRetries: 0 });
  const error = await rejection(call(lonely, describeRoute()));

  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({
    name: "ConnectionError",
    message: "No answer to GET /things.",
    operation: "GET /things",
    outcome: "not-sent",
    cause: { name: "TypeError", message: "fetch failed", cause: { code: "ECONNREFUSED" } },
  });
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain(authorization);
});
