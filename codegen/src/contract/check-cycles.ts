import { error, type Diagnostic } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { ownString, type Json } from "../source/json.ts";
import { childNodes, walkNodes, type DocumentNode } from "../source/openapi-shape.ts";
import { componentSchemas, referencedKey, schemaPointer } from "./component-schemas.ts";
import { anchorsOfSameName } from "./dynamic-references.ts";
import type { Linked } from "./link.ts";
import { placeOf } from "./place.ts";

/** Keywords whose subschemas apply to the very same value, so that no data lies between. */
const inPlace = /^\/(allOf\/\d+|anyOf\/\d+|oneOf\/\d+|not|if|then|else|dependentSchemas\/[^/]+)$/;

/**
 * Finds references that lead back to themselves without any data in between (`A` is `B`, `B` is `A`):
 * they describe nothing, and a validator that follows them never ends. Recursion through a property or
 * an item is fine. A `$dynamicRef` is taken to lead to every anchor of its name.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-9.4.1
 */
export function checkCycles(assembled: Linked): readonly Diagnostic[] {
  const schemas = componentSchemas(assembled.document);
  const edges = new Map(
    Object.entries(schemas).map(([key, schema]) => [
      schemaPointer(key),
      inPlaceReferences(assembled, key, schema),
    ]),
  );
  // Responses, parameters and the like hold data nowhere: every reference among them is in place.
  walkNodes({ node: assembled.document, kind: "document", pointer: "" }, ({ node, kind, pointer }) => {
    const reference = kind === "schema" ? undefined : ownString(node, "$ref");
    if (reference !== undefined)
      edges.set(pointer, [{ target: reference.slice(1), pointer: appendPointer(pointer, "$ref") }]);
  });
  return backEdges(edges).map(({ target, pointer }) => {
    const message = `This refers back to ${JSON.stringify(`#${target}`)} without any data in between.`;
    const help = "Break the circle: a schema may contain itself only in a property or an item.";
    return error("reference-cycle", message, help, placeOf(assembled, pointer));
  });
}

/** Edges that lead back to a node on the way to them. Without recursion: chains can be as long as documents. */
function backEdges(edges: ReadonlyMap<string, readonly Edge[]>): readonly Edge[] {
  const state = new Map<string, "open" | "done">();
  const found: Edge[] = [];
  for (const start of edges.keys()) {
    const path = state.has(start) ? [] : [{ node: start, next: 0 }];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      state.set(step.node, "open");
      const edge = edges.get(step.node)?.[step.next];
      step.next += 1;
      if (edge === undefined) {
        state.set(step.node, "done");
        path.pop();
      } else if (state.get(edge.target) === "open") found.push(edge);
      else if (!state.has(edge.target)) path.push({ node: edge.target, next: 0 });
    }
  }
  return found;
}

interface Edge {
  readonly target: string;
  readonly pointer: string;
}

function inPlaceReferences({ dynamicAnchors }: Linked, key: string, schema: Json): readonly Edge[] {
  const collect = (node: DocumentNode): readonly Edge[] => {
    const reference = ownString(node.node, "$ref");
    const here =
      reference === undefined
        ? []
        : [{ target: reference.slice(1), pointer: appendPointer(node.pointer, "$ref") }];
    const dynamicKey = referencedKey(ownString(node.node, "$dynamicRef"));
    const dynamic = (dynamicKey === undefined ? [] : anchorsOfSameName(dynamicAnchors, dynamicKey)).map(
      (target) => ({ target: schemaPointer(target), pointer: appendPointer(node.pointer, "$dynamicRef") }),
    );
    const below = childNodes(node).filter(({ pointer }) => inPlace.test(pointer.slice(node.pointer.length)));
    return [...here, ...dynamic, ...below.flatMap(collect)];
  };
  return collect({ node: schema, kind: "schema", pointer: schemaPointer(key) });
}
