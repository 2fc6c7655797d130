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
import type { PropertyPlaceholders } from "./property-placeholders.ts";
import { withRequiredProperties } from "./required-properties.ts";

const compositions = ["allOf", "anyOf", "oneOf"];

/** What json-schema-to-typescript turns into a type. Everything else only constrains values, and would confuse it. */
const typingKeywords = new Set([
  ...["type", "properties", "required", "additionalProperties"],
  ...["items", ...compositions],
]);

/**
 * What of a schema shapes a type, in the words of json-schema-to-typescript.
 *
 * @param node with the schemas inside of it rewritten already
 */
export function typingShape(node: JsonObject, placeholders: PropertyPlaceholders): JsonObject {
  const kept = Object.fromEntries(Object.entries(node).filter(([keyword]) => typingKeywords.has(keyword)));
  const shape = {
    ...kept,
    ...objectKeywords(node, placeholders),
    ...composition(node),
    ...tuple(node),
    ...indexSignature(node),
  };
  return withoutEmpty(withRequiredProperties(shape));
}

/** `properties` and `required`, with stand-ins for the names that need them. */
function objectKeywords(node: JsonObject, { put }: PropertyPlaceholders): JsonObject {
  const { properties, required } = node;
  return {
    ...(isObject(properties)
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, schema]) => [put(name), schema]),
          ),
        }
      : {}),
    ...(isArray(required) ? { required: required.map((name) => put(String(name))) } : {}),
  };
}

function isAnything(member: Json): boolean {
  return member === true || ownString(member, "tsType") === "unknown";
}

/** Compositions without members that say nothing of the type: those only constrain values. */
function composition(node: JsonObject): JsonObject {
  const entries = compositions.flatMap((keyword): readonly [string, Json][] => {
    const members = ownArray(node, keyword);
    if (keyword === "allOf") return [[keyword, members.filter((member) => !isAnything(member))]];
    return [[keyword, members.some(isAnything) ? [] : members]];
  });
  return Object.fromEntries(entries);
}

/** `prefixItems` and `items` of 2020-12 as `items` and `additionalItems` of the drafts before. */
function tuple(node: JsonObject): JsonObject {
  const prefix = ownArray(node, "prefixItems");
  if (prefix.length === 0) return {};
  const { minItems = 0, maxItems } = node;
  const bounds: JsonObject = maxItems === undefined ? { minItems } : { minItems, maxItems };
  return {
    type: own(node, "type") ?? "array",
    items: prefix,
    additionalItems: own(node, "items") ?? true,
    ...bounds,
  };
}

/** One index signature for `patternProperties` and `additionalProperties` together: TypeScript knows no patterns. */
function indexSignature(node: JsonObject): JsonObject {
  const patterned = Object.values(ownObject(node, "patternProperties"));
  if (patterned.length === 0) return {};
  const rest = own(node, "additionalProperties") ?? false;
  return {
    type: own(node, "type") ?? "object",
    additionalProperties: { anyOf: rest === false ? patterned : [...patterned, rest] },
  };
}

/** Leaves out compositions without members, and the bare `type: object` beside one that has some. */
function withoutEmpty(shape: JsonObject): JsonObject {
  const filled = Object.fromEntries(
    Object.entries(shape).filter(
      ([keyword, value]) => !compositions.includes(keyword) || (isArray(value) && value.length > 0),
    ),
  );
  const composes = compositions.some((keyword) => own(filled, keyword) !== undefined);
  const isBare =
    Object.keys(ownObject(filled, "properties")).length === 0 &&
    own(filled, "additionalProperties") === undefined;
  if (!composes || !isBare || own(filled, "type") !== "object") return filled;
  return Object.fromEntries(
    Object.entries(filled).filter(([keyword]) => keyword !== "type" && keyword !== "properties"),
  );
}
