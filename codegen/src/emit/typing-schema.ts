import { referencedKey } from "../contract/component-schemas.ts";
import type { Contract, Position } from "../contract/contract.ts";
import { isArray, isObject, own, ownArray, ownString, type Json, type JsonObject } from "../source/json.ts";
import { mapNodesUp } from "../source/openapi-shape.ts";
import { commentText, literal } from "./code.ts";
import { dynamicTargets, type DynamicTargets } from "./dynamic-targets.ts";
import { isOpenEnum } from "./open-enums.ts";
import type { PropertyPlaceholders } from "./property-placeholders.ts";
import { typingShape } from "./typing-shape.ts";

/** What declarations of one contract share. */
export interface TypeScope {
  readonly contract: Contract;
  /** Public names by component key. */
  readonly names: ReadonlyMap<string, string>;
  readonly targets: DynamicTargets;
}

/** What is made a type. */
export interface TypedSchema {
  readonly schema: Json;
  readonly position: Position;
  /** Of the component that the schema is; undefined if it is none. */
  readonly key?: string | undefined;
}

/** @param prefix what stands before names where declarations of the types package are imported as a whole */
export function typeScope(contract: Contract, prefix = ""): TypeScope {
  const names = new Map(contract.schemas.map(({ key, name }) => [key, prefix + name]));
  return { contract, names, targets: dynamicTargets(contract) };
}

/**
 * Rewrites a schema of JSON Schema 2020-12 into what json-schema-to-typescript reads well: references
 * as the names of types, tuples in their older form, open enums spelled out, and only the keywords that
 * shape a type. Its raw-code extensions (`tsType`, `tsEnumNames`) do not get through.
 */
export function typingSchema(
  typed: TypedSchema,
  scope: TypeScope,
  placeholders: PropertyPlaceholders,
): JsonObject {
  const mapped = mapNodesUp({ node: typed.schema, kind: "schema", pointer: "" }, ({ node }) =>
    rewrite(node, typed, scope, placeholders),
  );
  return isObject(mapped) ? mapped : { tsType: mapped === true ? "unknown" : "never" };
}

function rewrite(node: Json, typed: TypedSchema, scope: TypeScope, placeholders: PropertyPlaceholders): Json {
  if (!isObject(node)) return node;
  const description = ownString(node, "description");
  const annotations: JsonObject = {
    ...(description === undefined ? {} : { description: commentText(description) }),
    ...(own(node, "deprecated") === true ? { deprecated: true } : {}),
  };
  const shape = typingShape(node, placeholders);
  const isBare = Object.keys(shape).every((keyword) => keyword === "required");

  const references = referencedTypes(node, typed.key, scope);
  const [only] = references;
  if (only !== undefined) {
    if (isBare && references.length === 1) return { ...annotations, ...only };
    return { ...annotations, allOf: isBare ? references : [...references, shape] };
  }
  const values = listedValues(node);
  if (values !== undefined) {
    return { ...annotations, tsType: union(values, isOpenEnum(node, typed.position, scope.contract)) };
  }
  return isBare ? { ...annotations, ...anything } : { ...annotations, ...shape };
}

/** The types that a schema refers to by name; a `$dynamicRef` has none where its target is not always the same. */
function referencedTypes(
  node: JsonObject,
  owner: string | undefined,
  { names, targets }: TypeScope,
): readonly JsonObject[] {
  const reference = referencedKey(ownString(node, "$ref"));
  const dynamic = referencedKey(ownString(node, "$dynamicRef"));
  const target = owner === undefined || dynamic === undefined ? undefined : targets(owner, dynamic);
  const keys = new Set([reference, target].filter((key) => key !== undefined));
  return [...keys].map((key) => ({ tsType: names.get(key) ?? "unknown" }));
}

const anything: JsonObject = { tsType: "unknown" };

/** The only values that a schema accepts, if it lists them: those that are of its type. */
function listedValues(node: JsonObject): readonly Json[] | undefined {
  const isConst = own(node, "const") !== undefined;
  if (!isConst && own(node, "enum") === undefined) return undefined;
  const values = isConst ? [node["const"] ?? null] : ownArray(node, "enum");
  const given = own(node, "type");
  if (given === undefined) return values;
  const types = new Set(isArray(given) ? given : [given]);
  return values.filter((value) => typesOf(value).some((type) => types.has(type)));
}

/** The types that a value has: a whole number has two (validation, section 6.1.1). */
function typesOf(value: Json): readonly string[] {
  if (value === null) return ["null"];
  if (isArray(value)) return ["array"];
  if (typeof value === "number") return Number.isInteger(value) ? ["integer", "number"] : ["number"];
  return [typeof value];
}

/** `"a" | "b"`, and if it is open `(string & {})`: every string, with the known ones offered by editors. */
function union(values: readonly Json[], isOpen: boolean): string {
  const members = [...values.map(literal), ...(isOpen ? ["(string & {})"] : [])];
  return members.length === 0 ? "never" : `(${members.join(" | ")})`;
}
