import { own, ownArray, type JsonObject } from "../../../source/json.ts";
import {
  callOf,
  complain,
  defineLocal,
  depth,
  or,
  ownSite,
  unless,
  type Site,
  type Unit,
} from "./check-function.ts";
import { keepsEvaluated } from "./keeps-evaluated.ts";

/** Statements that check the items of `v`, an array (core, section 10.3.1; validation, section 6.4). */
export function compileArray(node: JsonObject, site: Site, unit: Unit): readonly string[] {
  return [
    ...lengthLines(node, unit),
    ...itemLines(node, site, unit),
    ...containsLines(node, site, unit),
    ...(own(node, "uniqueItems") === true
      ? [unless(callOf(unit.scope.runtime("values", "isUnique"), ["v", "c"]))]
      : []),
  ];
}

/** `minItems` and `maxItems`. */
function lengthLines(node: JsonObject, unit: Unit): readonly string[] {
  const bounds = [
    ["minItems", ">=", "at least"],
    ["maxItems", "<=", "at most"],
  ] as const;
  return bounds.flatMap(([keyword, operator, words]) => {
    const bound = own(node, keyword);
    if (typeof bound !== "number") return [];
    const expected = `an array of ${words} ${bound === 1 ? "1 item" : `${bound} items`}`;
    const complaint = complain(unit, node, ownSite, { kind: "failed", keyword, expected });
    return [unless(or([`v.length ${operator} ${bound}`, complaint]))];
  });
}

/** `prefixItems` and `items`; `unevaluatedItems` where nothing else could have looked at an item. */
function itemLines(node: JsonObject, { evaluated }: Site, unit: Unit): readonly string[] {
  const prefix = ownArray(node, "prefixItems");
  const prefixed = prefix.map((schema, index) => {
    const term = unit.compile(schema, { value: `v[${index}]`, key: String(index) });
    return unless(or([`v.length <= ${index}`, term]));
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
      : [`for (let i = 0; i < ${end}; i++) ${evaluated}.add(String(i));`];
  return [
    ...prefixed,
    ...(term === "true" ? [] : [`for (let i = ${prefix.length}; i < v.length; i++) ${unless(term)}`]),
    ...marks,
  ];
}

function otherItems(node: JsonObject): readonly ["items" | "unevaluatedItems", ReturnType<typeof own>] {
  const items = own(node, "items");
  return items === undefined && !keepsEvaluated(node)
    ? ["unevaluatedItems", own(node, "unevaluatedItems")]
    : ["items", items];
}

/** `contains` with its bounds (validation, sections 6.4.4 and 6.4.5). */
function containsLines(node: JsonObject, { evaluated }: Site, unit: Unit): readonly string[] {
  const schema = own(node, "contains");
  if (schema === undefined) return [];
  const bound = (keyword: string): number | undefined => {
    const given = own(node, keyword);
    return typeof given === "number" ? given : undefined;
  };
  const { least, most } = { least: bound("minContains") ?? 1, most: bound("maxContains") };
  const name = defineLocal(unit, "item", false, `return ${unit.compile(schema, ownSite)};`);
  const matches = callOf(name, ["v[i]", undefined, depth(unit)]);
  const isMarked = evaluated !== undefined && own(node, "x-sdkmill-contains-unevaluated") !== true;
  const complaint = (keyword: string, words: string, count: number): string =>
    complain(unit, node, ownSite, {
      kind: "failed",
      keyword,
      expected: `an array with ${words} ${count === 1 ? "1 item" : `${count} items`} of a certain kind`,
    });
  return [
    "{",
    "let found = 0;",
    `for (let i = 0; i < v.length; i++) if (${matches}) {`,
    "found++;",
    ...(isMarked ? [`${evaluated}.add(String(i));`] : []),
    "}",
    ...(least > 0
      ? [
          unless(
            or([`found >= ${least}`, complaint(least === 1 ? "contains" : "minContains", "at least", least)]),
          ),
        ]
      : []),
    ...(most === undefined
      ? []
      : [unless(or([`found <= ${most}`, complaint("maxContains", "at most", most)]))]),
    "}",
  ];
}
