import type { Json, JsonObject } from "../../source/json.ts";
import { allowedTypes } from "./allowed-types.ts";
import { decidedWays } from "./decided-ways.ts";
import { fits } from "./fits.ts";
import { freshNames } from "./fresh-names.ts";
import {
  declaredNames,
  itemTerms,
  listedValues,
  numbersOf,
  ofEach,
  propertyTerms,
  requiredNames,
} from "./parts-of.ts";
import { scalarCandidates } from "./scalar-candidates.ts";
import { conjunctsOf, spend, type Conjunct, type Term } from "./term.ts";

/** Deeper values are not made: recursive schemas would not end. */
const deepest = 6;

/** More properties or items are not made. */
const mostParts = 40;

/** A property or an item that is decided already. */
export interface Fixed {
  readonly key: string | number;
  readonly value: Json;
}

/**
 * A small value that satisfies schemas, as far as that can be said without trying: what is required, the first
 * value of an enum, the shortest text.
 *
 * @param depth of the value in the whole one
 * @returns undefined if none is found
 */
export function sampleValue(terms: readonly Term[], depth = 0): Json | undefined {
  const conjuncts = depth > deepest || !spend(terms) ? undefined : conjunctsOf(terms);
  return conjuncts === undefined ? undefined : sampleOf(conjuncts, depth);
}

/** The same for schemas that are taken apart. */
export function sampleOf(conjuncts: readonly Conjunct[], depth: number): Json | undefined {
  for (const way of decidedWays(conjuncts)) {
    const value = sampleOfWay(way, depth);
    if (value !== undefined) return value;
  }
  return undefined;
}

function sampleOfWay(conjuncts: readonly Conjunct[], depth: number): Json | undefined {
  const listed = listedValues(conjuncts);
  if (listed.length > 0) return listed.find((value) => fits(value, conjuncts));
  for (const type of allowedTypes(conjuncts)) {
    const value =
      type === "object"
        ? sampleObject(conjuncts, depth)
        : type === "array"
          ? sampleArray(conjuncts, depth)
          : scalarCandidates(type, conjuncts).find((candidate) => fits(candidate, conjuncts));
    if (value !== undefined && fits(value, conjuncts)) return value;
  }
  return undefined;
}

/** An object with the properties that it has to have, and one that it is to have. */
export function sampleObject(
  conjuncts: readonly Conjunct[],
  depth: number,
  fixed?: Fixed,
): JsonObject | undefined {
  const properties = new Map<string, Json>(fixed === undefined ? [] : [[String(fixed.key), fixed.value]]);
  const put = (name: string): boolean => {
    if (properties.has(name)) return true;
    const value =
      properties.size < mostParts ? sampleValue(propertyTerms(conjuncts, name), depth + 1) : undefined;
    if (value !== undefined) properties.set(name, value);
    return value !== undefined;
  };
  for (const name of requiredNames(conjuncts, [...properties.keys()])) if (!put(name)) return undefined;
  const least = Math.max(0, ...numbersOf(conjuncts, "minProperties"));
  const others = [...declaredNames(conjuncts), ...freshNames(conjuncts, least)];
  for (const name of others) if (properties.size < least) put(name);
  return properties.size < least ? undefined : Object.fromEntries(properties);
}

/** An array with the items that it has to have, and one that it is to have. */
export function sampleArray(
  conjuncts: readonly Conjunct[],
  depth: number,
  fixed?: Fixed,
): readonly Json[] | undefined {
  const index = fixed === undefined ? -1 : Number(fixed.key);
  const contained = conjuncts.some(({ schema }) => Object.hasOwn(schema, "contains")) ? 1 : 0;
  const least = Math.max(index + 1, contained, ...numbersOf(conjuncts, "minItems", "minContains"));
  const isUnique = conjuncts.some(({ schema }) => schema["uniqueItems"] === true);
  if (least > mostParts) return undefined;
  const items: Json[] = [];
  for (let place = 0; place < least; place += 1) {
    if (fixed !== undefined && place === index) items.push(fixed.value);
    else {
      const terms = [...itemTerms(conjuncts, place), ...ofEach(conjuncts, "contains")];
      const item = isUnique ? distinctItem(terms, items, depth) : sampleValue(terms, depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
  }
  return items;
}

/** An item that is not there yet; only scalars are looked for. */
function distinctItem(terms: readonly Term[], items: readonly Json[], depth: number): Json | undefined {
  const taken = new Set(items.map((item) => JSON.stringify(item)));
  const isNew = (item: Json): boolean => !taken.has(JSON.stringify(item));
  const first = sampleValue(terms, depth + 1);
  if (first !== undefined && isNew(first)) return first;
  const conjuncts = conjunctsOf(terms) ?? [];
  const numbers = Array.from({ length: mostParts }, (_, index) => index);
  const candidates = [
    ...listedValues(conjuncts),
    ...allowedTypes(conjuncts).flatMap((type) => scalarCandidates(type, conjuncts)),
    ...numbers,
    ...numbers.map(String),
  ];
  return candidates.find((item) => isNew(item) && fits(item, conjuncts));
}
