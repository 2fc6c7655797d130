import type { Json } from "../../source/json.ts";
import type { JsonType } from "./allowed-types.ts";
import { formatSamples, type FormatSample } from "./format-samples.ts";
import { numbersOf, textsOf } from "./parts-of.ts";
import { patternSamples } from "./pattern-samples.ts";
import type { Conjunct } from "./term.ts";

/** A value of each type, whatever a schema says. */
export const anyValues: readonly Json[] = ["", 0, null, false, [], {}, "a", 0.5, true, 1];

/** Values of a type near to what schemas say of it, right and wrong ones: the more likely to be right first. */
export function scalarCandidates(type: JsonType, conjuncts: readonly Conjunct[]): readonly Json[] {
  switch (type) {
    case "null":
      return [null];
    case "boolean":
      return [false, true];
    case "integer":
      return numbersNear(conjuncts).filter(Number.isInteger);
    case "number":
      return numbersNear(conjuncts);
    case "string":
      return textsNear(conjuncts);
    case "array":
    case "object":
      return [];
  }
}

function numbersNear(conjuncts: readonly Conjunct[]): readonly number[] {
  const bounds = numbersOf(conjuncts, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");
  const steps = numbersOf(conjuncts, "multipleOf").filter((step) => step > 0);
  const near = bounds.flatMap((bound) => [bound, bound - 1, bound + 1, bound - 0.5, bound + 0.5]);
  const multiples = steps.flatMap((step) => [
    ...bounds.flatMap((bound) => multiplesNear(bound, step)),
    ...[step, 2 * step, 3 * step, step / 2],
  ]);
  const ofFormats = formatsOf(conjuncts).flatMap(({ right, wrong }) => [...right, ...wrong]);
  const found = [0, 1, ...near, ...multiples, 0.5, -1, ...ofFormats].filter(
    (value) => typeof value === "number",
  );
  return [...new Set(found.filter(Number.isFinite).map(plain))];
}

function multiplesNear(bound: number, step: number): readonly number[] {
  const [above, below] = [Math.ceil(bound / step), Math.floor(bound / step)];
  return [above, below, above + 1, below - 1].map((count) => count * step);
}

/** A number as people write it: 0.3, and not 0.30000000000000004, which is a multiple of 0.1 to some; 0, and not -0. */
function plain(value: number): number {
  return Number.isInteger(value) ? value + 0 : Number(value.toPrecision(12));
}

/** Longer texts are not made. */
const longestText = 280;

function textsNear(conjuncts: readonly Conjunct[]): readonly string[] {
  const formats = formatsOf(conjuncts);
  const right = formats.flatMap((format) => format.right);
  const wrong = formats.flatMap((format) => format.wrong);
  const ofPatterns = [...new Set(textsOf(conjuncts, "pattern"))].flatMap(patternSamples);
  const lengths = numbersOf(conjuncts, "minLength", "maxLength");
  const short = [...right, ...(formats.length === 0 ? ["", "a", "0"] : []), ...ofPatterns].filter(isText);
  const counts = [...new Set(lengths.flatMap((length) => [length, length + 1, length - 1]))];
  const long = counts
    .filter((count) => count >= 0 && count <= longestText)
    .flatMap((count) =>
      ["", ...right, ...ofPatterns.slice(0, 8)].filter(isText).flatMap((text) => stretched(text, count)),
    );
  const others = ["", "a", "A", "0", "-", " ", "é", "a b", "a-b", "1a", ...wrong].filter(isText);
  return [...new Set([...short, ...long, ...others])];
}

/** A text made as long as it has to be, at either end. */
function stretched(text: string, length: number): readonly string[] {
  const missing = length - [...text].length;
  if (missing < 0) return [];
  if (missing === 0) return [text];
  const [first = "a"] = text;
  const last = [...text].at(-1) ?? "a";
  const texts = [first.repeat(missing) + text, text + last.repeat(missing)];
  return /^[a-z0-9]*$/i.test(text) ? texts : [...texts, "a".repeat(missing) + text];
}

function isText(value: string | number): value is string {
  return typeof value === "string";
}

function formatsOf(conjuncts: readonly Conjunct[]): readonly FormatSample[] {
  const names = [...new Set(textsOf(conjuncts, "format"))];
  return names.flatMap((name) => formatSamples.get(name) ?? []);
}
