import { isArray, isObject, own, type Json, type JsonObject } from "../../source/json.ts";
import { factsOf, isRequired, isSameData, itemKey, ownFactsOf } from "./facts.ts";
import { chooseText, type KnownTexts } from "./human-texts.ts";
import { mergeOrder } from "./merge-order.ts";
import { isExtensionEntry, partUnder, type Part, type PartKind } from "./node-parts.ts";

/**
 * A node with the vendor's facts in the form of the house: its order, its extensions and examples, and its
 * texts where the facts are the same. A node that says the same comes back as it is.
 *
 * @param house the node as the house has it; undefined for a new one
 * @param isElsewhereSame what is said of the node above it (that a property is required) is the same
 */
export function mergeNode(
  house: Json | undefined,
  vendor: Json,
  kind: PartKind,
  known: KnownTexts,
  isElsewhereSame = true,
): Json {
  if (house === undefined) return withoutExtensions(vendor, kind);
  if (!isObject(house) || !isObject(vendor) || kind === "data")
    return isSameData(house, vendor) ? house : withoutExtensions(vendor, kind);

  const isSame = isElsewhereSame && ownFactsOf(house, kind) === ownFactsOf(vendor, kind);
  const entries = new Map<string, Json>();
  for (const key of new Set([...Object.keys(house), ...Object.keys(vendor)])) {
    const value = mergeKey({ house, vendor, kind, known, isSame }, key);
    if (value !== undefined) entries.set(key, value);
  }
  return reordered(house, vendor, entries);
}

/** Entries in the house's order; the house's own object if nothing changed. */
export function reordered(
  house: JsonObject,
  vendor: JsonObject,
  entries: ReadonlyMap<string, Json>,
): JsonObject {
  const stay = Object.keys(house).filter((key) => entries.has(key));
  const order = mergeOrder(
    stay,
    Object.keys(vendor).filter((key) => entries.has(key)),
  );
  const isHouse =
    order.length === Object.keys(house).length && order.every((key) => entries.get(key) === own(house, key));
  if (isHouse) return house;
  return Object.fromEntries(
    order.flatMap((key) => {
      const value = entries.get(key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

interface Pair {
  readonly house: JsonObject;
  readonly vendor: JsonObject;
  readonly kind: PartKind;
  readonly known: KnownTexts;
  readonly isSame: boolean;
}

/** What a node is to have under a key; undefined for nothing. */
function mergeKey({ house, vendor, kind, known, isSame }: Pair, key: string): Json | undefined {
  const [ours, theirs] = [own(house, key), own(vendor, key)];
  const part = partUnder(kind, key);
  if (part.role === "extension" || part.role === "example") return ours;
  // How operations are grouped has nothing to do with their facts.
  if (part.role === "text") return chooseText(ours, theirs, isSame || key === "tags", known);
  if (theirs === undefined) return undefined;
  if (ours === undefined) return partWithoutExtensions(theirs, part);
  switch (part.role) {
    case "one":
      return mergeNode(ours, theirs, part.kind, known);
    case "map": {
      const isProperties = kind === "schema" && key === "properties";
      return mergeMap(ours, theirs, part.kind, (name, item, other) =>
        mergeNode(
          item,
          other,
          part.kind,
          known,
          !isProperties || isRequired(house, name) === isRequired(vendor, name),
        ),
      );
    }
    case "list":
      return mergeList(ours, theirs, part.kind, known, kind === "schema" && key !== "prefixItems");
    case "set":
      return mergeSet(ours, theirs);
    default:
      return isSameData(ours, theirs) ? ours : theirs;
  }
}

/** A map of nodes with the vendor's names, each merged. */
function mergeMap(
  house: Json,
  vendor: Json,
  kind: PartKind,
  merge: (name: string, house: Json | undefined, vendor: Json) => Json,
): Json {
  if (!isObject(house) || !isObject(vendor)) return withoutExtensions(vendor, "data");
  const entries = new Map<string, Json>();
  for (const [name, item] of Object.entries(house)) if (isExtensionEntry(kind, name)) entries.set(name, item);
  for (const [name, item] of Object.entries(vendor))
    if (!isExtensionEntry(kind, name)) entries.set(name, merge(name, own(house, name), item));
  return reordered(house, vendor, entries);
}

/** A list of nodes: those with keys in the house's order, others in the vendor's, each beside its likeness. */
function mergeList(house: Json, vendor: Json, kind: PartKind, known: KnownTexts, isUnordered: boolean): Json {
  if (!isArray(house) || !isArray(vendor)) return partWithoutExtensions(vendor, { role: "list", kind });
  const keyed = keyedItems(vendor, kind);
  const ours = keyedItems(house, kind);
  const merged =
    keyed === undefined || ours === undefined
      ? mergeAlike(house, vendor, kind, known, isUnordered)
      : mergeOrder(
          [...ours.keys()].filter((key) => keyed.has(key)),
          [...keyed.keys()],
        ).map((key) => mergeNode(ours.get(key), keyed.get(key) ?? null, kind, known));
  return isSameList(merged, house) ? house : merged;
}

function keyedItems(items: readonly Json[], kind: PartKind): ReadonlyMap<string, Json> | undefined {
  const entries = items.flatMap((item): readonly (readonly [string, Json])[] => {
    const key = itemKey(kind, item);
    return key === undefined || kind === "schema" ? [] : [[key, item]];
  });
  const map = new Map(entries);
  return map.size === items.length ? map : undefined;
}

/** Each of the vendor's items with the house's item of the same facts, or with the one at its place if that has no other. */
function mergeAlike(
  house: readonly Json[],
  vendor: readonly Json[],
  kind: PartKind,
  known: KnownTexts,
  isUnordered: boolean,
): readonly Json[] {
  const free = new Set(house.keys());
  const facts = house.map((item) => factsOf(item, kind));
  const alike = vendor.map((item) => {
    const wanted = factsOf(item, kind);
    const index = [...free].find((candidate) => facts[candidate] === wanted);
    if (index !== undefined) free.delete(index);
    return index;
  });
  if (isUnordered && free.size === 0 && house.length === vendor.length) {
    // The same items in another order say the same.
    return house.map((item, index) => mergeNode(item, vendor[alike.indexOf(index)] ?? item, kind, known));
  }
  return vendor.map((item, index) => {
    const partner = alike[index] ?? (free.has(index) ? index : undefined);
    return mergeNode(partner === undefined ? undefined : house[partner], item, kind, known);
  });
}

/** Values in the house's order; the house's own if they are the same. */
function mergeSet(house: Json, vendor: Json): Json {
  if (!isArray(house) || !isArray(vendor)) return isSameData(house, vendor) ? house : vendor;
  const byText = new Map([...vendor, ...house].map((value) => [JSON.stringify(value), value]));
  const texts = vendor.map((value) => JSON.stringify(value));
  const order = mergeOrder(
    house.map((value) => JSON.stringify(value)).filter((text) => texts.includes(text)),
    texts,
  );
  const merged = order.map((text) => byText.get(text) ?? null);
  return isSameList(merged, house) ? house : merged;
}

function isSameList(a: readonly Json[], b: readonly Json[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** A node of the vendor's without its extensions: they are code samples and notes to other tools. */
export function withoutExtensions(node: Json, kind: PartKind): Json {
  if (!isObject(node) || kind === "data") return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]): readonly (readonly [string, Json])[] => {
      const part = partUnder(kind, key);
      return part.role === "extension" ? [] : [[key, partWithoutExtensions(value, part)]];
    }),
  );
}

function partWithoutExtensions(value: Json, part: Part): Json {
  if (part.role === "one") return withoutExtensions(value, part.kind);
  if (part.role === "list" && isArray(value)) return value.map((item) => withoutExtensions(item, part.kind));
  if (part.role !== "map" || !isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isExtensionEntry(part.kind, name))
      .map(([name, item]) => [name, withoutExtensions(item, part.kind)]),
  );
}
