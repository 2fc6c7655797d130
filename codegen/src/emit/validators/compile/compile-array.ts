import { own, ownArray, type Json, type JsonObject } from "../../../source/json.ts";
import { complain, ownSite, placeOfSite, type Site, type Unit } from "./check-function.ts";
import { blockOf, callOf, condition, or, statement, type Step } from "./javascript.ts";
import { keepsEvaluated } from "./keeps-evaluated.ts";

/** Steps that check the items of `v`, an array (core, section 10.3.1; validation, section 6.4). */
export function compileArray(node: JsonObject, site: Site, unit: Unit): readonly Step[] {
  return [
    ...lengthSteps(node, unit),
    ...itemSteps(node, site, unit),
    ...containsSteps(node, site, unit),
    ...(own(node, "uniqueItems") === true
      ? [condition(callOf(unit.scope.runtime("values", "isUnique"), ["v", placeOfSite(unit, node, ownSite)]))]
      : []),
  ];
}

/** `minItems` and `maxItems`. */
function lengthSteps(node: JsonObject, unit: Unit): readonly Step[] {
  const bounds = [
    ["minItems", ">=", "at least"],
    ["maxItems", "<=", "at most"],
  ] as const;
  return bounds.flatMap(([keyword, operator, words]) => {
    const bound = own(node, keyword);
    if (typeof bound !== "number") return [];
    const expected = `an array of ${words} ${bound === 1 ? "1 item" : `${bound} items`}`;
    const complaint = complain(unit, node, ownSite, { kind: "mistyped", keyword, expected });
    return [condition(or([`v.length ${operator} ${bound}`, complaint]))];
  });
}

/** `prefixItems` and `items`; `unevaluatedItems` where nothing else could have looked at an item. */
function itemSteps(node: JsonObject, { evaluated }: Site, unit: Unit): readonly Step[] {
  const prefix = ownArray(node, "prefixItems");
  const prefixed = prefix.map((schema, index) => {
    const term = unit.compile(schema, { value: `v[${index}]`, key: String(index) });
    return condition(or([`v.length <= ${index}`, term]));
  });
  const [keyword, items] = otherItems(node);
  const term =
    items === false
      ? complain(unit, node, ownSite, { kind: "refused", keyword, message: "is one item too many" }, "i")
      : unit.compile(items ?? true, { value: "v[i]", key: "i" });
  const end = items === undefined ? `Math.min(v.length, ${prefix.length})` : "v.length";
  const marks =
    evaluated === undefined || end === "Math.min(v.length, 0)"
      ? []
      : [statement(`for (let i = 0; i < ${end}; i++) ${evaluated}.add(String(i));`)];
  return [...prefixed, ...loop(prefix.length, term), ...marks];
}

function loop(start: number, term: string): readonly Step[] {
  if (term === "true") return [];
  return [statement(`for (let i = ${start}; i < v.length; i++) ${blockOf([condition(term)])}`)];
}

function otherItems(node: JsonObject): readonly ["items" | "unevaluatedItems", Json | undefined] {
  const items = own(node, "items");
  return items === undefined && !keepsEvaluated(node)
    ? ["unevaluatedItems", own(node, "unevaluatedItems")]
    : ["items", items];
}

/** `contains` with its bounds (validation, sections 6.4.4 and 6.4.5). */
function containsSteps(node: JsonObject, { evaluated }: Site, unit: Unit): readonly Step[] {
  const schema = own(node, "contains");
  if (schema === undefined) return [];
  const bound = (keyword: string): number | undefined => {
    const given = own(node, keyword);
    return typeof given === "number" ? given : undefined;
  };
  const { least, most } = { least: bound("minContains") ?? 1, most: bound("maxContains") };
  const matches = unit.asking.compile(schema, { value: "v[i]" });
  const isMarked = evaluated !== undefined && own(node, "x-sdkmill-contains-unevaluated") !== true;
  const complaint = (keyword: string, words: string, count: number): string =>
    complain(unit, node, ownSite, {
      kind: "mistyped",
      keyword,
      expected: `an array with ${words} ${count === 1 ? "1 item" : `${count} items`} of a certain kind`,
    });
  const counting = [
    "let found = 0;",
    `for (let i = 0; i < v.length; i++) if (${matches}) {`,
    "found++;",
    ...(isMarked ? [`${evaluated}.add(String(i));`] : []),
    "}",
  ];
  const bounds = blockOf([
    condition(
      or([`found >= ${least}`, complaint(least === 1 ? "contains" : "minContains", "at least", least)]),
    ),
    condition(
      most === undefined ? "true" : or([`found <= ${most}`, complaint("maxContains", "at most", most)]),
    ),
  ]);
  return [statement(["{", ...counting, bounds, "}"].join("\n"))];
}
