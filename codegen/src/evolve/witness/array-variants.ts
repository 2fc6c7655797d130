import type { Json } from "../../source/json.ts";
import { itemTerms, numbersOf, ofEach, prefixLength } from "./parts-of.ts";
import { sampleArray, sampleValue } from "./sample-value.ts";
import { conjunctsOf, type Conjunct } from "./term.ts";
import type { Vary } from "./vary.ts";

/** Longer arrays are not made. */
const longest = 40;

/** Arrays that tell what schemas say of arrays: by their length, by what is twice in them, by one item. */
export function* arrayVariants(
  conjuncts: readonly Conjunct[],
  depth: number,
  vary: Vary,
): Generator<readonly Json[]> {
  const base = sampleArray(conjuncts, depth);
  const bounds = numbersOf(conjuncts, "minItems", "maxItems", "minContains", "maxContains");
  const prefix = prefixLength(conjuncts);
  const near = [...bounds, prefix, 0].flatMap((bound) => [bound, bound + 1, bound - 1]);
  const counts = [...new Set([...near, 2])].filter((count) => count >= 0 && count <= longest);
  if (base !== undefined) yield base;
  for (const count of counts) {
    yield* filled(conjuncts, count, depth);
    yield* contained(conjuncts, count, depth);
  }
  const start = base ?? [];
  for (let index = 0; index <= Math.min(prefix, longest); index += 1) {
    const before = Array.from(
      { length: index },
      (_, place) => start[place] ?? itemAt(conjuncts, place, depth) ?? null,
    );
    const terms = itemTerms(conjuncts, index);
    for (const item of [...vary(terms, depth + 1)]) yield [...before, item, ...start.slice(index + 1)];
  }
  for (const term of ofEach(conjuncts, "contains")) {
    for (const item of vary([term], depth + 1)) yield [item];
  }
}

/** An array of some length: with items that differ, where there are such, and with the same one again and again. */
function* filled(conjuncts: readonly Conjunct[], count: number, depth: number): Generator<readonly Json[]> {
  const items = Array.from({ length: count }, (_, place) => itemAt(conjuncts, place, depth));
  const made = items.filter((item) => item !== undefined);
  if (made.length < count) return;
  yield made;
  const unique = sampleArray(
    [...conjuncts, ...worldOf(conjuncts, { minItems: count, uniqueItems: true })],
    depth,
  );
  if (unique !== undefined) yield unique;
}

/** An array with some items that `contains` asks for, and others that it does not. */
function* contained(
  conjuncts: readonly Conjunct[],
  count: number,
  depth: number,
): Generator<readonly Json[]> {
  for (const term of ofEach(conjuncts, "contains")) {
    const item = sampleValue([term, ...itemTerms(conjuncts, 0)], depth + 1);
    if (item !== undefined) yield Array.from({ length: count }, () => item);
  }
}

function itemAt(conjuncts: readonly Conjunct[], place: number, depth: number): Json | undefined {
  return sampleValue(itemTerms(conjuncts, place), depth + 1);
}

/** One more schema, as of the first revision that there is. */
function worldOf(conjuncts: readonly Conjunct[], schema: Conjunct["schema"]): readonly Conjunct[] {
  const [first] = conjuncts;
  return first === undefined ? [] : (conjunctsOf([{ world: first.world, schema }]) ?? []);
}
