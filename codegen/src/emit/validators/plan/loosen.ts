import { own, ownArray, withProperties, type Json, type JsonObject } from "../../../source/json.ts";

/** An open enum accepts every string, and whatever else it lists; its type goes on to count. */
export function opened(node: JsonObject): JsonObject {
  const listed = ownArray(node, "enum").includes(null) ? ["string", "null"] : ["string"];
  const given = own(node, "type");
  const types = listed.filter(
    (type) => given === undefined || given === type || ownArray(node, "type").includes(type),
  );
  const [type, ...others] = types;
  // No value has its type and is one of its strings: to open it would change nothing.
  if (type === undefined) return node;
  return withProperties(node, { enum: undefined, type: others.length === 0 ? type : types });
}

/**
 * `oneOf` as `anyOf`: once some of its schemas accept more than they say, a value that one of them was
 * made for may fit several.
 */
export function anyOfOneOf(node: JsonObject): JsonObject {
  const oneOf = own(node, "oneOf");
  if (oneOf === undefined) return node;
  if (!Object.hasOwn(node, "anyOf")) return withProperties(node, { oneOf: undefined, anyOf: oneOf });
  return withProperties(node, { oneOf: undefined, allOf: [...ownArray(node, "allOf"), { anyOf: oneOf }] });
}

/** A node that meets further schemas as well. */
export function withAllOf(node: JsonObject, schemas: readonly Json[]): JsonObject {
  return schemas.length === 0
    ? node
    : withProperties(node, { allOf: [...ownArray(node, "allOf"), ...schemas] });
}
