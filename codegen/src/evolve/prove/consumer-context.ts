import type { Revision } from "../revision.ts";
import { programWriter, type Owner, type ProgramLine, type ProgramWriter } from "./program.ts";
import type { Surface } from "./read-surface.ts";

/** What all programs of one contract share. */
export interface ConsumerContext {
  readonly revision: Revision;
  readonly surface: Surface;
  /** Names of packages, with their scope. */
  readonly typesPackage: string;
  readonly clientPackage: string;
}

/** The module beside the programs with what they tell cases apart by. */
export const probeModule = {
  file: "probe.ts",
  text: `/** A value that comes from elsewhere. */
export declare function some<T>(): T;
/** Does not compile where nothing can be: the case is gone. */
export declare function isThere<T>(...gone: [T] extends [never] ? [never] : []): void;
/** Does not compile where no branch of a union has a property: the branch is gone. */
export declare function hasKey<T>(key: T extends unknown ? keyof T : never): void;
/** Does not compile where nothing is known of a type any more. */
export declare function isKnown<T>(...unknown: unknown extends T ? [never] : []): void;
`,
} as const;

/** What a program may read and write before it is told to go less deep. */
const MAX_LINES = 1500;

/** How deep programs go, the deepest first. */
const depths = [12, 6, 4, 3, 2, 1, 0];

/** Lines that go as deep as there is room for. */
export function deepestLines(
  path: readonly Owner[],
  write: (writer: ProgramWriter, depth: number) => void,
): readonly ProgramLine[] {
  let lines: readonly ProgramLine[] = [];
  for (const depth of depths) {
    const writer = programWriter(path, MAX_LINES);
    write(writer, depth);
    lines = writer.lines();
    if (!writer.isFull()) return lines;
  }
  return lines;
}
