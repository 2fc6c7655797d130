import { ApiError, ConnectionError, type RetryClass, TimeoutError } from "@sdkmill/runtime";
import { afterEach, describe, expect, test, vi } from "vitest";
import { retryDelay } from "../src/retry-delay.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const operation = "POST /things";
const now = Date.UTC(2026, 0, 1, 12);

function answered(status: number, headers: Record<string, string> = {}, type?: string): ApiError {
  const rest = { operation, requestId: undefined, body: undefined, text: undefined };
  return new ApiError("No.", { status, headers: new Headers(headers), type, ...rest });
}

const lost = new ConnectionError("No.", { operation, outcome: "unknown" });
const refused = new ConnectionError("No.", { operation, outcome: "not-sent" });

function late(limit: "attempt" | "total", outcome: "not-sent" | "unknown"): TimeoutError {
  return new TimeoutError("No.", { operation, limit, outcome, timeout: 1 });
}

const repeatable: readonly RetryClass[] = ["safe", "idempotent"];
const classes: readonly RetryClass[] = [...repeatable, "single-use"];
const statuses = [200, 302, 400, 401, 403, 404, 408, 409, 410, 422, 425, 429, 500, 501, 502, 503, 504, 505];

describe("which statuses are worth another attempt", () => {
  const retried = (retry: RetryClass, headers?: Record<string, string>): readonly number[] =>
    statuses.filter((status) => retryDelay(retry, answered(status, headers), 1) < Infinity);
  const transient = [408, 425, 429, 500, 502, 503, 504];

  test.each<[RetryClass, Record<string, string>, readonly number[]]>([
    ["safe", {}, transient],
    ["safe", { "retry-after": "1" }, transient],
    ["safe", { "retry-after": "soon" }, transient],
    ["idempotent", {}, transient],
    ["idempotent", { "retry-after": "1" }, transient],
    ["single-use", {}, []],
    ["single-use", { "retry-after": "1" }, [429, 503]],
    ["single-use", { "retry-after": "soon" }, []],
    ["single-use", { "retry-after": "61" }, []],
  ])("%s, %j", (retry, headers, given) => {
    expect(retried(retry, headers)).toStrictEqual(given);
  });
});

describe("which failures without an answer are", () => {
  test.each<[string, unknown, readonly RetryClass[]]>([
    ["refused", refused, classes],
    ["lost", lost, repeatable],
    ["an attempt that took too long", late("attempt", "unknown"), repeatable],
    ["an attempt that took too long before it was sent", late("attempt", "not-sent"), repeatable],
    ["a call that took too long", late("total", "unknown"), []],
    ["a call that took too long before it was sent", late("total", "not-sent"), []],
  ])("%s", (_, error, given) => {
    expect(classes.filter((retry) => retryDelay(retry, error, 1) < Infinity)).toStrictEqual(given);
  });
});

test("a type that waiting does not change is not retried, whatever else the answer says", () => {
  const headers = { "retry-after": "1" };
  const delays = classes.map((retry) =>
    retryDelay(retry, answered(429, headers, "captcha_failed"), 1, ["other", "captcha_failed"]),
  );

  expect(delays).toStrictEqual([Infinity, Infinity, Infinity]);
  expect(retryDelay("safe", answered(429, headers, "too_many"), 1, ["captcha_failed"])).toBe(1_000);
  expect(retryDelay("safe", answered(429, headers), 1, ["captcha_failed"])).toBe(1_000);
});

describe("the wait is any part of a time that doubles, up to eight seconds", () => {
  test.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
    [4, 4_000],
    [5, 8_000],
    [6, 8_000],
    [2_000, 8_000],
  ])("attempt %i: less than %i ms", (attempt, longest) => {
    const delays = [0, 0.5, 0.999].map((random) => {
      vi.spyOn(Math, "random").mockReturnValue(random);
      return [lost, answered(500)].map((error) => retryDelay("safe", error, attempt));
    });

    expect(delays).toStrictEqual([
      [0, 0],
      [longest * 0.5, longest * 0.5],
      [longest * 0.999, longest * 0.999],
    ]);
  });
});

describe("Retry-After", () => {
  const date = (time: number): string => new Date(time).toUTCString();
  const backoff = 250;

  test.each<[string, Record<string, string>, number]>([
    ["seconds", { "retry-after": "7" }, 7_000],
    ["none", { "retry-after": "0" }, 0],
    ["as many as are honoured", { "retry-after": "60" }, 60_000],
    ["one more", { "retry-after": "61" }, Infinity],
    ["more than a number holds", { "retry-after": "9".repeat(400) }, Infinity],
    ["a date", { "retry-after": date(now + 5_000) }, 5_000],
    ["a date that is over", { "retry-after": date(now - 5_000) }, 0],
    ["a date as far away as is honoured", { "retry-after": date(now + 60_000) }, 60_000],
    ["a date further away", { "retry-after": date(now + 61_000) }, Infinity],
    [
      "a date by the clock of a server that is an hour behind",
      { "retry-after": date(now - 3_595_000), date: date(now - 3_600_000) },
      5_000,
    ],
    ["a date by a clock that can not be read", { "retry-after": date(now + 5_000), date: "noon" }, 5_000],
    ["a date as it was written long ago", { "retry-after": "Thursday, 01-Jan-26 12:00:05 GMT" }, 5_000],
    ["a fraction", { "retry-after": "1.5" }, backoff],
    ["less than nothing", { "retry-after": "-1" }, backoff],
    ["two of them", { "retry-after": "1, 2" }, backoff],
    ["a date without a zone", { "retry-after": "2026-01-01 12:00:05" }, backoff],
    ["a date of another form", { "retry-after": "2026-01-01T12:00:05Z" }, backoff],
    ["a word", { "retry-after": "GMT" }, backoff],
    ["nothing", { "retry-after": "" }, backoff],
    ["not there", {}, backoff],
  ])("%s", (_, headers, delay) => {
    vi.useFakeTimers({ now });
    vi.spyOn(Math, "random").mockReturnValue(0.5);

    expect(retryDelay("safe", answered(503, headers), 1)).toBe(delay);
    expect(retryDelay("single-use", answered(503, headers), 1)).toBe(delay === backoff ? Infinity : delay);
  });
});
