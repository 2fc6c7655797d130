import { schemaPointer, schemaSteps } from "./component-schemas.ts";
import type { Assembled } from "./assemble.ts";
import { raisedPointer, writtenPointer } from "./raise-moves.ts";

/**
 * Where a reference leads that was written before its target was raised to 2020-12.
 *
 * @param base pointer into the assembled document of the resource that the reference is about
 * @param fragment pointer from there, in terms of the document as it was written
 * @returns pointer into the assembled document
 */
export function movedPointer(
  { origins, rootPath, moves }: Assembled,
  base: string,
  fragment: string,
): string {
  if (moves.size === 0) return base + fragment;
  const inside = schemaSteps(base + fragment);
  const origin = inside === undefined ? undefined : origins.get(inside.key);
  const moved = moves.get(origin?.path ?? rootPath ?? "");
  if (moved === undefined) return base + fragment;
  // Moves are told from the root of their document; that of a schema document is a component.
  const isDocument = inside !== undefined && origin?.pointer === "";
  const top = isDocument ? schemaPointer(inside.key) : "";
  if (!base.startsWith(top)) return top + raisedPointer(moved, (base + fragment).slice(top.length));
  return top + raisedPointer(moved, writtenPointer(moved, base.slice(top.length)) + fragment);
}
