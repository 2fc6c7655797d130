import { describe, expect, test, vi } from "vitest";
import { ApiError } from "../src/api-error.ts";
import type { Outgoing } from "../src/outgoing.ts";
import { readAnswer, requestIdOf } from "../src/read-answer.ts";
import { type Redact, redactor } from "../src/redact.ts";
import { describeApi, describeRoute } from "./sent-request.ts";

const outgoing: Outgoing = {
  route: describeRoute(),
  operation: "GET /things",
  url: "https://api.example/things",
  headers: new Headers(),
  body: undefined,
  options: {},
  parameters: {},
  value: () => undefined,
};

function read(body: string | undefined, init: ResponseInit = {}, redact?: () => Redact): unknown {
  const answer = {
    response: new Response(null, { headers: { "content-type": "application/json" }, ...init }),
    bytes: body === undefined ? undefined : new TextEncoder().encode(body),
    redact: redact ?? (() => redactor(["password"], { password: "hidden" }, [])),
  };
  return readAnswer(outgoing, answer, describeApi({ errorType: ["error_type", "error"] }));
}

test("secrets are looked for only where there is an error", () => {
  const redact = vi.fn<() => Redact>(() => redactor([], undefined, []));

  expect(read('{"password":"hidden"}', {}, redact)).toStrictEqual({ password: "hidden" });
  expect(redact).not.toHaveBeenCalled();
  expect(read("{}", { status: 400 }, redact)).toBeInstanceOf(ApiError);
  expect(redact).toHaveBeenCalledOnce();
});

describe("an answer that is larger than what is read", () => {
  test.each([
    [200, "Test API answered GET /things with status 200, but more than `maxResponseBytes`."],
    [500, "Test API answered GET /things with status 500."],
  ])("with status %i", (status, message) => {
    const error = read(undefined, { status });

    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status, message, body: undefined, text: undefined });
  });
});

describe("the type of an error", () => {
  test.each<[string, object, string | undefined]>([
    ["the first property that is there", { error: "b", error_type: "a" }, "a"],
    ["the next one", { error: "b" }, "b"],
    ["the next one, if the first is empty", { error: "b", error_type: "" }, "b"],
    ["the next one, if the first is no text", { error: "b", error_type: 1 }, "b"],
    ["none", { error: {} }, undefined],
  ])("%s", (_, body, type) => {
    expect(read(JSON.stringify(body), { status: 400 })).toMatchObject({ type });
  });
});

describe("what an error holds of an answer has no secrets", () => {
  const headers = {
    "content-type": "application/json",
    location: "https://x.example/?p=hidden",
    password: "other",
    "set-cookie": "a=b",
    "x-request-id": "hidden-1",
  };

  test("JSON", () => {
    const body = { password: "other", message: "hidden", request_id: "of hidden", error_type: "hidden_word" };
    const error = read(JSON.stringify(body), { status: 400, headers }) as ApiError;

    expect(error).toMatchObject({
      body: {
        password: "[redacted]",
        message: "[redacted]",
        request_id: "[redacted]",
        error_type: "hidden_word",
      },
      requestId: "[redacted]",
      type: "hidden_word",
      message: "Test API answered GET /things with status 400 (hidden_word) ([redacted]).",
    });
    expect(Object.fromEntries(error.headers)).toStrictEqual({
      "content-type": "application/json",
      location: "[redacted]",
      "x-request-id": "[redacted]",
    });
  });

  test("text, which is cut only then", () => {
    const text = `${"x".repeat(1_998)}hidden and more`;

    expect(read(text, { status: 502, headers })).toMatchObject({
      text: "[redacted]",
      requestId: "[redacted]",
    });
  });

  test("JSON that is broken", () => {
    expect(read('{"a":"hidden","password":"oth', { status: 502 })).toMatchObject({
      text: "[redacted]",
    });
  });
});

test("JSON that is nested deeper than a stack is an answer as any other, and an error as well", () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);

  expect(Array.isArray(read(deep))).toBe(true);
  expect(read(deep, { status: 400 })).toMatchObject({ status: 400, text: "[".repeat(2_000) });
});

test("bytes that are no UTF-8 are no reason to fail", () => {
  const answer = {
    response: new Response(null, { status: 502 }),
    bytes: new Uint8Array([0x61, 0xff, 0x62]),
    redact: () => redactor([], undefined, []),
  };

  expect(readAnswer(outgoing, answer, describeApi())).toMatchObject({ text: "a\ufffdb" });
});

// A message is written to logs and terminals.
test("foreign text in a message can neither end a line nor colour it", () => {
  const body = { error_type: "a\r\nb\u001B[31m", request_id: "c\u2028\u0085\u202Ed" };
  const { message } = read(JSON.stringify(body), { status: 400 }) as ApiError;

  expect(message).toMatch(/^[\x20-\x7e]+$/);
});

describe("the id of a request", () => {
  const headers = new Headers({ "x-request-id": "header" });

  test.each<[string, unknown, Headers, string | undefined, string | undefined]>([
    ["of the body", { id: "body" }, headers, "id", "body"],
    ["of a header", {}, headers, "id", "header"],
    ["of a header, if the API says none in bodies", { id: "body" }, headers, undefined, "header"],
    ["of a header, if there is no object", "body", headers, "id", "header"],
    ["of a header, if that in the body is no text", { id: 1 }, headers, "id", "header"],
    ["of none", null, new Headers(), "id", undefined],
    ["of no property of a prototype", [], new Headers(), "constructor", undefined],
  ])("%s", (_, body, given, property, id) => {
    expect(requestIdOf(body, given, property)).toBe(id);
  });
});
