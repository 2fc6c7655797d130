import { isObject, type Json, type JsonObject } from "../../src/source/json.ts";
import { mapNodesUp, walkNodes } from "../../src/source/openapi-shape.ts";

type Schemas = Readonly<Record<string, Json>>;

/**
 * Component schemas with a change at one of their places: a keyword less, keywords more, or another schema.
 *
 * @param choice says which place and what kind of change
 */
export function mutatedSchemas(schemas: Schemas, other: Json, choice: number): Schemas {
  const root = { node: { components: { schemas } }, kind: "document", pointer: "" } as const;
  const places: string[] = [];
  walkNodes(root, ({ kind, pointer }) => {
    if (kind === "schema") places.push(pointer);
  });
  const chosen = places[choice % places.length];
  const mutated = mapNodesUp(root, ({ node, kind, pointer }) =>
    kind === "schema" && pointer === chosen ? mutation(node, other, choice) : node,
  ) as { readonly components: { readonly schemas: JsonObject } };
  return mutated.components.schemas;
}

function mutation(node: Json, other: Json, choice: number): Json {
  if (!isObject(node) || choice % 3 === 2) return other;
  if (choice % 3 === 1) return isObject(other) ? { ...node, ...other } : other;
  const keywords = Object.keys(node);
  const gone = keywords[choice % keywords.length];
  return Object.fromEntries(Object.entries(node).filter(([keyword]) => keyword !== gone));
}
