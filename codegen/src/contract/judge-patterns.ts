import { compareText } from "../source/json.ts";
import { askRecheck, type Analysis, type PatternVerdict } from "./ask-recheck.ts";
import { patternCost, type PatternCost } from "./pattern-cost.ts";

/** Longer or deeper patterns are decided by their form alone, or not at all. */
const longestPattern = 1000;
const deepestPattern = 40;

/** Steps that nobody notices: in all, and for each character. */
const fewSteps = 100_000;
const fewStepsEach = 1000;

/** Ways to match outside of loops that are too many to be tried. */
const manyWays = 10_000;

/** Work for one pattern, and for all of them: about half a second, and some. Most need a hundredth of it. */
const workForOne = 40_000;
const workForAll = 250_000;

/**
 * Decides of regular expressions of ECMA-262 (`u` flag, as JSON Schema has it in core, section 6.4) how the time
 * grows that they take to be searched for. What the form of a pattern does not tell, recheck does. When there is
 * too much to analyse, the short patterns are analysed, whatever their order.
 *
 * @param sources patterns that `RegExp` accepts
 */
export function judgePatterns(sources: Iterable<string>): ReadonlyMap<string, PatternVerdict> {
  const verdicts = new Map<string, PatternVerdict>();
  let left = workForAll;
  for (const source of [...new Set(sources)].toSorted(bySize)) {
    const { verdict, work } = judge(source, Math.min(left, workForOne));
    left -= work;
    verdicts.set(source, verdict);
  }
  return verdicts;
}

function bySize(a: string, b: string): number {
  return a.length - b.length || compareText(a, b);
}

function judge(source: string, most: number): Analysis {
  const cost = patternCost(source);
  if (isCheap(cost)) return { verdict: { kind: "linear" }, work: 0 };
  if (source.length > longestPattern || cost.depth > deepestPattern || most <= 0)
    return { verdict: { kind: "undecided" }, work: 0 };
  const first = askRecheck(source, "auto", most);
  if (first.verdict.kind !== "linear" || cost.ways.times <= manyWays) return first;
  // To automata every pattern without a loop is fine, though it may have more ways than atoms in the world.
  const second = askRecheck(source, "fuzz", most);
  return { verdict: second.verdict, work: first.work + second.work };
}

function isCheap({ steps, isAnchored }: PatternCost): boolean {
  const degree = steps.degree + (isAnchored ? 0 : 1);
  return degree === 0 ? steps.times <= fewSteps : degree === 1 && steps.times <= fewStepsEach;
}
