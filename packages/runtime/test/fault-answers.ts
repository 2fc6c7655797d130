import { gzipSync } from "node:zlib";
import type { Exchange, Fault } from "./fault-server.ts";

/** The header by which every answer of the fault server names its request. */
export const requestIdHeader = { "x-request-id": "request-1" } as const;

type Headers = Readonly<Record<string, string>>;

/** After the whole request was read. */
function afterBody(act: (exchange: Exchange) => void): Fault {
  return { at: "body", act };
}

/** An answer with a status, headers and a body, as it should be on the wire. */
export function answer(status: number, headers: Headers = {}, body: string | Uint8Array = ""): Fault {
  return afterBody(({ response }) => {
    response.writeHead(status, { ...requestIdHeader, ...headers }).end(body);
  });
}

/** An answer of JSON. */
export function json(status: number, value: unknown, headers: Headers = {}): Fault {
  return answer(status, { "content-type": "application/json", ...headers }, JSON.stringify(value));
}

/** An answer to the headers alone: the body is not read. */
export function early(status: number, value: unknown): Fault {
  return { at: "headers", act: (exchange) => play(json(status, value), exchange) };
}

/** The answer that is no fault. */
export const fine: Fault = json(200, { ok: true });

/** The same, by a server that ends the connection after it. */
export const fineAndClosed: Fault = json(200, { ok: true }, { connection: "close" });

/** RST as soon as there is a connection: the client did not get to write. */
export const resetAtConnect: Fault = { at: "accept", act: (socket) => void socket.resetAndDestroy() };

/** RST when the client has written, and nothing of it was read. */
export const resetUnread: Fault = {
  at: "accept",
  // The client is told of its connection in the same turn of the event loop, and writes in that or the next.
  act: (socket) => void setImmediate(() => setImmediate(() => void socket.resetAndDestroy())),
};

/** RST when the headers were read, and the body was not. */
export const resetAfterHeaders: Fault = { at: "headers", act: ({ socket }) => void socket.resetAndDestroy() };

/** RST when all was read: the request was perhaps processed. */
export const resetAfterBody: Fault = afterBody(({ socket }) => void socket.resetAndDestroy());

/** The connection ends in good order, without an answer. */
export const closedAfterBody: Fault = afterBody(({ socket }) => void socket.end());

/** No answer, for good. */
export const hang: Fault = afterBody(() => undefined);

/** The beginning of an answer, and no more of it. */
export const hangInBody: Fault = afterBody(({ response }) => void begin(response));

/** The beginning of an answer, then RST, as soon as the client can have seen it. */
export const resetInBody: Fault = afterBody(({ response, socket }) => {
  begin(response).write('{"ok":', () => setTimeout(() => socket.resetAndDestroy(), 5));
});

/** `Content-Length` tells more than what is sent before the connection ends. */
export const truncated: Fault = afterBody(({ response, socket }) => {
  begin(response).write('{"ok":', () => socket.end());
});

/** Bytes that are not HTTP. */
export const notHttp: Fault = afterBody(({ socket }) => void socket.end("SSH-2.0-OpenSSH_9.9\r\n"));

/** Interim answers (RFC 9110, section 15.2), then the answer. */
export const interimThenFine: Fault = afterBody(({ response }) => {
  response.writeProcessing();
  response.writeEarlyHints({ link: "</a>; rel=preload" });
  response.writeHead(200, { "content-type": "application/json" }).end('{"ok":true}');
});

/** One byte after the other, each after a pause. */
export function drip(body: string, pause: number): Fault {
  return afterBody(({ response, socket }) => {
    response.writeHead(200, {
      ...requestIdHeader,
      "content-type": "application/json",
      "content-length": body.length,
    });
    response.flushHeaders();
    let sent = 0;
    const timer = setInterval(() => {
      response.write(body.charAt(sent));
      sent += 1;
      if (sent === body.length) response.end();
      if (sent === body.length) clearInterval(timer);
    }, pause);
    socket.once("close", () => clearInterval(timer));
  });
}

/** One that takes longer than the client waits. */
export const slowDrip: Fault = drip(JSON.stringify({ ok: true, more: "x".repeat(1_000) }), 50);

/** JSON that is a text, with exactly so many bytes. */
export function large(bytes: number): Fault {
  return afterBody((exchange) => play(json(200, "x".repeat(bytes - 2)), exchange));
}

/** An answer that never ends, as fast as the client takes it. */
export const endless: Fault = afterBody(({ response }) => {
  response.writeHead(200, { ...requestIdHeader, "content-type": "application/json" });
  const more = (): void => {
    while (!response.destroyed && response.write(" ".repeat(65_536)));
  };
  response.on("drain", more);
  more();
});

/** JSON that is a text, gzipped; of so many bytes when it is unpacked. */
export function gzip(bytes: number): Fault {
  let packed: Uint8Array | undefined;
  return afterBody((exchange) => {
    packed ??= gzipSync(`"${"x".repeat(bytes - 2)}"`);
    play(answer(200, { "content-type": "application/json", "content-encoding": "gzip" }, packed), exchange);
  });
}

/** What says that it is gzip, and is not. */
export const brokenGzip: Fault = answer(
  200,
  { "content-type": "application/json", "content-encoding": "gzip" },
  '{"ok":true}',
);

/** Sends everything back that came, as JSON, as HTML and in a header. */
export function echo(status: number, form: "json" | "html"): Fault {
  return afterBody(({ request, response }) => {
    const { method, target, headers, body = "" } = request;
    const shown =
      form === "json"
        ? JSON.stringify({ error_type: "echo", method, target, headers, body, parsed: parse(body) })
        : `<html><pre>${method} ${target}\n${JSON.stringify(headers)}\n${body}</pre></html>`;
    response
      .writeHead(status, {
        ...requestIdHeader,
        "content-type": form === "json" ? "application/json" : "text/html",
        "x-echo": encodeURIComponent(`${headers.authorization ?? ""} ${body}`),
        "x-echo-authorization": headers.authorization ?? "",
      })
      .end(shown);
  });
}

function play(fault: Fault, exchange: Exchange): void {
  if (fault.at !== "accept") fault.act(exchange);
}

function begin(response: Exchange["response"]): Exchange["response"] {
  response.writeHead(200, { ...requestIdHeader, "content-type": "application/json", "content-length": 1000 });
  response.flushHeaders();
  response.write('{"ok":');
  return response;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
