import { isObject, ownString, type Json } from "../../../source/json.ts";
import { anyOfOneOf } from "./loosen.ts";
import { isApplicator, mapSubschemas } from "./subschema-places.ts";

/** What a reference leads to. */
export interface ReferenceTarget {
  readonly id: string;
  /** Whether it accepts more than its schema by the letter. */
  readonly isLoosened: boolean;
}

/**
 * Puts the names of checks in place of the indices that references are, and makes an `anyOf` of every
 * `oneOf` that refers to a check which accepts more than its schema by the letter.
 */
export function finishNode(node: Json, targets: readonly ReferenceTarget[]): Json {
  if (targets.length === 0) return node;
  let loosened = 0;
  const finish = (schema: Json): Json => {
    if (!isObject(schema)) return schema;
    let isLooseOneOf = false;
    const target = targets[Number(ownString(schema, "$ref") ?? Number.NaN)];
    if (target?.isLoosened === true) loosened += 1;
    const entries = Object.entries(schema).map(([keyword, value]): [string, Json] => {
      if (keyword === "$ref") return [keyword, target?.id ?? value];
      if (!isApplicator(keyword)) return [keyword, value];
      const before = loosened;
      const mapped = mapSubschemas(schema, keyword, value, (below) => finish(below.node));
      isLooseOneOf ||= keyword === "oneOf" && loosened > before;
      return [keyword, mapped];
    });
    const finished = Object.fromEntries(entries);
    return isLooseOneOf ? anyOfOneOf(finished) : finished;
  };
  return finish(node);
}
