import { isObject, own, ownArray, ownString, type Json, type JsonObject } from "../../../source/json.ts";
import { literal } from "../../code.ts";
import {
  callCheck,
  callOf,
  complain,
  defineLocal,
  depth,
  or,
  ownSite,
  placeOfSite,
  type Site,
  type Unit,
} from "./check-function.ts";
import { listedValues } from "./compile-values.ts";
import { alternatives, declaredTypes, typesText, typeTest } from "./type-tests.ts";

/** JavaScript for the keywords that apply schemas to the value itself (core, section 10.2), and `$ref`. */
export function compileApplicators(node: JsonObject, site: Site, unit: Unit): readonly string[] {
  const reference = ownString(node, "$ref");
  const { anyOf, oneOf, not } = {
    anyOf: own(node, "anyOf"),
    oneOf: own(node, "oneOf"),
    not: own(node, "not"),
  };
  return [
    reference === undefined ? "true" : callCheck(unit, node, site, reference),
    ...ownArray(node, "allOf").map((branch) => unit.compile(branch, site)),
    anyOf === undefined ? "true" : union("anyOf", node, site, unit),
    oneOf === undefined ? "true" : union("oneOf", node, site, unit),
    conditional(node, site, unit),
    not === undefined ? "true" : negation(not, node, site, unit),
  ];
}

function union(keyword: "anyOf" | "oneOf", node: JsonObject, site: Site, unit: Unit): string {
  const branches = ownArray(node, keyword);
  const simple = site.evaluated === undefined ? simpleUnion(keyword, branches, node, site, unit) : undefined;
  if (simple !== undefined) return simple;
  const functions = branches.map((branch) => branchFunction(branch, site, unit));
  const list = unit.scope.constant("branches", `[${functions.join(", ")}]`);
  const place = placeOfSite(unit, node, site);
  const called = keyword === "anyOf" ? "anyOf" : "oneOf";
  return site.evaluated === undefined
    ? callOf(unit.scope.runtime("unions", called), [site.value, place, list, depth(unit)])
    : callOf(unit.scope.runtime("evaluation", `${called}Evaluated`), [
        site.value,
        place,
        list,
        depth(unit),
        site.evaluated,
      ]);
}

/** The function of a branch: the check that it refers to, or one of its own. */
function branchFunction(branch: Json, { evaluated }: Site, unit: Unit): string {
  const isTracked = evaluated !== undefined;
  const reference = ownString(branch, "$ref");
  if (reference !== undefined && Object.keys(isObject(branch) ? branch : {}).length === 1)
    return unit.checkName(reference, isTracked);
  const site: Site = isTracked ? { ...ownSite, evaluated: "e" } : ownSite;
  return defineLocal(unit, "branch", isTracked, `return ${unit.compile(branch, site)};`);
}

interface SimpleBranch {
  readonly test: string;
  readonly texts: readonly string[];
  readonly types: readonly string[];
}

/**
 * Branches that are types or values alone are one test with one message. Beside one branch that is more
 * than that, they are what else is allowed; in a `oneOf` only if they can not be valid together.
 */
function simpleUnion(
  keyword: "anyOf" | "oneOf",
  branches: readonly Json[],
  node: JsonObject,
  site: Site,
  unit: Unit,
): string | undefined {
  const read = branches.map((branch) => ({ branch, simple: simpleBranch(branch, site, unit) }));
  const simple = read.flatMap((entry) => (entry.simple === undefined ? [] : [entry.simple]));
  const others = read.filter((entry) => entry.simple === undefined).map(({ branch }) => branch);
  const [other] = others;
  if (simple.length === 0 || others.length > 1) return undefined;
  const types = [
    ...simple.flatMap((branch) => branch.types),
    ...(other === undefined ? [] : typesOf(other, unit)),
  ];
  if (keyword === "oneOf" && (types.includes("any") || new Set(types).size < types.length)) return undefined;
  const tests = simple.map(({ test }) => test);
  if (other !== undefined) return or([...tests, unit.compile(other, site)]);
  const expected = alternatives(simple.flatMap(({ texts }) => texts));
  return or([...tests, complain(unit, node, site, { kind: "failed", keyword, expected })]);
}

function simpleBranch(branch: Json, { value }: Site, unit: Unit): SimpleBranch | undefined {
  if (!isObject(branch)) return undefined;
  const keywords = Object.keys(branch).filter(
    (keyword) => keyword !== "description" && keyword !== "x-sdkmill-secret",
  );
  if (!keywords.every((keyword) => ["type", "const", "enum"].includes(keyword))) return undefined;
  const values = listedValues(branch);
  if (values !== undefined && !(Object.hasOwn(branch, "const") && Object.hasOwn(branch, "enum"))) {
    const site = { value };
    return {
      test: or(values.map((item) => `${site.value} === ${literal(item)}`)),
      texts: values.map((item) => JSON.stringify(item)),
      types: values.map((item) => (item === null ? "null" : typeof item)),
    };
  }
  const types = declaredTypes(branch);
  if (types === undefined || keywords.length > 1) return undefined;
  return {
    test: or(types.map((type) => typeTest(unit, type, value))),
    texts: types.map((type) => typesText([type])),
    types: types.map((type) => (type === "integer" ? "number" : type)),
  };
}

function typesOf(branch: Json, unit: Unit, seen: readonly string[] = []): readonly string[] {
  const types = declaredTypes(branch);
  if (types !== undefined) return types.map((type) => (type === "integer" ? "number" : type));
  const reference = ownString(branch, "$ref");
  return reference === undefined || seen.includes(reference)
    ? ["any"]
    : typesOf(unit.target(reference).node, unit, [...seen, reference]);
}

/** `if`, `then` and `else`. What a fulfilled `if` evaluated counts. */
function conditional(node: JsonObject, site: Site, unit: Unit): string {
  const condition = own(node, "if");
  if (condition === undefined) return "true";
  const [then, otherwise] = ["then", "else"].map((keyword) => unit.compile(own(node, keyword) ?? true, site));
  if (then === "true" && otherwise === "true" && site.evaluated === undefined) return "true";
  const test = branchFunction(condition, site, unit);
  const isMet =
    site.evaluated === undefined
      ? callOf(test, [site.value, undefined, depth(unit)])
      : callOf(unit.scope.runtime("evaluation", "isMet"), [site.value, test, depth(unit), site.evaluated]);
  return `(${isMet} ? ${then} : ${otherwise})`;
}

function negation(schema: Json, node: JsonObject, site: Site, unit: Unit): string {
  const test = branchFunction(schema, { value: site.value }, unit);
  const complaint = complain(unit, node, site, {
    kind: "refused",
    keyword: "not",
    message: "is just what it must not be",
  });
  return or([`!${callOf(test, [site.value, undefined, depth(unit)])}`, complaint]);
}
