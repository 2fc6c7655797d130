import type { Place } from "../diagnostics.ts";
import { appendPointer, resolvePointer } from "../source/json-pointer.ts";
import { isObject } from "../source/json.ts";
import type { Assembled, OverlayUpdate } from "./assemble.ts";
import { schemaSteps } from "./component-schemas.ts";

/**
 * Where the part of the assembled document at a pointer was written: its file, and the pointer in that
 * file. What an overlay put in stands in the overlay.
 */
export function placeOf({ origins, updates, rootPath }: Assembled, pointer: string): Place {
  const update = updates.findLast((candidate) => hasWritten(candidate, pointer));
  if (update !== undefined)
    return { path: update.place.path, pointer: update.place.pointer + pointer.slice(update.pointer.length) };

  const inside = schemaSteps(pointer);
  const origin = inside === undefined ? undefined : origins.get(inside.key);
  if (inside === undefined || origin === undefined) return { path: rootPath ?? "", pointer };
  return { path: origin.path, pointer: appendPointer(origin.pointer, ...inside.steps) };
}

/** Whether an update has a value of its own for a pointer; an object in it only adds to what was there. */
function hasWritten({ pointer: target, value, isWhole }: OverlayUpdate, pointer: string): boolean {
  if (isWhole && pointer === target) return true;
  if (!pointer.startsWith(target) || pointer[target.length] !== "/") return false;
  const written = resolvePointer(value, pointer.slice(target.length));
  const isMerged = isObject(written) && !pointer.split("/").some((token) => token.startsWith("x-sdkmill"));
  return written !== undefined && (isWhole || !isMerged);
}
