import { isArray, isObject, own, type Json, type JsonObject } from "../../../source/json.ts";
import { literal } from "../../code.ts";
import { alternatives, declaredTypes, type TypeName } from "./type-tests.ts";
import { complain, type Site, type Unit } from "./check-function.ts";
import { and, or } from "./javascript.ts";

/** Longer lists of values are cut in messages. */
const MAX_LISTED = 12;

/**
 * The values that `const` or `enum` leave, if all of them are scalars of the declared types: then the type
 * needs no test of its own.
 */
export function listedValues(node: JsonObject): readonly Json[] | undefined {
  const given = own(node, "enum");
  const constant = own(node, "const");
  const values = constant === undefined ? (isArray(given) ? given : undefined) : [constant];
  const types = declaredTypes(node);
  if (values === undefined || !values.every(isScalar)) return undefined;
  return types === undefined || values.every((value) => isOfType(value, types)) ? values : undefined;
}

/** JavaScript for `const` and `enum` (validation, sections 6.1.2 and 6.1.3). */
export function compileValues(node: JsonObject, site: Site, unit: Unit): string {
  const listed = own(node, "enum");
  const constant = own(node, "const");
  return and([
    constant === undefined ? "true" : compileList([constant], "const", node, site, unit),
    isArray(listed) ? compileList(listed, "enum", node, site, unit) : "true",
  ]);
}

function compileList(
  values: readonly Json[],
  keyword: "const" | "enum",
  node: Json,
  site: Site,
  unit: Unit,
): string {
  const shown = values.slice(0, MAX_LISTED).map((value) => JSON.stringify(value));
  const more = values.length - shown.length;
  const expected = alternatives([...shown, ...(more > 0 ? [`${more} others`] : [])]);
  const complaint = complain(unit, node, site, {
    kind: "mistyped",
    keyword,
    expected: values.length > 1 ? `one of ${expected}` : expected,
  });
  return or([...values.map((value) => equality(value, site, unit)), complaint]);
}

function equality(value: Json, site: Site, unit: Unit): string {
  if (isScalar(value)) return `${site.value} === ${literal(value)}`;
  const constant = unit.scope.constant("value", literal(value));
  return `${unit.scope.runtime("values", "isEqual")}(${site.value}, ${constant})`;
}

function isScalar(value: Json): boolean {
  return !isObject(value) && !isArray(value);
}

function isOfType(value: Json, types: readonly TypeName[]): boolean {
  if (value === null) return types.includes("null");
  if (typeof value === "number")
    return types.includes("number") || (types.includes("integer") && Number.isInteger(value));
  return types.some((type) => type === typeof value);
}
