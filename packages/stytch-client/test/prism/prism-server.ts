import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

/** A mock server that refuses what its document does not allow, in a process of its own. */
export interface PrismServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly end: () => Promise<void>;
}

const prism = createRequire(import.meta.url).resolve("@stoplight/prism-cli");
const exitWithParent = pathToFileURL(join(import.meta.dirname, "exit-with-parent.ts")).href;

/**
 * Starts Prism on a free port of this machine, and waits until it says that it listens.
 *
 * @param document an OpenAPI document
 * @param seed of the answers that Prism makes up if a request asks for `Prefer: dynamic=true`
 * @throws {Error} with its output if it ends before
 */
export async function startPrism(document: object, seed: string): Promise<PrismServer> {
  const folder = mkdtempSync(join(tmpdir(), "sdkmill-prism-"));
  const file = join(folder, "openapi.json");
  writeFileSync(file, JSON.stringify(document));
  const child = spawn(
    process.execPath,
    [
      ...["--import", exitWithParent, prism, "mock", file],
      ...["--host", "127.0.0.1", "--port", "0", "--errors", "--seed", seed],
    ],
    // Colours would stand in the line that is waited for.
    { stdio: ["pipe", "pipe", "pipe"], env: { PATH: process.env.PATH, FORCE_COLOR: "0" } },
  );
  try {
    return { origin: await listening(child), end: () => ended(child) };
  } catch (cause) {
    await ended(child);
    throw cause;
  } finally {
    // It was read once, to the end.
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

/** Where it listens, as it says; everything after that is read, so that it does not wait, and forgotten. */
function listening({ stdout, stderr }: ChildProcess): Promise<string> {
  if (stdout === null || stderr === null) throw new Error("Prism has no output.");
  const said: string[] = [];
  stderr.on("data", (text: Buffer) => said.push(String(text)));
  return new Promise((resolve, reject) => {
    const lines = createInterface(stdout);
    lines.on("line", (line) => {
      const origin = /Prism is listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
      if (origin === undefined) said.push(line);
      else resolve(origin);
    });
    // Without an effect if it listens already.
    lines.on("close", () => reject(new Error(`Prism did not start:\n${said.join("\n")}`)));
  });
}
