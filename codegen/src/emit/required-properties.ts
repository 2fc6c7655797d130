import { isArray, own, ownArray, ownObject, withProperties, type JsonObject } from "../source/json.ts";

/**
 * A schema of objects with the properties that it requires and does not declare, each with what
 * `additionalProperties` says, which is anything if it says nothing. One that could have no value is left out.
 *
 * @param shape in the words of json-schema-to-typescript: `additionalProperties` speaks for patterns as well
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.5.3
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2.3
 */
export function withRequiredProperties(shape: JsonObject): JsonObject {
  const others = own(shape, "additionalProperties") ?? true;
  if (!describesObjects(shape) || others === false) return shape;
  const declared = ownObject(shape, "properties");
  const missing = ownArray(shape, "required")
    .filter((name) => typeof name === "string")
    .filter((name) => !Object.hasOwn(declared, name));
  if (missing.length === 0) return shape;
  const value = others === true ? { tsType: "unknown" } : others;
  const added = Object.fromEntries(missing.map((name) => [name, value]));
  return withProperties(shape, { properties: { ...declared, ...added } });
}

/** By its type, or by its other keywords if it has none: what only requires constrains, and shapes nothing. */
function describesObjects(shape: JsonObject): boolean {
  const type = own(shape, "type");
  if (type !== undefined) return isArray(type) ? type.includes("object") : type === "object";
  return Object.hasOwn(shape, "properties") || Object.hasOwn(shape, "additionalProperties");
}
