import { referencedKey } from "../contract/component-schemas.ts";
import type { Contract, Position } from "../contract/contract.ts";
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
import { mapNodesUp } from "../source/openapi-shape.ts";
import { commentText, literal } from "./code.ts";
import { isOpenEnum } from "./open-enums.ts";
import type { PropertyPlaceholders } from "./property-placeholders.ts";

const compositions = ["allOf", "anyOf", "oneOf"];

/** What json-schema-to-typescript turns into a type. Everything else only constrains values, and would confuse it. */
const typingKeywords = new Set([
  ...["type", "properties", "required", "additionalProperties"],
  ...["items", ...compositions],
]);

/** What declarations of one contract share. */
export interface TypeScope {
  readonly contract: Contract;
  /** Public names by component key. */
  readonly names: ReadonlyMap<string, string>;
}

/** @param prefix what stands before names where declarations of the types package are imported as a whole */
export function typeScope(contract: Contract, prefix = ""): TypeScope {
  return { contract, names: new Map(contract.schemas.map(({ key, name }) => [key, prefix + name])) };
}

/**
 * Rewrites a schema of JSON Schema 2020-12 into what json-schema-to-typescript reads well: references
 * as the names of types, tuples in their older form, open enums spelled out, and only the keywords that
 * shape a type. Its raw-code extensions (`tsType`, `tsEnumNames`) do not get through.
 */
export function typingSchema(
  schema: Json,
  position: Position,
  scope: TypeScope,
  placeholders: PropertyPlaceholders,
): JsonObject {
  const mapped = mapNodesUp({ node: schema, kind: "schema", pointer: "" }, ({ node }) =>
    rewrite(node, position, scope, placeholders),
  );
  return isObject(mapped) ? mapped : { tsType: mapped === true ? "unknown" : "never" };
}

function rewrite(
  node: Json,
  position: Position,
  { contract, names }: TypeScope,
  placeholders: PropertyPlaceholders,
): Json {
  if (!isObject(node)) return node;
  const description = ownString(node, "description");
  const annotations: JsonObject = {
    ...(description === undefined ? {} : { description: commentText(description) }),
    ...(own(node, "deprecated") === true ? { deprecated: true } : {}),
  };
  const shape = shapeOf(node, placeholders);
  const isBare = Object.keys(shape).every((keyword) => keyword === "required");

  const reference = referencedKey(ownString(node, "$ref"));
  if (reference !== undefined) {
    const name = { tsType: names.get(reference) ?? "unknown" };
    return isBare ? { ...annotations, ...name } : { ...annotations, allOf: [name, shape] };
  }
  const values = listedValues(node);
  if (values !== undefined) {
    return { ...annotations, tsType: union(values, isOpenEnum(node, position, contract)) };
  }
  return isBare ? { ...annotations, ...anything } : { ...annotations, ...shape };
}

const anything: JsonObject = { tsType: "unknown" };

/** What of a schema shapes a type, in the words of json-schema-to-typescript. */
function shapeOf(node: JsonObject, placeholders: PropertyPlaceholders): JsonObject {
  const kept = Object.fromEntries(Object.entries(node).filter(([keyword]) => typingKeywords.has(keyword)));
  return withoutEmpty({
    ...kept,
    ...objectKeywords(node, placeholders),
    ...composition(node),
    ...tuple(node),
    ...indexSignature(node),
  });
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

/** The only values that a schema accepts, if it lists them. */
function listedValues(node: JsonObject): readonly Json[] | undefined {
  if (own(node, "const") !== undefined) return [node["const"] ?? null];
  return own(node, "enum") === undefined ? undefined : ownArray(node, "enum");
}

/** `"a" | "b"`, and if it is open `(string & {})`: every string, with the known ones offered by editors. */
function union(values: readonly Json[], isOpen: boolean): string {
  const members = [...values.map(literal), ...(isOpen ? ["(string & {})"] : [])];
  return members.length === 0 ? "never" : `(${members.join(" | ")})`;
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
