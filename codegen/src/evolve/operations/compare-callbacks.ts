import { appendPointer } from "../../source/json-pointer.ts";
import { isObject, type JsonObject } from "../../source/json.ts";
import { compareItems, type CompareOperation, type ItemKinds } from "./compare-items.ts";
import { compareTexts } from "./compare-texts.ts";
import { partAt, partsIn, type OperationPair, type Part } from "./part.ts";
import { quoted } from "../quoted.ts";
import { report, turnedScope, type Scope } from "./scope.ts";

const kinds: ItemKinds = { added: "callback-added", removed: "callback-removed" };

/**
 * Compares the callbacks of an operation, by their names and then by the expressions for their URLs.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#callback-object
 */
export function compareCallbacks(
  scope: Scope,
  pair: OperationPair,
  compareOperation: CompareOperation,
): void {
  const { comparison } = scope;
  const before = partsIn(comparison.old.document, "callback", pair.old, "callbacks");
  const after = partsIn(comparison.new.document, "callback", pair.new, "callbacks");
  // Types have the schemas of callbacks, and nothing else of them.
  const turned = { ...turnedScope(scope), isTyped: false };
  for (const [name, next] of after) {
    const old = before.get(name);
    const what = `callback ${quoted(name)}`;
    if (old === undefined)
      report(turned, scope.sent, kinds.added, `The ${what} was added.`, { new: next.at });
    else compareCallback(turned, { old, new: next }, what, compareOperation);
  }
  for (const [name, old] of before) {
    if (after.has(name)) continue;
    const message = `The callback ${quoted(name)} was removed.`;
    report(turned, scope.sent, kinds.removed, message, { old: old.at });
  }
}

function compareCallback(
  scope: Scope,
  { old, new: next }: { readonly old: Part; readonly new: Part },
  what: string,
  compareOperation: CompareOperation,
): void {
  const visit = JSON.stringify([scope.sent.side, old.pointer, next.pointer]);
  if (scope.compared.has(visit)) return;
  scope.compared.add(visit);
  const context = { what: `the ${what}`, view: scope.sent, isEmitted: false };
  compareTexts(scope, { old, new: next }, context, []);
  const before = itemsOf(scope.comparison.old.document, old);
  const after = itemsOf(scope.comparison.new.document, next);
  const gone = [...before.keys()].filter((expression) => !after.has(expression));
  const fresh = [...after.keys()].filter((expression) => !before.has(expression));
  const [from, to] = [gone[0], fresh[0]];
  const isMoved = gone.length === 1 && fresh.length === 1;
  if (isMoved && from !== undefined && to !== undefined) {
    const message = `The ${what} went to ${quoted(from)} and goes to ${quoted(to)} now.`;
    const sites = { old: before.get(from)?.at, new: after.get(to)?.at };
    report(scope, scope.sent, "callback-moved", message, sites);
  }
  for (const [expression, item] of after) {
    const known = before.get(isMoved && expression === to ? (from ?? expression) : expression);
    compareItems(scope, known, item, { what: itemWords(what, expression), kinds }, compareOperation);
  }
  for (const [expression, item] of before) {
    if (after.has(expression) || (isMoved && expression === from)) continue;
    compareItems(scope, item, undefined, { what: itemWords(what, expression), kinds }, compareOperation);
  }
}

function itemWords(what: string, expression: string): string {
  return `${what} to ${quoted(expression)}`;
}

function itemsOf(document: JsonObject, { node, pointer }: Part): ReadonlyMap<string, Part> {
  const entries = isObject(node) ? Object.entries(node) : [];
  return new Map(
    entries
      .filter(([expression]) => !expression.startsWith("x-"))
      .map(([expression, item]) => [
        expression,
        partAt(document, "pathItem", item, appendPointer(pointer, expression)),
      ]),
  );
}
