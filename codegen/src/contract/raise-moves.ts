/** Where keywords went when a document was raised: references to them and diagnostics have to follow. */

import { appendPointer } from "../source/json-pointer.ts";

/** Within one schema: a keyword, or an entry of one, and its place after raising. Pointers begin at the schema. */
export interface Move {
  readonly from: string;
  /** Undefined for what has no effect, and therefore no place any more. */
  readonly to: string | undefined;
  /** One more place of what was written once: references lead to the other one. */
  readonly isCopy?: boolean;
}

/** Within one document: pointers as written and as raised, of everything that moved itself. */
export interface Moves {
  readonly toRaised: ReadonlyMap<string, string>;
  readonly toWritten: ReadonlyMap<string, string>;
}

/** No pointer at all (RFC 6901, section 3): nothing is there. */
const nowhere = "nowhere";

/** What stands, in the raised document, at a pointer into the document as written. */
export function raisedPointer({ toRaised }: Moves, pointer: string): string {
  return follow(toRaised, pointer);
}

/** Where something of the raised document was written. */
export function writtenPointer({ toWritten }: Moves, pointer: string): string {
  return follow(toWritten, pointer);
}

/** The deepest move on the way to a pointer counts; what is below goes along. */
function follow(moves: ReadonlyMap<string, string>, pointer: string): string {
  if (moves.size === 0) return pointer;
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    const target = moves.get(pointer.slice(0, end));
    if (target !== undefined) return target + pointer.slice(end);
  }
  return pointer;
}

/** Collects the moves of one document, parents first. */
export function collectMoves(): Moves & { readonly add: (pointer: string, moves: readonly Move[]) => void } {
  const toRaised = new Map<string, string>();
  const toWritten = new Map<string, string>();
  const add = (pointer: string, moves: readonly Move[]): void => {
    // Most schemas have nothing that moves.
    if (moves.length === 0) return;
    const written = follow(toWritten, pointer);
    for (const { from, to, isCopy = false } of moves) {
      if (!isCopy) toRaised.set(written + from, to === undefined ? nowhere : pointer + to);
      if (to !== undefined) toWritten.set(pointer + to, written + from);
    }
  };
  return { toRaised, toWritten, add };
}

/** The move of a keyword that only changed its name. */
export function renamed(from: string, to: string): Move {
  return { from: appendPointer("", from), to: appendPointer("", to) };
}

/** The move of a keyword that has no effect. */
export function removed(keyword: string): Move {
  return { from: appendPointer("", keyword), to: undefined };
}
