import type { Alternative } from "./alternative.ts";
import { alternativesOf } from "./alternatives-of.ts";
import type { Owner, ProgramWriter } from "./program.ts";
import type { Declarations, TypeShape } from "./type-shape.ts";

/** How a program reads a value. */
export interface Reading {
  readonly declarations: Declarations;
  /** How many declarations deep it goes; what is below is taken as a whole, by its name. */
  readonly depth: number;
  readonly writer: ProgramWriter;
  /** Reads a value and everything in it: what reads its parts is elsewhere. */
  readonly read: (value: ReadValue, shape: TypeShape, reading: Reading) => void;
}

/** Something that a program has in a constant: the constant's name, and whose it is. */
export interface ReadValue {
  readonly name: string;
  readonly path: readonly Owner[];
}

/**
 * What a value may be. A declaration that the path already leads through is not gone into once more.
 *
 * @param path starts with what the program is for
 */
export function alternativesAt(
  shape: TypeShape,
  path: readonly Owner[],
  { declarations, depth }: Pick<Reading, "declarations" | "depth">,
): readonly Alternative[] {
  const known = new Set(path.slice(1).map(({ subject }) => subject));
  return alternativesOf(
    shape,
    declarations,
    (name, owners) => path.length - 1 + owners.length < depth && !known.has(name),
  );
}
