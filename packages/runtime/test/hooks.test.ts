import { ApiError, ClientError, type Hooks } from "@sdkmill/runtime";
import { afterEach, describe, expect, test, vi } from "vitest";
import { busy, callThing, clientOf, event, fine, recorder } from "./hook-stage.ts";
import { rejection } from "./sent-request.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("what hooks are told, in its order", () => {
  test("of a call that is answered", async () => {
    const { told, hooks } = recorder();
    await callThing(clientOf([fine()], { hooks }).client);

    expect(told).toStrictEqual([
      ["onRequest", event(1, 1)],
      ["onResponse", { ...event(1, 1), status: 200, requestId: "request-2", duration: "number" }],
    ]);
  });

  test("of one that is sent again", async () => {
    const { told, hooks } = recorder();
    await callThing(clientOf([busy(), new Error("Reset."), fine()], { hooks }).client);

    expect(told).toStrictEqual([
      ["onRequest", event(1, 1)],
      ["onResponse", { ...event(1, 1), status: 503, requestId: "request-1", duration: "number" }],
      ["onRetry", { ...event(1, 1), delay: 0, error: expect.any(ApiError) as unknown }],
      ["onRequest", event(1, 2)],
      ["onRetry", { ...event(1, 2), delay: 0, error: expect.any(ClientError) as unknown }],
      ["onRequest", event(1, 3)],
      ["onResponse", { ...event(1, 3), status: 200, requestId: "request-2", duration: "number" }],
    ]);
  });

  test("of one that fails for good, and of the next one", async () => {
    const { told, hooks } = recorder();
    const { client } = clientOf([busy(), busy(), fine()], { hooks, maxRetries: 1 });
    const error = await rejection(callThing(client));
    await callThing(client);

    expect(told.slice(2)).toStrictEqual([
      ["onRetry", { ...event(1, 1), delay: 0, error: expect.any(ApiError) as unknown }],
      ["onRequest", event(1, 2)],
      ["onResponse", { ...event(1, 2), status: 503, requestId: "request-1", duration: "number" }],
      ["onError", { ...event(1, 2), error, duration: "number" }],
      ["onRequest", event(2, 1)],
      ["onResponse", { ...event(2, 1), status: 200, requestId: "request-2", duration: "number" }],
    ]);
  });

  test("the class is the call's own", async () => {
    const { told, hooks } = recorder();
    await callThing(clientOf([fine()], { hooks }).client, "safe", { retry: "single-use" });

    expect(told).toMatchObject([
      ["onRequest", { retry: "single-use" }],
      ["onResponse", { retry: "single-use" }],
    ]);
  });

  test("each client counts its own calls", async () => {
    const { told, hooks } = recorder();
    for (const { client } of [clientOf([fine()], { hooks }), clientOf([fine()], { hooks })])
      await callThing(client);

    expect(told).toMatchObject([{ 1: { call: 1 } }, {}, { 1: { call: 1 } }, {}]);
  });

  test("several hooks, one after the other", async () => {
    const told: string[] = [];
    const named = (name: string): Hooks => ({
      onRequest: async () => {
        await Promise.resolve();
        told.push(`${name} onRequest`);
      },
      onResponse: () => told.push(`${name} onResponse`),
    });
    await callThing(clientOf([fine()], { hooks: [named("a"), {}, named("b")] }).client);

    expect(told).toStrictEqual(["a onRequest", "b onRequest", "a onResponse", "b onResponse"]);
  });

  test("nothing of what was sent, and of what came status and request id", async () => {
    const { told, hooks } = recorder();
    await callThing(clientOf([fine()], { hooks, headers: { "x-own": "hidden-header" } }).client);

    expect(told).toHaveLength(2);
    expect(JSON.stringify(told)).not.toMatch(/hidden|mine|api\.example/);
  });
});

describe("what other hooks throw changes nothing, and is told on the console", () => {
  const thrown = new Error("No.");

  test.each<[string, () => unknown]>([
    [
      "throws",
      () => {
        throw thrown;
      },
    ],
    ["rejects", () => Promise.reject(thrown)],
  ])("%s", async (_, fail) => {
    const reported = vi.spyOn(console, "error").mockReturnValue();
    const { told, hooks } = recorder();
    const failing: Hooks = { onResponse: fail, onRetry: fail, onError: fail };
    const { client } = clientOf([busy(), fine(), busy(), busy()], { hooks: [failing, hooks], maxRetries: 1 });

    expect(await callThing(client)).toStrictEqual({ request_id: "request-2" });
    expect(await rejection(callThing(client))).toMatchObject({ status: 503 });
    expect(told.map((one) => (one as readonly unknown[])[0])).toStrictEqual([
      ...["onRequest", "onResponse", "onRetry", "onRequest", "onResponse"],
      ...["onRequest", "onResponse", "onRetry", "onRequest", "onResponse", "onError"],
    ]);
    await Promise.resolve();
    expect(reported.mock.calls).toStrictEqual(Array.from({ length: 7 }, () => [thrown]));
  });

  test("one that hangs holds nothing up", async () => {
    const { client } = clientOf([fine()], { hooks: { onResponse: () => new Promise(() => undefined) } });

    expect(await callThing(client)).toStrictEqual({ request_id: "request-2" });
  });
});
