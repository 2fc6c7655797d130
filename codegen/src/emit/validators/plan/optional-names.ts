import { isObject, own, ownArray, ownObject, type Json } from "../../../source/json.ts";
import { mannerOf, sideOf, type CheckMode } from "./check-mode.ts";
import type { CheckScope } from "./check-scope.ts";
import type { Bindings } from "./dynamic-bindings.ts";
import { inPlace } from "./in-place-facts.ts";

/**
 * Properties that need not be there, whatever `required` says: in a request those that only the server
 * sets, in an answer those that only clients send. All schemas of the same value count.
 *
 * @see https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-20
 */
export function optionalNames(
  node: Json,
  mode: CheckMode,
  bindings: Bindings,
  scope: CheckScope,
): ReadonlySet<string> {
  const keyword = sideOf(mode) === "request" ? "readOnly" : "writeOnly";
  if (mannerOf(mode, scope.contract) === "exact" || !scope.uses(keyword)) return new Set();
  const names = [...schemasOfValue(node, bindings, scope, inPlace)].flatMap((schema) =>
    Object.entries(ownObject(schema.node, "properties"))
      .filter(([, property]) => isMarked(property, keyword, schema.bindings, scope))
      .map(([name]) => name),
  );
  return new Set(names);
}

/** Properties that a node or a schema of the same value requires. */
export function requiredNames(node: Json, bindings: Bindings, scope: CheckScope): ReadonlySet<string> {
  const schemas = [...schemasOfValue(node, bindings, scope, inPlace)];
  return new Set(schemas.flatMap((schema) => ownArray(schema.node, "required").map(String)));
}

/** Properties that a node or a schema of the same value requires, and none of them declares; sorted. */
export function undeclaredNames(node: Json, bindings: Bindings, scope: CheckScope): readonly string[] {
  const required = requiredNames(node, bindings, scope);
  if (required.size === 0) return [];
  const schemas = [...schemasOfValue(node, bindings, scope, inPlace)];
  const declared = new Set(schemas.flatMap((schema) => Object.keys(ownObject(schema.node, "properties"))));
  return [...required].filter((name) => !declared.has(name)).toSorted();
}

function conjuncts(node: Json): readonly Json[] {
  return ownArray(node, "allOf");
}

/** Whether a property carries an annotation: in its own schema, or in one that it is put together from. */
function isMarked(property: Json, keyword: string, bindings: Bindings, scope: CheckScope): boolean {
  return schemasOfValue(property, bindings, scope, conjuncts).some(({ node }) => own(node, keyword) === true);
}

interface BoundNode {
  readonly node: Json;
  readonly bindings: Bindings;
}

/** A node and those inside of it and behind references that apply to the same value. Without recursion: chains can be long. */
function* schemasOfValue(
  start: Json,
  startBindings: Bindings,
  { referenced, schemaOf }: CheckScope,
  inside: (node: Json) => readonly Json[],
): Generator<BoundNode> {
  const seen = new Set<string>();
  const pending: BoundNode[] = [{ node: start, bindings: startBindings }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, bindings } = next;
    if (!isObject(node)) continue;
    yield next;
    pending.push(...inside(node).map((below) => ({ node: below, bindings })));
    for (const target of referenced(node, bindings)) {
      if (seen.has(target.id)) continue;
      seen.add(target.id);
      pending.push({ node: schemaOf(target.key), bindings: target.bindings });
    }
  }
}
