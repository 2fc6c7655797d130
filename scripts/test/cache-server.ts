import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(
  new URL("../../node_modules/turborepo-remote-cache/dist/cli.js", import.meta.url),
);

/** Ends the server when its standard input does: it then does not outlive the tests, however they end. */
const endWithParent = `data:text/javascript,${encodeURIComponent(
  "process.stdin.on('close', () => process.exit()).resume()",
)}`;

export interface CacheServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a cache server for turbo on 127.0.0.1, on a port that is free.
 *
 * @param folder where it keeps what it is sent
 * @param token what clients have to present
 * @param signed whether it keeps the signatures of what it is sent
 * @throws if it ends before it listens
 */
export async function startCacheServer(folder: string, token: string, signed: boolean): Promise<CacheServer> {
  const server = spawn(process.execPath, ["--import", endWithParent, program], {
    stdio: ["pipe", "pipe", "inherit"],
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: "0",
      AUTH_MODE: "static",
      TURBO_TOKEN: token,
      STORAGE_PROVIDER: "local",
      STORAGE_PATH: folder,
      STORAGE_PATH_USE_TMP_FOLDER: "false",
      // To the server it is a switch: any value has it keep signatures. It need not know the key.
      ...(signed ? { TURBO_REMOTE_CACHE_SIGNATURE_KEY: "on" } : {}),
    },
  });
  const ended = once(server, "exit");
  const stop = async (): Promise<void> => {
    server.kill("SIGKILL");
    await ended;
  };
  return { url: await addressOf(server.stdout, ended), stop };
}

/** The address that the server writes when it listens; what it writes later is let go. */
function addressOf(output: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = "";
    output.on("data", (chunk: Buffer) => {
      log += log.length < 10_000 ? chunk.toString() : "";
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(log);
      if (address !== null) resolve(address[0]);
    });
    void ended.then(() => reject(new Error(`The cache server ended:\n${log}`)));
  });
}
