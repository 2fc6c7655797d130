import type { Contract } from "../../../contract/contract.ts";
import { ownString, type Json, type JsonObject } from "../../../source/json.ts";
import { isApplicator } from "./subschema-places.ts";

/** Assertions that are neither references nor applicators (validation, section 6). */
const assertions = new Set([
  ...["type", "const", "enum", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"],
  ...["maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "maxContains"],
  ...["minContains", "maxProperties", "minProperties", "required", "dependentRequired"],
]);

/**
 * The keywords of a node that have an effect on which values are valid: no annotations, no references. What
 * they hold is as it was.
 */
export function checkedKeywords(
  node: JsonObject,
  { options }: Contract,
): readonly (readonly [string, Json])[] {
  return Object.entries(node).filter(([keyword, value]) => {
    // Without `if`, they have no effect (core, section 10.2.2).
    if (keyword === "then" || keyword === "else") return Object.hasOwn(node, "if");
    if (keyword === "format") return assertsFormat(node, options.formats);
    if (keyword === "description") return options.issueDescriptions && typeof value === "string";
    return assertions.has(keyword) || isApplicator(keyword) || keyword === "x-sdkmill-contains-unevaluated";
  });
}

/** `x-sdkmill-format` of a node says more than the option. */
function assertsFormat(node: JsonObject, option: "annotation" | "assertion"): boolean {
  return (ownString(node, "x-sdkmill-format") ?? option) === "assertion";
}
