import { compareText, isArray, isObject, ownArray, type Json, type JsonObject } from "../../source/json.ts";
import { mapNodesUp, walkNodes, type DocumentNode, type NodeKind } from "../../source/openapi-shape.ts";
import { partsIn, partUnder, type OperationPart } from "./part.ts";

/** Of an operation, what says what it does; the rest are texts, and what does not depend on it. */
const telling: ReadonlySet<string> = new Set(["parameters", "requestBody", "responses"]);

const texts: ReadonlySet<string> = new Set([
  ...["title", "summary", "description", "example", "examples", "externalDocs", "deprecated", "links"],
]);

/**
 * The structure of an operation as a text that is the same for the same structure, whatever its path, its
 * texts and the order of keys. Undefined for one that says too little to be known by it: without a schema of
 * what is sent in a body or answered with success, as many are alike.
 */
export function operationStructure(document: JsonObject, operation: OperationPart): string | undefined {
  if (!hasSubstance(document, operation)) return undefined;
  const said = isObject(operation.node) ? Object.entries(operation.node) : [];
  const own = Object.fromEntries(said.filter(([key]) => telling.has(key)));
  const inherited = { parameters: ownArray(operation.item.node, "parameters") };
  return sortedText([withoutTexts(own, "operation"), withoutTexts(inherited, "pathItem")]);
}

function withoutTexts(node: Json, kind: NodeKind): Json {
  return mapNodesUp({ node, kind, pointer: "" }, ({ node: below }) => {
    if (!isObject(below)) return below;
    const kept = Object.entries(below).filter(([key]) => !texts.has(key) && !key.startsWith("x-"));
    return Object.fromEntries(kept);
  });
}

function hasSubstance(document: JsonObject, operation: OperationPart): boolean {
  const answers = [...partsIn(document, "response", operation, "responses")]
    .filter(([status]) => status.startsWith("2"))
    .map(([, { node }]): DocumentNode => ({ node, kind: "response", pointer: "" }));
  const body = partUnder(document, "requestBody", operation, "requestBody");
  const sent: readonly DocumentNode[] =
    body === undefined ? [] : [{ node: body.node, kind: "requestBody", pointer: "" }];
  let isFound = false;
  for (const start of [...answers, ...sent])
    walkNodes(start, ({ kind }) => void (isFound ||= kind === "schema"));
  return isFound;
}

/** JSON with the keys of objects in order. */
function sortedText(value: Json): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: Json): Json {
  if (isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => compareText(a, b));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
