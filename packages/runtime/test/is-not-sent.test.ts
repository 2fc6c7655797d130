import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { describe, expect, onTestFinished, test } from "vitest";
import { isNotSent } from "../src/is-not-sent.ts";
import { selfSigned } from "./self-signed.ts";
import { rejection } from "./sent-request.ts";

/** What Node's `fetch` throws. */
function node(code: string, syscall?: string): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code, syscall }) });
}

describe("real errors of `fetch`", () => {
  test("nobody listens", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    await server[Symbol.asyncDispose]();

    expect(isNotSent(await rejection(fetch(`http://127.0.0.1:${port}`)))).toBe(true);
    // Several addresses, none of which answers: an AggregateError.
    expect(isNotSent(await rejection(fetch(`http://localhost:${port}`)))).toBe(true);
  });

  test("no host of that name (RFC 6761, section 6.4)", async () => {
    expect(isNotSent(await rejection(fetch("https://name.invalid")))).toBe(true);
  });

  test("no TLS on the other side: it is not known what that one made of it", async () => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined).end("SSH-2.0-OpenSSH_9.9\r\n", () => socket.destroy());
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => server[Symbol.asyncDispose]());
    const { port } = server.address() as AddressInfo;

    expect(isNotSent(await rejection(fetch(`https://127.0.0.1:${port}`)))).toBe(false);
  });

  test("a certificate that nobody trusts", async () => {
    let isRead = false;
    const server = createTlsServer(selfSigned, (socket) => {
      socket.on("data", () => (isRead = true));
    }).listen(0, "127.0.0.1");
    server.on("tlsClientError", () => undefined);
    await once(server, "listening");
    onTestFinished(() => server[Symbol.asyncDispose]());
    const { port } = server.address() as AddressInfo;

    expect(isNotSent(await rejection(fetch(`https://localhost:${port}`)))).toBe(true);
    expect(isRead).toBe(false);
  });

  test("a connection that was reset when the request was there", async () => {
    const server = createServer((socket) => {
      socket.once("data", () => socket.resetAndDestroy());
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => server[Symbol.asyncDispose]());
    const { port } = server.address() as AddressInfo;

    expect(isNotSent(await rejection(fetch(`http://127.0.0.1:${port}`)))).toBe(false);
  });
});

describe("what the platforms say", () => {
  const deno = (url: string, what: string): Error =>
    new TypeError(`error sending request for url (${url}): client error (${what}): tcp error`);
  const bun = (code: string): Error => Object.assign(new Error("Unable to connect."), { code });
  const aggregate = (...codes: readonly string[]): Error => {
    const errors = codes.map((code) => Object.assign(new Error(code), { code }));
    return new TypeError("fetch failed", {
      cause: Object.assign(new AggregateError(errors), { code: codes[0] }),
    });
  };

  test.each<[string, unknown, boolean]>([
    ["Node, refused", node("ECONNREFUSED", "connect"), true],
    ["Node, refused at two addresses", aggregate("ECONNREFUSED", "ECONNREFUSED"), true],
    ["Node, no way to two addresses", aggregate("ENETUNREACH", "EHOSTUNREACH"), true],
    ["Node, no such host", node("ENOTFOUND", "getaddrinfo"), true],
    ["Node, no name server", node("EAI_AGAIN", "getaddrinfo"), true],
    ["Node, no connection in time", node("UND_ERR_CONNECT_TIMEOUT"), true],
    ["Node, no way to the host", node("EHOSTUNREACH", "connect"), true],
    ["Node, no way to the net", node("ENETUNREACH", "connect"), true],
    ["Node, a certificate that is over", node("CERT_HAS_EXPIRED"), true],
    ["Node, a certificate of its own", node("DEPTH_ZERO_SELF_SIGNED_CERT"), true],
    ["Node, a certificate of another host", node("ERR_TLS_CERT_ALTNAME_INVALID"), true],
    ["Bun, refused", bun("ConnectionRefused"), true],
    ["Bun, no connection", bun("FailedToOpenSocket"), true],
    ["Deno, refused", deno("https://x.example/", "Connect"), true],
    // A connection that stood, and whose way was lost: by then the request may have arrived.
    ["Node, no way to the host any more", node("EHOSTUNREACH", "read"), false],
    ["Node, no way to the net any more", node("ENETUNREACH", "write"), false],
    ["Node, reset", node("ECONNRESET", "read"), false],
    ["Node, broken pipe", node("EPIPE", "write"), false],
    ["Node, closed", node("UND_ERR_SOCKET"), false],
    ["Node, no headers in time", node("UND_ERR_HEADERS_TIMEOUT"), false],
    ["Node, no body in time", node("UND_ERR_BODY_TIMEOUT"), false],
    ["Bun, reset", bun("ECONNRESET"), false],
    ["Bun, closed", bun("ConnectionClosed"), false],
    ["Deno, reset", deno("https://x.example/", "SendRequest"), false],
    // `encodeURIComponent` leaves parentheses as they are.
    [
      "Deno, reset, and a URL that says something else",
      deno("https://x.example/a(Connect)", "SendRequest"),
      false,
    ],
    ["an abort", new DOMException("No.", "AbortError"), false],
    ["an error", new Error("Odd."), false],
    ["a text", "ECONNREFUSED", false],
    ["nothing", undefined, false],
    ["null", null, false],
  ])("%s", (_, thrown, expected) => {
    expect(isNotSent(thrown)).toBe(expected);
  });

  test("an error that is its own cause", () => {
    const thrown = new Error("Odd.");
    thrown.cause = thrown;

    expect(isNotSent(thrown)).toBe(false);
  });
});
