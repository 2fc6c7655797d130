#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// Types stripped and code compiled once, not on every run.
enableCompileCache();
const { run } = await import("./command-line.ts");

// Whoever reads may stop reading (`sdkmill … | head`): that is no fault.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
  if (cause.code !== "EPIPE") throw cause;
});

const console = {
  out: (text: string): void => void process.stdout.write(`${text}\n`),
  err: (text: string): void => void process.stderr.write(`${text}\n`),
  isTerminal: process.stderr.isTTY === true,
};

try {
  process.exitCode = await run(process.argv.slice(2), process.cwd(), console);
} catch (cause) {
  // Nothing a user does should lead here.
  const detail =
    process.env["SDKMILL_DEBUG"] === undefined ? String(cause) : ((cause as Error).stack ?? String(cause));
  console.err(
    `sdkmill has a fault of its own: ${detail}\nPlease report it. SDKMILL_DEBUG=1 shows where it happened.`,
  );
  process.exitCode = 1;
}
