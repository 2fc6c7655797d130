import type { ApiClient, CallOptions, RetryClass } from "@sdkmill/runtime";
import { getEventListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import { fine, hang, hangInBody, json, resetAfterBody } from "../fault-answers.ts";
import type { Fault } from "../fault-server.ts";
import { callRoute } from "./call-route.ts";
import { moments, reason, setUp } from "./cancel-moments.ts";
import { clientOf, startFaults } from "./set-up.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const cases = Object.entries(moments).flatMap(([name, moment]) =>
  (["safe", "single-use"] as const).map((retry) => ({ name, moment, retry })),
);

describe("the signal of the caller ends a call", () => {
  test.each(cases)("$name, $retry", async ({ name, moment, retry }) => {
    const { fault = fine, client: options = () => ({}), ready, whole, told } = moment;
    const stage = await setUp(fault, options);
    const { server, timers, controller, client } = stage;
    if (name === "before the call") controller.abort(reason);
    const calling = start(client, retry, { signal: controller.signal });
    if (ready === undefined) {
      await aborted(controller.signal);
    } else {
      await ready(stage);
      controller.abort(reason);
    }
    // At once: nothing else comes to pass than what is in the queue already.
    await setImmediate();

    expect(calling.settled()).toStrictEqual({ error: reason });
    expect(stage.told).toStrictEqual(told);
    expect(getEventListeners(controller.signal, "abort")).toStrictEqual([]);
    expect(timers.waiting).toStrictEqual([]);
    // A request that is not answered yet ends with its connection; none is on its way.
    if (fault === hang || fault === hangInBody) await server.isQuiet();
    for (let turn = 0; turn < 5; turn += 1) await setImmediate();
    expect([server.whole().length, server.begun().length]).toStrictEqual([whole, whole]);
  });
});

test("aborted before: no connection is made", async () => {
  const { server, client } = await setUp(fine, () => ({}));
  const signal = AbortSignal.abort(reason);
  const error: unknown = await callRoute(client, "GET /call", {}, { signal }).catch(
    (thrown: unknown) => thrown,
  );
  await setImmediate();

  expect(error).toBe(reason);
  expect([server.connections, getEventListeners(signal, "abort").length]).toStrictEqual([0, 0]);
});

describe("what is thrown is the reason of the signal, as it is", () => {
  test.each<[string, () => AbortSignal, object]>([
    [
      "none given: an AbortError",
      () => AbortSignal.abort(),
      { name: "AbortError", constructor: DOMException },
    ],
    [
      "a limit of the caller's own is none of the client's",
      () => AbortSignal.abort(new DOMException("Over.", "TimeoutError")),
      { name: "TimeoutError", constructor: DOMException },
    ],
  ])("%s", async (_, make, wanted) => {
    const { client } = await setUp(fine, () => ({}));

    await expect(callRoute(client, "GET /call", {}, { signal: make() })).rejects.toMatchObject(wanted);
  });

  test.each([0, null, "text", false])("even %j", async (odd) => {
    const { server, client, controller } = await setUp(hang, () => ({}));
    const calling = callRoute(client, "GET /call", {}, { signal: controller.signal }).then(
      () => "a result",
      (thrown: unknown) => ({ thrown }),
    );
    await server.hasPlayed(1);
    controller.abort(odd);

    expect(await calling).toStrictEqual({ thrown: odd });
  });
});

describe("a call that ends otherwise leaves nothing on the signal", () => {
  test.each<[string, readonly Fault[], string]>([
    ["a result", [fine], "result"],
    ["an error of the API", [json(400, {})], "ApiError"],
    ["a lost connection", [resetAfterBody], "ConnectionError"],
    ["a result after a retry", [json(429, {}, { "retry-after": "0" }), resetAfterBody, fine], "result"],
  ])("%s", async (_, script, outcome) => {
    const server = await startFaults(script);
    const client = clientOf(server);
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, "addEventListener");
    const came = await callRoute(client, "GET /call", {}, { signal }).then(
      () => "result",
      (error: Error) => error.name,
    );

    expect(came).toBe(outcome);
    expect(add).toHaveBeenCalled();
    expect(getEventListeners(signal, "abort")).toStrictEqual([]);
  });
});

test("a reason that looks like a failure of the call is none: it is not retried", async () => {
  const { server, told, client, controller } = await setUp(hang, () => ({}));
  const odd = Object.assign(new Error("Enough."), { outcome: "unknown" });
  const calling = callRoute(client, "GET /call", {}, { signal: controller.signal });
  calling.catch(() => undefined);
  await server.hasPlayed(1);
  controller.abort(odd);

  await expect(calling).rejects.toBe(odd);
  expect(told).toStrictEqual(["onRequest", "onError"]);
});

test("one signal ends all the calls that have it, and no others", async () => {
  const { server, controller, client } = await setUp(hang, () => ({}));
  const own = new AbortController();
  const calls = [controller, controller, own].map(({ signal }) => start(client, "safe", { signal }));
  await server.hasPlayed(3);
  controller.abort(reason);
  await setImmediate();

  expect(calls.map(({ settled }) => settled())).toStrictEqual([
    { error: reason },
    { error: reason },
    undefined,
  ]);
  own.abort();
});

test("a signal that is aborted after the call changes nothing", async () => {
  const { server, controller, client } = await setUp(fine, () => ({}));
  const calling = callRoute(client, "GET /call", {}, { signal: controller.signal });
  expect(await calling).toStrictEqual({ ok: true });
  controller.abort(reason);
  await setImmediate();

  expect(await calling).toStrictEqual({ ok: true });
  expect(await callRoute(client, "GET /call")).toStrictEqual({ ok: true });
  expect(server.connections).toBe(1);
});

/** Starts a call, of which can be asked at any moment how it ended, if it did. */
function start(
  client: ApiClient,
  retry: RetryClass,
  options: CallOptions,
): { readonly settled: () => object | undefined } {
  let settled: object | undefined;
  void callRoute(client, `POST /call json ${retry}`, {}, options).then(
    (result: unknown) => (settled = { result }),
    (error: unknown) => (settled = { error }),
  );
  return { settled: () => settled };
}

function aborted(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    const look = (): void => {
      if (signal.aborted) resolve(undefined);
      else void setImmediate().then(look);
    };
    look();
  });
}
