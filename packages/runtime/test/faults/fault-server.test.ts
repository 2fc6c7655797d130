import { once } from "node:events";
import { connect } from "node:net";
import { setImmediate } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import * as faults from "../fault-answers.ts";
import {
  type Fault,
  type FaultServer,
  type Script,
  refusingOrigin,
  startFaultServer,
} from "../fault-server.ts";

// What the tests of the client stand on has to be what it says: held here against plain `fetch` and sockets.

async function start(script: Script): Promise<FaultServer> {
  const server = await startFaultServer(script);
  onTestFinished(server.end);
  return server;
}

/** Status and text of an answer, or the code of what went wrong, with what the server counted. */
async function played(
  server: FaultServer,
  init: RequestInit = { method: "POST", body: "body" },
): Promise<unknown> {
  // A connection is free for the next request a moment after its answer was read.
  await setImmediate();
  const came = await fetch(`${server.origin}/path?a=1`, { redirect: "manual", ...init })
    .then(async (response) => `${response.status} ${(await response.text()).slice(0, 40)}`.trim())
    .catch((error: Error) => codeOf(error));
  return [came, server.connections, server.begun().length, server.whole().length];
}

function codeOf(error: Error): unknown {
  const cause = error.cause ?? error;
  return typeof cause === "object" && "code" in cause && cause.code !== undefined
    ? cause.code
    : String(cause).split(":", 1)[0];
}

describe("what comes of a fault: answer or error, connections, requests begun, requests that were whole", () => {
  const lost = expect.stringMatching(/^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/) as unknown;

  test.each<[string, Fault, readonly unknown[]]>([
    ["fine", faults.fine, ['200 {"ok":true}', 1, 1, 1]],
    ["reset while it connects", faults.resetAtConnect, ["ECONNRESET", 1, 0, 0]],
    ["reset before a byte is read", faults.resetUnread, [lost, 1, 0, 0]],
    ["reset after the headers", faults.resetAfterHeaders, [lost, 1, 1, 0]],
    ["reset after the body", faults.resetAfterBody, [lost, 1, 1, 1]],
    ["closed after the body", faults.closedAfterBody, ["UND_ERR_SOCKET", 1, 1, 1]],
    ["reset in the body of the answer", faults.resetInBody, [lost, 1, 1, 1]],
    ["a truncated answer", faults.truncated, ["UND_ERR_SOCKET", 1, 1, 1]],
    ["not HTTP", faults.notHttp, ["HTTPParserError", 1, 1, 1]],
    ["an interim answer before it", faults.interimThenFine, ['200 {"ok":true}', 1, 1, 1]],
    ["a slow drip", faults.drip('{"ok":true}', 1), ['200 {"ok":true}', 1, 1, 1]],
    ["gzip", faults.gzip(12), ['200 "xxxxxxxxxx"', 1, 1, 1]],
    ["broken gzip", faults.brokenGzip, ["Z_DATA_ERROR", 1, 1, 1]],
    ["a status", faults.answer(503), ["503", 1, 1, 1]],
  ])("%s", async (_, fault, wanted) => {
    expect(await played(await start([fault]))).toStrictEqual(wanted);
  });
});

describe("what has no end", () => {
  test.each<[string, Fault, boolean]>([
    ["no answer", faults.hang, false],
    ["the beginning of an answer", faults.hangInBody, true],
    ["an answer without an end", faults.endless, true],
  ])("%s ends with the client", async (_, fault, begins) => {
    const server = await start([fault]);
    const controller = new AbortController();
    const fetching = fetch(server.origin, { method: "POST", body: "body", signal: controller.signal });
    fetching.catch(() => undefined);
    await server.hasPlayed(1);
    const answered = begins ? (await fetching).status : "none";
    expect([answered, server.open]).toStrictEqual([begins ? 200 : "none", 1]);

    controller.abort();
    await server.isQuiet();
    expect([server.begun().length, server.whole().length]).toStrictEqual([1, 1]);
  });
});

test("faults come in their order, the last one again and again, on one connection as long as it holds", async () => {
  const server = await start([faults.answer(500), faults.resetUnread, faults.resetAfterBody, faults.fine]);
  const came = [];
  for (let index = 0; index < 5; index += 1) came.push(await played(server));

  expect(came.map((each) => JSON.stringify(each))).toStrictEqual([
    '["500",1,1,1]',
    expect.stringMatching(/^\["(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)",2,1,1\]$/),
    expect.stringMatching(/^\["(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)",3,2,2\]$/),
    '["200 {\\"ok\\":true}",4,3,3]',
    '["200 {\\"ok\\":true}",4,4,4]',
  ]);
  expect(server.played).toStrictEqual(
    [faults.answer(500), faults.resetUnread, faults.resetAfterBody, faults.fine, faults.fine].map(({ at }) =>
      expect.objectContaining({ at }),
    ),
  );
  expect(server.begun().map(({ connection }) => connection)).toStrictEqual([1, 3, 4, 4]);
});

test("a list for each path, without the query", async () => {
  const server = await start({ "/a": [faults.answer(500), faults.answer(501)], "/b": [faults.answer(502)] });
  const statuses = [];
  for (const target of ["/a?x=1", "/b", "/a", "/a"])
    statuses.push((await fetch(server.origin + target)).status);

  expect(statuses).toStrictEqual([500, 502, 501, 501]);
  expect([server.begun("/a").length, server.whole("/b").length, server.whole().length]).toStrictEqual([
    3, 1, 4,
  ]);
});

test("a request without its whole body is begun, and no more", async () => {
  const server = await start([faults.fine]);
  const socket = connect(Number(new URL(server.origin).port), "127.0.0.1");
  await once(socket, "connect");
  socket.end("POST /part HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhalf");
  await once(socket.resume(), "close");
  await server.isQuiet();

  expect([server.begun("/part").length, server.whole("/part").length]).toStrictEqual([1, 0]);
});

test("large answers have the size that they say, gzipped ones another on the wire", async () => {
  const server = await start({ "/plain": [faults.large(100_000)], "/packed": [faults.gzip(100_000)] });
  const [plain, packed] = await Promise.all(["/plain", "/packed"].map((path) => fetch(server.origin + path)));

  expect((await plain?.text())?.length).toBe(100_000);
  expect((await packed?.text())?.length).toBe(100_000);
  expect(Number(packed?.headers.get("content-length"))).toBeLessThan(1_000);
});

test("an echo sends back what came", async () => {
  const server = await start([faults.echo(500, "json"), faults.echo(500, "html")]);
  const init = {
    method: "POST",
    body: '{"password":"hidden"}',
    headers: { authorization: "Basic hidden-key" },
  };
  for (const type of ["application/json", "text/html"]) {
    const response = await fetch(server.origin, init);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("x-echo-authorization")).toBe("Basic hidden-key");
    expect(await response.text()).toMatch(/hidden-key[^]*password[^]*hidden/);
  }
});

test("nobody listens at a refusing origin, until a server takes its port", async () => {
  const origin = await refusingOrigin();
  expect(codeOf((await fetch(origin).then(String, (error: Error) => error)) as Error)).toBe("ECONNREFUSED");

  const server = await startFaultServer([faults.fine], Number(new URL(origin).port));
  onTestFinished(server.end);
  expect([server.origin, (await fetch(origin)).status]).toStrictEqual([origin, 200]);
});

test("an ended server has no connections, and refuses new ones", async () => {
  const server = await startFaultServer([faults.hang]);
  const fetching = fetch(server.origin).then(String, codeOf);
  await server.hasPlayed(1);
  await server.end();

  expect(await fetching).toBe("UND_ERR_SOCKET");
  expect(await fetch(server.origin).then(String, codeOf)).toBe("ECONNREFUSED");
  expect(server.open).toBe(0);
});
