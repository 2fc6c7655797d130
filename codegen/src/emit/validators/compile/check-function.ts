import { own, ownString, type Json } from "../../../source/json.ts";
import { literal } from "../../code.ts";
import type { PlannedCheck } from "../plan/plan-checks.ts";
import { callOf } from "./javascript.ts";
import type { ModuleScope } from "./module-scope.ts";

/**
 * The two functions of a check. `is(v, d, e)` says whether the value `v` is valid and stops at the first
 * fault. `tell(c, d, e)` leaves issues for all that is wrong at the place `c`, and says whether more are
 * wanted. `d` is how deep a recursive check is in the data; `e` is the set of properties and items that
 * were evaluated, where a schema around wants to know.
 */
export type Answer = "is" | "tell";

/** What the parts of a function share while it is compiled. */
export interface Unit {
  readonly answer: Answer;
  readonly scope: ModuleScope;
  readonly check: PlannedCheck;
  readonly target: (id: string) => PlannedCheck;
  /** The local name of a function of the check with an id, made known to the module. */
  readonly checkName: (id: string, answer: Answer, isTracked: boolean) => string;
  /** JavaScript that says whether the value at a site is valid, or tells what is wrong with it. */
  readonly compile: (node: Json, site: Site) => string;
  /** The name of a function of the module for a schema that looks into objects or arrays; undefined for another. */
  readonly structural: (node: Json) => string | undefined;
  /** What the function beside it that only says whether shares; the unit itself if it is of that one. */
  readonly asking: Unit;
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

/** What tells an issue, and what it takes to say it. */
export type Complaint =
  | { readonly kind: "int32" }
  | { readonly kind: "mistyped"; readonly expected: string; readonly keyword?: string }
  | { readonly kind: "refused"; readonly keyword: string; readonly message: string };

/**
 * JavaScript for a value that is not valid: it tells an issue and says whether the check goes on, or is
 * false where nobody asks.
 *
 * @param key where it is, if not at the site
 */
export function complain(unit: Unit, node: Json, site: Site, complaint: Complaint, key = site.key): string {
  if (unit.answer === "is") return "false";
  const description = ownString(node, "description");
  const place = placeOfSite(unit, node, { ...site, key });
  const issue =
    complaint.kind === "int32"
      ? callOf(unit.scope.runtime("telling", "tellInt32"), [place])
      : callOf(unit.scope.runtime("issues", complaint.kind), [place, ...textsOf(complaint)]);
  if (description === undefined) return issue;
  return callOf(unit.scope.runtime("issues", "described"), ["c", issue, literal(description)]);
}

function textsOf(complaint: Exclude<Complaint, { kind: "int32" }>): readonly string[] {
  if (complaint.kind === "refused") return [literal(complaint.keyword), literal(complaint.message)];
  const { expected, keyword } = complaint;
  return [literal(expected), ...(keyword === undefined ? [] : [literal(keyword)])];
}

/** JavaScript of the place of a site; nothing where nobody asks. */
export function placeOfSite(unit: Unit, node: Json, { key }: Site): string | undefined {
  if (unit.answer === "is") return undefined;
  const place = key === undefined ? "c" : callOf(unit.scope.runtime("issues", "at"), ["c", key]);
  return isSecret(node) ? callOf(unit.scope.runtime("issues", "secret"), [place]) : place;
}

function isSecret(node: Json): boolean {
  return own(node, "x-sdkmill-secret") === true;
}

/** JavaScript that calls a function of this module on a site. */
export function callLocal(unit: Unit, node: Json, site: Site, name: string): string {
  return callOf(name, argumentsOf(unit, node, site, depth(unit)));
}

/** JavaScript that calls the check with an id on a site. */
export function callCheck(unit: Unit, node: Json, site: Site, id: string): string {
  const name = unit.checkName(id, unit.answer, site.evaluated !== undefined);
  const deeper = unit.target(id).isRecursive && unit.check.isRecursive ? "d + 1" : undefined;
  return callOf(name, argumentsOf(unit, node, site, deeper));
}

function argumentsOf(
  unit: Unit,
  node: Json,
  site: Site,
  deep: string | undefined,
): readonly (string | undefined)[] {
  const first = unit.answer === "is" ? site.value : placeOfSite(unit, node, site);
  return [first, deep, site.evaluated];
}

/** The depth where there is one to hand on. */
export function depth(unit: Unit): string | undefined {
  return unit.check.isRecursive ? "d" : undefined;
}

/** Defines a function of this module that checks `v`, and gives its name. */
export function defineLocal(unit: Unit, isTracked: boolean, body: string): string {
  const parameters = [
    parameter(unit),
    ...(unit.check.isRecursive || isTracked ? ["d"] : []),
    ...(isTracked ? ["e"] : []),
  ];
  return unit.scope.define(unit.answer, `(${parameters.join(", ")}) {\n${body}\n}`);
}

function parameter({ answer }: Unit): string {
  return answer === "is" ? "v" : "c";
}

/** Deeper data is refused: no message may decide over the stack. */
const MAX_DEPTH = 256;

/** An exported function of a check. One that can reach itself counts how deep it is. */
export function exportedFunction(unit: Unit, name: string, isTracked: boolean, body: string): string {
  const { isRecursive } = unit.check;
  const parameters = [
    parameter(unit),
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
