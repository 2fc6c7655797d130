import { afterEach, describe, expect, test, vi } from "vitest";
import { fine, json, resetAfterBody } from "../fault-answers.ts";
import { refusingOrigin } from "../fault-server.ts";
import { callRoute } from "./call-route.ts";
import { holdTimers } from "./hold-timers.ts";
import { tellOutcome } from "./play-call.ts";
import { clientOf, startFaults } from "./set-up.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

// Prevents: a single-use request sent again after its connection stood and was lost, since the code of the error is
// one that a connection that never stood has too.
// Node, Bun and Deno say each in their own way why `fetch` failed; these are their words.
describe("nothing was sent, or it is not known", () => {
  const node = (code: string, syscall?: string): Error =>
    new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code, syscall }) });

  test.each<[string, unknown, "not-sent" | "unknown"]>([
    ["Node, refused", node("ECONNREFUSED", "connect"), "not-sent"],
    ["Node, no such host", node("ENOTFOUND", "getaddrinfo"), "not-sent"],
    ["Node, no answer of the name server", node("EAI_AGAIN", "getaddrinfo"), "not-sent"],
    ["Node, no connection in time", node("UND_ERR_CONNECT_TIMEOUT"), "not-sent"],
    ["Node, no way to the host", node("EHOSTUNREACH", "connect"), "not-sent"],
    ["Node, a certificate that is over", node("CERT_HAS_EXPIRED"), "not-sent"],
    [
      "Bun, refused",
      Object.assign(new Error("Unable to connect."), { code: "ConnectionRefused" }),
      "not-sent",
    ],
    [
      "Deno, refused",
      new TypeError(
        "error sending request for url (https://x.example/): client error (Connect): tcp connect error",
      ),
      "not-sent",
    ],
    ["Node, reset", node("ECONNRESET", "read"), "unknown"],
    ["Node, broken pipe", node("EPIPE", "write"), "unknown"],
    ["Node, closed", node("UND_ERR_SOCKET"), "unknown"],
    ["Node, no headers in time", node("UND_ERR_HEADERS_TIMEOUT"), "unknown"],
    // A connection that stood, and whose way was lost: by then the request may have arrived.
    ["Node, no way to the host any more", node("EHOSTUNREACH", "read"), "unknown"],
    ["Node, no way to the net any more", node("ENETUNREACH", "write"), "unknown"],
    ["Node, refused by a router later on", node("ECONNREFUSED", "read"), "unknown"],
    [
      "Bun, reset",
      Object.assign(new Error("The socket connection was closed."), { code: "ECONNRESET" }),
      "unknown",
    ],
    [
      "Deno, reset",
      new TypeError(
        "error sending request for url (https://x.example/): client error (SendRequest): connection closed before message completed",
      ),
      "unknown",
    ],
    ["something else", new Error("Odd."), "unknown"],
    ["a text", "odd", "unknown"],
    ["nothing", undefined, "unknown"],
  ])("%s", async (_, thrown, outcome) => {
    let attempts = 0;
    const server = await startFaults([fine]);
    const client = clientOf(server, {
      fetch: () => {
        attempts += 1;
        return Promise.reject(thrown);
      },
    });
    const error: unknown = await callRoute(client, "POST /call json").catch((caught: unknown) => caught);

    expect(tellOutcome(error)).toBe(`ConnectionError ${outcome}`);
    expect(attempts).toBe(outcome === "not-sent" ? 3 : 1);
  });
});

describe("a call that is over sends nothing, whatever comes late", () => {
  test("a hook", async () => {
    const timers = holdTimers();
    const server = await startFaults([fine]);
    const late = Promise.withResolvers<undefined>();
    let sent = 0;
    const client = clientOf(server, {
      hooks: { onRequest: () => late.promise },
      // One that does not look at its signal.
      fetch: (url) => {
        sent += 1;
        return fetch(url);
      },
    });
    const error = callRoute(client, "POST /call json").catch((thrown: unknown) => thrown);
    await Promise.resolve();
    timers.fire();
    expect(tellOutcome(await error)).toBe("TimeoutError attempt not-sent");
    late.resolve(undefined);
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);

    expect([sent, server.connections]).toStrictEqual([0, 0]);
  });

  // Prevents: a request sent after the time of its call was over, because the wait took longer than it was to.
  test("the end of a wait that was longer than it should be", async () => {
    let passed = 0;
    vi.spyOn(performance, "now").mockImplementation(() => passed);
    const server = await startFaults([json(503, {}, { "retry-after": "0" }), fine]);
    // A machine that sleeps, or a function that is frozen between two requests.
    const client = clientOf(server, { hooks: { onRetry: () => void (passed += 100_000) } });
    const error: unknown = await callRoute(client, "POST /call json").catch((thrown: unknown) => thrown);
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);

    expect(tellOutcome(error)).toBe("TimeoutError total not-sent");
    expect(server.begun()).toHaveLength(1);
  });
});

// Prevents: a call sent again for a failure that is not its own, such as that of a client which a hook asks for a token.
describe("a hook that throws ends the call with its error, and nothing is sent", () => {
  test.each<[string, () => Promise<unknown>]>([
    ["an error", () => Promise.reject(new Error("No."))],
    ["nothing", () => Promise.reject(undefined)],
    [
      "a failure of its own call: not connected",
      async () => callRoute(clientOf({ origin: await refusingOrigin() }), "POST /token"),
    ],
    [
      "a failure of its own call: lost",
      async () => callRoute(clientOf(await startFaults([resetAfterBody])), "POST /token"),
    ],
    [
      "a failure of its own call: not ready",
      async () => callRoute(clientOf(await startFaults([json(503, {})])), "POST /token"),
    ],
  ])("%s", async (_, fail) => {
    const server = await startFaults([fine]);
    const thrown: unknown[] = [];
    const onRequest = (): Promise<never> =>
      fail().then(
        () => Promise.reject(new Error("It did not fail.")),
        (error: unknown) => {
          thrown.push(error);
          throw error;
        },
      );
    const caught: unknown = await callRoute(clientOf(server, { hooks: { onRequest } }), "GET /call").then(
      () => "a result",
      (error: unknown) => ({ error }),
    );

    expect(thrown).toHaveLength(1);
    expect(caught).toStrictEqual({ error: thrown[0] });
    expect(server.connections).toBe(0);
  });
});

test("hooks that throw afterwards change nothing", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const server = await startFaults([resetAfterBody, fine]);
  const fail = (): never => {
    throw new Error("No.");
  };
  const client = clientOf(server, {
    hooks: { onResponse: fail, onRetry: () => Promise.reject(new Error("No.")), onError: fail },
  });

  expect(await callRoute(client, "GET /call")).toStrictEqual({ ok: true });
  expect([server.whole().length, told.mock.calls.length]).toStrictEqual([2, 2]);
});
