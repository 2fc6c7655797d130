import { own, ownString, type JsonObject } from "../../../source/json.ts";
import { literal } from "../../code.ts";
import { complain, type Site, type Unit } from "./check-function.ts";
import { appliesTo, formatChecks } from "./format-checks.ts";
import { and, choose, or } from "./javascript.ts";
import type { TypeName } from "./type-tests.ts";

/**
 * JavaScript for the keywords of strings (validation, section 6.3) and their formats; the value is one. What
 * is longer than `maxLength` is held against no pattern and no format: their time depends on its length.
 */
export function compileString(node: JsonObject, site: Site, unit: Unit): string {
  const pattern = ownString(node, "pattern");
  const texts = and([
    pattern === undefined
      ? "true"
      : or([
          `${patternConstant(unit, pattern)}.test(${site.value})`,
          complain(unit, node, site, {
            kind: "mistyped",
            keyword: "pattern",
            expected: `a string that matches ${pattern}`,
          }),
        ]),
    formatTerm(node, "string", site, unit),
  ]);
  return and([minLengthTerm(node, site, unit), withinMaxLength(node, texts, site, unit)]);
}

/** A regular expression of ECMA-262 with the `u` flag (core, section 6.4). */
export function patternConstant(unit: Unit, source: string): string {
  return unit.scope.constant("pattern", `/* @__PURE__ */ new RegExp(${literal(source)}, "u")`);
}

function minLengthTerm(node: JsonObject, site: Site, unit: Unit): string {
  const least = limit(node, "minLength") ?? 0;
  if (least <= 0) return "true";
  const expected = `a string of at least ${characters(least)}`;
  const complaint = complain(unit, node, site, { kind: "mistyped", keyword: "minLength", expected });
  if (least === 1) return or([`${site.value} !== ""`, complaint]);
  return or([`${site.value}.length >= ${2 * least}`, `${lengthOf(site, unit)} >= ${least}`, complaint]);
}

/** `maxLength`, and a term for a string that is no longer. */
function withinMaxLength(node: JsonObject, term: string, site: Site, unit: Unit): string {
  const most = limit(node, "maxLength");
  if (most === undefined) return term;
  const expected = `a string of at most ${characters(most)}`;
  const complaint = complain(unit, node, site, { kind: "mistyped", keyword: "maxLength", expected });
  const test = or([`${site.value}.length <= ${most}`, `${lengthOf(site, unit)} <= ${most}`]);
  return choose(test, term, complaint);
}

/** Lengths are counted in code points (validation, section 6.3.1), two units each at most: most need no count. */
function lengthOf(site: Site, unit: Unit): string {
  return `${unit.scope.runtime("values", "codePointLength")}(${site.value})`;
}

function characters(count: number): string {
  return count === 1 ? "1 character" : `${count} characters`;
}

/** JavaScript for the keywords of numbers (validation, section 6.2) and their formats; the value is one. */
export function compileNumber(node: JsonObject, site: Site, unit: Unit): string {
  const bounds = [
    ["minimum", ">=", "at least"],
    ["exclusiveMinimum", ">", "more than"],
    ["maximum", "<=", "at most"],
    ["exclusiveMaximum", "<", "less than"],
  ] as const;
  const multiple = limit(node, "multipleOf");
  return and([
    ...bounds.map(([keyword, operator, words]) => {
      const bound = limit(node, keyword);
      if (bound === undefined) return "true";
      const complaint = complain(unit, node, site, {
        kind: "mistyped",
        keyword,
        expected: `${words} ${bound}`,
      });
      return or([`${site.value} ${operator} ${literal(bound)}`, complaint]);
    }),
    multiple === undefined
      ? "true"
      : or([
          `${unit.scope.runtime("values", "isMultipleOf")}(${site.value}, ${literal(multiple)})`,
          complain(unit, node, site, {
            kind: "mistyped",
            keyword: "multipleOf",
            expected: `a multiple of ${multiple}`,
          }),
        ]),
    formatTerm(node, "number", site, unit),
  ]);
}

/** A single comparison for the commonest number of all, an integer of 32 bits and nothing else. */
export function int32Test(
  node: JsonObject,
  types: readonly TypeName[] | undefined,
  site: Site,
  unit: Unit,
): string | undefined {
  const [type, ...others] = types ?? [];
  const isPlain = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"].every(
    (keyword) => own(node, keyword) === undefined,
  );
  if (ownString(node, "format") !== "int32" || others.length > 0 || !isPlain) return undefined;
  if (type !== "integer" && type !== "number") return undefined;
  const complaint = complain(unit, node, site, { kind: "int32" });
  return or([`(${site.value} | 0) === ${site.value}`, complaint]);
}

function formatTerm(node: JsonObject, type: "string" | "number", site: Site, unit: Unit): string {
  const check = formatChecks.get(ownString(node, "format") ?? "");
  if (check?.function === undefined || !appliesTo(check, type)) return "true";
  const { module, name } = check.function;
  return or([
    `${unit.scope.runtime(`formats/${module}`, name)}(${site.value})`,
    complain(unit, node, site, { kind: "mistyped", keyword: "format", expected: check.expected }),
  ]);
}

function limit(node: JsonObject, keyword: string): number | undefined {
  const given = own(node, keyword);
  return typeof given === "number" ? given : undefined;
}
