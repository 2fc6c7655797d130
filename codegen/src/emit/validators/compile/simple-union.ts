import { isObject, ownString, type Json, type JsonObject } from "../../../source/json.ts";
import { literal } from "../../code.ts";
import { complain, type Site, type Unit } from "./check-function.ts";
import { listedValues } from "./compile-values.ts";
import { or } from "./javascript.ts";
import { alternatives, declaredTypes, typesText, typeTest } from "./type-tests.ts";

interface SimpleBranch {
  readonly test: string;
  readonly texts: readonly string[];
  readonly types: readonly string[];
}

/**
 * Branches that are types or values alone are one test with one message. Beside one branch that is more
 * than that, they are what else is allowed; in a `oneOf` only if they can not be valid together.
 */
export function simpleUnion(
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
  return or([...tests, complain(unit, node, site, { kind: "mistyped", keyword, expected })]);
}

function simpleBranch(branch: Json, { value }: Site, unit: Unit): SimpleBranch | undefined {
  if (!isObject(branch)) return undefined;
  const keywords = Object.keys(branch).filter(
    (keyword) => keyword !== "description" && keyword !== "x-sdkmill-secret",
  );
  if (!keywords.every((keyword) => ["type", "const", "enum"].includes(keyword))) return undefined;
  const values = listedValues(branch);
  if (values !== undefined && !(Object.hasOwn(branch, "const") && Object.hasOwn(branch, "enum"))) {
    return {
      test: or(values.map((item) => `${value} === ${literal(item)}`)),
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
