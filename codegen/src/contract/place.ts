import type { Place } from "../diagnostics.ts";
import { appendPointer, pointerTokens } from "../source/json-pointer.ts";
import type { Assembled } from "./assemble.ts";

/** Where the part of the assembled document at a pointer was written: its file, and the pointer in that file. */
export function placeOf({ origins, rootPath }: Assembled, pointer: string): Place {
  const [components, schemas, key, ...rest] = pointerTokens(pointer) ?? [];
  const origin =
    components === "components" && schemas === "schemas" && key !== undefined ? origins.get(key) : undefined;
  if (origin === undefined) return { path: rootPath ?? "", pointer };
  return { path: origin.path, pointer: appendPointer(origin.pointer, ...rest) };
}
