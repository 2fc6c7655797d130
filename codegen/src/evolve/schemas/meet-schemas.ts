import type { Json } from "../../source/json.ts";
import { meetTypes } from "./json-types.ts";
import type { Bound, BoundKeyword, Fact, NormalSchema, Values } from "./normal-schema.ts";
import { lowerBounds } from "./normal-schema.ts";

/** What a schema says that has to meet two: the way that `allOf` counts, and a `$ref` with others beside it. */
export function meetSchemas(a: NormalSchema, b: NormalSchema): NormalSchema {
  const values = meetValues(a.values, b.values);
  const types = meetTypes(a.types.value, b.types.value);
  return {
    pointer: a.pointer,
    isNever: a.isNever || b.isNever || types.size === 0 || values?.value.list.length === 0,
    types: { value: types, pointer: types.size < a.types.value.size ? b.types.pointer : a.types.pointer },
    values,
    bounds: meetBounds(a.bounds, b.bounds),
    marks: joinLists(a.marks, b.marks),
    uniqueItems: a.uniqueItems ?? b.uniqueItems,
    properties: joinLists(a.properties, b.properties),
    required: new Map([...b.required, ...a.required]),
    patternProperties: joinLists(a.patternProperties, b.patternProperties),
    otherProperties: distinct([...a.otherProperties, ...b.otherProperties], ({ part }) => part.pointer),
    prefixItems: Array.from({ length: Math.max(a.prefixItems.length, b.prefixItems.length) }, (_, index) =>
      joined(a.prefixItems[index] ?? [], b.prefixItems[index] ?? []),
    ),
    items: joined(a.items, b.items),
    hidden: joinLists(a.hidden, b.hidden),
    minContains: a.minContains ?? b.minContains,
    maxContains: a.maxContains ?? b.maxContains,
    dependentRequired: new Map([...b.dependentRequired, ...a.dependentRequired]),
    dependentSchemas: joinLists(a.dependentSchemas, b.dependentSchemas),
    unions: joined(a.unions, b.unions),
  };
}

function meetValues(a: Fact<Values> | undefined, b: Fact<Values> | undefined): Fact<Values> | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const listed = new Set(b.value.list.map(valueText));
  const list = a.value.list.filter((value) => listed.has(valueText(value)));
  const isConst = a.value.isConst || b.value.isConst;
  const value = { list, isConst, isOpen: a.value.isOpen && b.value.isOpen };
  return { value, pointer: list.length < a.value.list.length ? b.pointer : a.pointer };
}

/** The same text for values that are equal (JSON Schema core, section 4.2.2): the order of properties does not count. */
export function valueText(value: Json): string {
  return JSON.stringify(value, (_, inner: Json): Json =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const isLower: ReadonlySet<string> = new Set(lowerBounds);

function meetBounds(
  a: ReadonlyMap<BoundKeyword, Fact<Bound>>,
  b: ReadonlyMap<BoundKeyword, Fact<Bound>>,
): ReadonlyMap<BoundKeyword, Fact<Bound>> {
  const met = new Map(a);
  for (const [keyword, bound] of b) {
    const other = met.get(keyword);
    if (other === undefined || isTighter(keyword, bound.value, other.value)) met.set(keyword, bound);
  }
  return met;
}

/** Whether a bound refuses more than another one. */
export function isTighter(keyword: BoundKeyword, bound: Bound, than: Bound): boolean {
  if (bound.limit === than.limit) return bound.isExclusive && !than.isExclusive;
  return isLower.has(keyword) === bound.limit > than.limit;
}

/** What two lists hold, by their places: the same schema may be met on many ways. */
function joined<V extends { readonly pointer: string }>(a: readonly V[], b: readonly V[]): readonly V[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  return distinct([...a, ...b], ({ pointer }) => pointer);
}

function distinct<V>(list: readonly V[], placeOf: (value: V) => string): readonly V[] {
  return list.length < 2 ? list : [...new Map(list.map((value) => [placeOf(value), value])).values()];
}

function joinLists<K, V extends { readonly pointer: string }>(
  a: ReadonlyMap<K, readonly V[]>,
  b: ReadonlyMap<K, readonly V[]>,
): ReadonlyMap<K, readonly V[]> {
  if (b.size === 0) return a;
  const all = new Map(a);
  for (const [key, list] of b) all.set(key, joined(all.get(key) ?? [], list));
  return all;
}
