import type { Contract } from "../../../contract/contract.ts";
import { ownArray, type Json, type JsonObject } from "../../../source/json.ts";
import { mannerOf, partMode, wholeMode, type CheckMode } from "./check-mode.ts";
import type { InPlaceFacts } from "./in-place-facts.ts";

/** How the strict manner closes a node against properties that no schema mentions. */
export interface Closing {
  /** The mode of the schemas that apply to the same value: by reference, or in a composition. */
  readonly inside: CheckMode;
  /** The keyword that is to be false; none if the node stays open, or is not closed by itself. */
  readonly keyword: "additionalProperties" | "unevaluatedProperties" | undefined;
}

/**
 * In the strict manner, a value whose schemas declare properties has no others, unless one of its schemas
 * says something of those (`additionalProperties`, `unevaluatedProperties`). Where one schema alone says
 * what an object is, it is closed by itself; where several do, the node that holds them is.
 *
 * @param undeclared names that the schemas of the value require, and none of them declares
 */
export function closingOf(
  node: JsonObject,
  mode: CheckMode,
  contract: Contract,
  factsOf: (node: Json) => InPlaceFacts,
  undeclared: () => readonly string[],
): Closing {
  const isOpen = mannerOf(mode, contract) !== "strict" || mode !== wholeMode(mode);
  if (isOpen || (delegates(node, factsOf) && !requiresMore(node, undeclared)))
    return { inside: mode, keyword: undefined };
  const inside = partMode(mode, contract);
  const { mayBeObject, declares, othersEvaluate, says } = factsOf(node);
  if (!mayBeObject || !declares || says) return { inside, keyword: undefined };
  // Properties that other schemas evaluate are additional ones to a node (core, section 10.3.2.3).
  return { inside, keyword: othersEvaluate ? "unevaluatedProperties" : "additionalProperties" };
}

/** Keywords that say something of objects, or may. */
const objectKeywords = [
  ...["properties", "patternProperties", "additionalProperties", "unevaluatedProperties"],
  ...["if", "dependentSchemas"],
];

/** Whether a node itself requires a property that no schema declares: the one inside of it would not know it. */
function requiresMore(node: JsonObject, undeclared: () => readonly string[]): boolean {
  const required = ownArray(node, "required");
  return required.length > 0 && undeclared().some((name) => required.includes(name));
}

/** Whether all that a node says of properties, one schema inside of it or referred to says. */
function delegates(node: JsonObject, factsOf: (node: Json) => InPlaceFacts): boolean {
  if (objectKeywords.some((keyword) => Object.hasOwn(node, keyword))) return false;
  const members = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => ownArray(node, keyword));
  const references = ["$ref", "$dynamicRef"].filter((keyword) => Object.hasOwn(node, keyword));
  return references.length + members.filter((member) => factsOf(member).mayBeObject).length === 1;
}
