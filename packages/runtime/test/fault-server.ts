import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createNetServer, type Socket } from "node:net";
import { text } from "node:stream/consumers";

/** What a fault has to act with: the request as far as it was read, and the means to answer it badly. */
export interface Exchange {
  readonly request: SeenRequest;
  readonly response: ServerResponse;
  readonly socket: Socket;
}

/** How the server treats one request, and when: before it is read, after its headers, or when it is whole. */
export type Fault =
  | { readonly at: "accept"; readonly act: (socket: Socket) => void }
  | { readonly at: "headers" | "body"; readonly act: (exchange: Exchange) => void };

/** A request whose headers were read. */
export interface SeenRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: IncomingMessage["headers"];
  /** Which connection it came on: 1 is the first one. */
  readonly connection: number;
  readonly fault: Fault;
  /** Undefined as long as the body was not read to its end. */
  readonly body: string | undefined;
}

/** Faults in the order of the requests, the last one again and again; or such a list for each path. */
export type Script = readonly Fault[] | Readonly<Record<string, readonly Fault[]>>;

export interface FaultServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** How many connections were accepted, those included that were reset at once. */
  readonly connections: number;
  /** How many of them are open. */
  readonly open: number;
  /** The fault of each connection that was reset at once and of each request, in their order. */
  readonly played: readonly Fault[];
  /** Requests whose headers were read, of one path or of all. */
  readonly begun: (path?: string) => readonly SeenRequest[];
  /** Requests that were read to the end of their bodies, of one path or of all. */
  readonly whole: (path?: string) => readonly SeenRequest[];
  /** Resolves as soon as so many faults were played. */
  readonly hasPlayed: (count: number) => Promise<void>;
  /** Resolves as soon as no connection is open. */
  readonly isQuiet: () => Promise<void>;
  /** Ends the server and every connection. */
  readonly end: () => Promise<void>;
}

/**
 * A real HTTP server on this machine that fails as the script says, and counts what reached it.
 *
 * @param port one that has to be free; else any
 */
export async function startFaultServer(script: Script, port = 0): Promise<FaultServer> {
  const sockets = new Map<Socket, number>();
  const seen: { -readonly [Key in keyof SeenRequest]: SeenRequest[Key] }[] = [];
  const played: Fault[] = [];
  const waiting = new Set<() => void>();
  let connections = 0;
  const changed = (): void => {
    for (const look of [...waiting]) look();
  };
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  const taken = new Map<readonly Fault[], number>();
  const peek = (faults: readonly Fault[]): Fault => {
    const fault = faults[Math.min(taken.get(faults) ?? 0, faults.length - 1)];
    if (fault === undefined) throw new Error("The script has no fault for this request.");
    return fault;
  };
  const take = (faults: readonly Fault[]): Fault => {
    const fault = peek(faults);
    taken.set(faults, (taken.get(faults) ?? 0) + 1);
    return fault;
  };
  const play = (fault: Fault, exchange: Exchange): void => {
    played.push(fault);
    if (fault.at === "accept") fault.act(exchange.socket);
    else fault.act(exchange);
    changed();
  };

  const http = createServer(async (incoming, response) => {
    const { method = "", url: target = "", headers, socket } = incoming;
    const fault = take(isList(script) ? script : (script[pathOf(target)] ?? []));
    const request = { method, target, headers, connection: sockets.get(socket) ?? 0, fault, body: undefined };
    seen.push(request);
    // To be treated badly before it is read, the next request has to come on a connection of its own.
    if (isList(script) && peek(script).at === "accept") response.setHeader("connection", "close");
    if (fault.at === "headers") return play(fault, { request, response, socket });
    const body = await text(incoming).catch(() => undefined);
    if (body !== undefined) play(fault, { request: Object.assign(request, { body }), response, socket });
  });
  // Connections are not read before it is clear what is to come of them.
  const server = createNetServer({ pauseOnConnect: true }, (socket) => {
    connections += 1;
    sockets.set(socket, connections);
    socket.on("close", () => {
      sockets.delete(socket);
      changed();
    });
    // What a client does to a connection is no fault of the server.
    socket.on("error", () => undefined);
    if (isList(script) && script.length > 0 && peek(script).at === "accept") {
      const fault = take(script);
      played.push(fault);
      if (fault.at === "accept") fault.act(socket);
      changed();
    } else {
      http.emit("connection", socket);
      socket.resume();
    }
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");

  const of = (path: string | undefined): readonly SeenRequest[] =>
    path === undefined ? seen : seen.filter(({ target }) => pathOf(target) === path);
  return {
    origin: originOf(server.address()),
    get connections() {
      return connections;
    },
    get open() {
      return sockets.size;
    },
    played,
    begun: of,
    whole: (path) => of(path).filter(({ body }) => body !== undefined),
    hasPlayed: (count) => until(() => played.length >= count),
    isQuiet: () => until(() => sockets.size === 0),
    end: async () => {
      for (const socket of sockets.keys()) socket.destroy();
      if (server.listening) await server[Symbol.asyncDispose]();
    },
  };
}

/** An origin where nobody listens: the port was bound, so that it is no one's, and closed. */
export async function refusingOrigin(): Promise<string> {
  const server = createNetServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = originOf(server.address());
  await server[Symbol.asyncDispose]();
  return origin;
}

function isList(script: Script): script is readonly Fault[] {
  return Array.isArray(script);
}

function pathOf(target: string): string {
  return target.split("?", 1)[0] ?? "";
}

function originOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return `http://127.0.0.1:${address.port}`;
}
