import type { Json } from "../../src/source/json.ts";
import type { Mutation } from "./mutations-of.ts";

/**
 * The mutations that a compiler has to see, each place once, whichever sample it is in and whatever the
 * index of an item: the shortest, since the compiler reads them all.
 */
export function typedMutations(mutations: readonly Mutation[]): readonly Json[] {
  const shortest = new Map<string, { readonly value: Json; readonly length: number }>();
  for (const { kind, pointer, value, isTypeError } of mutations) {
    if (!isTypeError) continue;
    const place = `${kind} ${pointer.replaceAll(/\/\d+(?=\/|$)/g, "/#")}`;
    const { length } = JSON.stringify(value);
    if (length < (shortest.get(place)?.length ?? Infinity)) shortest.set(place, { value, length });
  }
  return [...shortest.values()].map(({ value }) => value);
}
