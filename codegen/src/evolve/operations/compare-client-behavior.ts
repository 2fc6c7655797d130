import { isDeepStrictEqual } from "node:util";
import { appendPointer } from "../../source/json-pointer.ts";
import type { OperationPair } from "./part.ts";
import { quoted } from "../quoted.ts";
import { report, type Scope } from "./scope.ts";

/** Whether the client may send a request again. */
export function compareRetry(scope: Scope, { old, new: next }: OperationPair): void {
  const [before, after] = [old.read?.retry, next.read?.retry];
  if (before === undefined || after === undefined || before === after) return;
  const message = `Whether a request is sent again: it was ${quoted(before)} and is ${quoted(after)} now.`;
  report(scope, scope.sent, "retry-class-changed", message, { old: old.at, new: next.at });
}

/** Whether the client goes from page to page, and how. */
export function comparePagination(scope: Scope, { old, new: next }: OperationPair): void {
  if (old.read === undefined || next.read === undefined) return;
  const [before, after] = [old.read.pagination, next.read.pagination];
  if (isDeepStrictEqual(before, after)) return;
  const site = (operation: string): string => appendPointer(operation, "x-sdkmill-pagination");
  if (before === undefined) {
    const message = "The client goes from page to page now.";
    report(scope, scope.sent, "pagination-added", message, { new: site(next.pointer) });
  } else if (after === undefined) {
    const message = "The client no longer goes from page to page.";
    report(scope, scope.sent, "pagination-removed", message, { old: site(old.pointer) });
  } else {
    const message = "The client goes from page to page in another way.";
    const sites = { old: site(old.pointer), new: site(next.pointer) };
    report(scope, scope.sent, "pagination-changed", message, sites);
  }
}
