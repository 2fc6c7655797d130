/** JSON values as `JSON.parse` gives them, read only: every stage sees the same frozen data. */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isArray(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** The own property `key` of a value, or undefined: never something inherited, such as `constructor`. */
export function own(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** `own`, if it is a string. */
export function ownString(value: Json | undefined, key: string): string | undefined {
  const found = own(value, key);
  return typeof found === "string" ? found : undefined;
}

/** `own`, if it is an object; otherwise an empty one, so that absent maps read as empty. */
export function ownObject(value: Json | undefined, key: string): JsonObject {
  const found = own(value, key);
  return isObject(found) ? found : {};
}

/** `own`, if it is an array; otherwise an empty one. */
export function ownArray(value: Json | undefined, key: string): readonly Json[] {
  const found = own(value, key);
  return isArray(found) ? found : [];
}

/**
 * A copy of an object with some properties replaced, added, or (where the value is undefined) left
 * out. Built with `Object.fromEntries`, which makes `__proto__` an ordinary own property.
 */
export function withProperties(
  object: JsonObject,
  changes: Readonly<Record<string, Json | undefined>>,
): JsonObject {
  const entries = new Map<string, Json | undefined>(Object.entries(object));
  for (const [key, value] of Object.entries(changes)) entries.set(key, value);
  return Object.fromEntries([...entries].filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** Orders strings by code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
