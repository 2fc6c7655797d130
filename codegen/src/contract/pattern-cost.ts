import {
  assertion,
  charactersOf,
  oneCharacter,
  oneWayChoice,
  oneWayLoop,
  oneWaySequence,
  type OneWay,
} from "./one-way.ts";

/** `times * n ** degree`, for a text of n characters. */
export interface Growth {
  readonly times: number;
  readonly degree: number;
}

/** How much a regular expression can cost at most, by its form. */
export interface PatternCost {
  /** In how many ways it can match at one place of a text. An unlimited loop over a choice has the degree Infinity. */
  readonly ways: Growth;
  /** How many steps it takes to try them all. */
  readonly steps: Growth;
  /** Whether it matches at the start of a text only. */
  readonly isAnchored: boolean;
  /** How many groups are around its innermost part. */
  readonly depth: number;
}

interface Part extends Omit<PatternCost, "depth"> {
  /** Unless there may be several ways to read a text. */
  readonly oneWay?: OneWay | undefined;
  /** The longest text that it matches, and how many tokens it has. */
  readonly longest: number;
  readonly size: number;
}

const once: Growth = { times: 1, degree: 0 };
const linear: Growth = { times: 1, degree: 1 };
const unlimited: Growth = { times: 1, degree: Number.POSITIVE_INFINITY };

const nothing: Part = {
  ways: once,
  steps: once,
  isAnchored: false,
  oneWay: assertion,
  longest: 0,
  size: 1,
};
const start: Part = { ...nothing, isAnchored: true };
/** It is compared with all of what its group matched. */
const backReference: Part = {
  ways: once,
  steps: linear,
  isAnchored: false,
  longest: Number.POSITIVE_INFINITY,
  size: 1,
};

/** Loops that repeat more often count as unlimited. */
const manyTimes = 100;

/** Tokens of a pattern (ECMA-262, section 22.2.1, with the `u` flag): openings, ends, quantifiers, classes, escapes. */
const tokens =
  /\(\?(?:<?[=!]|<[^>]*>|[a-z-]*:)|[()|]|[*+?]\??|\{\d+(?:,\d*)?\}\??|\[(?:\\[^]|[^\]\\])*\]|\\(?:[pPu]\{[^}]*\}|u[dD][89abAB]..\\u[dD][c-fC-F]..|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|k<[^>]*>|\d+|[^])|[^]/gu;

/** A group that has not ended yet. */
interface OpenGroup {
  readonly opening: string;
  readonly alternatives: Part[][];
}

/**
 * What a pattern costs at most when it is searched for from one place of a text, by its form alone: where the
 * next character does not tell which choice it is, every choice is taken to match. Only for patterns that
 * `RegExp` accepts.
 */
export function patternCost(source: string): PatternCost {
  const outer: OpenGroup[] = [];
  let group: OpenGroup = { opening: "", alternatives: [[]] };
  let depth = 0;
  const characters = new Map<string, Part>();
  for (const [token] of source.matchAll(tokens)) {
    const parent = token === ")" ? outer.pop() : undefined;
    const parts = group.alternatives.at(-1) ?? [];
    if (token.startsWith("(")) {
      outer.push(group);
      group = { opening: token, alternatives: [[]] };
      depth = Math.max(depth, outer.length);
    } else if (parent !== undefined) {
      parent.alternatives.at(-1)?.push(closed(group));
      group = parent;
    } else if (token === "|") group.alternatives.push([]);
    else if (/^(?:[*+?]|\{\d)/.test(token)) parts.push(repeated(parts.pop() ?? nothing, token));
    else {
      const part = characters.get(token) ?? partOf(token);
      characters.set(token, part);
      parts.push(part);
    }
  }
  const { ways, steps, isAnchored } = allOf(group);
  return { ways, steps, isAnchored, depth };
}

function partOf(token: string): Part {
  if (token === "^") return start;
  if (/^(?:\$|\\[bB])/.test(token)) return nothing;
  if (/^\\(?:[1-9]|k)/.test(token)) return backReference;
  return { ...nothing, oneWay: oneCharacter(charactersOf(token)), longest: 1 };
}

function allOf({ alternatives }: OpenGroup): Part {
  // From the end: what comes after a loop counts once for each of its ways, so that it has to be known as a whole.
  const sequences = alternatives.map((parts) =>
    parts.length === 0 ? nothing : parts.reduceRight((after, part) => sequence(part, after)),
  );
  return sequences.reduce(choice);
}

function closed(group: OpenGroup): Part {
  const part = allOf(group);
  const { opening } = group;
  // One that looks around is never gone back into (ECMA-262, section 22.2.2.4), but what it asks takes its time.
  if (/^\(\?<?[=!]/.test(opening))
    return { ...part, ways: once, isAnchored: false, oneWay: undefined, longest: 0 };
  // With modifiers, `^` can be the start of any line, and a character another one.
  return /^\(\?[a-z-]+:/.test(opening) ? { ...part, isAnchored: false, oneWay: undefined } : part;
}

function choice(first: Part, second: Part): Part {
  return capped({
    ways: sum(first.ways, second.ways),
    steps: sum(first.steps, second.steps),
    isAnchored: first.isAnchored && second.isAnchored,
    oneWay: oneWayChoice(first.oneWay, second.oneWay),
    longest: Math.max(first.longest, second.longest),
    size: first.size + second.size,
  });
}

function sequence(first: Part, second: Part): Part {
  return capped({
    ways: product(first.ways, second.ways),
    steps: sum(first.steps, product(first.ways, second.steps)),
    isAnchored: first.isAnchored,
    oneWay: oneWaySequence(first.oneWay, second.oneWay),
    longest: first.longest + second.longest,
    size: first.size + second.size,
  });
}

function repeated(body: Part, quantifier: string): Part {
  const { least, most } = bounds(quantifier);
  if (most === 0) return nothing;
  return capped({
    ...waysOfLoop(body, least, most),
    isAnchored: false,
    oneWay: oneWayLoop(body.oneWay, least, most),
    longest: body.longest === 0 ? 0 : body.longest * most,
    size: body.size,
  });
}

function waysOfLoop(
  body: Part,
  least: number,
  most: number,
): { readonly ways: Growth; readonly steps: Growth } {
  if (body.ways.times === 1 && body.ways.degree === 0) {
    // Repetitions that have to be may read nothing.
    if (most - least >= manyTimes)
      return { ways: linear, steps: product({ times: least + 1, degree: 1 }, body.steps) };
    return {
      ways: { times: most - least + 1, degree: 0 },
      steps: product({ times: most, degree: 0 }, body.steps),
    };
  }
  if (most > manyTimes) return { ways: unlimited, steps: unlimited };
  const counts = Array.from({ length: most + 1 }, (_, count) => power(body.ways, count));
  const steps = counts.slice(0, -1).map((ways) => product(ways, body.steps));
  return { ways: counts.slice(least).reduce(sum), steps: steps.reduce(sum, once) };
}

/** With one way to read a text, there is no more than one match of each length. */
function capped(part: Part): Part {
  if (part.oneWay === undefined) return part;
  const lengths = part.longest < Number.POSITIVE_INFINITY ? { times: part.longest + 1, degree: 0 } : linear;
  return {
    ...part,
    ways: smaller(part.ways, lengths),
    steps: smaller(part.steps, product({ times: part.size, degree: 0 }, lengths)),
  };
}

function bounds(quantifier: string): { readonly least: number; readonly most: number } {
  const [, least = "", comma = "", most = ""] = /^\{(\d+)(,?)(\d*)\}/.exec(quantifier) ?? [];
  if (least !== "") {
    const end = comma === "" ? least : most;
    return { least: Number(least), most: end === "" ? Number.POSITIVE_INFINITY : Number(end) };
  }
  return {
    least: quantifier.startsWith("+") ? 1 : 0,
    most: quantifier.startsWith("?") ? 1 : Number.POSITIVE_INFINITY,
  };
}

function smaller(a: Growth, b: Growth): Growth {
  if (a.degree !== b.degree) return a.degree < b.degree ? a : b;
  return a.times < b.times ? a : b;
}

function sum(a: Growth, b: Growth): Growth {
  return { times: a.times + b.times, degree: Math.max(a.degree, b.degree) };
}

function product(a: Growth, b: Growth): Growth {
  return { times: a.times * b.times, degree: a.degree + b.degree };
}

function power(base: Growth, exponent: number): Growth {
  return { times: base.times ** exponent, degree: exponent === 0 ? 0 : base.degree * exponent };
}
