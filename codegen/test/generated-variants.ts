import type { Compiled } from "../src/pipeline.ts";
import { filesOf } from "./generated-fixtures.ts";

/** Always the same order, but no order that anyone would expect. */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  let state = seed;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647);
  return items
    .map((item) => ({ item, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** Paths whose texts differ. A difference of thousands of files is of no use to a reader. */
export function differences(a: Compiled, b: Compiled): readonly string[] {
  const [first, second] = [filesOf(a.packages), filesOf(b.packages)];
  const paths = new Set([...first.keys(), ...second.keys()]);
  return [...paths].filter((path) => first.get(path) !== second.get(path));
}
