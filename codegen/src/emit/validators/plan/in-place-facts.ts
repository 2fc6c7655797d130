import { secretMark } from "../../../contract/secret-mark.ts";
import {
  isArray,
  isObject,
  own,
  ownArray,
  ownObject,
  type Json,
  type JsonObject,
} from "../../../source/json.ts";
import type { CheckScope, Reached } from "./check-scope.ts";
import type { Bindings } from "./dynamic-bindings.ts";
import { subschemas } from "./subschema-places.ts";

/** What a schema and all that apply to the same value with it, through references too, have between them. */
export interface InPlaceFacts {
  /** Whether an object can be valid, as far as types tell. */
  readonly mayBeObject: boolean;
  /** Whether properties are declared for an object, whichever alternatives it takes. */
  readonly declares: boolean;
  /** Whether properties may count as evaluated: by the node itself or by others, or by others alone. */
  readonly evaluates: boolean;
  readonly othersEvaluate: boolean;
  /** Whether anything is said of the properties that are not declared. */
  readonly says: boolean;
  readonly isSecret: boolean;
}

const anything: InPlaceFacts = {
  mayBeObject: true,
  declares: false,
  othersEvaluate: false,
  evaluates: false,
  says: false,
  isSecret: false,
};
const nothing: InPlaceFacts = { ...anything, mayBeObject: false };

export type FactsOf = (node: Json, bindings: Bindings) => InPlaceFacts;

/** Tells the facts of schemas of one contract; remembers what it has told. */
export function inPlaceFacts({ schemaOf, referenced }: CheckScope): FactsOf {
  const ofComponents = new Map<string, InPlaceFacts>();
  const ofNodes = new Map<Bindings, WeakMap<JsonObject, InPlaceFacts>>();

  const inPlaceReferences = (node: Json, bindings: Bindings): readonly Reached[] => [
    ...referenced(node, bindings),
    ...[...inPlace(node), ...ifOf(node)].flatMap((below) => inPlaceReferences(below, bindings)),
  ];

  /** Without recursion from component to component: a chain of references can be as long as the document. */
  const prepare = (node: Json, bindings: Bindings): void => {
    const pending = [...inPlaceReferences(node, bindings)];
    const opened = new Set<string>();
    for (let next = pending.at(-1); next !== undefined; next = pending.at(-1)) {
      const schema = schemaOf(next.key);
      const below = opened.has(next.id) ? [] : inPlaceReferences(schema, next.bindings);
      opened.add(next.id);
      const unknown = below.filter(({ id }) => !ofComponents.has(id) && !opened.has(id));
      if (unknown.length > 0 && !ofComponents.has(next.id)) pending.push(...unknown);
      else {
        pending.pop();
        if (!ofComponents.has(next.id)) ofComponents.set(next.id, fold(schema, next.bindings));
      }
    }
  };

  const fold = (node: Json, bindings: Bindings): InPlaceFacts => {
    if (!isObject(node)) return node === false ? nothing : anything;
    const parts = [
      ...referenced(node, bindings).map(({ id }) => ofComponents.get(id) ?? anything),
      ...ownArray(node, "allOf").map((part) => fold(part, bindings)),
    ];
    return combine(
      node,
      parts,
      alternativesOf(node).map((group) => group.map((item) => fold(item, bindings))),
      Object.values(ownObject(node, "dependentSchemas")).map((item) => fold(item, bindings)),
      ifOf(node).map((item) => fold(item, bindings)),
    );
  };

  return (node, bindings) => {
    if (!isObject(node)) return fold(node, bindings);
    const memory = ofNodes.get(bindings) ?? new WeakMap<JsonObject, InPlaceFacts>();
    ofNodes.set(bindings, memory);
    const known = memory.get(node);
    if (known !== undefined) return known;
    prepare(node, bindings);
    const facts = fold(node, bindings);
    memory.set(node, facts);
    return facts;
  };
}

/** The subschemas of the same value. */
export function inPlace(node: Json): readonly Json[] {
  return subschemas(node)
    .filter(({ role }) => role === "part" || role === "alternative")
    .map(({ node: below }) => below);
}

function ifOf(node: Json): readonly Json[] {
  const condition = own(node, "if");
  return condition === undefined ? [] : [condition];
}

/** Groups of schemas of which a value has to match one. */
function alternativesOf(node: JsonObject): readonly (readonly Json[])[] {
  const ways = Object.hasOwn(node, "if") ? [own(node, "then") ?? true, own(node, "else") ?? true] : [];
  return [ownArray(node, "anyOf"), ownArray(node, "oneOf"), ways].filter((group) => group.length > 0);
}

function combine(
  node: JsonObject,
  parts: readonly InPlaceFacts[],
  groups: readonly (readonly InPlaceFacts[])[],
  dependent: readonly InPlaceFacts[],
  conditions: readonly InPlaceFacts[],
): InPlaceFacts {
  const all = [...parts, ...groups.flat(), ...dependent];
  const othersEvaluate = [...all, ...conditions].some(({ evaluates }) => evaluates);
  return {
    mayBeObject:
      admitsObjects(node) &&
      parts.every(({ mayBeObject }) => mayBeObject) &&
      groups.every((group) => group.some(({ mayBeObject }) => mayBeObject)),
    declares:
      declaresProperties(node) ||
      parts.some(({ declares }) => declares) ||
      groups.some((group) => {
        const objects = group.filter(({ mayBeObject }) => mayBeObject);
        return objects.length > 0 && objects.every(({ declares }) => declares);
      }),
    othersEvaluate,
    evaluates: declaresProperties(node) || saysOfOthers(node) || othersEvaluate,
    says:
      saysOfOthers(node) ||
      // What no object meets says nothing of objects.
      all.some(({ says, mayBeObject }) => says && mayBeObject),
    isSecret: secretMark(node) ?? all.some(({ isSecret }) => isSecret),
  };
}

function declaresProperties(node: JsonObject): boolean {
  return ["properties", "patternProperties"].some(
    (keyword) => Object.keys(ownObject(node, keyword)).length > 0,
  );
}

function saysOfOthers(node: JsonObject): boolean {
  return Object.hasOwn(node, "additionalProperties") || Object.hasOwn(node, "unevaluatedProperties");
}

/** Whether `type`, `const` and `enum` let objects through. */
function admitsObjects(node: JsonObject): boolean {
  const type = own(node, "type");
  if (isArray(type) ? !type.includes("object") : type !== undefined && type !== "object") return false;
  if (Object.hasOwn(node, "const") && !isObject(own(node, "const"))) return false;
  return !Object.hasOwn(node, "enum") || ownArray(node, "enum").some(isObject);
}
