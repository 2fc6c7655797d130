import { ApiClient, type RetryClass } from "@sdkmill/runtime";
import { afterEach, describe, expect, test, vi } from "vitest";
import { fine, json, resetAfterBody } from "../fault-answers.ts";
import { tellOutcome } from "./play-call.ts";
import { clientOf, description, startFaults } from "./set-up.ts";
import { bindRoute, callRoute } from "./call-route.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the class of an operation is that of its method, of its route, or of the call: how often a lost call is sent", () => {
  test.each<[string, RetryClass | undefined, number]>([
    ["GET /call", undefined, 3],
    ["HEAD /call", undefined, 3],
    ["OPTIONS /call", undefined, 3],
    ["PUT /call json", undefined, 3],
    ["DELETE /call", undefined, 3],
    ["POST /call json", undefined, 1],
    ["PATCH /call json", undefined, 1],
    ["GET /call single-use", undefined, 1],
    ["DELETE /call single-use", undefined, 1],
    ["POST /call json safe", undefined, 3],
    ["POST /call json idempotent", undefined, 3],
    ["GET /call", "single-use", 1],
    ["POST /call json", "idempotent", 3],
    ["POST /call json safe", "single-use", 1],
  ])("%s, %s: %i", async (route, retry, requests) => {
    const server = await startFaults([resetAfterBody]);
    const error: unknown = await callRoute(clientOf(server), route, {}, { retry }).catch(
      (thrown: unknown) => thrown,
    );

    expect(tellOutcome(error)).toBe("ConnectionError unknown");
    expect(server.whole()).toHaveLength(requests);
  });
});

describe("how often at most: as the call says, else the client, else twice", () => {
  test.each<[number | undefined, number | undefined, number]>([
    [undefined, undefined, 3],
    [1, undefined, 2],
    [1, 4, 5],
    [undefined, 0, 1],
    [0, 1, 2],
  ])("client %s, call %s: %i", async (ofClient, ofCall, requests) => {
    const server = await startFaults([json(503, {}, { "retry-after": "0" })]);
    const client = clientOf(server, { maxRetries: ofClient });
    const calling = callRoute(client, "POST /call json", {}, { maxRetries: ofCall });

    await expect(calling).rejects.toMatchObject({ status: 503 });
    expect(server.whole()).toHaveLength(requests);
  });
});

test("an attempt is the same as the one before: its body, its headers and what hooks add", async () => {
  const server = await startFaults([resetAfterBody, json(503, {}), fine]);
  const client = clientOf(server, {
    hooks: { onRequest: ({ attempt }) => ({ "x-attempt": String(attempt) }) },
  });
  await callRoute(
    client,
    "PUT /call/{id}?q json",
    { id: "a/b", q: "ü", text: "ü".repeat(50_000) },
    { headers: { "x-own": "1" } },
  );
  const seen = server
    .whole()
    .map(({ method, target, body, headers }) => ({ method, target, body, own: headers["x-own"] }));

  expect(seen).toStrictEqual([seen[0], seen[0], seen[0]]);
  expect(seen[0]).toStrictEqual({
    method: "PUT",
    target: "/call/a%2Fb?q=%C3%BC",
    body: JSON.stringify({ text: "ü".repeat(50_000) }),
    own: "1",
  });
  expect(server.whole().map(({ headers }) => headers["x-attempt"])).toStrictEqual(["1", "2", "3"]);
});

test("types of errors that waiting does not cure are not retried, whatever Retry-After says", async () => {
  const refusal = json(429, { error_type: "captcha_failed" }, { "retry-after": "0" });
  const server = await startFaults([refusal]);
  const client = new ApiClient(
    { ...description, notRetried: ["captcha_failed"] },
    { baseUrl: server.origin, allowLoopbackHttp: true },
  );
  for (const retry of ["safe", "idempotent", "single-use"]) {
    await expect(callRoute(client, `POST /call json ${retry}`)).rejects.toMatchObject({
      type: "captcha_failed",
    });
  }

  expect(server.whole()).toHaveLength(3);
});

describe("what no operation covers, by `$fetch`", () => {
  test.each<[string, "GET" | "PUT" | "DELETE" | "POST" | "PATCH", string, number]>([
    ["safe by its method", "GET", "/other", 3],
    ["idempotent by its method", "PUT", "/other", 3],
    ["idempotent by its method, without a body", "DELETE", "/other", 3],
    ["single-use by its method", "POST", "/other", 1],
    ["single-use by its method too", "PATCH", "/other", 1],
    ["single-use, since the operation is", "GET", "/call", 1],
  ])("%s: %s %s", async (_, method, path, requests) => {
    const server = await startFaults([resetAfterBody]);
    const { $fetch } = bindRoute(clientOf(server), "GET /call single-use");
    const request = $fetch.request as unknown as (...init: readonly unknown[]) => Promise<unknown>;
    const error: unknown = await request(method, path, {}).catch((thrown: unknown) => thrown);

    expect(tellOutcome(error)).toBe("ConnectionError unknown");
    expect(server.whole(path)).toHaveLength(requests);
  });

  test("an answer without success is given back after the same retries", async () => {
    const server = await startFaults([json(503, { error_type: "broken" })]);
    const { $fetch } = bindRoute(clientOf(server), "GET /call");
    const request = $fetch.request as unknown as (...init: readonly unknown[]) => Promise<unknown>;

    expect(await request("GET", "/call", {})).toMatchObject({
      error: { error_type: "broken" },
      response: { status: 503 },
    });
    expect(server.whole()).toHaveLength(3);
  });
});
