import { resolveSchema } from "../../contract/operation-contents.ts";
import { isArray, isObject, own, ownArray, type Json, type JsonObject } from "../../source/json.ts";

const objectKeywords = ["properties", "required", "items", "prefixItems"];

/**
 * Whether a schema says of `null` that it may come. One that says nothing of types, but of properties or
 * items, means objects or arrays, as its type does. Schemas that are parts of themselves are refused before.
 *
 * @param document in which references are resolved
 */
export function acceptsNull(document: JsonObject, schema: Json): boolean {
  // Many members can lead to one schema, and each of these again.
  const known = new Map<Json, boolean>();
  const accepts = (member: Json): boolean => {
    const node = resolveSchema(document, member);
    if (!isObject(node)) return node === true;
    const told = known.get(node);
    if (told !== undefined) return told;
    const isAccepted =
      allowsType(node) &&
      listsNull(node) &&
      ownArray(node, "allOf").every(accepts) &&
      ["anyOf", "oneOf"].every((keyword) => {
        const members = ownArray(node, keyword);
        return members.length === 0 || members.some(accepts);
      });
    known.set(node, isAccepted);
    return isAccepted;
  };
  return accepts(schema);
}

function allowsType(node: JsonObject): boolean {
  const type = own(node, "type");
  if (type === undefined) return objectKeywords.every((keyword) => own(node, keyword) === undefined);
  return type === "null" || (isArray(type) && type.includes("null"));
}

function listsNull(node: JsonObject): boolean {
  const values = own(node, "const") === undefined ? own(node, "enum") : [node["const"] ?? null];
  return !isArray(values) || values.includes(null);
}
