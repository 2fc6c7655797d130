import { own, ownObject, type Json, type JsonObject } from "../../../source/json.ts";
import { literal } from "../../code.ts";
import { complain, ownSite, type Site, type Unit } from "./check-function.ts";
import { patternConstant } from "./compile-scalars.ts";
import { and, blockOf, condition, not, or, statement, type Step } from "./javascript.ts";
import { keepsEvaluated } from "./keeps-evaluated.ts";

/**
 * The keyword that says what properties besides those of `properties` and `patternProperties` can be.
 * `unevaluatedProperties` says the same where no applicator could have looked at any.
 */
export function otherProperties(node: JsonObject): readonly [keyword: string, schema: Json] | undefined {
  const additional = own(node, "additionalProperties");
  if (additional !== undefined) return ["additionalProperties", additional];
  const unevaluated = own(node, "unevaluatedProperties");
  return unevaluated === undefined || keepsEvaluated(node)
    ? undefined
    : ["unevaluatedProperties", unevaluated];
}

/** Steps for `patternProperties` and for all other properties (core, sections 10.3.2.2 and 10.3.2.3). */
export function compileOtherProperties(node: JsonObject, site: Site, unit: Unit): readonly Step[] {
  const patterns = Object.entries(ownObject(node, "patternProperties"));
  const [keyword, others] = otherProperties(node) ?? ["additionalProperties", true];
  const names = Object.keys(ownObject(node, "properties"));
  const { evaluated } = site;
  const marksAll = evaluated !== undefined && otherProperties(node) !== undefined;
  const marks = marksAll ? [statement(`for (const key of Object.keys(v)) ${evaluated}.add(key);`)] : [];
  if (others === false && patterns.length === 0) return [closed(names, keyword, unit), ...marks];
  const each = { value: "v[key]", key: "key" };
  const term = others === false ? unknownProperty(keyword, unit) : unit.compile(others, each);
  if (patterns.length === 0 && term === "true") return marks;
  if (patterns.length === 0 && names.length === 0) return [eachKey(blockOf([condition(term)])), ...marks];

  const tests = patterns.map(([source, schema]) => {
    const matched = and([
      ...(term === "true" ? [] : ["(isOther = false, true)"]),
      ...(evaluated === undefined || marksAll ? [] : [`${evaluated}.add(key)`]),
      unit.compile(schema, each),
    ]);
    return condition(
      matched === "true" ? "true" : or([`!${patternConstant(unit, source)}.test(key)`, matched]),
    );
  });
  const isOther = names.length === 0 ? "true" : not(knownNames(names, unit));
  return [
    eachKey(
      blockOf([
        ...(term === "true" ? [] : [statement(`let isOther = ${isOther};`)]),
        ...tests,
        condition(term === "true" ? "true" : or(["!isOther", term])),
      ]),
    ),
    ...marks,
  ];
}

function eachKey(block: string): Step {
  return statement(`for (const key of Object.keys(v)) {\n${block}\n}`);
}

/**
 * A step that goes through the names of `v` and refuses those that are not among the declared ones. `in`
 * is faster than a list of keys; what is inherited, or undefined, is not there.
 */
function closed(names: readonly string[], keyword: string, unit: Unit): Step {
  const term = or([
    names.length === 0 ? "false" : knownNames(names, unit),
    `${unit.scope.runtime("values", "isNoProperty")}(v, key)`,
    unknownProperty(keyword, unit),
  ]);
  return statement(`for (const key in v) ${blockOf([condition(term)])}`);
}

/** No schema speaks of it, and none describes it. */
function unknownProperty(keyword: string, unit: Unit): string {
  const complaint = { kind: "refused", keyword, message: "is not a known property" } as const;
  return complain(unit, true, ownSite, complaint, "key");
}

/** More names than this are looked up in a set; fewer are compared one by one, which is faster. */
const MAX_COMPARED = 16;

/** JavaScript that says whether `key` is one of the declared names. */
function knownNames(names: readonly string[], unit: Unit): string {
  if (names.length > MAX_COMPARED)
    return `${unit.scope.constant("names", `/* @__PURE__ */ new Set(${literal(names)})`)}.has(key)`;
  return or(names.map((name) => `key === ${literal(name)}`));
}
