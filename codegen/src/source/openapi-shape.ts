/**
 * Which part of an OpenAPI 3.1 document is what: a table of its objects and of the subschemas of JSON
 * Schema 2020-12. Everything that walks over a contract walks by this table, so that a `$ref` inside
 * `default` or `example` stays data, and a property named `default` stays a property.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#schema-0
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10
 */

import { appendPointer } from "./json-pointer.ts";
import { isArray, isObject, type Json, type JsonObject } from "./json.ts";

export type NodeKind =
  | "document"
  | "components"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "response"
  | "mediaType"
  | "callback"
  | "schema";

/** How nodes stand under a key: one, a list, or a map of them. */
export type Shape = { readonly one: NodeKind } | { readonly list: NodeKind } | { readonly map: NodeKind };

const one = (kind: NodeKind): Shape => ({ one: kind });
const list = (kind: NodeKind): Shape => ({ list: kind });
const map = (kind: NodeKind): Shape => ({ map: kind });

export const httpMethods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type HttpMethod = (typeof httpMethods)[number];

const shapes: Readonly<Record<NodeKind, Readonly<Record<string, Shape>>>> = {
  document: { paths: map("pathItem"), webhooks: map("pathItem"), components: one("components") },
  components: {
    schemas: map("schema"),
    responses: map("response"),
    parameters: map("parameter"),
    requestBodies: map("requestBody"),
    headers: map("parameter"),
    callbacks: map("callback"),
    pathItems: map("pathItem"),
  },
  pathItem: {
    parameters: list("parameter"),
    ...Object.fromEntries(httpMethods.map((method) => [method, one("operation")])),
  },
  operation: {
    parameters: list("parameter"),
    requestBody: one("requestBody"),
    responses: map("response"),
    callbacks: map("callback"),
  },
  // A Header Object is a Parameter Object without `name` and `in`.
  parameter: { schema: one("schema"), content: map("mediaType") },
  requestBody: { content: map("mediaType") },
  response: { headers: map("parameter"), content: map("mediaType") },
  mediaType: { schema: one("schema") },
  callback: {},
  schema: {
    ...Object.fromEntries(
      ["allOf", "anyOf", "oneOf", "prefixItems"].map((keyword) => [keyword, list("schema")]),
    ),
    ...Object.fromEntries(
      ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"].map((keyword) => [
        keyword,
        map("schema"),
      ]),
    ),
    ...Object.fromEntries(
      [
        "not",
        "if",
        "then",
        "else",
        "items",
        "contains",
        "additionalProperties",
        "propertyNames",
        "unevaluatedItems",
        "unevaluatedProperties",
        "contentSchema",
      ].map((keyword) => [keyword, one("schema")]),
    ),
  },
};

/** How nodes stand under a key of a node; undefined where what stands there is no node. */
export function shapeUnder(kind: NodeKind, key: string): Shape | undefined {
  if (kind === "callback") return key.startsWith("x-") ? undefined : one("pathItem");
  return Object.hasOwn(shapes[kind], key) ? shapes[kind][key] : undefined;
}

/** A node of the document, with the pointer that leads to it. */
export interface DocumentNode {
  readonly node: Json;
  readonly kind: NodeKind;
  readonly pointer: string;
}

/** The nodes directly below a node, in document order. */
export function childNodes({ node, kind, pointer }: DocumentNode): readonly DocumentNode[] {
  if (!isObject(node)) return [];
  if (kind === "callback") return mapNodes(node, "pathItem", pointer);
  return Object.entries(node).flatMap(([key, value]) => {
    const shape = Object.hasOwn(shapes[kind], key) ? shapes[kind][key] : undefined;
    if (shape === undefined) return [];
    const below = appendPointer(pointer, key);
    if ("one" in shape) return [{ node: value, kind: shape.one, pointer: below }];
    if ("map" in shape) return mapNodes(value, shape.map, below);
    if (!isArray(value)) return [];
    return value.map((item, index) => ({
      node: item,
      kind: shape.list,
      pointer: appendPointer(below, index),
    }));
  });
}

/** Kinds whose maps can have extensions among their entries: paths, callbacks, responses. */
const extensible: ReadonlySet<NodeKind> = new Set(["pathItem", "response"]);

function mapNodes(value: Json, kind: NodeKind, pointer: string): readonly DocumentNode[] {
  if (!isObject(value)) return [];
  return Object.entries(value)
    .filter(([key]) => !extensible.has(kind) || !key.startsWith("x-"))
    .map(([key, item]) => ({ node: item, kind, pointer: appendPointer(pointer, key) }));
}

/** Something that is not what the table wants at its place. */
export interface MisshapenNode {
  readonly pointer: string;
  readonly wanted: "mapping" | "list";
}

/** All such places at and below a node, outside of schemas. */
export function misshapenNodes(start: DocumentNode): readonly MisshapenNode[] {
  const { node, kind, pointer } = start;
  if (kind === "schema") return [];
  if (!isObject(node)) return [{ pointer, wanted: "mapping" }];
  const containers = Object.entries(node).flatMap(([key, value]): readonly MisshapenNode[] => {
    const shape = Object.hasOwn(shapes[kind], key) ? shapes[kind][key] : undefined;
    const below = appendPointer(pointer, key);
    if (shape !== undefined && "map" in shape && !isObject(value))
      return [{ pointer: below, wanted: "mapping" }];
    return shape !== undefined && "list" in shape && !isArray(value)
      ? [{ pointer: below, wanted: "list" }]
      : [];
  });
  return [...containers, ...childNodes(start).flatMap(misshapenNodes)];
}

/** Calls `visit` for a node and everything below it, parents first. */
export function walkNodes(start: DocumentNode, visit: (node: DocumentNode) => void): void {
  visit(start);
  for (const child of childNodes(start)) walkNodes(child, visit);
}

/**
 * A copy of a node in which every node below it, and then itself, went through `replace`: leaves
 * first. Nodes that come back unchanged are shared with the original.
 */
export function mapNodesUp(start: DocumentNode, replace: (node: DocumentNode) => Json): Json {
  const changes = new Map<string, Json>();
  for (const child of childNodes(start)) {
    const mapped = mapNodesUp(child, replace);
    if (mapped !== child.node) changes.set(child.pointer, mapped);
  }
  const node = changes.size === 0 ? start.node : applyChanges(start, changes);
  return replace({ ...start, node });
}

/**
 * The same from the top: a node is replaced first, and then what is below its replacement.
 *
 * @param scope what is known of the node from those above it; `replace` says what is known below
 */
export function mapNodesDown<Scope>(
  start: DocumentNode,
  scope: Scope,
  replace: (node: DocumentNode, scope: Scope) => { readonly node: Json; readonly scope: Scope },
): Json {
  const replaced = replace(start, scope);
  const top: DocumentNode = { ...start, node: replaced.node };
  const changes = new Map<string, Json>();
  for (const child of childNodes(top)) {
    const mapped = mapNodesDown(child, replaced.scope, replace);
    if (mapped !== child.node) changes.set(child.pointer, mapped);
  }
  return changes.size === 0 ? top.node : applyChanges(top, changes);
}

function applyChanges({ node, pointer }: DocumentNode, changes: ReadonlyMap<string, Json>): Json {
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      changeBelow(value, appendPointer(pointer, key), changes),
    ]),
  );
}

/** The value of one key, with what changed in it: itself, one of its items, or one of its entries. */
function changeBelow(value: Json, pointer: string, changes: ReadonlyMap<string, Json>): Json {
  const changed = changes.get(pointer);
  if (changed !== undefined) return changed;
  if (isArray(value)) return value.map((item, index) => changes.get(appendPointer(pointer, index)) ?? item);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]): [string, Json] => [
      key,
      changes.get(appendPointer(pointer, key)) ?? item,
    ]),
  ) as JsonObject;
}
