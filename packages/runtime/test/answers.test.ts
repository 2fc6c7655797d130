import { ApiClient, ApiError, basic, call, isApiError, type Route } from "@sdkmill/runtime";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, json, type LoopbackServer, startLoopbackServer } from "./loopback-server.ts";
import { describeApi, describeRoute } from "./sent-request.ts";

let server: LoopbackServer;
let answer: Answer;

beforeAll(async () => {
  server = await startLoopbackServer(() => answer);
});

afterAll(() => server.end());

const operation = describeRoute({ method: "POST", path: "/users/{user_id}", body: "json" });
const api = describeApi({ credentials: basic("user", "password"), secrets: ["password", "x-session"] });

/** What comes of a call that gets this answer: the result, or what is thrown. */
async function outcome(given: Answer, result?: Route["result"]): Promise<unknown> {
  answer = given;
  const client = new ApiClient(api, {
    user: "user",
    password: "hidden-key",
    baseUrl: server.origin,
    allowLoopbackHttp: true,
    maxRetries: 0,
  });
  const parameters = { user_id: "user-1", password: "hidden-password" };
  const options = { headers: { "X-Session": "hidden-session" } };
  return call(client, { ...operation, result }, parameters, options).catch((error: unknown) => error);
}

const empty: Answer = { status: 200 };
const emptyOfUnknownLength: Answer = { headers: { "transfer-encoding": "chunked" } };

describe("an answer with success", () => {
  test.each<[string, Answer, Route["result"], unknown]>([
    ["an object", json({ a: [1, "ü", null] }), undefined, { a: [1, "ü", null] }],
    ["false", json(false), undefined, false],
    ["an empty text", json(""), undefined, ""],
    [
      "JSON of another name",
      { headers: { "content-type": "application/problem+json" }, body: "[1]" },
      undefined,
      [1],
    ],
    ["JSON that is not said to be anything", { body: '{"a":1}' }, undefined, { a: 1 }],
    ["with a byte order mark", { body: '\ufeff{"a":1}' }, undefined, { a: 1 }],
    ["another status of success", { ...json({ a: 1 }), status: 201 }, undefined, { a: 1 }],
    ["null, where that may be", json(null), "null", null],
    ["null, where nothing may be", json(null), "empty", null],
    ["status 204, where nothing may be", { status: 204 }, "empty", undefined],
    ["an empty body, where nothing may be", empty, "empty", undefined],
    ["an empty body of unknown length", emptyOfUnknownLength, "empty", undefined],
    ["JSON, where nothing may be", json({ a: 1 }), "empty", { a: 1 }],
    ["an empty body, where it means nothing", empty, "void", undefined],
    ["a page, where it means nothing", { body: "<p>" }, "void", undefined],
  ])("%s", async (_, given, result, expected) => {
    expect(await outcome(given, result)).toStrictEqual(expected);
  });
});

const html = "<html><body>Bad gateway</body></html>";
const said = `Test API answered POST /users/{user_id} with`;
const body = { request_id: "request-body", error_type: "not_found" };

describe("any other answer is an ApiError", () => {
  test.each<[string, Answer, Partial<ApiError>]>([
    [
      "JSON with an id of the request",
      { ...json(body), status: 404 },
      {
        status: 404,
        type: "not_found",
        requestId: "request-body",
        body,
        message: `${said} status 404 (not_found) (request-body).`,
      },
    ],
    [
      "the id of the body counts first",
      { status: 400, headers: { "x-request-id": "request-header" }, body: JSON.stringify(body) },
      {
        status: 400,
        type: "not_found",
        requestId: "request-body",
        body,
        message: `${said} status 400 (not_found) (request-body).`,
      },
    ],
    [
      "an id in the header alone",
      { status: 429, headers: { "x-request-id": "request-header" }, body: '{"request_id":7}' },
      {
        status: 429,
        requestId: "request-header",
        body: { request_id: 7 },
        message: `${said} status 429 (request-header).`,
      },
    ],
    [
      "JSON that is no object",
      { status: 500, body: "[1]" },
      { status: 500, body: [1], message: `${said} status 500.` },
    ],
    [
      "JSON that is just a text",
      { ...json("no"), status: 500 },
      { status: 500, text: '"no"', message: `${said} status 500.` },
    ],
    ["text", { status: 502, body: html }, { status: 502, text: html, message: `${said} status 502.` }],
    [
      "a long text",
      { status: 502, body: "x".repeat(5_000) },
      { status: 502, text: "x".repeat(2_000), message: `${said} status 502.` },
    ],
    [
      "nothing",
      { status: 503, headers: { "content-length": "0" } },
      { status: 503, message: `${said} status 503.` },
    ],
    [
      "nothing, of unknown length",
      { status: 503, headers: { "transfer-encoding": "chunked" } },
      { status: 503, message: `${said} status 503.` },
    ],
    [
      "success with a page",
      { headers: { "content-type": "text/html", "x-request-id": "request-header" }, body: html },
      {
        status: 200,
        requestId: "request-header",
        text: html,
        message: `${said} status 200, but not JSON (request-header).`,
      },
    ],
    [
      "a redirect",
      { status: 302, headers: { location: "/elsewhere" } },
      { status: 302, message: `${said} status 302.` },
    ],
    [
      "a type that is no text",
      { ...json({ error_type: 7 }), status: 400 },
      { status: 400, body: { error_type: 7 }, message: `${said} status 400.` },
    ],
    [
      "a type and an id of great length: their beginnings",
      { ...json({ error_type: "t".repeat(500), request_id: "r".repeat(500) }), status: 400 },
      {
        status: 400,
        type: "t".repeat(500),
        requestId: "r".repeat(500),
        body: { error_type: "t".repeat(500), request_id: "r".repeat(500) },
        message: `${said} status 400 (${"t".repeat(100)}) (${"r".repeat(100)}).`,
      },
    ],
    [
      "success with JSON that is said to be a page",
      { headers: { "content-type": "text/html" }, body: '{"a":1}' },
      { status: 200, body: { a: 1 }, message: `${said} status 200, but not JSON.` },
    ],
    [
      "success with null",
      json(null),
      { status: 200, text: "null", message: `${said} status 200, but \`null\`.` },
    ],
    ["success with nothing", empty, { status: 200, message: `${said} status 200, but empty.` }],
    [
      "success with nothing, of unknown length",
      emptyOfUnknownLength,
      { status: 200, message: `${said} status 200, but empty.` },
    ],
    ["status 204", { status: 204 }, { status: 204, message: `${said} status 204, but empty.` }],
    [
      "success with broken JSON",
      { ...json({}), body: '{"a":' },
      { status: 200, text: '{"a":', message: `${said} status 200, but not JSON.` },
    ],
  ])("%s", async (_, given, fields) => {
    const error = await outcome(given);

    expect(error).toBeInstanceOf(ApiError);
    const {
      message,
      name,
      operation: called,
      status,
      requestId,
      type,
      body: parsed,
      text,
    } = error as ApiError;
    expect({ message, name, operation: called, status, requestId, type, body: parsed, text }).toStrictEqual({
      name: "ApiError",
      operation: "POST /users/{user_id}",
      requestId: undefined,
      type: undefined,
      body: undefined,
      text: undefined,
      ...fields,
    });
  });

  test("nothing, where only null may be", async () => {
    expect(await outcome(empty, "null")).toMatchObject({
      status: 200,
      message: `${said} status 200, but empty.`,
    });
  });

  test("known by its type", async () => {
    const error = await outcome({ ...json(body), status: 404 });

    expect([isApiError(error), isApiError(error, "not_found"), isApiError(error, "other")]).toStrictEqual([
      true,
      true,
      false,
    ]);
    expect(isApiError(new Error("not_found"))).toBe(false);
  });

  test("with the headers of the answer but for its cookies", async () => {
    const error = await outcome({ status: 429, headers: { "retry-after": "7", "set-cookie": "a=b" } });

    expect((error as ApiError).headers.get("retry-after")).toBe("7");
    expect((error as ApiError).headers.has("set-cookie")).toBe(false);
  });
});

describe("an ApiError shows nothing of what was sent", () => {
  const authorization = Buffer.from("user:hidden-key").toString("base64");

  test.each<[string, (error: unknown) => string]>([
    ["as text", String],
    ["with its stack", (error) => (error as Error).stack ?? ""],
    ["as JSON", (error) => JSON.stringify(error)],
    ["inspected", (error) => inspect(error, { depth: Infinity, showHidden: true, getters: true })],
  ])("%s", async (_, show) => {
    for (const given of [{ status: 401, body: "{}" }, { status: 502, body: html }, { body: html }]) {
      const shown = show(await outcome(given));

      expect(shown).toContain("ApiError");
      expect(shown).not.toMatch(/hidden-(?:key|password|session)/);
      expect(shown).not.toContain(authorization);
      expect(shown).not.toContain("user-1");
    }
  });
});
