import { isObject, ownString, type Json } from "../../../source/json.ts";

/** The id of the check that a schema refers to and says nothing else; undefined for another schema. */
export function bareReference(node: Json): string | undefined {
  return isObject(node) && Object.keys(node).length === 1 ? ownString(node, "$ref") : undefined;
}
