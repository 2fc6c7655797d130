import { build } from "esbuild";
import { createContext, runInContext } from "node:vm";

/** What all runtimes of the web have (https://min-common-api.proposal.wintertc.org), as far as clients use it. */
const webGlobals = [
  ...["fetch", "Request", "Response", "Headers", "URL", "URLSearchParams", "Blob", "FormData"],
  ...["AbortController", "AbortSignal", "DOMException", "TextEncoder", "TextDecoder", "btoa", "atob"],
  ...["setTimeout", "clearTimeout", "queueMicrotask", "structuredClone", "crypto", "performance"],
] as const;

/**
 * Runs a program, and calls what it exports as `call`, where there is the language, the web and no more.
 *
 * @param conditions which of the versions that its packages have it is made of
 * @throws if it asks for a module of Node
 */
export async function runInWeb(
  contents: string,
  conditions: string[],
  ...values: readonly unknown[]
): Promise<unknown> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    ...{ bundle: true, write: false, platform: "neutral", mainFields: ["module", "main"], conditions },
    ...{ format: "iife", globalName: "program", external: ["node:*"], logLevel: "silent" },
    write: false,
  });
  const globals = Object.fromEntries(webGlobals.map((name) => [name, globalThis[name]]));
  // The vendor's client warns of its server.
  const console = { warn: (): void => undefined };
  const code = outputFiles.map(({ text }) => text).join("\n");
  const program = runInContext(`${code}; program`, createContext({ ...globals, console })) as {
    readonly call: (...given: readonly unknown[]) => Promise<unknown>;
  };
  return program.call(...values);
}
