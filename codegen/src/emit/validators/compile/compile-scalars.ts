import { own, ownString, type JsonObject } from "../../../source/json.ts";
import { literal } from "../../code.ts";
import { complain, type Site, type Unit } from "./check-function.ts";
import { appliesTo, formatChecks } from "./format-checks.ts";
import { and, or } from "./javascript.ts";
import type { TypeName } from "./type-tests.ts";

/** JavaScript for the keywords of strings (validation, section 6.3) and their formats; the value is one. */
export function compileString(node: JsonObject, site: Site, unit: Unit): string {
  const pattern = ownString(node, "pattern");
  return and([
    ...lengthTerms(node, site, unit),
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
}

/** A regular expression of ECMA-262 with the `u` flag (core, section 6.4). */
export function patternConstant(unit: Unit, source: string): string {
  return unit.scope.constant("pattern", `/* @__PURE__ */ new RegExp(${literal(source)}, "u")`);
}

/** Lengths are counted in code points (validation, section 6.3.1), two units each at most: most need no count. */
function lengthTerms(node: JsonObject, site: Site, unit: Unit): readonly string[] {
  const { minLength, maxLength } = {
    minLength: limit(node, "minLength"),
    maxLength: limit(node, "maxLength"),
  };
  const { value } = site;
  const count = (): string => `${unit.scope.runtime("values", "codePointLength")}(${value})`;
  const terms: string[] = [];
  if (minLength !== undefined && minLength > 0) {
    const complaint = complain(unit, node, site, {
      kind: "mistyped",
      keyword: "minLength",
      expected: `a string of at least ${characters(minLength)}`,
    });
    terms.push(
      minLength === 1
        ? or([`${value} !== ""`, complaint])
        : or([`${value}.length >= ${2 * minLength}`, `${count()} >= ${minLength}`, complaint]),
    );
  }
  if (maxLength !== undefined) {
    const complaint = complain(unit, node, site, {
      kind: "mistyped",
      keyword: "maxLength",
      expected: `a string of at most ${characters(maxLength)}`,
    });
    terms.push(or([`${value}.length <= ${maxLength}`, `${count()} <= ${maxLength}`, complaint]));
  }
  return terms;
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
  return or([
    `${unit.scope.runtime("formats", check.function)}(${site.value})`,
    complain(unit, node, site, { kind: "mistyped", keyword: "format", expected: check.expected }),
  ]);
}

function limit(node: JsonObject, keyword: string): number | undefined {
  const given = own(node, keyword);
  return typeof given === "number" ? given : undefined;
}
