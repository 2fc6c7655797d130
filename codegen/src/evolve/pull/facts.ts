import { ownArray, ownString, isArray, isObject, compareText, type Json } from "../../source/json.ts";
import { isExtensionEntry, partUnder, type Part, type PartKind } from "./node-parts.ts";

/** Lists of schemas whose order means nothing. */
const unordered: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf"]);

/**
 * What a node says to a machine, as a text that is the same for nodes that say the same: without what is
 * written for people, without examples and extensions, and in an order of its own.
 */
export function factsOf(node: Json, kind: PartKind): string {
  return JSON.stringify(facts(node, kind, true));
}

/**
 * The same without what has a name of its own below the node (properties, parameters, answers), whose
 * texts speak for themselves. That a property is required is a fact of the property.
 */
export function ownFactsOf(node: Json, kind: PartKind): string {
  return JSON.stringify(facts(node, kind, false));
}

function facts(node: Json, kind: PartKind, isWhole: boolean): Json {
  if (!isObject(node) || kind === "data") return sorted(node);
  const entries = Object.entries(node).flatMap(([key, value]): readonly (readonly [string, Json])[] => {
    const part = partUnder(kind, key);
    if (part.role === "text" || part.role === "example" || part.role === "extension") return [];
    if (!isWhole && isNamed(kind, key, part)) return [];
    return [[key, factsUnder(key, value, part, isWhole)]];
  });
  return Object.fromEntries(entries.toSorted(([a], [b]) => compareText(a, b)));
}

/** Whether what stands under a key has names of its own. */
function isNamed(kind: PartKind, key: string, part: Part): boolean {
  return part.role === "map" || key === "parameters" || (kind === "schema" && key === "required");
}

function factsUnder(key: string, value: Json, part: Part, isWhole: boolean): Json {
  switch (part.role) {
    case "one":
      return facts(value, part.kind, isWhole);
    case "map":
      if (!isObject(value)) return sorted(value);
      return Object.fromEntries(
        Object.entries(value)
          .filter(([name]) => !isExtensionEntry(part.kind, name))
          .toSorted(([a], [b]) => compareText(a, b))
          .map(([name, item]) => [name, facts(item, part.kind, isWhole)]),
      );
    case "list": {
      if (!isArray(value)) return sorted(value);
      const items = value.map((item) => facts(item, part.kind, isWhole));
      return part.kind !== "schema" || unordered.has(key) ? inOrder(items) : items;
    }
    case "set":
      return isArray(value) ? inOrder(value.map(sorted)) : sorted(value);
    default:
      return sorted(value);
  }
}

function inOrder(items: readonly Json[]): readonly Json[] {
  return items
    .map((item) => ({ item, text: JSON.stringify(item) }))
    .toSorted((a, b) => compareText(a.text, b.text))
    .map(({ item }) => item);
}

/** The same value with the keys of all its objects in order. */
function sorted(value: Json): Json {
  if (isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([key, item]) => [key, sorted(item)]),
  );
}

/** Whether two values are the same data, whatever the order of keys. */
export function isSameData(a: Json, b: Json): boolean {
  return a === b || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** What an item of a list is known by: a parameter by place and name, a server by its URL. */
export function itemKey(kind: PartKind, item: Json): string | undefined {
  const reference = ownString(item, "$ref");
  if (reference !== undefined) return `$ref ${reference}`;
  if (kind === "server") return ownString(item, "url");
  if (kind === "parameter") return `${ownString(item, "in")} ${ownString(item, "name")}`;
  return undefined;
}

/** Whether an object schema demands a property. */
export function isRequired(schema: Json, name: string): boolean {
  return ownArray(schema, "required").includes(name);
}
