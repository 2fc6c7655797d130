import { ApiClient, ApiError, call } from "@sdkmill/runtime";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, json, type LoopbackServer, startLoopbackServer } from "./loopback-server.ts";
import { describeApi } from "./sent-request.ts";

let server: LoopbackServer;
let answer: Answer;

beforeAll(async () => {
  server = await startLoopbackServer(() => answer);
});

afterAll(() => server.end());

const operation = { method: "POST", path: "/users/{user_id}", body: "merged" } as const;
const api = describeApi({ credentials: { kind: "basic", username: "user", password: "password" } });

/** What comes of a call that gets this answer: the result, or what is thrown. */
async function outcome(given: Answer): Promise<unknown> {
  answer = given;
  const client = new ApiClient(api, { user: "user", password: "hidden-key", baseUrl: server.origin });
  const parameters = { user_id: "user-1", password: "hidden-password" };
  return call(client, operation, parameters, { headers: { "X-Session": "hidden-session" } }).catch(
    (error: unknown) => error,
  );
}

describe("an answer with success", () => {
  test.each<[string, Answer, unknown]>([
    ["an object", json({ a: [1, "ü", null] }), { a: [1, "ü", null] }],
    ["false", json(false), false],
    ["null", json(null), null],
    [
      "JSON that is said to be text",
      { headers: { "content-type": "text/plain" }, body: '{"a":1}' },
      { a: 1 },
    ],
    ["another status of success", { ...json({ a: 1 }), status: 201 }, { a: 1 }],
    ["status 204", { status: 204 }, undefined],
    ["an empty body", { status: 200 }, undefined],
    ["an empty body of unknown length", { headers: { "transfer-encoding": "chunked" } }, undefined],
  ])("%s", async (_, given, result) => {
    expect(await outcome(given)).toStrictEqual(result);
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
        requestId: "request-body",
        body,
        message: `${said} status 404 (request id request-body).`,
      },
    ],
    [
      "the id of the body counts first",
      { status: 400, headers: { "x-request-id": "request-header" }, body: JSON.stringify(body) },
      {
        status: 400,
        requestId: "request-body",
        body,
        message: `${said} status 400 (request id request-body).`,
      },
    ],
    [
      "an id in the header alone",
      { status: 429, headers: { "x-request-id": "request-header" }, body: '{"request_id":7}' },
      {
        status: 429,
        requestId: "request-header",
        body: { request_id: 7 },
        message: `${said} status 429 (request id request-header).`,
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
      { status: 500, text: "no", message: `${said} status 500.` },
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
        message: `${said} status 200, but not with JSON (request id request-header).`,
      },
    ],
    [
      "success with broken JSON",
      { ...json({}), body: '{"a":' },
      { status: 200, text: '{"a":', message: `${said} status 200, but not with JSON.` },
    ],
  ])("%s", async (_, given, fields) => {
    const error = await outcome(given);

    expect(error).toBeInstanceOf(ApiError);
    const { message, name, operation: called, status, requestId, body: parsed, text } = error as ApiError;
    expect({ message, name, operation: called, status, requestId, body: parsed, text }).toStrictEqual({
      name: "ApiError",
      operation: "POST /users/{user_id}",
      requestId: undefined,
      body: undefined,
      text: undefined,
      ...fields,
    });
  });

  test("with the headers of the answer", async () => {
    const error = await outcome({ status: 429, headers: { "retry-after": "7" } });

    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).headers.get("retry-after")).toBe("7");
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
