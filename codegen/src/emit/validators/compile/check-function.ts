import { own, ownString, type Json } from "../../../source/json.ts";
import { literal } from "../../code.ts";
import type { ModuleScope } from "./module-scope.ts";
import type { PlannedCheck } from "../plan/plan-checks.ts";

/**
 * The parts of a generated check, a function `(v, c, d, e)` that says whether the value `v` is valid: `c`
 * is the place that issues are told to (none if nobody asks), `d` how deep a recursive check is in the
 * data, `e` the set of properties and items that were evaluated, where a schema around wants to know.
 */
export interface Unit {
  readonly scope: ModuleScope;
  readonly check: PlannedCheck;
  readonly target: (id: string) => PlannedCheck;
  /** The local name of the check with an id, made known to the module. */
  readonly checkName: (id: string, isTracked: boolean) => string;
  /** JavaScript that says whether the value at a site is valid. */
  readonly compile: (node: Json, site: Site) => string;
}

/** Where a schema is applied, as the function around sees it. */
export interface Site {
  /** JavaScript that gives the value: a variable, or a property of one. */
  readonly value: string;
  /** JavaScript that gives its key in `v`; undefined for `v` itself. */
  readonly key?: string | undefined;
  /** The set that evaluated properties and items go into, if any. */
  readonly evaluated?: "e" | "u" | undefined;
}

/** The site of the value that a function is called with. */
export const ownSite: Site = { value: "v" };

/** All of them, in JavaScript. */
export function and(terms: readonly string[]): string {
  const counting = terms.filter((term) => term !== "true");
  if (counting.length <= 1) return counting[0] ?? "true";
  return `(${counting.join(" && ")})`;
}

export function or(terms: readonly string[]): string {
  if (terms.includes("true")) return "true";
  return terms.length === 1 ? (terms[0] ?? "false") : `(${terms.join(" || ")})`;
}

/** A statement that ends the function unless a term holds; nothing for a term that always does. */
export function unless(term: string): string {
  return term === "true" ? "" : `if (${negation(term)}) return false;`;
}

/** Terms are calls, comparisons or in parentheses. */
export function negation(term: string): string {
  const isClosed = term.startsWith("(") || /^[\w.]+\(.*\)$/s.test(term);
  return isClosed ? `!${term}` : `!(${term})`;
}

/** A call with the arguments that it needs; missing ones at the end are left out. */
export function callOf(name: string, args: readonly (string | undefined)[]): string {
  const last = args.findLastIndex((argument) => argument !== undefined);
  return `${name}(${args
    .slice(0, last + 1)
    .map((argument) => argument ?? "undefined")
    .join(", ")})`;
}

/** What tells an issue, and what it takes to say it. */
export type Complaint =
  | { readonly kind: "notInt32" }
  | { readonly kind: "mistyped"; readonly expected: string }
  | { readonly kind: "failed"; readonly keyword: string; readonly expected: string }
  | { readonly kind: "refused"; readonly keyword: string; readonly message: string };

/**
 * JavaScript that tells an issue, and says whether the check goes on.
 *
 * @param key where it is, if not at the site
 */
export function complain(unit: Unit, node: Json, site: Site, complaint: Complaint, key = site.key): string {
  const { kind, ...texts } = complaint;
  const description = ownString(node, "description");
  const told = [
    ...(kind === "notInt32" ? [site.value] : []),
    ...Object.values(texts).map((text) => literal(text)),
  ];
  const issue = callOf(
    unit.scope.runtime("issues", kind),
    isSecret(node) ? [secretPlace(unit, key), ...told] : ["c", ...told, key],
  );
  if (description === undefined) return issue;
  return callOf(unit.scope.runtime("issues", "described"), ["c", issue, literal(description)]);
}

/** JavaScript of the place of a site. */
export function placeOfSite(unit: Unit, node: Json, { key }: Site): string {
  if (isSecret(node)) return secretPlace(unit, key);
  return key === undefined ? "c" : `c && ${callOf(unit.scope.runtime("issues", "at"), ["c", key])}`;
}

/** JavaScript of a place where no value is told, nor below. */
function secretPlace(unit: Unit, key: string | undefined): string {
  return `c && ${callOf(unit.scope.runtime("issues", "secret"), ["c", key])}`;
}

function isSecret(node: Json): boolean {
  return own(node, "x-sdkmill-secret") === true;
}

/** JavaScript that calls a function of this module on a site. */
export function callLocal(unit: Unit, node: Json, site: Site, name: string): string {
  return callOf(name, [site.value, placeOfSite(unit, node, site), depth(unit), site.evaluated]);
}

/** JavaScript that calls the check with an id on a site. */
export function callCheck(unit: Unit, node: Json, site: Site, id: string): string {
  const name = unit.checkName(id, site.evaluated !== undefined);
  const deeper = unit.target(id).isRecursive && unit.check.isRecursive ? "d + 1" : undefined;
  return callOf(name, [site.value, placeOfSite(unit, node, site), deeper, site.evaluated]);
}

/** The depth where there is one to hand on. */
export function depth(unit: Unit): string | undefined {
  return unit.check.isRecursive ? "d" : undefined;
}

/** Defines a function of this module that checks `v`, and gives its name. */
export function defineLocal(unit: Unit, prefix: string, isTracked: boolean, body: string): string {
  const isDeep = unit.check.isRecursive || isTracked;
  const parameters = ["v", "c", ...(isDeep ? ["d"] : []), ...(isTracked ? ["e"] : [])];
  return unit.scope.define(prefix, `(${parameters.join(", ")}) {\n${body}\n}`);
}

/** Deeper data is refused: no message may decide over the stack. */
const MAX_DEPTH = 256;

/** The exported function of a check. One that can reach itself counts how deep it is. */
export function exportedFunction(unit: Unit, name: string, isTracked: boolean, body: string): string {
  const { isRecursive } = unit.check;
  const parameters = [
    ...["v", "c"],
    ...(isRecursive ? ["d = 0"] : isTracked ? ["d"] : []),
    ...(isTracked ? ["e"] : []),
  ];
  const guard = isRecursive ? `${depthGuard(unit)}\n` : "";
  return `export function ${name}(${parameters.join(", ")}) {\n${guard}${body}\n}`;
}

function depthGuard(unit: Unit): string {
  const message = `is nested deeper than ${MAX_DEPTH} levels`;
  const complaint = complain(unit, true, ownSite, { kind: "refused", keyword: "depth", message });
  return `if (d > ${MAX_DEPTH}) return ${complaint};`;
}
