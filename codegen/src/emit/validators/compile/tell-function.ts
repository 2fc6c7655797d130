import { isObject, own, ownString, type Json, type JsonObject } from "../../../source/json.ts";
import { bareReference } from "./bare-reference.ts";
import { defineLocal, ownSite, type Unit } from "./check-function.ts";

/**
 * The name of a function `(place, depth)` that tells what is wrong with a value by a schema: the one
 * that the schema refers to, a shared one for a type, or one of its own.
 */
export function tellFunction(node: Json, unit: Unit): string {
  if (!isObject(node)) return ownFunction(node, unit);
  const reference = bareReference(node);
  // A recursive check has to be told how deep it is.
  if (reference !== undefined && !unit.target(reference).isRecursive)
    return unit.checkName(reference, "tell", false);
  const shared = sharedFunction(node);
  if (shared !== undefined) return unit.scope.runtime("telling", shared);
  return unit.structural(node) ?? ownFunction(node, unit);
}

function ownFunction(node: Json, unit: Unit): string {
  return defineLocal(unit, false, `const v = c.value;\nreturn ${unit.compile(node, ownSite)};`);
}

/** An export of `runtime/telling.js` for what most properties are. */
function sharedFunction(node: JsonObject): string | undefined {
  const keywords = Object.keys(node);
  const isAlone = (...others: readonly string[]): boolean =>
    keywords.length === 1 + others.length && others.every((other) => keywords.includes(other));
  switch (ownString(node, "type")) {
    case "string":
      if (isAlone("x-sdkmill-secret") && own(node, "x-sdkmill-secret") === true) return "tellSecret";
      return isAlone() ? "tellString" : undefined;
    case "boolean":
      return isAlone() ? "tellBoolean" : undefined;
    case "integer":
      return isAlone("format") && ownString(node, "format") === "int32" ? "tellInt32" : undefined;
    default:
      return undefined;
  }
}
