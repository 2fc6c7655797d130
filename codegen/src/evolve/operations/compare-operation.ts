import { own, ownArray } from "../../source/json.ts";
import { compareBodies } from "./compare-bodies.ts";
import { compareCallbacks } from "./compare-callbacks.ts";
import { compareNames } from "./compare-names.ts";
import { comparePagination, compareRetry } from "./compare-client-behavior.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareResponses } from "./compare-responses.ts";
import { compareTexts, fieldSites } from "./compare-texts.ts";
import type { OperationPair } from "./part.ts";
import { report, type Scope } from "./scope.ts";

/** Compares two operations that stand for each other: all but where they are, their servers and their security. */
export function compareOperation(scope: Scope, pair: OperationPair): void {
  const { sent } = scope;
  compareNames(scope, pair);
  const [was, is] = [pair.old, pair.new].map(({ node }) => own(node, "deprecated") === true);
  if (was !== is) {
    const message =
      is === true ? "The operation is deprecated now." : "The operation is no longer deprecated.";
    const kind = is === true ? "operation-deprecated" : "operation-reactivated";
    report(scope, sent, kind, message, fieldSites(pair, "deprecated"));
  }
  const [before, after] = [ownArray(pair.old.node, "tags"), ownArray(pair.new.node, "tags")];
  const isSameSet = before.every((tag) => after.includes(tag)) && after.every((tag) => before.includes(tag));
  if (!isSameSet)
    report(scope, sent, "operation-tags-changed", "The tags were changed.", fieldSites(pair, "tags"));
  compareTexts(scope, pair, { what: "the operation", view: sent, isEmitted: true });
  compareRetry(scope, pair);
  comparePagination(scope, pair);
  compareParameters(scope, pair);
  compareBodies(scope, pair);
  compareResponses(scope, pair);
  compareCallbacks(scope, pair, compareOperation);
}
