import { own, ownObject, withProperties, type Json, type JsonObject } from "../../source/json.ts";
import {
  declaredNames,
  listedValues,
  numbersOf,
  ofEach,
  propertyTerms,
  requiredNames,
  stringsIn,
} from "./parts-of.ts";
import { patternSamples } from "./pattern-samples.ts";
import { freshNames } from "./fresh-names.ts";
import { sampleObject, sampleValue } from "./sample-value.ts";
import { anyValues, scalarCandidates } from "./scalar-candidates.ts";
import { conjunctsOf, type Conjunct } from "./term.ts";
import type { Vary } from "./vary.ts";

/** More properties are not tried. */
const mostNames = 60;

/** Objects that tell what schemas say of objects: by one property that is there or not, or is another one. */
export function* objectVariants(
  conjuncts: readonly Conjunct[],
  depth: number,
  vary: Vary,
): Generator<JsonObject> {
  const base = sampleObject(conjuncts, depth) ?? {};
  yield base;
  const names = [...new Set([...requiredNames(conjuncts), ...declaredNames(conjuncts)])].slice(0, mostNames);
  for (const name of names) if (Object.hasOwn(base, name)) yield withProperties(base, { [name]: undefined });
  for (const name of names) {
    const value = Object.hasOwn(base, name)
      ? undefined
      : sampleValue(propertyTerms(conjuncts, name), depth + 1);
    if (value !== undefined) yield withProperties(base, { [name]: value });
  }
  for (const name of otherNames(conjuncts)) {
    const value = sampleValue(propertyTerms(conjuncts, name), depth + 1);
    for (const item of value === undefined ? anyValues : [value, ...anyValues]) {
      yield withProperties(base, { [name]: item });
    }
  }
  yield* dependent(conjuncts, base, depth);
  yield* counted(conjuncts, base, depth);
  for (const name of [...names, ...otherNames(conjuncts)]) {
    for (const item of vary(propertyTerms(conjuncts, name), depth + 1)) {
      yield withProperties(base, { [name]: item });
    }
  }
}

/** Names that are not declared: any, those of patterns, and those that `propertyNames` allows or refuses. */
function otherNames(conjuncts: readonly Conjunct[]): readonly string[] {
  const patterns = conjuncts.flatMap(({ schema }) => Object.keys(ownObject(schema, "patternProperties")));
  const names = conjunctsOf(ofEach(conjuncts, "propertyNames")) ?? [];
  const told =
    names.length === 0 ? [] : [...listedValues(names), ...scalarCandidates("string", names).slice(0, 12)];
  return [
    ...new Set([
      ...freshNames(conjuncts, 1),
      "extra",
      ...patterns.flatMap((pattern) => patternSamples(pattern).slice(0, 4)),
      ...told.filter((name) => typeof name === "string"),
    ]),
  ];
}

/** A property that others depend on, with all that it brings, and with each of that missing. */
function* dependent(conjuncts: readonly Conjunct[], base: JsonObject, depth: number): Generator<JsonObject> {
  for (const { world, schema } of conjuncts) {
    for (const name of Object.keys(ownObject(schema, "dependentRequired"))) {
      const trigger = sampleValue(propertyTerms(conjuncts, name), depth + 1) ?? null;
      const full = sampleObject(conjuncts, depth, { key: name, value: trigger }) ?? base;
      yield full;
      yield withProperties(base, { [name]: trigger });
      for (const brought of stringsIn(own(ownObject(schema, "dependentRequired"), name))) {
        yield withProperties(full, { [brought]: undefined });
      }
    }
    for (const [name, below] of Object.entries(ownObject(schema, "dependentSchemas"))) {
      const trigger = sampleValue(propertyTerms(conjuncts, name), depth + 1) ?? null;
      const more = conjunctsOf([...conjuncts, { world, schema: below }]);
      const full = more === undefined ? undefined : sampleObject(more, depth, { key: name, value: trigger });
      if (full !== undefined) yield full;
      yield withProperties(base, { [name]: trigger });
    }
  }
}

/** As many properties as are just enough or just too many. */
function* counted(conjuncts: readonly Conjunct[], base: JsonObject, depth: number): Generator<JsonObject> {
  const bounds = numbersOf(conjuncts, "minProperties", "maxProperties");
  const counts = new Set(bounds.flatMap((bound) => [bound, bound + 1, bound - 1]));
  const names = [...declaredNames(conjuncts), ...freshNames(conjuncts, Math.max(0, ...counts))];
  for (const count of counts) {
    const properties = new Map<string, Json>(Object.entries(base).slice(0, Math.max(0, count)));
    for (const name of names) {
      if (properties.size >= count || properties.has(name)) continue;
      const value = sampleValue(propertyTerms(conjuncts, name), depth + 1);
      if (value !== undefined) properties.set(name, value);
    }
    yield Object.fromEntries(properties);
  }
}
