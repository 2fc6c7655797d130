import { isObject, own, ownArray, ownString, type Json } from "../../../source/json.ts";
import { literal, propertyKey } from "../../code.ts";
import type { Unit } from "./check-function.ts";

/** JavaScript about a property of `v`. */
export interface PropertyAccess {
  readonly value: string;
  /** The name, as a literal. */
  readonly key: string;
  readonly isThere: string;
  readonly isMissing: string;
}

/**
 * How a property of `v` is read. A property that is undefined counts as missing: JSON has no such thing.
 * Names that every object inherits are there only if the object has them itself.
 */
export function propertyOf(name: string): PropertyAccess {
  const key = literal(name);
  const value = propertyKey(name) === name ? `v.${name}` : `v[${key}]`;
  if (!(name in {}))
    return { value, key, isThere: `${value} !== undefined`, isMissing: `${value} === undefined` };
  const isThere = `Object.hasOwn(v, ${key})`;
  return { value, key, isThere, isMissing: `!${isThere}` };
}

/** Whether the check of a schema refuses undefined by itself, so that a required property needs no test of its own. */
export function rejectsMissing(schema: Json, unit: Unit, seen: ReadonlySet<string> = new Set()): boolean {
  if (schema === false) return true;
  if (!isObject(schema)) return false;
  if (["type", "enum", "const"].some((keyword) => own(schema, keyword) !== undefined)) return true;
  const reference = ownString(schema, "$ref");
  if (reference !== undefined && !seen.has(reference))
    return rejectsMissing(unit.target(reference).node, unit, new Set([...seen, reference]));
  return ownArray(schema, "allOf").some((branch) => rejectsMissing(branch, unit, seen));
}
