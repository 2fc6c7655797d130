import { dottedName } from "../../contract/operation-names.ts";
import { appendPointer } from "../../source/json-pointer.ts";
import { ownString } from "../../source/json.ts";
import type { OperationPair, OperationPart } from "./part.ts";
import { quoted } from "../quoted.ts";
import { report, type Scope } from "./scope.ts";

/** Compares what an operation is called: in the client, and in `operations` of the types package. */
export function compareNames(scope: Scope, pair: OperationPair): void {
  comparePublicNames(scope, pair);
  const { old, new: next } = pair;
  const [before, after] = [ownString(old.node, "operationId"), ownString(next.node, "operationId")];
  if (before === after) return;
  const site = ({ pointer }: OperationPart): string => appendPointer(pointer, "operationId");
  if (before === undefined) {
    const message = `The operationId ${quoted(after ?? "")} was added.`;
    report(scope, scope.sent, "operation-id-added", message, { new: site(next) });
  } else if (after === undefined) {
    const message = `The operationId ${quoted(before)} was removed.`;
    report(scope, scope.sent, "operation-id-removed", message, { old: site(old) });
  } else {
    const message = `The operationId was ${quoted(before)} and is ${quoted(after)} now.`;
    report(scope, scope.sent, "operation-id-changed", message, { old: site(old), new: site(next) });
  }
}

/** Public names, aliases among them: which are new, which are gone, and which is the one that counts. */
function comparePublicNames(scope: Scope, { old, new: next }: OperationPair): void {
  if (old.read === undefined || next.read === undefined) return;
  const sites = { old: old.at, new: next.at };
  const [from, to] = [dottedName(old.read.name), dottedName(next.read.name)];
  const [before, after] = [new Set([from, ...old.read.aliases]), new Set([to, ...next.read.aliases])];
  const [isKept, isKnown] = [after.has(from), before.has(to)];
  if (from !== to) {
    const words = `The name was ${quoted(from)} and is ${quoted(to)} now`;
    if (isKept && isKnown)
      report(scope, scope.sent, "operation-alias-preferred", `${words}; both were known.`, sites);
    else if (isKept)
      report(
        scope,
        scope.sent,
        "operation-renamed-with-alias",
        `${words}; the former one is an alias.`,
        sites,
      );
    else if (isKnown)
      report(
        scope,
        scope.sent,
        "operation-alias-restored",
        `${words}, as its alias was; the former one is gone.`,
        sites,
      );
    else report(scope, scope.sent, "operation-renamed", `${words}.`, sites);
  }
  for (const name of after) {
    if (before.has(name) || name === to) continue;
    report(scope, scope.sent, "operation-alias-added", `The alias ${quoted(name)} was added.`, sites);
  }
  for (const name of before) {
    if (after.has(name) || name === from) continue;
    report(scope, scope.sent, "operation-alias-removed", `The alias ${quoted(name)} was removed.`, sites);
  }
}
