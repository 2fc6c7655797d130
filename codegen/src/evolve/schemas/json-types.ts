import { isArray, isObject, type Json } from "../../source/json.ts";

/** The types of JSON Schema; `integer` is a part of `number`. */
export const jsonTypes = ["null", "boolean", "integer", "number", "string", "array", "object"] as const;
export type JsonType = (typeof jsonTypes)[number];

/** A set of types. With `number` in it there is no `integer`: it would add nothing. */
export type TypeSet = ReadonlySet<JsonType>;

export const allTypes: TypeSet = typeSet(jsonTypes);

export function typeSet(types: Iterable<JsonType>): TypeSet {
  const set = new Set(types);
  if (set.has("number")) set.delete("integer");
  return set;
}

/** The narrowest type that a value has. */
export function typeOf(value: Json): JsonType {
  if (value === null) return "null";
  if (isArray(value)) return "array";
  if (isObject(value)) return "object";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value === "string" ? "string" : "boolean";
}

export function hasType(types: TypeSet, type: JsonType): boolean {
  return types.has(type) || (type === "integer" && types.has("number"));
}

export function meetTypes(a: TypeSet, b: TypeSet): TypeSet {
  return typeSet(jsonTypes.filter((type) => hasType(a, type) && hasType(b, type)));
}

export function joinTypes(a: TypeSet, b: TypeSet): TypeSet {
  return typeSet([...a, ...b]);
}

export function isJsonType(value: Json): value is JsonType {
  return jsonTypes.some((type) => type === value);
}

/** In the order of {@link jsonTypes}, as words. */
export function typeWords(types: Iterable<JsonType>): string {
  const set = new Set(types);
  const words = jsonTypes.filter((type) => set.has(type));
  return words.length === 0 ? "nothing" : words.join(" or ");
}
