import { own } from "../../source/json.ts";
import { compareMediaTypes } from "./compare-media-types.ts";
import { compareTexts } from "./compare-texts.ts";
import { partUnder, type OperationPair, type Part } from "./part.ts";
import { report, type Scope } from "./scope.ts";

const what = "the request body";

/** Compares the request bodies of an operation. */
export function compareBodies(scope: Scope, pair: OperationPair): void {
  const { comparison, sent } = scope;
  const old = partUnder(comparison.old.document, "requestBody", pair.old, "requestBody");
  const next = partUnder(comparison.new.document, "requestBody", pair.new, "requestBody");
  if (old === undefined && next !== undefined) {
    const need = needOf(next);
    const message = `A request body that is ${need} was added.`;
    report(scope, sent, `request-body-added-${need}`, message, { new: next.at });
  }
  if (old !== undefined && next === undefined) {
    const need = needOf(old);
    const message = `The request body, which was ${need}, was removed.`;
    report(scope, sent, `request-body-removed-${need}`, message, { old: old.at });
  }
  if (old === undefined || next === undefined) return;

  const sites = { old: old.pointer, new: next.pointer };
  const need = needOf(next);
  if (needOf(old) !== need)
    report(scope, sent, `request-body-became-${need}`, `The request body became ${need}.`, sites);
  const [before, after] = [pair.old.read?.body?.form, pair.new.read?.body?.form];
  if (before !== undefined && after !== undefined && before !== after) {
    const message =
      after === "whole"
        ? "In a call, the request body stands under `body` now, and no longer beside the parameters."
        : "In a call, what is in the request body stands beside the parameters now, and no longer under `body`.";
    report(scope, sent, "request-body-form-changed", message, sites);
  }
  compareTexts(scope, { old, new: next }, { what, view: sent, isEmitted: true });
  compareMediaTypes(scope, { old, new: next }, { what, view: sent });
}

function needOf({ node }: Part): "required" | "optional" {
  return own(node, "required") === true ? "required" : "optional";
}
