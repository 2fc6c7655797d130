import * as fc from "fast-check";
import type { Json, JsonObject } from "../src/source/json.ts";

export const plannedKeys = ["A", "B", "C"] as const;

const names = ["a", "b", "c"];
const name = fc.constantFrom(...names);

/** What to put into schemas besides the keywords of JSON Schema. */
export interface ArbitraryExtras {
  readonly annotations?: readonly JsonObject[];
  readonly withoutOneOf?: boolean;
}

/** Values that the schemas below tell apart. */
export const plannedValue: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Json>(null, true, 0, 1, 2.5, "", "a", "bb"),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom(...names, "x"), tie("value"), { maxKeys: 3, noNullPrototype: true }),
    fc.dictionary(fc.constantFrom(...names, "x"), tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

/**
 * Component schemas that refer to each other. None refers back to itself in place: a component refers in
 * place to later ones alone.
 */
export function plannedSchemas(extras: ArbitraryExtras = {}): fc.Arbitrary<Readonly<Record<string, Json>>> {
  const arbitraries = plannedKeys.map((key, index) => [key, schema(plannedKeys.slice(index + 1), extras, 3)]);
  return fc.record(Object.fromEntries(arbitraries) as Record<string, fc.Arbitrary<Json>>);
}

function schema(inPlaceKeys: readonly string[], extras: ArbitraryExtras, depth: number): fc.Arbitrary<Json> {
  const leaf = keywords(leaves(inPlaceKeys, extras), 2);
  if (depth === 0) return fc.oneof({ weight: 1, arbitrary: fc.boolean() }, { weight: 6, arbitrary: leaf });
  // Built on demand, since every level is built of the next.
  const below = fc.constant(undefined).chain(() => schema(plannedKeys, extras, depth - 1));
  const inPlace = fc.constant(undefined).chain(() => schema(inPlaceKeys, extras, depth - 1));
  const all = { ...leaves(inPlaceKeys, extras), ...applicators(below, inPlace, extras) };
  return fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 4, arbitrary: keywords(all, 4) });
}

type Keywords = Readonly<Record<string, fc.Arbitrary<Json>>>;

/** Some of the keywords, in any order. */
function keywords(all: Keywords, maxLength: number): fc.Arbitrary<Json> {
  return fc
    .uniqueArray(fc.constantFrom(...Object.keys(all)), { maxLength, minLength: 1 })
    .chain((chosen) =>
      fc.record(Object.fromEntries(chosen.map((keyword) => [keyword, all[keyword] ?? fc.constant(true)]))),
    )
    .map(spread);
}

/** Puts what an annotation holds beside the keywords. */
function spread({ annotation, ...others }: JsonObject): JsonObject {
  return { ...others, ...(annotation as JsonObject | undefined) };
}

function leaves(inPlaceKeys: readonly string[], { annotations = [] }: ArbitraryExtras): Keywords {
  return {
    type: fc.constantFrom<Json>("object", "string", "array", ["object", "null"], ["string", "integer"]),
    enum: fc.constantFrom<Json>(["a"], ["a", "bb", null], ["a", 1]),
    const: fc.constantFrom<Json>("a", 1, { a: "a" }),
    required: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
    minLength: fc.constant(1),
    minProperties: fc.constant(1),
    ...(inPlaceKeys.length === 0 ? {} : { $ref: fc.constantFrom(...inPlaceKeys).map(reference) }),
    ...(annotations.length === 0 ? {} : { annotation: fc.constantFrom(...annotations) }),
  };
}

function applicators(
  below: fc.Arbitrary<Json>,
  inPlace: fc.Arbitrary<Json>,
  { withoutOneOf = false }: ArbitraryExtras,
): Keywords {
  const list = fc.array(inPlace, { minLength: 1, maxLength: 3 });
  const map = fc.dictionary(name, below, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
  const rest = fc.oneof(fc.constant<Json>(false), fc.constant<Json>(false), below);
  return {
    properties: map,
    allOf: list,
    anyOf: list,
    ...(withoutOneOf ? {} : { oneOf: list }),
    additionalProperties: rest,
    unevaluatedProperties: rest,
    patternProperties: fc.dictionary(fc.constantFrom("^a", "b$"), below, {
      minKeys: 1,
      maxKeys: 1,
      noNullPrototype: true,
    }),
    if: inPlace,
    then: inPlace,
    else: inPlace,
    not: inPlace,
    dependentSchemas: fc.dictionary(name, inPlace, { minKeys: 1, maxKeys: 1, noNullPrototype: true }),
    items: below,
    prefixItems: fc.array(below, { minLength: 1, maxLength: 2 }),
    contains: below,
    unevaluatedItems: rest,
    propertyNames: inPlace,
  };
}

function reference(key: string): string {
  return `#/components/schemas/${key}`;
}
