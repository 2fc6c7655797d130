import { own, ownString, type Json, type JsonObject } from "../source/json.ts";
import { resolvePointer } from "../source/json-pointer.ts";
import { childNodes, walkNodes, type DocumentNode } from "../source/openapi-shape.ts";
import { componentSchemas, referencedKey } from "./component-schemas.ts";
import type { Position } from "./contract.ts";
import type { DynamicAnchors } from "./dynamic-references.ts";

/** Keys of the schemas that a schema refers to, at any depth of it, sorted. */
export function schemaReferences(schema: Json): readonly string[] {
  const keys = new Set<string>();
  walkNodes({ node: schema, kind: "schema", pointer: "" }, ({ node }) => {
    for (const keyword of ["$ref", "$dynamicRef"]) {
      const key = referencedKey(ownString(node, keyword));
      if (key !== undefined) keys.add(key);
    }
  });
  return [...keys].toSorted();
}

/**
 * Tells for every component schema whether clients send it, get it, or both, by following references
 * from the operations. In a callback or a webhook the roles are turned around: there, the request is
 * what the client gets. A `$dynamicRef` may lead to any anchor of the schemas on the way to it.
 */
export function positions(
  document: JsonObject,
  dynamicAnchors: DynamicAnchors = new Map(),
): ReadonlyMap<string, Position> {
  const schemas = componentSchemas(document);
  const visited = new Set<string>();
  const reached = { request: new Set<string>(), response: new Set<string>() };

  const reachSchema = (schema: Json, side: "request" | "response"): void => {
    // Without recursion: a chain of references can be as long as the document.
    const pending = [...schemaReferences(schema)];
    for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
      if (reached[side].has(key)) continue;
      reached[side].add(key);
      pending.push(
        ...schemaReferences(schemas[key] ?? true),
        ...Object.values(dynamicAnchors.get(key) ?? {}),
      );
    }
  };
  const reach = (node: DocumentNode, side: "request" | "response"): void => {
    if (node.kind === "schema") return reachSchema(node.node, side);
    const target = dereference(document, node);
    // A callback may refer to itself.
    const visit = `${side} ${target.pointer}`;
    if (visited.has(visit)) return;
    visited.add(visit);
    for (const child of childNodes(target)) reach(child, sideBelow(child, side));
  };
  for (const section of ["paths", "webhooks"]) {
    const items = own(document, section);
    const node = {
      node: items === undefined ? {} : { [section]: items },
      kind: "document",
      pointer: "",
    } as const;
    for (const pathItem of childNodes(node)) reach(pathItem, section === "paths" ? "request" : "response");
  }
  return new Map(
    Object.keys(schemas).map((key) => [key, position(reached.request.has(key), reached.response.has(key))]),
  );
}

/** The side that a client is on below a node, given the side of the request around it. */
function sideBelow({ kind }: DocumentNode, side: "request" | "response"): "request" | "response" {
  const turns = kind === "response" || kind === "callback";
  if (!turns) return side;
  return side === "request" ? "response" : "request";
}

function position(request: boolean, response: boolean): Position {
  if (request && response) return "both";
  if (request) return "request";
  return response ? "response" : "none";
}

/** The node that a reference leads to, of the same kind; the node itself if it is none. */
export function dereference(document: JsonObject, node: DocumentNode): DocumentNode {
  const seen = new Set<string>();
  let current = node;
  for (;;) {
    const reference = ownString(current.node, "$ref");
    if (reference === undefined || node.kind === "schema" || seen.has(reference)) return current;
    seen.add(reference);
    const target = resolvePointer(document, reference.slice(1));
    if (target === undefined) return current;
    current = { node: target, kind: node.kind, pointer: reference.slice(1) };
  }
}
