import { error, type Diagnostic } from "../diagnostics.ts";
import type { Json } from "./json.ts";

/** What a parser makes of a text: the data, as far as it could be read, and the faults. */
export interface Parsed {
  readonly data: Json | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Deeper than any contract, shallower than the stack of any recursive walk over it. */
export const MAX_DEPTH = 256;

export function tooDeep(path: string): Diagnostic {
  return error("source-too-deep", `The document is nested deeper than ${MAX_DEPTH} levels.`, "Flatten it.", {
    path,
    pointer: "",
  });
}
