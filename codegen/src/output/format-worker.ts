import { parentPort } from "node:worker_threads";
import * as oxc from "@prettier/plugin-oxc";
import { format, type Options } from "prettier";
import type { FormatRequest, FormatResponse } from "./format.ts";

/** The same as the repository's own: generated code reads as if written. */
const style: Options = { printWidth: 110 };

/** Prettier's oxc parser gives the same text as its TypeScript parser in half the time. */
function optionsFor(path: string): Options {
  return path.endsWith(".ts") ? { ...style, parser: "oxc-ts", plugins: [oxc] } : { ...style, filepath: path };
}

async function answer({ id, path, text }: FormatRequest): Promise<FormatResponse> {
  try {
    return { id, text: await format(text, optionsFor(path)) };
  } catch (cause) {
    return {
      id,
      fault: `${path} can not be formatted: ${cause instanceof Error ? cause.message : String(cause)}`,
    };
  }
}

parentPort?.on("message", async (request: FormatRequest) => {
  parentPort?.postMessage(await answer(request));
});
