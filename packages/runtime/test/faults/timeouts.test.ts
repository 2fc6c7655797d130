import { type ClientOptions, TimeoutError } from "@sdkmill/runtime";
import { setImmediate } from "node:timers/promises";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { fine, hang, json, resetAfterBody } from "../fault-answers.ts";
import type { Fault } from "../fault-server.ts";
import { playCall, tellOutcome } from "./play-call.ts";
import { clientOf, startFaults } from "./set-up.ts";
import { callRoute } from "./call-route.ts";
import { holdTimers } from "./hold-timers.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("which limit ends an attempt that hangs", () => {
  test.each<[string, ClientOptions, ClientOptions, string, number, number]>([
    ["that of an attempt", {}, {}, "attempt", 30_000, 3],
    ["an own one of the client", { attemptTimeout: 20_000 }, {}, "attempt", 20_000, 3],
    ["an own one of the call", { attemptTimeout: 20_000 }, { attemptTimeout: 15_000 }, "attempt", 15_000, 3],
    ["the total, if it is less", { timeout: 20_000 }, {}, "total", 20_000, 1],
    ["the total of the call", { timeout: 25_000 }, { timeout: 12_000 }, "total", 12_000, 1],
    ["that of an attempt, without a total", { timeout: Infinity }, {}, "attempt", 30_000, 3],
    ["the total, without one of an attempt", { attemptTimeout: Infinity }, {}, "total", 60_000, 1],
  ])("%s", async (_, client, options, limit, timeout, attempts) => {
    const { server, outcome, timers } = await playCall({ script: [hang], retry: "safe", client, options });

    expect(outcome).toBeInstanceOf(TimeoutError);
    expect(outcome).toMatchObject({
      name: "TimeoutError",
      operation: "POST /call",
      limit,
      timeout,
      outcome: "unknown",
    });
    expect(server.whole()).toHaveLength(attempts);
    expect(timers.waiting).toStrictEqual([]);
  });
});

test("the total counts attempts and sleeps: what is left of it is the last limit", async () => {
  let passed = 0;
  vi.spyOn(performance, "now").mockImplementation(() => passed);
  const { server, outcome, timers } = await playCall({
    script: [resetAfterBody, json(503, {}, { "retry-after": "7" }), hang],
    retry: "idempotent",
    client: { hooks: { onRetry: () => void (passed += 22_000) } },
  });
  const limits = vi.mocked(setTimeout).mock.calls.map(([, delay = 0]) => delay);

  expect(limits.filter((delay) => delay >= 10_000)).toStrictEqual([30_000, 30_000, 16_000]);
  expect(tellOutcome(outcome)).toBe("TimeoutError total unknown");
  expect(outcome).toMatchObject({ timeout: 60_000 });
  expect([server.whole().length, timers.slept, timers.waiting]).toStrictEqual([3, [7_000], []]);
});

describe("Retry-After", () => {
  test.each<[string, number, ClientOptions, number]>([
    ["for a minute", 60, { timeout: Infinity }, 3],
    ["not for more than a minute: the error is thrown at once", 61, { timeout: Infinity }, 1],
    ["within the total", 6, { timeout: 20_000 }, 3],
    ["not for all of the total", 6, { timeout: 6_000 }, 1],
    ["not beyond the total", 7, { timeout: 6_000 }, 1],
  ])("is waited for %s", async (_, seconds, client, attempts) => {
    vi.spyOn(performance, "now").mockReturnValue(0);
    const { server, outcome, delays, timers } = await playCall({
      script: [json(429, {}, { "retry-after": String(seconds) })],
      retry: "single-use",
      client: { ...client, attemptTimeout: 40_000 },
      isSleep: (delay) => attempts > 1 && delay === seconds * 1_000,
    });
    const waits = Array.from({ length: attempts - 1 }, () => seconds * 1_000);

    expect(tellOutcome(outcome)).toBe("ApiError 429 body");
    expect(server.whole()).toHaveLength(attempts);
    expect([delays, timers.slept, timers.waiting]).toStrictEqual([waits, waits, []]);
  });

  test.each<[string, string, number]>([
    ["a date", "Sun, 06 Nov 1994 08:49:44 GMT", 7_000],
    ["a date in the form of RFC 850", "Sunday, 06-Nov-94 08:49:44 GMT", 7_000],
    ["a past date", "Sun, 06 Nov 1994 08:48:00 GMT", 0],
  ])("%s is taken by the clock of the server", async (_, date, delay) => {
    const headers = { date: "Sun, 06 Nov 1994 08:49:37 GMT", "retry-after": date };
    const { delays } = await playCall({ script: [json(503, {}, headers), fine], retry: "single-use" });

    expect(delays).toStrictEqual([delay]);
  });

  test("a date is taken by this clock, if the server does not tell its own", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 21, 12) });
    onTestFinished(() => void vi.useRealTimers());
    const date: Fault = {
      at: "body",
      act: ({ response }) => {
        response.sendDate = false;
        response.writeHead(503, { "retry-after": "Sat, 21 Nov 2026 12:00:07 GMT" }).end();
      },
    };
    const { delays } = await playCall({ script: [date, fine], retry: "single-use" });

    expect(delays).toStrictEqual([7_000]);
  });
});

test("backoff: full jitter of half a second, then twice as much each time, at most eight seconds", async () => {
  const { server, delays, outcome } = await playCall({
    script: [resetAfterBody],
    retry: "safe",
    random: 0.999,
    client: { maxRetries: 7, timeout: Infinity },
  });

  expect(tellOutcome(outcome)).toBe("ConnectionError unknown");
  expect(server.whole()).toHaveLength(8);
  expect(delays.map((delay) => Math.round(delay / 0.999))).toStrictEqual([
    500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000,
  ]);
});

test("the total ends a backoff before it begins", async () => {
  let passed = 0;
  vi.spyOn(performance, "now").mockImplementation(() => passed);
  const { server, delays, outcome, timers } = await playCall({
    script: [resetAfterBody],
    retry: "safe",
    random: 0.999,
    // The waits are 499.5, 999, 1,998 and 3,996 ms; the next one would be 7,992 ms.
    client: { maxRetries: 7, timeout: 15_484, hooks: { onRetry: ({ delay }) => void (passed += delay) } },
    isSleep: (delay) => delay < 4_000,
  });

  expect(tellOutcome(outcome)).toBe("ConnectionError unknown");
  expect([server.whole().length, delays.length, timers.waiting]).toStrictEqual([5, 4, []]);
});

describe("a limit holds for whatever the client waits for", () => {
  test.each<[string, ClientOptions, string]>([
    ["a `fetch` that ignores its signal", { fetch: () => new Promise(() => undefined) }, "unknown"],
    [
      "a body that ignores it",
      {
        fetch: () =>
          Promise.resolve(new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }))),
      },
      "unknown",
    ],
    ["a hook", { hooks: { onRequest: () => new Promise(() => undefined) } }, "not-sent"],
  ])("%s", async (_, options, outcome) => {
    const timers = holdTimers();
    const server = await startFaults([fine]);
    const client = clientOf(server, options);
    const calling = callRoute(client, "POST /call json", {}).catch((error: unknown) => error);
    await setImmediate();
    timers.fire();

    expect(tellOutcome(await calling)).toBe(`TimeoutError attempt ${outcome}`);
    expect([server.connections, timers.waiting]).toStrictEqual([0, []]);
  });
});

test("no timer is left of calls that are over", async () => {
  const server = await startFaults([fine, json(400, {}), fine]);
  const client = clientOf(server);
  const timersOf = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = timersOf();
  for (let index = 0; index < 3; index += 1) await callRoute(client, "GET /call").catch(() => undefined);

  expect([server.whole().length, timersOf()]).toStrictEqual([3, before]);
});

test("limits without an end set no timer", async () => {
  const { timers, outcome } = await playCall({
    script: [fine],
    retry: "safe",
    client: { timeout: Infinity, attemptTimeout: Infinity },
  });

  expect(outcome).toStrictEqual({ ok: true });
  expect(vi.mocked(setTimeout).mock.calls.filter(({ length }) => length === 2)).toStrictEqual([]);
  expect(timers.waiting).toStrictEqual([]);
});

// Prevents: a limit that was not read as one (`Number(process.env.X)`) and so is none.
describe("what is no number is the least limit", () => {
  test.each([-1, 0])("a timeout of %d: nothing is sent", async (timeout) => {
    const server = await startFaults([fine]);
    const error: unknown = await callRoute(clientOf(server, { timeout }), "GET /call").catch(
      (thrown: unknown) => thrown,
    );

    expect(error).toMatchObject({ name: "TimeoutError", limit: "total", outcome: "not-sent" });
    expect(server.connections).toBe(0);
  });

  test.each(["timeout", "attemptTimeout"])("%s", async (name) => {
    const server = await startFaults([hang]);
    const options: object = { [name]: Number.NaN };

    for (const calling of [
      callRoute(clientOf(server, options), "GET /call"),
      callRoute(clientOf(server), "GET /call", {}, options),
    ])
      await expect(calling).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test.each(["maxRetries", "retryBudget"])("%s", async (name) => {
    const server = await startFaults([json(503, {})]);
    await callRoute(clientOf(server, { [name]: Number.NaN }), "GET /call").catch(() => undefined);

    expect(server.begun()).toHaveLength(1);
  });

  test("maxResponseBytes", async () => {
    const server = await startFaults([fine]);

    await expect(
      callRoute(clientOf(server, { maxResponseBytes: Number.NaN }), "GET /call"),
    ).rejects.toMatchObject({ name: "ApiError", status: 200 });
  });
});
