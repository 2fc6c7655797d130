import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A request as it was on the wire. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query, as the client encoded them. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly received: readonly ReceivedRequest[];
  /** Takes the received requests away, for the next test of the same server. */
  readonly takeReceived: () => readonly ReceivedRequest[];
  /** Ends the server, and every connection that a client left open. */
  readonly end: () => Promise<void>;
}

/** `"nothing"` leaves the request without an answer. */
type Respond = (request: ReceivedRequest) => Answer | "nothing";

/** A JSON answer with status 200. */
export function json(value: unknown): Answer {
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}

/** A real HTTP server on a free port of this machine, and nowhere else. */
export async function startLoopbackServer(respond: Respond = () => json({})): Promise<LoopbackServer> {
  let received: ReceivedRequest[] = [];
  const server = createServer(async (request, response) => {
    const read = await readRequest(request);
    received.push(read);
    const answer = respond(read);
    if (answer === "nothing") return;
    response.writeHead(answer.status ?? 200, answer.headers ?? {}).end(answer.body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get received() {
      return received;
    },
    takeReceived: () => {
      const taken = received;
      received = [];
      return taken;
    },
    end: async () => {
      server.closeAllConnections();
      await server[Symbol.asyncDispose]();
    },
  };
}

async function readRequest(request: IncomingMessage): Promise<ReceivedRequest> {
  const { method = "", url = "", headers } = request;
  return { method, target: url, headers, body: await text(request) };
}
