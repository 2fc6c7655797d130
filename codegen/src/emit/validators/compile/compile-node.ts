import { isObject, own, type Json, type JsonObject } from "../../../source/json.ts";
import { callLocal, complain, defineLocal, ownSite, type Site, type Unit } from "./check-function.ts";
import { compileApplicators } from "./compile-applicators.ts";
import { compileArray } from "./compile-array.ts";
import { compileObject } from "./compile-object.ts";
import { compileNumber, compileString, int32Test } from "./compile-scalars.ts";
import { compileUnevaluated } from "./compile-unevaluated.ts";
import { compileValues, listedValues } from "./compile-values.ts";
import { and, blockOf, bodyOf, choose, condition, not, or, statement, type Step } from "./javascript.ts";
import { keepsEvaluated } from "./keeps-evaluated.ts";
import { toldTerm } from "./told-term.ts";
import { declaredTypes, typesText, typeTest, type TypeName } from "./type-tests.ts";

/** Keywords that look into an object or an array: a function of its own, with loops and counters, checks them. */
const structuralKeywords = [
  ...["properties", "patternProperties", "required", "dependentRequired", "dependentSchemas"],
  ...["propertyNames", "minProperties", "maxProperties", "unevaluatedProperties"],
  ...["prefixItems", "items", "contains", "minItems", "maxItems", "uniqueItems", "unevaluatedItems"],
];

/**
 * JavaScript that says whether the value at a site is valid by a schema, or tells the issues.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core
 * @see https://json-schema.org/draft/2020-12/json-schema-validation
 */
export function compileNode(node: Json, site: Site, unit: Unit): string {
  if (node === false)
    return complain(unit, node, site, {
      kind: "refused",
      keyword: "false schema",
      message: "must not be there",
    });
  if (!isObject(node)) return "true";
  if (!isStructural(node, site.evaluated !== undefined))
    return and([typeTerm(node, site, unit), ...placeTerms(node, site, unit)]);
  return callLocal(unit, node, site, structuralFunction(node, unit, site.evaluated !== undefined));
}

/** The name of a function of this module for a schema that looks into objects or arrays. */
export function structuralFunction(node: JsonObject, unit: Unit, isTracked: boolean): string {
  const askingFunction = (): string => defineLocal(unit.asking, false, compileBody(node, unit.asking, false));
  const told = isTracked || unit.answer === "is" ? undefined : toldTerm(node, askingFunction, unit);
  const body = told === undefined ? compileBody(node, unit, isTracked) : `return ${told};`;
  return defineLocal(unit, isTracked, body);
}

/** Whether a schema looks into objects or arrays by itself. */
export function isStructural(node: JsonObject, isTracked: boolean): boolean {
  const additional = own(node, "additionalProperties");
  // One that allows everything only matters to those who ask what was evaluated.
  const isTelling = additional !== undefined && (additional !== true || isTracked);
  return isTelling || structuralKeywords.some((keyword) => Object.hasOwn(node, keyword));
}

/** The body of a function that checks `v` by a schema. */
export function compileBody(node: Json, unit: Unit, isTracked: boolean): string {
  if (!isObject(node)) return bodyOf([condition(compileNode(node, ownSite, unit))]);
  const around: Site = isTracked ? { ...ownSite, evaluated: "e" } : ownSite;
  const isKeeping = keepsEvaluated(node);
  const site: Site = isKeeping ? { ...ownSite, evaluated: "u" } : around;
  return bodyOf([
    ...(unit.answer === "tell" ? [statement("const v = c.value;")] : []),
    ...(isKeeping ? [statement("const u = new Set();")] : []),
    ...typedSteps(node, site, unit),
    ...placeTerms(node, site, unit).map(condition),
    ...(isKeeping ? compileUnevaluated(node, unit) : []),
    ...(isKeeping && isTracked ? [statement("for (const key of u) e.add(key);")] : []),
  ]);
}

/** `type` and the keywords of each type, for a value without parts to look into. */
function typeTerm(node: JsonObject, site: Site, unit: Unit): string {
  if (listedValues(node) !== undefined) return "true";
  const types = declaredTypes(node);
  const { value } = site;
  const int32 = int32Test(node, types, site, unit);
  if (int32 !== undefined) return int32;
  const groups = scalarGroups(node, types, site, unit).filter(({ term }) => term !== "true");
  if (types === undefined)
    return and(groups.map(({ type, term }) => or([`typeof ${value} != "${type}"`, term])));
  const plain = types.filter((type) => groups.every((group) => group.type !== type));
  const complaint = complain(unit, node, site, { kind: "mistyped", expected: typesText(types) });
  const rest = or([...plain.map((type) => typeTest(unit, type, value)), complaint]);
  return groups.reduceRight(
    (otherwise, { type, term }) => choose(typeTest(unit, type, value), term, otherwise),
    rest,
  );
}

interface ScalarGroup {
  readonly type: TypeName;
  readonly term: string;
}

/** What the keywords of strings and of numbers say, where the declared types leave them something to say. */
function scalarGroups(
  node: JsonObject,
  types: readonly TypeName[] | undefined,
  site: Site,
  unit: Unit,
): readonly ScalarGroup[] {
  const number = types?.includes("integer") ? "integer" : "number";
  return [
    ...(types?.includes("string") === false
      ? []
      : [{ type: "string", term: compileString(node, site, unit) } as const]),
    ...(types?.includes(number) === false
      ? []
      : [{ type: number, term: compileNumber(node, site, unit) } as const]),
  ];
}

/** The same for a value with parts to look into, as steps about `v`. */
function typedSteps(node: JsonObject, site: Site, unit: Unit): readonly Step[] {
  const types = listedValues(node) === undefined ? declaredTypes(node) : undefined;
  const allows = (type: TypeName): boolean => types?.includes(type) !== false;
  const groups = [
    { type: "object", steps: allows("object") ? compileObject(node, site, unit) : [] } as const,
    { type: "array", steps: allows("array") ? compileArray(node, site, unit) : [] } as const,
    ...scalarGroups(node, types, site, unit).map(({ type, term }) => ({ type, steps: [condition(term)] })),
  ].filter(({ steps }) => blockOf(steps) !== "");
  if (types === undefined)
    return groups.map(({ type, steps }) =>
      statement(`if (${looseTest(type, unit)}) {\n${blockOf(steps)}\n}`),
    );

  const complaint = complain(unit, node, ownSite, { kind: "mistyped", expected: typesText(types) });
  const [first] = groups;
  if (first !== undefined && types.length === 1) {
    if (complaint !== "false")
      return [statement(`if (${not(typeTest(unit, first.type, "v"))}) return ${complaint};`), ...first.steps];
    // `compileObject` asks itself whether it is an array.
    return first.type === "object"
      ? [condition('typeof v == "object"'), condition("v !== null"), ...first.steps]
      : [condition(typeTest(unit, first.type, "v")), ...first.steps];
  }
  const plain = types.filter((type) => groups.every((group) => group.type !== type));
  const rest = blockOf([condition(or([...plain.map((type) => typeTest(unit, type, "v")), complaint]))]);
  const branches = groups.map(
    ({ type, steps }) => `if (${typeTest(unit, type, "v")}) {\n${blockOf(steps)}\n}`,
  );
  return [statement([...branches, ...(rest === "" ? [] : [rest])].join(" else "))];
}

function looseTest(type: TypeName, unit: Unit): string {
  return type === "number" || type === "integer" ? 'typeof v == "number"' : typeTest(unit, type, "v");
}

/** What holds for values of any type. */
function placeTerms(node: JsonObject, site: Site, unit: Unit): readonly string[] {
  return [compileValues(node, site, unit), ...compileApplicators(node, site, unit)];
}
