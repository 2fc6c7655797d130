import { ApiClient, apiKey, basic, bearer, type RetryClass } from "@sdkmill/runtime";
import { setImmediate } from "node:timers/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  answer,
  endless,
  fine,
  fineAndClosed,
  hang,
  json,
  large,
  resetAfterBody,
  resetAfterHeaders,
} from "../fault-answers.ts";
import { type FaultServer, refusingOrigin } from "../fault-server.ts";
import { playCall, tellOutcome } from "./play-call.ts";
import { clientOf, description, startFaults } from "./set-up.ts";
import { callRoute } from "./call-route.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("twenty calls, one after the other", () => {
  test("share one connection", async () => {
    const server = await startFaults([fine]);
    const client = clientOf(server);
    for (let index = 0; index < 20; index += 1) {
      await callRoute(client, "POST /call json", { index });
      // Node's `fetch` has a connection back a moment after its answer was read.
      await setImmediate();
    }

    expect([server.connections, server.whole().length]).toStrictEqual([1, 20]);
  });

  test("need no more connections than with `fetch` alone, without a pause", async () => {
    const [server, other] = [await startFaults([fine]), await startFaults([fine])];
    const client = clientOf(server);
    for (let index = 0; index < 20; index += 1) {
      await callRoute(client, "POST /call json", { index });
      const response = await fetch(other.origin, { method: "POST", body: "{}" });
      await response.text();
    }

    expect(server.connections).toBeLessThanOrEqual(other.connections);
    expect(server.whole()).toHaveLength(20);
  });

  test("share it with calls that fail", async () => {
    const server = await startFaults([json(400, {}), answer(404), fine, answer(500), fine]);
    const client = clientOf(server);
    for (let index = 0; index < 20; index += 1) {
      await callRoute(client, "POST /call json", { index }).catch(() => undefined);
      await setImmediate();
    }

    expect([server.connections, server.whole().length]).toStrictEqual([1, 20]);
  });
});

describe("a connection that was kept", () => {
  test.each<RetryClass>(["safe", "idempotent", "single-use"])(
    "and is closed between two calls, %s",
    async (retry) => {
      const server = await startFaults([fineAndClosed, fine]);
      const client = clientOf(server);
      await callRoute(client, `POST /call json ${retry}`);
      await server.isQuiet();

      expect(await callRoute(client, `POST /call json ${retry}`)).toStrictEqual({ ok: true });
      expect([server.connections, server.whole().length]).toStrictEqual([2, 2]);
    },
  );

  // The server gave the connection up while the request was on its way: it may have read it, or not.
  test.each<[RetryClass, typeof fine, string, number]>([
    ["safe", resetAfterHeaders, "result", 3],
    ["idempotent", resetAfterBody, "result", 3],
    ["single-use", resetAfterHeaders, "ConnectionError unknown", 2],
    ["single-use", resetAfterBody, "ConnectionError unknown", 2],
  ])("and is reset by the second call, %s", async (retry, fault, outcome, requests) => {
    const server = await startFaults([fine, fault, fine]);
    const client = clientOf(server);
    await callRoute(client, `POST /call json ${retry}`);
    await setImmediate();
    const came: unknown = await callRoute(client, `POST /call json ${retry}`).catch(
      (error: unknown) => error,
    );

    expect(tellOutcome(came)).toBe(outcome);
    expect(server.begun().map(({ connection }) => connection)).toStrictEqual([1, 1, 2].slice(0, requests));
  });
});

test.each<RetryClass>(["safe", "idempotent", "single-use"])(
  "refused at first, then served: sent once, %s",
  async (retry) => {
    const origin = await refusingOrigin();
    let server: FaultServer | undefined;
    let attempts = 0;
    const client = clientOf(
      { origin },
      {
        fetch: async (url, init) => {
          attempts += 1;
          if (attempts === 3) server = await startFaults([fine], Number(new URL(origin).port));
          return fetch(url, init);
        },
      },
    );
    vi.spyOn(Math, "random").mockReturnValue(0);

    expect(await callRoute(client, `POST /call json ${retry}`)).toStrictEqual({ ok: true });
    expect([attempts, server?.whole().length]).toStrictEqual([3, 1]);
  },
);

test.each<RetryClass>(["safe", "single-use"])(
  "a lost request stays so, when the next attempt is refused: %s",
  async (retry) => {
    const server = await startFaults([resetAfterBody]);
    const client = clientOf(server, { hooks: { onRetry: () => void server.end() } });
    const error: unknown = await callRoute(client, `POST /call json ${retry}`).catch(
      (thrown: unknown) => thrown,
    );

    expect(tellOutcome(error)).toBe("ConnectionError unknown");
  },
);

describe("a redirect to another origin takes nothing there", () => {
  test.each([301, 302, 303, 307, 308])("%i", async (status) => {
    const other = await startFaults([fine]);
    const location = `${other.origin}/taken`;
    const { server, outcome, told } = await playCall({
      script: [answer(status, { location })],
      retry: "idempotent",
    });

    expect(outcome).toMatchObject({ name: "ApiError", status, operation: "POST /call" });
    expect([server.whole().length, other.connections]).toStrictEqual([1, 0]);
    expect(told).toStrictEqual(["onRequest", `onResponse ${status}`, "onError"]);
  });
});

describe("an answer that is not read to its end gives its connection up", () => {
  test("without an end", async () => {
    const { server, outcome } = await playCall({ script: [endless], retry: "safe" });

    expect(outcome).toMatchObject({ name: "ApiError", status: 200 });
    await server.isQuiet();
    expect(server.whole()).toHaveLength(1);
  });

  test("hanging", async () => {
    const { server, outcome } = await playCall({ script: [hang], retry: "single-use" });

    expect(tellOutcome(outcome)).toBe("TimeoutError attempt unknown");
    await server.isQuiet();
    expect(server.whole()).toHaveLength(1);
  });
});

describe("a limit of the size of answers that was chosen", () => {
  test.each<[number, number, string]>([
    [100, 100, "result"],
    [101, 100, "ApiError 200 nothing"],
    [11_000_000, Infinity, "result"],
    [2, 0, "ApiError 200 nothing"],
  ])("%i bytes of at most %d", async (bytes, maxResponseBytes, wanted) => {
    const { outcome } = await playCall({
      script: [large(bytes)],
      retry: "safe",
      client: { maxResponseBytes },
    });

    expect(tellOutcome(outcome)).toBe(wanted);
  });
});

test("several clients side by side know nothing of each other", async () => {
  const servers = await Promise.all([startFaults([fine]), startFaults([fine]), startFaults([fine])]);
  const [first, second, third] = servers;
  const clients = [
    new ApiClient(
      { ...description, credentials: basic("user", "secret") },
      own(first, { user: "u", secret: "s-1" }),
    ),
    new ApiClient({ ...description, credentials: bearer("token") }, own(second, { token: "s-2" })),
    new ApiClient(
      { ...description, credentials: apiKey("key", "header", "x-key") },
      own(third, { key: "s-3" }),
    ),
  ];
  await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      callRoute(clients[index % 3] ?? clientOf(first), "POST /call json", { index }),
    ),
  );
  const seen = servers.map((server) => [
    ...new Set(
      server.begun().map(({ headers }) => `${headers.authorization ?? ""} ${String(headers["x-key"] ?? "")}`),
    ),
  ]);

  expect(servers.map((server) => server.whole().length)).toStrictEqual([10, 10, 10]);
  expect(seen).toStrictEqual([[`Basic ${btoa("u:s-1")} `], ["Bearer s-2 "], [" s-3"]]);
});

function own(
  server: FaultServer,
  credentials: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  return { baseUrl: server.origin, allowLoopbackHttp: true, ...credentials };
}
