import { operationIdentity } from "../../contract/operation-names.ts";
import { own, ownObject, type Json, type JsonObject } from "../../source/json.ts";
import { compareApi } from "./compare-api.ts";
import { compareOperation } from "./compare-operation.ts";
import { compareOptions } from "./compare-options.ts";
import { compareSecurity } from "./compare-security.ts";
import { compareSecuritySchemes, securitySchemes } from "./compare-security-schemes.ts";
import { compareServers } from "./compare-servers.ts";
import { compareTexts } from "./compare-texts.ts";
import { compareWebhooks } from "./compare-webhooks.ts";
import type { Comparison } from "../comparison.ts";
import { matchOperations, operationSubject, type OperationMatch } from "./match-operations.ts";
import { pathShape } from "./match-parameters.ts";
import type { OperationPair, OperationPart, Part } from "./part.ts";
import { quoted } from "../quoted.ts";
import { apiScope, report, type Scope } from "./scope.ts";
import { renamedSchemes } from "./security-alternatives.ts";

/**
 * Reports everything outside of schemas that differs between two revisions, and has every schema compared
 * that both of them have: first what counts for the whole API, then operations in the order of the new
 * revision, those that it does not have any more, and webhooks.
 */
export function compareOperations(comparison: Comparison): void {
  const { old, new: next } = comparison;
  const scope = apiScope(comparison);
  const names = renamedSchemes(securitySchemes(old.document), securitySchemes(next.document));
  compareApi(scope);
  compareOptions(scope);
  compareServers(scope, { old: rootPart(old.document), new: rootPart(next.document) });
  compareSecuritySchemes(scope, names);
  const matches = matchOperations(old, next);
  compareGeneralSecurity(scope, matches, names);
  comparePaths(scope, matches);
  for (const match of matches) compareMatch(scope, match, names);
  compareWebhooks(scope, compareOperation);
}

function rootPart(document: JsonObject): Part {
  return { node: document, pointer: "", at: "" };
}

function compareMatch(scope: Scope, match: OperationMatch, names: ReadonlyMap<string, string>): void {
  const { old, new: next } = match;
  if (old === undefined || next === undefined) {
    const operation = next ?? old;
    if (operation !== undefined) reportOperation(scope, operation, next === undefined ? "removed" : "added");
    return;
  }
  const pair: OperationPair = { old, new: next };
  const here = { ...scope, subject: operationSubject(next) };
  if (old.method !== next.method || pathShape(old.path) !== pathShape(next.path)) {
    const message = `The operation moved from ${quoted(identityOf(old))} to ${quoted(identityOf(next))}.`;
    report(here, scope.sent, "operation-moved", message, { old: old.at, new: next.at });
  }
  compareOwnServers(here, pair);
  if (hasOwn(old, "security") || hasOwn(next, "security")) {
    compareSecurity(here, {
      old: securityOf(scope.comparison.old.document, old),
      new: securityOf(scope.comparison.new.document, next),
      sites: { old: old.at, new: next.at },
      view: scope.sent,
      names,
    });
  }
  compareOperation(here, pair);
}

function reportOperation(scope: Scope, operation: OperationPart, action: "added" | "removed"): void {
  const subject = operationSubject(operation);
  const isDeprecated = own(operation.node, "deprecated") === true;
  const kind = `operation-${action}${isDeprecated ? "-deprecated" : ""}`;
  const words = isDeprecated ? "deprecated operation" : "operation";
  const message = `The ${words} ${quoted(identityOf(operation))} was ${action}.`;
  const sites = action === "added" ? { new: operation.at } : { old: operation.at };
  report({ ...scope, subject }, scope.sent, kind, message, sites);
}

function identityOf({ method, path }: OperationPart): string {
  return operationIdentity({ httpMethod: method, path });
}

function hasOwn({ node }: OperationPart, field: string): boolean {
  return own(node, field) !== undefined;
}

/** The security of an operation is its own, or else that of the document. */
function securityOf(document: JsonObject, { node }: OperationPart): Json | undefined {
  return own(node, "security") ?? own(document, "security");
}

/** What is asked for where an operation does not say otherwise, told once; nothing if all of them do. */
function compareGeneralSecurity(
  scope: Scope,
  matches: readonly OperationMatch[],
  names: ReadonlyMap<string, string>,
): void {
  const isUsed = matches.some(
    ({ old, new: next }) =>
      old !== undefined && next !== undefined && !hasOwn(old, "security") && !hasOwn(next, "security"),
  );
  if (!isUsed) return;
  const { old, new: next } = scope.comparison;
  const [before, after] = [own(old.document, "security"), own(next.document, "security")];
  const site = (security: Json | undefined): string | undefined =>
    security === undefined ? undefined : "/security";
  compareSecurity(scope, {
    old: before,
    new: after,
    sites: { old: site(before), new: site(after) },
    view: scope.sent,
    names,
  });
}

/** The servers of an operation are its own, or else those of its path, or of the document. */
function compareOwnServers(scope: Scope, { old, new: next }: OperationPair): void {
  const owner = (operation: OperationPart): Part | undefined =>
    [operation, operation.item].find(({ node }) => own(node, "servers") !== undefined);
  const [before, after] = [owner(old), owner(next)];
  if (before === undefined && after === undefined) return;
  compareServers(scope, {
    old: before ?? rootPart(scope.comparison.old.document),
    new: after ?? rootPart(scope.comparison.new.document),
  });
}

/** Texts and extensions of path items, which belong to all of their operations. */
function comparePaths(scope: Scope, matches: readonly OperationMatch[]): void {
  const seen = new Set<string>();
  const view = scope.sent;
  for (const { old, new: next } of matches) {
    if (old === undefined || next === undefined || seen.has(next.item.at)) continue;
    if (pathShape(old.path) !== pathShape(next.path)) continue;
    seen.add(next.item.at);
    const context = { what: `the path ${quoted(next.path)}`, view, isEmitted: true };
    compareTexts(scope, { old: old.item, new: next.item }, context);
  }
  const paths = (document: JsonObject): Part => ({
    node: ownObject(document, "paths"),
    pointer: "/paths",
    at: "/paths",
  });
  const { old, new: next } = scope.comparison;
  const pair = { old: paths(old.document), new: paths(next.document) };
  compareTexts(scope, pair, { what: "the paths", view, isEmitted: false }, []);
}
