import {
  isArray,
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  type Json,
  type JsonObject,
} from "../source/json.ts";
import { resolvePointer } from "../source/json-pointer.ts";

/**
 * A schema with all that it is made of: what it refers to, the parts of `allOf`, and the one branch of
 * `anyOf` or `oneOf` that stands beside `type: "null"`.
 *
 * @param document the linked document, in which references are resolved
 */
export function schemaParts(document: JsonObject, schemas: readonly Json[]): readonly JsonObject[] {
  const found = new Set<JsonObject>();
  // Without recursion: a chain of references can be as long as the document, or a circle.
  const pending = schemas.toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!isObject(node) || found.has(node)) continue;
    found.add(node);
    const target = targetOf(document, node);
    pending.push(...(target === undefined ? [] : [target]), ...ownArray(node, "allOf"), ...nullable(node));
  }
  return [...found];
}

function targetOf(document: JsonObject, node: JsonObject): Json | undefined {
  const reference = ownString(node, "$ref");
  return reference?.startsWith("#") ? resolvePointer(document, reference.slice(1)) : undefined;
}

/** Whether some part refers to something that is not there, which is a fault of its own. */
export function isDangling(document: JsonObject, parts: readonly JsonObject[]): boolean {
  return parts.some((part) => Object.hasOwn(part, "$ref") && targetOf(document, part) === undefined);
}

/** The branch that is there for every value but null. */
function nullable(node: JsonObject): readonly Json[] {
  return ["anyOf", "oneOf"].flatMap((keyword) => {
    const branches = ownArray(node, keyword).filter((branch) => own(branch, "type") !== "null");
    return branches.length === 1 ? branches : [];
  });
}

/** What the parts of a schema say of one of its properties; empty if none declares it. */
export function propertySchemas(parts: readonly JsonObject[], name: string): readonly Json[] {
  return parts.flatMap((part) => {
    const property = own(ownObject(part, "properties"), name);
    return property === undefined ? [] : [property];
  });
}

/** Whether some part says that a value is of this type, alone or among others. */
export function namesType(parts: readonly JsonObject[], type: "string" | "array"): boolean {
  return parts.some((part) => {
    const given = own(part, "type");
    return isArray(given) ? given.includes(type) : given === type;
  });
}
