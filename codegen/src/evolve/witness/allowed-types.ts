import { isArray, isObject, own, ownString, type Json } from "../../source/json.ts";
import { stringsIn } from "./parts-of.ts";
import type { Conjunct } from "./term.ts";

/** The types of JSON Schema (core, section 4.2.1); an integer is a number too. */
export const jsonTypes = ["object", "array", "string", "number", "integer", "boolean", "null"] as const;
export type JsonType = (typeof jsonTypes)[number];

/** Which keywords say something of the values of a type. */
const tellingKeywords: readonly (readonly [JsonType, readonly string[]])[] = [
  ["object", ["properties", "required", "additionalProperties", "patternProperties", "minProperties"]],
  ["object", ["maxProperties", "propertyNames", "dependentRequired", "dependentSchemas"]],
  ["object", ["unevaluatedProperties"]],
  ["array", ["items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains", "unevaluatedItems"]],
  ["string", ["pattern", "minLength", "maxLength"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
];

export function typeOf(value: Json): Exclude<JsonType, "integer"> {
  if (value === null) return "null";
  if (isArray(value)) return "array";
  if (isObject(value)) return "object";
  if (typeof value === "string") return "string";
  return typeof value === "number" ? "number" : "boolean";
}

/**
 * The types that a value may have, those that the schemas say the most of first.
 *
 * @param conjuncts what the value has to satisfy, all of them
 */
export function allowedTypes(conjuncts: readonly Conjunct[]): readonly JsonType[] {
  const lists = conjuncts.flatMap(({ schema }) => {
    const one = ownString(schema, "type");
    const list = one === undefined ? stringsIn(own(schema, "type")) : [one];
    return list.length === 0 ? [] : [list];
  });
  const [first] = lists;
  if (first === undefined) return [...impliedTypes(conjuncts), ...jsonTypes.toReversed()];
  const declared = jsonTypes.filter((type) => lists.every((list) => allows(list, type)));
  // A number that may be any is the simpler one to choose; null says the least.
  const ordered = declared.toSorted((a, b) => rank(first, a) - rank(first, b));
  return ordered.includes("number") ? ordered.filter((type) => type !== "integer") : ordered;
}

function rank(list: readonly string[], type: JsonType): number {
  if (type === "null") return jsonTypes.length;
  return list.includes(type) ? list.indexOf(type) : list.indexOf("number");
}

function allows(list: readonly string[], type: JsonType): boolean {
  return list.includes(type) || (type === "integer" && list.includes("number"));
}

function impliedTypes(conjuncts: readonly Conjunct[]): readonly JsonType[] {
  return tellingKeywords
    .filter(([, keywords]) =>
      conjuncts.some(({ schema }) => keywords.some((keyword) => Object.hasOwn(schema, keyword))),
    )
    .map(([type]) => type);
}
