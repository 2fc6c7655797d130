import { diffArrays } from "diff";
import type { Json } from "../../source/json.ts";

/** Indices of items that belong together in two lists; one alone for what is in one of them. */
export interface ItemPair {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Brings two lists together: items that are the same, and between them the others, pair by pair. */
export function alignedItems(old: readonly Json[], wanted: readonly Json[]): readonly ItemPair[] {
  const texts = (items: readonly Json[]): string[] => items.map((item) => JSON.stringify(item));
  const pairs: ItemPair[] = [];
  let [from, to] = [0, 0];
  let [gone, added]: [number[], number[]] = [[], []];
  const flush = (): void => {
    for (let index = 0; index < Math.max(gone.length, added.length); index += 1)
      pairs.push({ from: gone[index], to: added[index] });
    [gone, added] = [[], []];
  };
  for (const part of diffArrays(texts(old), texts(wanted))) {
    if (!part.added && !part.removed) flush();
    for (let index = 0; index < part.value.length; index += 1) {
      if (part.removed) gone.push(from++);
      else if (part.added) added.push(to++);
      else pairs.push({ from: from++, to: to++ });
    }
  }
  flush();
  return pairs;
}
