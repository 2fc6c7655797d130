import type { Contract, Position } from "../contract/contract.ts";
import { isObject, own, ownArray, ownObject, ownString, type Json, type JsonObject } from "../source/json.ts";
import { mapNodesUp } from "../source/openapi-shape.ts";
import { commentText, literal } from "./code.ts";
import { isOpenEnum } from "./open-enums.ts";

/** What json-schema-to-typescript turns into a type. Everything else only constrains values, and would confuse it. */
const typingKeywords = new Set([
  ...["type", "enum", "const", "properties", "required", "additionalProperties"],
  ...["items", "allOf", "anyOf", "oneOf"],
]);

/** What declarations of one contract share. */
export interface TypeScope {
  readonly contract: Contract;
  /** Public names by component key. */
  readonly names: ReadonlyMap<string, string>;
}

export function typeScope(contract: Contract): TypeScope {
  return { contract, names: new Map(contract.schemas.map(({ key, name }) => [key, name])) };
}

const schemaPrefix = "#/components/schemas/";

/**
 * Rewrites a schema of JSON Schema 2020-12 into what json-schema-to-typescript reads well: references
 * as the names of types, tuples in their older form, open enums spelled out, and only the keywords that
 * shape a type. Its raw-code extensions (`tsType`, `tsEnumNames`) do not get through.
 */
export function typingSchema(schema: Json, position: Position, scope: TypeScope): JsonObject {
  const mapped = mapNodesUp({ node: schema, kind: "schema", pointer: "" }, ({ node }) =>
    rewrite(node, position, scope),
  );
  return isObject(mapped) ? mapped : { tsType: mapped === true ? "unknown" : "never" };
}

function rewrite(node: Json, position: Position, { contract, names }: TypeScope): Json {
  if (!isObject(node)) return node;
  const description = ownString(node, "description");
  const annotations: JsonObject = {
    ...(description === undefined ? {} : { description: commentText(description) }),
    ...(own(node, "deprecated") === true ? { deprecated: true } : {}),
  };
  const shape = shapeOf(node);
  const isBare = Object.keys(shape).every((keyword) => keyword === "required");

  const reference = ownString(node, "$ref");
  if (reference !== undefined) {
    const name = { tsType: names.get(reference.replace(schemaPrefix, "")) ?? "unknown" };
    return isBare ? { ...annotations, ...name } : { ...annotations, allOf: [name, shape] };
  }
  if (isOpenEnum(node, position, contract))
    return { ...annotations, tsType: openUnion(ownArray(node, "enum")) };
  return isBare ? { ...annotations, ...anything } : { ...annotations, ...shape };
}

const anything: JsonObject = { tsType: "unknown" };

/** What of a schema shapes a type, in the words of json-schema-to-typescript. */
function shapeOf(node: JsonObject): JsonObject {
  const kept = Object.fromEntries(Object.entries(node).filter(([keyword]) => typingKeywords.has(keyword)));
  return withoutEmpty({ ...kept, ...composition(node), ...tuple(node), ...indexSignature(node) });
}

/** `"a" | "b" | (string & {})`: any string, with the known ones offered by editors. */
function openUnion(values: readonly Json[]): string {
  return `(${[...values.map(literal), "(string & {})"].join(" | ")})`;
}

/** Compositions without members that say nothing of the type: those only constrain values. */
function composition(node: JsonObject): JsonObject {
  const isAnything = (member: Json): boolean => member === true || ownString(member, "tsType") === "unknown";
  const entries = ["allOf", "anyOf", "oneOf"].flatMap((keyword): readonly [string, Json][] => {
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
  return { type: "array", items: prefix, additionalItems: own(node, "items") ?? true, ...bounds };
}

/** One index signature for `patternProperties` and `additionalProperties` together: TypeScript knows no patterns. */
function indexSignature(node: JsonObject): JsonObject {
  const patterned = Object.values(ownObject(node, "patternProperties"));
  if (patterned.length === 0) return {};
  const rest = own(node, "additionalProperties") ?? false;
  return {
    type: "object",
    additionalProperties: { anyOf: rest === false ? patterned : [...patterned, rest] },
  };
}

/** Leaves out compositions without members, and the bare `type: object` beside one that has some. */
function withoutEmpty(shape: JsonObject): JsonObject {
  const isEmpty = ([, value]: readonly [string, Json]): boolean => Array.isArray(value) && value.length === 0;
  const filled = Object.fromEntries(
    Object.entries(shape).filter(
      (entry) => !["allOf", "anyOf", "oneOf"].includes(entry[0]) || !isEmpty(entry),
    ),
  );
  const composes = ["allOf", "anyOf", "oneOf"].some((keyword) => own(filled, keyword) !== undefined);
  const isBare =
    Object.keys(ownObject(filled, "properties")).length === 0 &&
    own(filled, "additionalProperties") === undefined;
  if (!composes || !isBare || own(filled, "type") !== "object") return filled;
  return Object.fromEntries(
    Object.entries(filled).filter(([keyword]) => keyword !== "type" && keyword !== "properties"),
  );
}
