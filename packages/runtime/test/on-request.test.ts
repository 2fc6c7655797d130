import { ApiError, type Hooks } from "@sdkmill/runtime";
import { afterEach, describe, expect, test, vi } from "vitest";
import { busy, callThing, clientOf, event, fine, recorder } from "./hook-stage.ts";
import { rejection } from "./sent-request.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("`onRequest`", () => {
  test("adds headers to its attempt, and to no other", async () => {
    const hooks: Hooks = {
      onRequest: async ({ attempt }) => (attempt === 1 ? { "x-first": "1", "x-own": "hook" } : undefined),
    };
    const { client, sent } = clientOf([busy(), fine()], { hooks, headers: { "x-own": "client" } });
    await callThing(client);

    expect(sent.map((headers) => Object.fromEntries(headers))).toStrictEqual([
      { authorization: "Bearer mine", "x-first": "1", "x-own": "hook" },
      { authorization: "Bearer mine", "x-own": "client" },
    ]);
  });

  test("can not take the place of the credentials", async () => {
    const hooks: Hooks = { onRequest: () => ({ AUTHORIZATION: "Bearer other" }) };
    const { client, sent } = clientOf([fine()], { hooks });
    await callThing(client);

    expect(sent[0]?.get("authorization")).toBe("Bearer mine");
  });

  test("a header that can not be sent is refused without being shown", async () => {
    const hooks: Hooks = { onRequest: () => ({ "x-own": "hidden\nvalue" }) };
    const { client, sent } = clientOf([fine()], { hooks });

    expect(await rejection(callThing(client))).toStrictEqual(
      new TypeError("The header `x-own` is missing or can not be used."),
    );
    expect(sent).toStrictEqual([]);
  });

  const refused = Object.assign(new Error("No."), { outcome: "not-sent", status: 503, headers: {} });

  test.each<[string, unknown]>([
    ["an error", new Error("No.")],
    ["nothing", undefined],
    ["null", null],
    ["an error that looks like one of this client", refused],
    [
      "an error of another client",
      new ApiError("No.", {
        operation: "GET /other",
        status: 503,
        headers: new Headers({ "retry-after": "0" }),
        requestId: undefined,
        type: undefined,
        body: undefined,
        text: undefined,
      }),
    ],
  ])("throws %s: the call ends with it, at once, and nothing is sent", async (_, thrown) => {
    for (const onRequest of [
      () => {
        throw thrown;
      },
      () => Promise.reject(thrown),
    ]) {
      const { told, hooks } = recorder();
      const { client, sent } = clientOf([fine()], { hooks: [{ onRequest }, hooks] });

      expect(await rejection(callThing(client))).toBe(thrown);
      expect(sent).toStrictEqual([]);
      expect(told).toStrictEqual([["onError", { ...event(1, 1), error: thrown, duration: "number" }]]);
    }
  });

  test("that hangs ends with the caller's patience", async () => {
    const controller = new AbortController();
    const hooks: Hooks = {
      onRequest: () => {
        controller.abort("Enough.");
        return new Promise(() => undefined);
      },
    };
    const { client, sent } = clientOf([fine()], { hooks });

    expect(await rejection(callThing(client, "safe", { signal: controller.signal }))).toBe("Enough.");
    expect(sent).toStrictEqual([]);
  });
});
