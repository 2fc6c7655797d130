import { own, ownArray, ownString, type Json, type JsonObject } from "../../../source/json.ts";
import { bareReference } from "./bare-reference.ts";
import {
  callCheck,
  complain,
  defineLocal,
  depth,
  ownSite,
  placeOfSite,
  type Site,
  type Unit,
} from "./check-function.ts";
import { callOf, not, or } from "./javascript.ts";
import { simpleUnion } from "./simple-union.ts";
import { tellFunction } from "./tell-function.ts";

/** JavaScript for the keywords that apply schemas to the value itself (core, section 10.2), and `$ref`. */
export function compileApplicators(node: JsonObject, site: Site, unit: Unit): readonly string[] {
  const reference = ownString(node, "$ref");
  const refused = own(node, "not");
  return [
    reference === undefined ? "true" : callCheck(unit, node, site, reference),
    ...ownArray(node, "allOf").map((branch) => unit.compile(branch, site)),
    Object.hasOwn(node, "anyOf") ? union("anyOf", node, site, unit) : "true",
    Object.hasOwn(node, "oneOf") ? union("oneOf", node, site, unit) : "true",
    conditional(node, site, unit),
    refused === undefined ? "true" : negation(refused, node, site, unit),
  ];
}

function union(keyword: "anyOf" | "oneOf", node: JsonObject, site: Site, unit: Unit): string {
  const branches = ownArray(node, keyword);
  const simple = site.evaluated === undefined ? simpleUnion(keyword, branches, node, site, unit) : undefined;
  if (simple !== undefined) return simple;
  const isPlain = keyword === "anyOf" && site.evaluated === undefined;
  const isMet = isPlain
    ? or(branches.map((branch) => unit.asking.compile(branch, { value: site.value })))
    : validBranches(branches, site, unit);
  if (unit.answer === "is") return isPlain ? isMet : `${isMet} ${keyword === "anyOf" ? "> 0" : "=== 1"}`;
  const list = unit.scope.constant(
    "branches",
    `[${branches.map((branch) => tellFunction(branch, unit)).join(", ")}]`,
  );
  const told = [placeOfSite(unit, node, site), list, depth(unit)];
  if (keyword === "oneOf") return callOf(unit.scope.runtime("unions", "oneOf"), [isMet, ...told]);
  return or([isPlain ? isMet : `${isMet} > 0`, callOf(unit.scope.runtime("unions", "noneOf"), told)]);
}

/** JavaScript that counts the branches that a value is valid by. What these evaluated counts. */
function validBranches(branches: readonly Json[], site: Site, unit: Unit): string {
  if (site.evaluated === undefined)
    return `(${branches.map((branch) => `(${unit.asking.compile(branch, { value: site.value })})`).join(" + ")} + 0)`;
  const list = unit.scope.constant(
    "branches",
    `[${branches.map((branch) => trackedFunction(branch, unit)).join(", ")}]`,
  );
  return callOf(unit.scope.runtime("evaluation", "countMet"), [
    site.value,
    list,
    depth(unit),
    site.evaluated,
  ]);
}

/** The function that says whether a value is valid by a branch, and what it evaluated: the one that it refers to, or one of its own. */
function trackedFunction(branch: Json, unit: Unit): string {
  const reference = bareReference(branch);
  if (reference !== undefined) return unit.checkName(reference, "is", true);
  const term = unit.asking.compile(branch, { ...ownSite, evaluated: "e" });
  return defineLocal(unit.asking, true, `return ${term};`);
}

/** `if`, `then` and `else`. What a fulfilled `if` evaluated counts. */
function conditional(node: JsonObject, site: Site, unit: Unit): string {
  const condition = own(node, "if");
  if (condition === undefined) return "true";
  const [then, otherwise] = ["then", "else"].map((keyword) => unit.compile(own(node, keyword) ?? true, site));
  if (then === "true" && otherwise === "true" && site.evaluated === undefined) return "true";
  const isMet =
    site.evaluated === undefined
      ? unit.asking.compile(condition, { value: site.value })
      : callOf(unit.scope.runtime("evaluation", "isMet"), [
          site.value,
          trackedFunction(condition, unit),
          depth(unit),
          site.evaluated,
        ]);
  return `(${isMet} ? ${then} : ${otherwise})`;
}

function negation(schema: Json, node: JsonObject, site: Site, unit: Unit): string {
  const isMet = unit.asking.compile(schema, { value: site.value });
  const message = "is just what it must not be";
  return or([not(isMet), complain(unit, node, site, { kind: "refused", keyword: "not", message })]);
}
