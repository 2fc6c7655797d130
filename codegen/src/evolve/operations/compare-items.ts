import { own } from "../../source/json.ts";
import { compareSecurity } from "./compare-security.ts";
import { compareTexts } from "./compare-texts.ts";
import { itemOperations } from "./match-operations.ts";
import type { OperationPair, OperationPart, Part } from "./part.ts";
import { quoted } from "../quoted.ts";
import { report, type Scope } from "./scope.ts";

/** Compares two operations: given, since operations have callbacks, which have operations. */
export type CompareOperation = (scope: Scope, pair: OperationPair) => void;

/** What it is called when there is one more, or one less. */
export interface ItemKinds {
  readonly added: string;
  readonly removed: string;
}

/**
 * Compares the operations of two path items that the provider calls: those of a webhook, or of a callback. An
 * operation that is there or not counts as one of them that is.
 *
 * @param scope turned around
 * @param what such as "webhook `paid`"
 */
export function compareItems(
  scope: Scope,
  old: Part | undefined,
  next: Part | undefined,
  { what, kinds }: { readonly what: string; readonly kinds: ItemKinds },
  compareOperation: CompareOperation,
): void {
  const before = new Map(operationsIn(old).map((operation) => [operation.method, operation]));
  const after = new Map(operationsIn(next).map((operation) => [operation.method, operation]));
  const words = (method: string): string => `The ${what} with ${quoted(method.toUpperCase())}`;
  // Whether there is one is asked from where clients call: they rely on being called.
  const view = scope.got;
  if (old !== undefined && next !== undefined)
    compareTexts(scope, { old, new: next }, { what: `the ${what}`, view: scope.sent, isEmitted: true });
  for (const [method, operation] of after) {
    const known = before.get(method);
    if (known === undefined) {
      report(scope, view, kinds.added, `${words(method)} was added.`, { new: operation.at });
      continue;
    }
    compareOwnSecurity(scope, { old: known, new: operation });
    compareOperation(scope, { old: known, new: operation });
  }
  for (const [method, operation] of before) {
    if (after.has(method)) continue;
    report(scope, view, kinds.removed, `${words(method)} was removed.`, { old: operation.at });
  }
}

function operationsIn(item: Part | undefined): readonly OperationPart[] {
  return item === undefined ? [] : itemOperations(item, "");
}

/** How the provider proves who calls; what the API asks of its clients says nothing of that. */
function compareOwnSecurity(scope: Scope, { old, new: next }: OperationPair): void {
  const [before, after] = [own(old.node, "security"), own(next.node, "security")];
  if (before === undefined && after === undefined) return;
  compareSecurity(scope, {
    old: before,
    new: after,
    sites: { old: old.at, new: next.at },
    view: scope.sent,
    names: new Map(),
  });
}
