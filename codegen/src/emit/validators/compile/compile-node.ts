import { isObject, own, type Json, type JsonObject } from "../../../source/json.ts";
import { compileApplicators } from "./compile-applicators.ts";
import { compileArray } from "./compile-array.ts";
import { compileObject } from "./compile-object.ts";
import { compileNumber, compileString, int32Test } from "./compile-scalars.ts";
import { compileValues, listedValues } from "./compile-values.ts";
import {
  and,
  callLocal,
  complain,
  defineLocal,
  negation,
  or,
  ownSite,
  unless,
  type Site,
  type Unit,
} from "./check-function.ts";
import { keepsEvaluated } from "./keeps-evaluated.ts";
import { declaredTypes, typesText, typeTest, type TypeName } from "./type-tests.ts";

/** Keywords that look into an object or an array: a function of its own, with loops and counters, checks them. */
const structuralKeywords = [
  ...["properties", "patternProperties", "required", "dependentRequired", "dependentSchemas"],
  ...["propertyNames", "minProperties", "maxProperties", "unevaluatedProperties"],
  ...["prefixItems", "items", "contains", "minItems", "maxItems", "uniqueItems", "unevaluatedItems"],
];

/**
 * JavaScript that says whether the value at a site is valid by a schema, and tells the issues.
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
  if (!isStructural(node, site)) return and([typeTerm(node, site, unit), ...placeTerms(node, site, unit)]);
  const body = compileBody(node, unit, site.evaluated !== undefined);
  return callLocal(unit, node, site, defineLocal(unit, "check", site.evaluated !== undefined, body));
}

function isStructural(node: JsonObject, { evaluated }: Site): boolean {
  const additional = own(node, "additionalProperties");
  // One that allows everything only matters to those who ask what was evaluated.
  const isTelling = additional !== undefined && (additional !== true || evaluated !== undefined);
  return isTelling || structuralKeywords.some((keyword) => Object.hasOwn(node, keyword));
}

/** The body of a function that checks `v` by a schema. */
export function compileBody(node: Json, unit: Unit, isTracked: boolean): string {
  if (!isObject(node)) return `return ${compileNode(node, ownSite, unit)};`;
  const around: Site = isTracked ? { ...ownSite, evaluated: "e" } : ownSite;
  const isKeeping = keepsEvaluated(node);
  const site: Site = isKeeping ? { ...ownSite, evaluated: "u" } : around;
  const lines = [
    ...(isKeeping ? ["const u = new Set();"] : []),
    ...typedLines(node, site, unit),
    ...placeTerms(node, site, unit).map(unless),
    ...(isKeeping ? unevaluatedLines(node, unit) : []),
    ...(isKeeping && isTracked ? [`for (const key of u) e.add(key);`] : []),
  ];
  return withReturn(lines.filter((line) => line !== ""));
}

/** The last condition is the answer. */
function withReturn(lines: readonly string[]): string {
  const last = /^if \(!(.*)\) return false;$/s.exec(lines.at(-1) ?? "");
  return last === null
    ? [...lines, "return true;"].join("\n")
    : [...lines.slice(0, -1), `return ${last[1]};`].join("\n");
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
    (otherwise, { type, term }) => `(${typeTest(unit, type, value)} ? ${term} : ${otherwise})`,
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

/** The same for a value with parts to look into, as statements about `v`. */
function typedLines(node: JsonObject, site: Site, unit: Unit): readonly string[] {
  const types = listedValues(node) === undefined ? declaredTypes(node) : undefined;
  const allows = (type: TypeName): boolean => types?.includes(type) !== false;
  const groups = [
    { type: "object", lines: allows("object") ? compileObject(node, site, unit) : [] } as const,
    { type: "array", lines: allows("array") ? compileArray(node, site, unit) : [] } as const,
    ...scalarGroups(node, types, site, unit).map(({ type, term }) => ({ type, lines: [unless(term)] })),
  ]
    .map(({ type, lines }) => ({ type, lines: lines.filter((line) => line !== "") }))
    .filter(({ lines }) => lines.length > 0);
  if (types === undefined)
    return groups.map(({ type, lines }) => `if (${looseTest(type, unit)}) {\n${lines.join("\n")}\n}`);

  const complaint = complain(unit, node, ownSite, { kind: "mistyped", expected: typesText(types) });
  const [first] = groups;
  if (first !== undefined && types.length === 1)
    return [`if (${negation(typeTest(unit, first.type, "v"))}) return ${complaint};`, ...first.lines];
  const plain = types.filter((type) => groups.every((group) => group.type !== type));
  const rest = unless(or([...plain.map((type) => typeTest(unit, type, "v")), complaint]));
  return [
    [
      ...groups.map(({ type, lines }) => `if (${typeTest(unit, type, "v")}) {\n${lines.join("\n")}\n}`),
      rest,
    ].join(" else "),
  ];
}

function looseTest(type: TypeName, unit: Unit): string {
  return type === "number" || type === "integer" ? 'typeof v == "number"' : typeTest(unit, type, "v");
}

/** What holds for values of any type. */
function placeTerms(node: JsonObject, site: Site, unit: Unit): readonly string[] {
  return [compileValues(node, site, unit), ...compileApplicators(node, site, unit)];
}

/** `unevaluatedProperties` and `unevaluatedItems`: what no other keyword, here or in an applicator, looked at. */
function unevaluatedLines(node: JsonObject, unit: Unit): readonly string[] {
  const keywords = [
    ["unevaluatedProperties", unit.scope.runtime("values", "isObject")],
    ["unevaluatedItems", "Array.isArray"],
  ] as const;
  return keywords.flatMap(([keyword, test]) => {
    const schema = own(node, keyword);
    if (schema === undefined) return [];
    const isItems = keyword === "unevaluatedItems";
    const term =
      schema === false
        ? complain(
            unit,
            node,
            ownSite,
            {
              kind: "refused",
              keyword,
              message: isItems ? "is one item too many" : "is not a known property",
            },
            isItems ? "+key" : "key",
          )
        : compileNode(schema, { value: "v[key]", key: isItems ? "+key" : "key" }, unit);
    return [
      `if (${test}(v)) for (const key of Object.keys(v)) {`,
      ...(term === "true" ? [] : [unless(or(["u.has(key)", term]))]),
      `u.add(key);`,
      `}`,
    ];
  });
}
