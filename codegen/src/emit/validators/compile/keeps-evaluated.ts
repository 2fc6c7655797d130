import type { JsonObject } from "../../../source/json.ts";

/** Keywords besides `properties`, `items` and the like that look at properties and items. */
const evaluating = ["$ref", "allOf", "anyOf", "oneOf", "if", "dependentSchemas", "contains"];

/**
 * Whether a schema has to keep what its keywords evaluated, for its own `unevaluatedProperties` or
 * `unevaluatedItems` (core, section 11). Beside `properties` and `prefixItems` alone, these say what
 * `additionalProperties` and `items` would.
 */
export function keepsEvaluated(node: JsonObject): boolean {
  return (
    ["unevaluatedProperties", "unevaluatedItems"].some((keyword) => Object.hasOwn(node, keyword)) &&
    evaluating.some((keyword) => Object.hasOwn(node, keyword))
  );
}
