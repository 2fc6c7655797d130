/**
 * JSON Schema 2020-12 as its specification reads, for tests to compare with: slow, plain, and without a
 * thing in common with what is tested. Formats are annotations.
 */

import { isDeepStrictEqual } from "node:util";
import {
  isArray,
  isObject,
  own,
  ownArray,
  ownObject,
  type Json,
  type JsonObject,
} from "../src/source/json.ts";

/** The schema that a reference leads to. */
export type Resolve = (reference: string) => Json;

/** Whether a value is valid. */
export function isValidByLetter(schema: Json, value: Json, resolve: Resolve): boolean {
  return evaluate(schema, value, resolve) !== undefined;
}

/** Properties and items that were evaluated (core, section 11). */
interface Evaluated {
  readonly properties: ReadonlySet<string>;
  readonly items: ReadonlySet<number>;
}

const none: Evaluated = { properties: new Set(), items: new Set() };

/** What was evaluated of a valid value; undefined for an invalid one. */
function evaluate(schema: Json, value: Json, resolve: Resolve): Evaluated | undefined {
  if (!isObject(schema)) return schema === false ? undefined : none;
  if (!meetsAssertions(schema, value)) return undefined;
  const applied = [
    inPlace(schema, value, resolve),
    objectPart(schema, value, resolve),
    arrayPart(schema, value, resolve),
  ];
  const all = union(applied);
  return all === undefined ? undefined : unevaluated(schema, value, resolve, all);
}

function union(parts: readonly (Evaluated | undefined)[]): Evaluated | undefined {
  const valid = parts.filter((part) => part !== undefined);
  if (valid.length < parts.length) return undefined;
  return {
    properties: new Set(valid.flatMap(({ properties }) => [...properties])),
    items: new Set(valid.flatMap(({ items }) => [...items])),
  };
}

function inPlace(schema: JsonObject, value: Json, resolve: Resolve): Evaluated | undefined {
  const on = (node: Json): Evaluated | undefined => evaluate(node, value, resolve);
  const reference = own(schema, "$ref");
  const parts = ownArray(schema, "allOf").map(on);
  if (typeof reference === "string") parts.push(on(resolve(reference)));
  for (const keyword of ["anyOf", "oneOf"]) {
    const list = ownArray(schema, keyword);
    const matching = list.map(on).filter((part) => part !== undefined);
    if (list.length > 0 && (matching.length === 0 || (keyword === "oneOf" && matching.length > 1)))
      return undefined;
    parts.push(...matching);
  }
  if (Object.hasOwn(schema, "not") && on(own(schema, "not") ?? true) !== undefined) return undefined;
  if (Object.hasOwn(schema, "if")) {
    const condition = on(own(schema, "if") ?? true);
    parts.push(condition ?? none, on(own(schema, condition === undefined ? "else" : "then") ?? true));
  }
  const dependent = Object.entries(ownObject(schema, "dependentSchemas"));
  parts.push(...dependent.map(([name, node]) => (own(value, name) === undefined ? none : on(node))));
  return union(parts);
}

function objectPart(schema: JsonObject, value: Json, resolve: Resolve): Evaluated | undefined {
  if (!isObject(value)) return none;
  const patterns = Object.entries(ownObject(schema, "patternProperties"));
  const names = new Set<string>();
  for (const [name, item] of Object.entries(value)) {
    const named = own(ownObject(schema, "properties"), name);
    const schemas = patterns
      .filter(([pattern]) => new RegExp(pattern, "u").test(name))
      .map(([, node]) => node);
    if (named !== undefined) schemas.push(named);
    const additional = own(schema, "additionalProperties");
    if (schemas.length === 0 && additional !== undefined) schemas.push(additional);
    if (schemas.some((node) => evaluate(node, item, resolve) === undefined)) return undefined;
    if (schemas.length > 0) names.add(name);
    if (evaluate(own(schema, "propertyNames") ?? true, name, resolve) === undefined) return undefined;
  }
  return { ...none, properties: names };
}

function arrayPart(schema: JsonObject, value: Json, resolve: Resolve): Evaluated | undefined {
  if (!isArray(value)) return none;
  const prefix = ownArray(schema, "prefixItems");
  const evaluated = new Set<number>();
  let contained = 0;
  for (const [index, item] of value.entries()) {
    const node = prefix[index] ?? own(schema, "items");
    if (node !== undefined && evaluate(node, item, resolve) === undefined) return undefined;
    if (node !== undefined) evaluated.add(index);
    if (!Object.hasOwn(schema, "contains")) continue;
    if (evaluate(own(schema, "contains") ?? true, item, resolve) === undefined) continue;
    contained += 1;
    if (own(schema, "x-sdkmill-contains-unevaluated") !== true) evaluated.add(index);
  }
  const isEnough =
    contained >= Number(own(schema, "minContains") ?? 1) &&
    contained <= Number(own(schema, "maxContains") ?? Infinity);
  return isEnough || !Object.hasOwn(schema, "contains") ? { ...none, items: evaluated } : undefined;
}

function unevaluated(
  schema: JsonObject,
  value: Json,
  resolve: Resolve,
  before: Evaluated,
): Evaluated | undefined {
  const isFit = (keyword: string, item: Json): boolean =>
    evaluate(own(schema, keyword) ?? true, item, resolve) !== undefined;
  const names = isObject(value) ? Object.keys(value).filter((name) => !before.properties.has(name)) : [];
  const indices = isArray(value) ? [...value.keys()].filter((index) => !before.items.has(index)) : [];
  if (!names.every((name) => isFit("unevaluatedProperties", own(value, name) ?? null))) return undefined;
  if (!indices.every((index) => isFit("unevaluatedItems", (isArray(value) ? value[index] : null) ?? null)))
    return undefined;
  return {
    properties: Object.hasOwn(schema, "unevaluatedProperties")
      ? new Set([...before.properties, ...names])
      : before.properties,
    items: Object.hasOwn(schema, "unevaluatedItems") ? new Set([...before.items, ...indices]) : before.items,
  };
}

function meetsAssertions(schema: JsonObject, value: Json): boolean {
  return Object.entries(schema).every(([keyword, limit]) => {
    const assertion = assertions.get(keyword);
    return assertion === undefined || assertion(value, limit);
  });
}

const assertions: ReadonlyMap<string, (value: Json, limit: Json) => boolean> = new Map([
  ["type", (value, limit) => (isArray(limit) ? limit : [limit]).some((type) => isOfType(value, type))],
  ["const", (value, limit) => isDeepStrictEqual(value, limit)],
  ["enum", (value, limit) => isArray(limit) && limit.some((item) => isDeepStrictEqual(value, item))],
  [
    "required",
    (value, limit) => !isObject(value) || namesIn(limit).every((name) => Object.hasOwn(value, name)),
  ],
  [
    "dependentRequired",
    (value, limit) =>
      !isObject(value) ||
      Object.entries(isObject(limit) ? limit : {}).every(
        ([name, others]) =>
          !Object.hasOwn(value, name) || namesIn(others).every((other) => Object.hasOwn(value, other)),
      ),
  ],
  ["minimum", (value, limit) => typeof value !== "number" || value >= Number(limit)],
  ["maximum", (value, limit) => typeof value !== "number" || value <= Number(limit)],
  ["exclusiveMinimum", (value, limit) => typeof value !== "number" || value > Number(limit)],
  ["exclusiveMaximum", (value, limit) => typeof value !== "number" || value < Number(limit)],
  ["multipleOf", (value, limit) => typeof value !== "number" || Number.isInteger(value / Number(limit))],
  ["minLength", (value, limit) => typeof value !== "string" || [...value].length >= Number(limit)],
  ["maxLength", (value, limit) => typeof value !== "string" || [...value].length <= Number(limit)],
  ["pattern", (value, limit) => typeof value !== "string" || new RegExp(String(limit), "u").test(value)],
  ["minItems", (value, limit) => !isArray(value) || value.length >= Number(limit)],
  ["maxItems", (value, limit) => !isArray(value) || value.length <= Number(limit)],
  [
    "uniqueItems",
    (value, limit) =>
      limit !== true ||
      !isArray(value) ||
      value.every((item, index) => value.slice(index + 1).every((other) => !isDeepStrictEqual(item, other))),
  ],
  ["minProperties", (value, limit) => !isObject(value) || Object.keys(value).length >= Number(limit)],
  ["maxProperties", (value, limit) => !isObject(value) || Object.keys(value).length <= Number(limit)],
]);

function namesIn(list: Json): readonly string[] {
  return isArray(list) ? list.map(String) : [];
}

function isOfType(value: Json, type: Json): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return isArray(value);
  if (type === "object") return isObject(value);
  return type === "null" ? value === null : typeof value === type;
}
