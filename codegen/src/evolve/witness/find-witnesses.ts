import { componentSchemas } from "../../contract/component-schemas.ts";
import type { Change, Site, Witness } from "../change.ts";
import type { PlacedChange } from "../placed-change.ts";
import { siteOf, type Revision } from "../revision.ts";
import { breakingChange, type BreakingChange } from "./breaking-change.ts";
import { loadJudge, type Judge, type Manner } from "./load-judge.ts";
import { searchWitness } from "./search-witness.ts";
import type { Effort, Sides, World } from "./term.ts";

/** More changes are not looked at. */
const mostChanges = 250;

/**
 * Parts of values that are made for a change, and for all of them: a document that is made to keep this busy
 * does not. Most changes need a hundred.
 */
const mostEffort = 3000;
const mostEffortInAll = 60_000;

export interface WitnessedChanges {
  /** As they were given, some of them with a witness. */
  readonly changes: readonly Change[];
  /** How many of them break something in a schema and were not looked at, since there are so many. */
  readonly unexamined: number;
}

/** A witness, and the two schemas that its value was held against. */
export interface HeldWitness extends Witness {
  readonly of: Sides<Site>;
}

/**
 * Looks for witnesses of the changes that break something on the wire or for validators: a value that one
 * contract accepts and the other refuses. It is one of the component (or else the outermost schema) that the
 * change is in; where there is none, of the innermost schema. Each was held against the checks of both
 * contracts, compiled as for their validators packages: by the letter of the contract for what breaks on the
 * wire, in the manner of the packages for what breaks only there. Where no such value is found, there may be
 * one all the same.
 */
export async function findWitnesses(
  old: Revision,
  next: Revision,
  changes: readonly PlacedChange[],
): Promise<WitnessedChanges> {
  const revisions = { old, new: next };
  const breaking = changes.flatMap((placed) => breakingChange(placed, revisions) ?? []);
  const examined = breaking.slice(0, mostChanges);
  const judges = { old: await judgesOf("old", old, examined), new: await judgesOf("new", next, examined) };
  const found = new Map<PlacedChange, HeldWitness>();
  let unexamined = breaking.length - examined.length;
  let left = mostEffortInAll;
  for (const change of examined) {
    const effort = { left: Math.min(left, mostEffort) };
    left -= effort.left;
    if (effort.left === 0) unexamined += 1;
    else {
      const witness = witnessOf(change, revisions, judges, effort);
      if (witness !== undefined) found.set(change.placed, witness);
      left += Math.max(0, effort.left);
    }
  }
  const witnessed = changes.map((placed): Change => {
    const witness = found.get(placed);
    return witness === undefined ? placed.change : { ...placed.change, witness };
  });
  return { changes: witnessed, unexamined };
}

/** Looks for a witness of one change. */
function witnessOf(
  { places, manners, wanted }: BreakingChange,
  { old, new: next }: Sides<Revision>,
  judges: Sides<MannerlyJudge>,
  effort: Effort,
): HeldWitness | undefined {
  const worlds = { old: worldOf("old", old, effort), new: worldOf("new", next, effort) };
  for (const place of places) {
    const checks = {
      old: judges.old(manners.old, place.old.root.pointer),
      new: judges.new(manners.new, place.new.root.pointer),
    };
    const witness = searchWitness(place, worlds, checks, wanted);
    if (witness === undefined) continue;
    const of = { old: siteOf(old, place.old.root.pointer), new: siteOf(next, place.new.root.pointer) };
    return { ...witness, of };
  }
  return undefined;
}

type MannerlyJudge = (manner: Manner, pointer: string) => ReturnType<Judge>;

/** The validators of a revision, for all schemas that are asked for, each in its manner. */
async function judgesOf(
  side: Witness["accepted"],
  { contract }: Revision,
  examined: readonly BreakingChange[],
): Promise<MannerlyJudge> {
  const judges = new Map<Manner, Judge>();
  for (const [manner, group] of Map.groupBy(examined, ({ manners }) => manners[side])) {
    const roots = group.flatMap(({ places }) => places.map((place) => place[side].root));
    judges.set(manner, await loadJudge(contract, roots, manner));
  }
  return (manner, pointer) => judges.get(manner)?.(pointer);
}

function worldOf(side: Witness["accepted"], { document }: Revision, effort: Effort): World {
  return { side, schemas: componentSchemas(document), effort };
}
