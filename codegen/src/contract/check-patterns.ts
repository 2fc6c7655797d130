import { error, warning, type Diagnostic, type Place } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { isObject, own, ownObject, ownString, type JsonObject } from "../source/json.ts";
import { walkNodes } from "../source/openapi-shape.ts";
import type { PatternVerdict } from "./ask-recheck.ts";
import type { Assembled } from "./assemble.ts";
import { judgePatterns } from "./judge-patterns.ts";
import { isPattern } from "./keywords.ts";
import { placeOf } from "./place.ts";

/** Steps that a slow pattern may take for the longest text that `maxLength` allows. */
const mostSteps = 1_000_000;

/** The tenth power of the length of a short text is as much as anything exponential. */
const mostDegree = 9;

/** A pattern, where it stands, and the longest text that it is to be searched for in. */
interface PatternSite {
  readonly source: string;
  readonly place: Place;
  /** The keyword that `x-sdkmill-pattern` and `maxLength` have to stand beside. */
  readonly keyword: "pattern" | "patternProperties";
  readonly maxLength: number;
}

/**
 * Finds values of `pattern` and keys of `patternProperties` that are no regular expressions of ECMA-262, or
 * that take far more time than the text is long: validators hold them against texts of strangers. A person
 * who knows better writes `x-sdkmill-pattern: trusted` beside them.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.3.3
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-6.4
 */
export function checkPatterns(assembled: Assembled): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const sites: PatternSite[] = [];
  walkNodes({ node: assembled.document, kind: "document", pointer: "" }, ({ node, kind, pointer }) => {
    if (kind !== "schema" || !isObject(node)) return;
    const place = (...steps: readonly string[]): Place =>
      placeOf(assembled, appendPointer(pointer, ...steps));
    const trust = own(node, "x-sdkmill-pattern");
    if (trust !== undefined && trust !== "trusted") diagnostics.push(oddTrust(place("x-sdkmill-pattern")));
    for (const site of patternSites(node, place)) {
      if (!isPattern(site.source)) diagnostics.push(noPattern(site));
      else if (trust !== "trusted") sites.push(site);
    }
  });
  const verdicts = judgePatterns(sites.map(({ source }) => source));
  return [...diagnostics, ...sites.flatMap((site) => slowness(site, verdicts.get(site.source)))];
}

function patternSites(
  schema: JsonObject,
  place: (...steps: readonly string[]) => Place,
): readonly PatternSite[] {
  const keyword = "patternProperties";
  const keys = Object.keys(ownObject(schema, keyword)).map((source): PatternSite => {
    return { source, place: place(keyword, source), keyword, maxLength: Number.POSITIVE_INFINITY };
  });
  const source = ownString(schema, "pattern");
  if (source === undefined) return keys;
  const limit = own(schema, "maxLength");
  const maxLength = typeof limit === "number" ? limit : Number.POSITIVE_INFINITY;
  return [...keys, { source, place: place("pattern"), keyword: "pattern", maxLength }];
}

function oddTrust(place: Place): Diagnostic {
  const help = "Write `trusted`, or remove it.";
  return error("option-invalid", "`x-sdkmill-pattern` is not `trusted`.", help, place);
}

function noPattern({ source, place }: PatternSite): Diagnostic {
  const message = `${quoted(source)} is not a regular expression of ECMA-262 in Unicode mode.`;
  return error(
    "pattern-invalid",
    message,
    "Mend the pattern; JSON Schema reads it with the `u` flag.",
    place,
  );
}

function slowness(site: PatternSite, verdict: PatternVerdict | undefined): readonly Diagnostic[] {
  const { source, place } = site;
  const pattern = `The pattern ${quoted(source)}`;
  switch (verdict?.kind) {
    case "exponential": {
      const message = `${pattern} can take time that is exponential in the length of a text, as for ${shown(verdict.attack)}.`;
      return [error("pattern-unsafe", message, remedy(site), place)];
    }
    case "polynomial": {
      const { degree, attack } = verdict;
      if (site.maxLength ** degree <= mostSteps) return [];
      const message = `${pattern} can take time that grows with the ${powerName(degree)} of the length of a text, as for ${shown(attack)}.`;
      if (degree > mostDegree) return [error("pattern-unsafe", message, remedy(site), place)];
      return [warning("pattern-slow", message, remedy(site, degree), place)];
    }
    case "undecided": {
      const message = `${pattern} is too intricate to tell how much time it takes.`;
      return [warning("pattern-slow", message, remedy(site), place)];
    }
    case "linear":
    case undefined:
      return [];
  }
}

/** What to do about a slow pattern; of a known degree, a limit for its text can do as well. */
function remedy({ keyword }: PatternSite, degree = Number.POSITIVE_INFINITY): string {
  // Roots of whole numbers are a little too small at times.
  const length = Math.floor(mostSteps ** (1 / degree) + 1e-9);
  const limit =
    keyword === "pattern" && length >= 10
      ? `, limit the text with a \`maxLength\` of ${length} or less beside it`
      : "";
  return `Write it so that there is only one way to match a text${limit}, or accept it as it is with \`x-sdkmill-pattern: trusted\` beside \`${keyword}\`.`;
}

function powerName(degree: number): string {
  return { 2: "square", 3: "cube" }[degree] ?? `${degree}th power`;
}

function quoted(text: string): string {
  return JSON.stringify(cut(text));
}

/** An attack: an expression of JavaScript, with `n` for any number, cut. */
function shown(attack: string): string {
  return cut(attack.replaceAll(/\.repeat\(\d+\)/g, ".repeat(n)"));
}

function cut(text: string, length = 80): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
