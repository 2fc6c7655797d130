import { error, type Diagnostic } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { ownObject, ownString, type Json } from "../source/json.ts";
import { childNodes, type DocumentNode } from "../source/openapi-shape.ts";
import type { Assembled } from "./assemble.ts";
import { placeOf } from "./place.ts";

/** Keywords whose subschemas apply to the very same value, so that no data lies between. */
const inPlace = /\/(allOf\/\d+|anyOf\/\d+|oneOf\/\d+|not|if|then|else|dependentSchemas\/[^/]+)$/;

/**
 * Finds references that lead back to themselves without any data in between (`A` is `B`, `B` is `A`):
 * they describe nothing, and a validator that follows them never ends. Recursion through a property or
 * an item is fine.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-9.4.1
 */
export function checkCycles(assembled: Assembled): readonly Diagnostic[] {
  const schemas = ownObject(ownObject(assembled.document, "components"), "schemas");
  const edges = new Map(
    Object.entries(schemas).map(([key, schema]) => [key, inPlaceReferences(key, schema)]),
  );
  const state = new Map<string, "open" | "done">();
  const diagnostics: Diagnostic[] = [];

  const follow = (key: string): void => {
    state.set(key, "open");
    for (const { target, pointer } of edges.get(key) ?? []) {
      if (state.get(target) === "open") {
        const message = `${JSON.stringify(key)} refers back to ${JSON.stringify(target)} without any data in between.`;
        const help = "Break the circle: a schema may contain itself only in a property or an item.";
        diagnostics.push(error("reference-cycle", message, help, placeOf(assembled, pointer)));
      } else if (!state.has(target)) follow(target);
    }
    state.set(key, "done");
  };
  for (const key of edges.keys()) if (!state.has(key)) follow(key);
  return diagnostics;
}

interface Edge {
  readonly target: string;
  readonly pointer: string;
}

function inPlaceReferences(key: string, schema: Json): readonly Edge[] {
  const collect = (node: DocumentNode): readonly Edge[] => {
    const reference = ownString(node.node, "$ref");
    const target = reference?.replace(/^#\/components\/schemas\//, "");
    const here = target === undefined ? [] : [{ target, pointer: appendPointer(node.pointer, "$ref") }];
    const below = childNodes(node).filter(({ pointer }) => inPlace.test(pointer.slice(node.pointer.length)));
    return [...here, ...below.flatMap(collect)];
  };
  return collect({ node: schema, kind: "schema", pointer: appendPointer("/components/schemas", key) });
}
