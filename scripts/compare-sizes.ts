import type { Size, Sizes } from "./measure-validators.ts";

/** A module whose size is not the one that the report has. */
export interface SizeChange {
  /** Only `smaller` is no fault. */
  readonly kind: "larger" | "smaller" | "new" | "gone";
  readonly module: string;
  readonly before: Size | undefined;
  readonly after: Size | undefined;
}

/**
 * Compares sizes with those of a report. A difference counts from 5 % and 32 bytes on: compressors of
 * other versions do not give the same bytes. Out: what changed, in the order of the names.
 */
export function compareSizes(reported: Sizes, measured: Sizes): readonly SizeChange[] {
  const modules = [...new Set([...reported.keys(), ...measured.keys()])].toSorted();
  return modules.flatMap((module): readonly SizeChange[] => {
    const [before, after] = [reported.get(module), measured.get(module)];
    if (before === undefined) return [{ kind: "new", module, before, after }];
    if (after === undefined) return [{ kind: "gone", module, before, after }];
    if (isBeyond(before, after)) return [{ kind: "larger", module, before, after }];
    return isBeyond(after, before) ? [{ kind: "smaller", module, before, after }] : [];
  });
}

/** Whether one of two numbers of bytes is larger by more than the margin. */
function isBeyond(before: Size, after: Size): boolean {
  return before.some((bytes, index) => (after[index] ?? 0) - bytes > Math.max(32, bytes * 0.05));
}
