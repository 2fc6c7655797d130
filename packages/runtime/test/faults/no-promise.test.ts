import type { CallOptions } from "@sdkmill/runtime";
import type { Middleware } from "openapi-fetch";
import { afterEach, describe, expect, test, vi } from "vitest";
import { fine, json } from "../fault-answers.ts";
import { callRoute } from "./call-route.ts";
import { clientOf, startFaults } from "./set-up.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

// Prevents: `retry: false`, which people write for "not again", sending a message three times.
describe("what is no class is no promise that a call can be repeated", () => {
  test.each<unknown>([false, null, "never", true, {}])("%j", async (retry) => {
    const server = await startFaults([json(500, {})]);
    const options = { retry } as CallOptions;
    await callRoute(clientOf(server), "GET /call", {}, options).catch(() => undefined);

    expect(server.begun()).toHaveLength(1);
  });
});

// Prevents: a request sent again, since its answer broke off with a code that a connection that never stood has too.
test("once there is an answer, the request was sent", async () => {
  let sent = 0;
  const broken = new ReadableStream({
    pull: (controller) => controller.error(Object.assign(new Error("No."), { code: "ENOTFOUND" })),
  });
  const server = await startFaults([fine]);
  const client = clientOf(server, {
    fetch: async () => {
      sent += 1;
      return new Response(broken);
    },
  });

  await expect(callRoute(client, "POST /call json")).rejects.toMatchObject({
    name: "ConnectionError",
    outcome: "unknown",
  });
  expect(sent).toBe(1);
});

describe("middleware that never ends is ended", () => {
  const never = (): Promise<undefined> => new Promise(() => undefined);

  test.each<[string, Middleware]>([
    ["onRequest", { onRequest: never }],
    ["onResponse", { onResponse: never }],
  ])("%s, by the timeout", async (_, middleware) => {
    const server = await startFaults([fine]);
    const calling = callRoute(clientOf(server), "GET /call", {}, { timeout: 150 }, [middleware]);

    await expect(calling).rejects.toMatchObject({ name: "TimeoutError", limit: "total" });
  });

  test("by the signal", async () => {
    const server = await startFaults([fine]);
    const controller = new AbortController();
    const { signal } = controller;
    const calling = callRoute(clientOf(server), "GET /call", {}, { signal }, [{ onRequest: never }]);
    controller.abort(new Error("Enough."));

    await expect(calling).rejects.toThrow(new Error("Enough."));
  });
});

test("refusals give the retry budget back too", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const server = await startFaults({ "/down": [json(503, {})], "/nobody": [json(404, {})] });
  const client = clientOf(server, { retryBudget: 1 });
  const read = (path: string): Promise<unknown> => callRoute(client, `GET ${path}`).catch(() => undefined);
  await read("/down");
  for (let index = 0; index < 10; index += 1) await read("/nobody");
  await read("/down");

  expect(server.begun("/down")).toHaveLength(4);
});

test("an endless run of backslashes does not hold the process", async () => {
  const text = "\\".repeat(200_000);
  const server = await startFaults([json(400, { error_message: text })]);

  await expect(callRoute(clientOf(server), "GET /call")).rejects.toMatchObject({ status: 400 });
});
