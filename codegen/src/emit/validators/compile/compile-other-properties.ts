import { own, ownObject, type Json, type JsonObject } from "../../../source/json.ts";
import { literal } from "../../code.ts";
import { and, callOf, complain, or, ownSite, unless, type Site, type Unit } from "./check-function.ts";
import { keepsEvaluated } from "./keeps-evaluated.ts";
import { patternConstant } from "./compile-scalars.ts";

/**
 * The keyword that says what properties besides those of `properties` and `patternProperties` can be.
 * `unevaluatedProperties` says the same where no applicator could have looked at any.
 */
function otherProperties(node: JsonObject): readonly [keyword: string, schema: Json] | undefined {
  const additional = own(node, "additionalProperties");
  if (additional !== undefined) return ["additionalProperties", additional];
  const unevaluated = own(node, "unevaluatedProperties");
  return unevaluated === undefined || keepsEvaluated(node)
    ? undefined
    : ["unevaluatedProperties", unevaluated];
}

/** Whether an object has the declared properties and no others. */
function isClosed(node: JsonObject): boolean {
  return (
    otherProperties(node)?.[1] === false && Object.keys(ownObject(node, "patternProperties")).length === 0
  );
}

/** Statements for `patternProperties` and for all other properties (core, sections 10.3.2.2 and 10.3.2.3). */
export function compileOtherProperties(node: JsonObject, site: Site, unit: Unit): readonly string[] {
  const patterns = Object.entries(ownObject(node, "patternProperties"));
  const [keyword, others] = otherProperties(node) ?? ["additionalProperties", true];
  const names = Object.keys(ownObject(node, "properties"));
  const { evaluated } = site;
  const marksAll = evaluated !== undefined && otherProperties(node) !== undefined;
  const marks = marksAll ? [`for (const key of Object.keys(v)) ${evaluated}.add(key);`] : [];
  if (isClosed(node)) return [closedLine(names, keyword, unit), ...marks];
  const each = { value: "v[key]", key: "key" };
  const term =
    others === true
      ? "true"
      : others === false
        ? complain(
            unit,
            node,
            ownSite,
            { kind: "refused", keyword, message: "is not a known property" },
            "key",
          )
        : unit.compile(others, each);
  if (patterns.length === 0 && term === "true") return marks;
  if (patterns.length === 0 && names.length === 0)
    return [`for (const key of Object.keys(v)) ${unless(term)}`, ...marks];

  const tests = patterns.map(([source, schema]) => {
    const matched = and([
      ...(term === "true" ? [] : ["(isOther = false, true)"]),
      ...(evaluated === undefined || marksAll ? [] : [`${evaluated}.add(key)`]),
      unit.compile(schema, each),
    ]);
    return matched === "true" ? [] : [unless(or([`!${patternConstant(unit, source)}.test(key)`, matched]))];
  });
  const known =
    names.length === 0 ? "true" : `!${unit.scope.constant("names", literal(names))}.includes(key)`;
  return [
    "for (const key of Object.keys(v)) {",
    ...(term === "true" ? [] : [`let isOther = ${known};`]),
    ...tests.flat(),
    ...(term === "true" ? [] : [unless(or(["!isOther", term]))]),
    "}",
    ...marks,
  ];
}

/** More names than this are looked up in a set; fewer are compared one by one, which is faster. */
const MAX_COMPARED = 16;

/** A statement that goes through the names of `v`, and refuses those that are not among the declared ones. */
function closedLine(names: readonly string[], keyword: string, unit: Unit): string {
  const known =
    names.length > MAX_COMPARED
      ? [`${unit.scope.constant("names", `/* @__PURE__ */ new Set(${literal(names)})`)}.has(key)`]
      : names.map((name) => `key === ${literal(name)}`);
  const usual = keyword === "additionalProperties" ? undefined : literal(keyword);
  const call = callOf(unit.scope.runtime("values", "isNoProperty"), ["v", "key", "c", usual]);
  return `for (const key in v) ${unless(or([...known, call]))}`;
}
