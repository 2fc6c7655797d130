import * as fc from "fast-check";

/** A regular expression as a tree: enough of it to match with, going back as ECMA-262 has it. */
export type PatternTree =
  | { readonly kind: "characters"; readonly set: string }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly PatternTree[] }
  | { readonly kind: "look"; readonly body: PatternTree; readonly isWanted: boolean }
  | { readonly kind: "loop"; readonly body: PatternTree; readonly least: number; readonly most: number };

const letters = ["a", "b", "c"];

const characters = fc
  .subarray(letters, { minLength: 1 })
  .map((set): PatternTree => ({ kind: "characters", set: set.join("") }));

const bounds = fc.constantFrom([0, Infinity], [1, Infinity], [0, 1], [2, 2], [1, 3], [2, Infinity], [0, 0]);

/** Small patterns. */
export const patternTree: fc.Arbitrary<PatternTree> = fc.letrec<{ tree: PatternTree }>((tie) => {
  const parts = fc.array(tie("tree"), { minLength: 0, maxLength: 4 });
  return {
    tree: fc.oneof(
      { maxDepth: 4, depthSize: "small", withCrossShrink: true },
      characters,
      fc.record({ kind: fc.constantFrom("sequence" as const, "sequence", "choice"), parts }),
      fc
        .tuple(tie("tree"), bounds)
        .map(([body, [least = 0, most = 0]]): PatternTree => ({ kind: "loop", body, least, most })),
      fc.record({ kind: fc.constant("look" as const), body: tie("tree"), isWanted: fc.boolean() }),
    ),
  };
}).tree;

/** Its text, anchored at the start. */
export function anchored(tree: PatternTree): string {
  return `^${printed(tree)}`;
}

function printed(tree: PatternTree): string {
  switch (tree.kind) {
    case "characters":
      return tree.set.length === 1 ? tree.set : `[${tree.set}]`;
    case "sequence":
      return tree.parts.map((part) => (part.kind === "choice" ? group(part) : printed(part))).join("");
    case "choice":
      return group(tree);
    case "look":
      return `(?${tree.isWanted ? "=" : "!"}${printed(tree.body)})`;
    case "loop": {
      const { least, most } = tree;
      const body = tree.body.kind === "characters" ? printed(tree.body) : group(tree.body);
      return `${body}{${least},${most === Infinity ? "" : most}}`;
    }
  }
}

function group(tree: PatternTree): string {
  return tree.kind === "choice" ? `(?:${tree.parts.map(printed).join("|")})` : `(?:${printed(tree)})`;
}

/** How often a character was looked at, and how often the end of the pattern was reached. */
export interface Search {
  readonly steps: number;
  readonly ways: number;
}

/**
 * Matches at the start of a text in every way that there is, as a search does that fails at the end (ECMA-262,
 * section 22.2.2). Gives up after many steps.
 */
export function searchAll(tree: PatternTree, text: string, most: number): Search {
  let steps = 0;
  let ways = 0;
  type Then = (index: number) => boolean;
  const matched = (part: PatternTree, index: number, then: Then): boolean => {
    if (steps > most) return false;
    switch (part.kind) {
      case "characters": {
        steps += 1;
        const character = text[index];
        return character !== undefined && part.set.includes(character) && then(index + 1);
      }
      case "sequence": {
        const from = (place: number, at: number): boolean => {
          const next = part.parts[place];
          return next === undefined ? then(at) : matched(next, at, (end) => from(place + 1, end));
        };
        return from(0, index);
      }
      case "choice":
        return part.parts.length === 0 ? then(index) : part.parts.some((each) => matched(each, index, then));
      case "look":
        return matched(part.body, index, () => true) === part.isWanted && then(index);
      case "loop": {
        const again = (count: number, at: number): boolean =>
          (count < part.most &&
            matched(part.body, at, (end) => (end !== at || count < part.least) && again(count + 1, end))) ||
          (count >= part.least && then(at));
        return again(0, index);
      }
    }
  };
  matched(tree, 0, () => {
    ways += 1;
    return false;
  });
  return { steps, ways };
}
