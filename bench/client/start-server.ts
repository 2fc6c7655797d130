import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface RunningServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly end: () => void;
}

/** Starts the server in a process of its own, on a free port of this machine. */
export async function startServer(): Promise<RunningServer> {
  const child = fork(fileURLToPath(new URL("./server.ts", import.meta.url)));
  const [port] = (await once(child, "message")) as readonly unknown[];
  if (typeof port !== "number") throw new Error("The server said no port.");
  return { origin: `http://127.0.0.1:${port}`, end: () => child.disconnect() };
}
