import { schemaSteps } from "../../contract/component-schemas.ts";
import { own } from "../../source/json.ts";
import type { Witness } from "../change.ts";
import type { PlacedChange } from "../placed-change.ts";
import type { Revision } from "../revision.ts";
import { changedPlace, withInnermost, type ChangedPlace } from "./changed-place.ts";
import type { Manner } from "./load-judge.ts";
import type { Sides } from "./term.ts";

/** Kinds of changes that break by a name of an export, whatever its schema accepts. */
const ofNames = new Set(["schema-removed", "schema-renamed", "alias-removed"]);

/** A change that may have a witness, and where to look for it. */
export interface BreakingChange {
  readonly placed: PlacedChange;
  /** Outermost schemas first. */
  readonly places: readonly ChangedPlace[];
  /** How values are held against each contract. */
  readonly manners: Sides<Manner>;
  /** The contract that should accept the value. */
  readonly wanted: Witness["accepted"];
}

/** What to look at for a change; undefined if it breaks nothing that is in a schema. */
export function breakingChange(
  placed: PlacedChange,
  { old, new: next }: Sides<Revision>,
): BreakingChange | undefined {
  const { change, side } = placed;
  if ((change.wire !== "major" && change.validators !== "major") || ofNames.has(change.kind))
    return undefined;
  const site = { pointers: { old: placed.old, new: placed.new }, part: partOf(change.kind) };
  const place = changedPlace({ old: old.document, new: next.document }, site);
  if (place === undefined || isUnsent(place, side)) return undefined;
  const isOnWire = change.wire === "major";
  const mannerIn = (revision: Revision, pointer: string): Manner =>
    isOnWire || isUnreached(revision, pointer) ? "none" : side;
  return {
    placed,
    places: withInnermost(place),
    manners: { old: mannerIn(old, place.old.root.pointer), new: mannerIn(next, place.new.root.pointer) },
    // What clients sent that a new server refuses; what it sends that they do not expect; what validators took.
    wanted: side === "request" || !isOnWire ? "old" : "new",
  };
}

/** Which of the places of a change is a property, where the other one is the object that it is missing in. */
function partOf(kind: string): Witness["accepted"] | undefined {
  if (!/^(?:required-|pattern-)?property-/.test(kind)) return undefined;
  return /-(?:removed|became-required)$/.test(kind) ? "old" : "new";
}

/** Whether the change is in a property that does not go in this direction: requests have none that is `readOnly`. */
function isUnsent({ old, new: next }: ChangedPlace, side: PlacedChange["side"]): boolean {
  const annotation = side === "request" ? "readOnly" : "writeOnly";
  return [...old.steps, ...next.steps].some(({ node }) => own(node, annotation) === true);
}

/** Whether a component is in no operation: then its validator goes by the letter. */
function isUnreached({ contract }: Revision, pointer: string): boolean {
  const key = schemaSteps(pointer)?.key;
  return contract.schemas.some((schema) => schema.key === key && schema.position === "none");
}
