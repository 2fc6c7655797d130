import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { patternCost, type Growth } from "../../src/contract/pattern-cost.ts";
import { anchored, patternTree, searchAll } from "./pattern-steps.ts";

/** What a growth is for a text of a length. */
function most({ times, degree }: Growth, length: number): number {
  return degree === Infinity ? Infinity : times * (length + 1) ** degree;
}

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 14 }),
  fc.string({ unit: fc.constant("a"), maxLength: 14 }),
);

describe("the cost of a pattern", () => {
  it("is no less than what a search takes that goes back to every choice", () => {
    fc.assert(
      fc.property(patternTree, text, (tree, value) => {
        const { ways, steps } = patternCost(anchored(tree));
        const found = searchAll(tree, value, 20_000);
        expect(found.ways).toBeLessThanOrEqual(most(ways, value.length));
        expect(found.steps).toBeLessThanOrEqual(most(steps, value.length));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    "^(?:[a-z]*)*$",
    "^(?:a?a)*$",
    "^(?:aa?)*$",
    "^(?:aa*b?)*$",
    "^(?:b?a*)*$",
    "^(?:a*b?a)*$",
    "^(?:a|ab)*$",
    "^(?:a?|b?)*$",
    "^(?:a{2,})*$",
    "^(?:a{2,3})*$",
    "^(?:[a-f]+|[e-z]+-)*$",
    String.raw`^(?:\w+\d)*$`,
    String.raw`^(?:.*\n?)*$`,
    // Characters beyond ASCII are not told apart, nor is what modifiers make of the others.
    "^(?:ä+ö?ü)*$",
    "^(?:(?i:a+)A)*$",
    String.raw`^(?:\u{e4}+[^a])*$`,
    String.raw`^(?:(?:\ud83d\ude00)+\p{S})*$`,
  ])("is unlimited where the next character does not tell the way: %s", (source) => {
    expect(patternCost(source).ways.degree).toBe(Infinity);
  });

  it.each([
    "^(?:[a-z]+-)*$",
    "^(?:ab?)*$",
    "^(?:a*b)*$",
    "^(?:a|b|cd)*$",
    "^(?:a{2,3}b)*$",
    "^(?:[a-z]{1,63}[.])+[A-Z]{2,}$",
    "^(?:[^,]*,)*$",
    String.raw`^(?:\d+\.)*\d$`,
    String.raw`^(?:[\w-]+(?:\.[\w-]+)*,)*$`,
    "^(?:a+ä)*$",
    "^(?<name>a+b)*$",
    "^(?=a)(?:a+b)*$",
  ])("is linear where it does: %s", (source) => {
    expect(patternCost(source).steps.degree).toBe(1);
  });

  it.each([
    ["^a", true],
    ["^a|^b", true],
    ["^(?:a|b)", true],
    ["(?:^a)", true],
    ["^a|b", false],
    ["a^", false],
    ["(?m:^)a", false],
    ["(?:^a)?b", false],
    ["(?!^)a", false],
    [String.raw`\^a`, false],
    ["[^a]", false],
  ])("tells whether it matches at the start alone: %s", (source, want) => {
    expect(patternCost(source).isAnchored).toBe(want);
  });

  it("counts the groups around its innermost part", () => {
    expect(patternCost("(a(?:b)(?=(?<n>c)))(d)").depth).toBe(3);
    expect(patternCost(String.raw`\((a)[(]`).depth).toBe(1);
  });
});
