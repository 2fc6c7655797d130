import { compareItems, type CompareOperation, type ItemKinds } from "./compare-items.ts";
import { partsIn, type Part } from "./part.ts";
import { quoted } from "../quoted.ts";
import { turnedScope, type Scope } from "./scope.ts";

const kinds: ItemKinds = { added: "webhook-added", removed: "webhook-removed" };

/** Compares the webhooks of two revisions, by their names. */
export function compareWebhooks(scope: Scope, compareOperation: CompareOperation): void {
  const { old, new: next } = scope.comparison;
  const before = partsIn(old.document, "pathItem", rootOf(old.document), "webhooks");
  const after = partsIn(next.document, "pathItem", rootOf(next.document), "webhooks");
  const names = [...after.keys(), ...[...before.keys()].filter((name) => !after.has(name))];
  for (const name of names) {
    const turned = { ...turnedScope(scope), subject: name };
    const context = { what: `webhook ${quoted(name)}`, kinds };
    compareItems(turned, before.get(name), after.get(name), context, compareOperation);
  }
}

/** A document as a part of itself. */
function rootOf(node: Part["node"]): Part {
  return { node, pointer: "", at: "" };
}
