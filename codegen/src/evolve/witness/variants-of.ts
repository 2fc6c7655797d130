import { isArray, own, type Json } from "../../source/json.ts";
import type { Witness } from "../change.ts";
import { arrayVariants } from "./array-variants.ts";
import { decided } from "./decided-ways.ts";
import { objectVariants } from "./object-variants.ts";
import { listedValues, ofEach } from "./parts-of.ts";
import { sampleOf } from "./sample-value.ts";
import { anyValues, scalarCandidates } from "./scalar-candidates.ts";
import { conjunctsOf, type Conjunct, type Term } from "./term.ts";
import type { Vary } from "./vary.ts";

/** Levels inside of the place of a change that are varied too. */
const deepest = 2;

/**
 * Values for a place that tell schemas of it apart: values of both revisions and of each, of each branch of their
 * unions, right and wrong ones at the bounds of either, and the same inside of them.
 *
 * @param terms schemas of both revisions for the place
 * @param depth of the place in what is varied
 */
export function* variantsOf(terms: readonly Term[], depth = 0): Generator<Json> {
  const groups = groupsOf(terms);
  const everything = [...new Map(groups.flat().map((conjunct) => [conjunct.schema, conjunct])).values()];
  yield* listedByOne(everything);
  yield* listedValues(everything);
  for (const group of groups) {
    const value = sampleOf(group, depth);
    if (value !== undefined) yield value;
    yield* branchSamples(group, depth);
  }
  yield* anyValues;
  for (const type of ["string", "number"] as const) yield* scalarCandidates(type, everything);
  yield* testedValues(everything, depth);
  for (const group of groups) {
    yield* arrayVariants(group, depth, varyBelow);
    yield* objectVariants(group, depth, varyBelow);
  }
}

const varyBelow: Vary = (terms, depth) =>
  depth > deepest || !differs(terms) ? [] : variantsOf(terms, depth);

/** The schemas of both revisions together, those of the old one, and those of the new one: each list that can be satisfied. */
function groupsOf(terms: readonly Term[]): readonly (readonly Conjunct[])[] {
  const lists = [terms, ofSide(terms, "old"), ofSide(terms, "new")];
  const groups = lists.flatMap((list) => {
    const conjuncts = conjunctsOf(list);
    return conjuncts === undefined ? [] : [conjuncts];
  });
  return groups.filter((group, index) => index === 0 || group.length > 0);
}

function ofSide(terms: readonly Term[], side: Witness["accepted"]): readonly Term[] {
  return terms.filter(({ world }) => world.side === side);
}

/** Values that only one revision lists. */
function listedByOne(conjuncts: readonly Conjunct[]): readonly Json[] {
  const counts = new Map<string, { readonly value: Json; readonly sides: Set<string> }>();
  for (const conjunct of conjuncts) {
    for (const value of listedValues([conjunct])) {
      const text = JSON.stringify(value);
      const known = counts.get(text) ?? { value, sides: new Set() };
      counts.set(text, known);
      known.sides.add(conjunct.world.side);
    }
  }
  return [...counts.values()].filter(({ sides }) => sides.size === 1).map(({ value }) => value);
}

/** Whether the two revisions do not say the same of a place: nothing else is worth to be varied. */
function differs(terms: readonly Term[]): boolean {
  const [old, next] = (["old", "new"] as const).map((side) =>
    JSON.stringify(ofSide(terms, side).map(({ schema }) => schema)),
  );
  return old !== next;
}

/** A value for each branch of each union, and for each two of a `oneOf`. */
function* branchSamples(conjuncts: readonly Conjunct[], depth: number): Generator<Json> {
  for (const union of conjuncts) {
    for (const keyword of ["oneOf", "anyOf"]) {
      const listed = own(union.schema, keyword);
      const branches = isArray(listed) ? listed.slice(0, 12) : [];
      for (const [index, branch] of branches.entries()) {
        const others = keyword === "oneOf" ? branches.slice(index + 1) : [];
        for (const schemas of [[branch], ...others.map((other) => [branch, other])]) {
          const closed = decided(conjuncts, union, { instead: [keyword], schemas });
          const value = closed === undefined ? undefined : sampleOf(closed, depth);
          if (value !== undefined) yield value;
        }
      }
    }
  }
}

/** What schemas that are only asked accept, beside the rest and alone. */
function* testedValues(conjuncts: readonly Conjunct[], depth: number): Generator<Json> {
  if (depth > deepest) return;
  for (const keyword of ["not", "if"]) {
    for (const term of ofEach(conjuncts, keyword)) yield* variantsOf([term], depth + 1);
  }
}
