import { own } from "../../source/json.ts";
import { compareField, reportField, type FieldContext, type FieldPart } from "./compare-field.ts";
import { fieldSites } from "./compare-texts.ts";
import { matchParameters, parametersOf } from "./match-parameters.ts";
import type { OperationPair, PartPair } from "./part.ts";
import { quoted } from "../quoted.ts";
import { report, type Scope } from "./scope.ts";

/** Compares the parameters of an operation, those that it has from its path item as well. */
export function compareParameters(scope: Scope, pair: OperationPair): void {
  const before = parametersOf(scope.comparison.old.document, pair.old);
  const after = parametersOf(scope.comparison.new.document, pair.new);
  for (const { old, new: next } of matchParameters(pair, before, after).matches) {
    if (next === undefined) {
      if (old !== undefined) reportField(scope, contextOf(scope, old), old, "removed");
    } else if (old === undefined) reportField(scope, contextOf(scope, next), next, "added");
    else compareParameter(scope, old, next);
  }
}

function contextOf({ sent }: Scope, { name, in: where }: FieldPart): FieldContext {
  return { kind: "parameter", what: `${where} parameter ${quoted(name)}`, view: sent };
}

function compareParameter(scope: Scope, old: FieldPart, next: FieldPart): void {
  const { sent } = scope;
  const pair = { old, new: next };
  const sites = { old: old.pointer, new: next.pointer };
  const context = contextOf(scope, next);
  if (old.in !== next.in) {
    const message = `The parameter ${quoted(next.name)} moved from ${quoted(old.in)} to ${quoted(next.in)}.`;
    report(scope, sent, "parameter-moved", message, sites);
  } else if (next.in === "path" && old.name !== next.name) {
    const message = `The path parameter ${quoted(old.name)} is called ${quoted(next.name)} now.`;
    report(scope, sent, "path-parameter-renamed", message, sites);
  } else if (next.in === "query") {
    compareFlag(scope, pair, context, {
      field: "allowReserved",
      kind: "reserved",
      words: "reserved characters",
    });
    compareFlag(scope, pair, context, { field: "allowEmptyValue", kind: "empty", words: "an empty value" });
  }
  compareField(scope, pair, context);
}

/** A field that only a query has, and that is false by default. */
function compareFlag(
  scope: Scope,
  pair: PartPair,
  { what, view }: FieldContext,
  { field, kind, words }: { readonly field: string; readonly kind: string; readonly words: string },
): void {
  const [was, is] = [own(pair.old.node, field) === true, own(pair.new.node, field) === true];
  if (was === is) return;
  const message = is ? `The ${what} may have ${words} now.` : `The ${what} may not have ${words} any more.`;
  report(scope, view, `parameter-${kind}-${is ? "allowed" : "refused"}`, message, fieldSites(pair, field));
}
