import { resolvePointer } from "../../source/json-pointer.ts";
import type { Json } from "../../source/json.ts";
import type { Witness } from "../change.ts";
import type { ChangedPlace } from "./changed-place.ts";
import type { Check } from "./load-checks.ts";
import type { Sides, Term, World } from "./term.ts";
import { valueAround, type Track, type ValueAround } from "./value-around.ts";
import { variantsOf } from "./variants-of.ts";

/** Values that are tried for a change, around each of a few values. */
const mostValues = 200;

/** Values that are tried after one was found, since a shorter one may come. */
const furtherValues = 12;

/** Longer values are no help to people: characters of JSON. */
const longestValue = 300;

/**
 * Looks for a value that one contract accepts and the other refuses, and that the other one refuses for the
 * change. Values are made around the place of the change, the same but for what is in it. One is a witness if
 * the contract that refuses it accepts another one of them, or says that it is wrong in that place: else it is
 * refused for something elsewhere.
 *
 * @param checks the validators of the root schemas of the two contracts
 * @param wanted the contract that should accept it; the other one serves where there is no such value
 */
export function searchWitness(
  place: ChangedPlace,
  worlds: Sides<World>,
  checks: Sides<Check | undefined>,
  wanted: Side,
): Witness | undefined {
  const { old, new: next } = checks;
  if (old === undefined || next === undefined) return undefined;
  const root = (side: Side): Term => ({ world: worlds[side], schema: place[side].root.schema });
  const terms: Sides<Term> = { old: root("old"), new: root("new") };
  const tracks: readonly Track[] = [
    { ...terms.old, steps: place.old.steps },
    { ...terms.new, steps: place.new.steps },
  ];
  const other = otherSide[wanted];
  let second: Witness | undefined;
  // What surrounds the place is made to please both contracts, or else one of them.
  for (const list of [[terms.old, terms.new], [terms[wanted]], [terms[other]]]) {
    const around = valueAround(list, tracks);
    const found =
      around === undefined ? {} : searchAround(around, { old, new: next }, wanted, listedAt(place));
    if (found[wanted] !== undefined) return { value: found[wanted], accepted: wanted };
    if (found[other] !== undefined) second ??= { value: found[other], accepted: other };
  }
  return second;
}

type Side = Witness["accepted"];

const otherSide: Sides<Side> = { old: "new", new: "old" };

/** The shortest witnesses that were found, by the contract that accepts them. */
function searchAround(
  around: ValueAround,
  checks: Sides<Check>,
  wanted: Side,
  listed: readonly Json[],
): Partial<Sides<Json>> {
  /** Of the values that a contract alone accepts, the shortest one, and the shortest that is wrong in the place. */
  const found: Record<Side, Hits> = { old: {}, new: {} };
  const accepts: Record<Side, boolean> = { old: false, new: false };
  const shown = (side: Side): Json | undefined =>
    (accepts[otherSide[side]] ? found[side].any : found[side].told)?.value;
  let left = mostValues;
  const meant = new Set(listed.map((value) => JSON.stringify(around.put(value))));
  for (const value of valuesOf(around, listed)) {
    const accepted = { old: checks.old.is(value), new: checks.new.is(value) };
    accepts.old ||= accepted.old;
    accepts.new ||= accepted.new;
    if (accepted.old !== accepted.new) {
      const side = accepted.old ? "old" : "new";
      const text = JSON.stringify(value);
      // Nothing is shorter than what the change is about.
      const hit = { value, length: meant.has(text) && text.length <= longestValue ? 0 : text.length };
      const hits = found[side];
      if (isShorter(hit, hits.any)) hits.any = hit;
      const refusing = otherSide[side];
      if (!accepts[refusing] && isShorter(hit, hits.told) && tells(checks[refusing], value, around.path))
        hits.told = hit;
    }
    left = left > furtherValues && shown(wanted) !== undefined ? furtherValues : left - 1;
    if (left === 0) break;
  }
  const sides = (["old", "new"] as const).flatMap((side) => {
    const value = shown(side);
    return value === undefined ? [] : [[side, value] as const];
  });
  return Object.fromEntries(sides);
}

/** The values of an enum that a change is at, each by itself. */
function listedAt(place: ChangedPlace): readonly Json[] {
  return [place.old, place.new].flatMap(({ root, steps, keyword }) => {
    const value = keyword.startsWith("/enum/")
      ? resolvePointer(steps.at(-1)?.node ?? root.schema, keyword)
      : undefined;
    return value === undefined ? [] : [value];
  });
}

interface Hit {
  readonly value: Json;
  readonly length: number;
}

interface Hits {
  any?: Hit;
  told?: Hit;
}

function isShorter({ length }: Hit, than: Hit | undefined): boolean {
  return length < (than?.length ?? longestValue + 1);
}

/** Whether a validator says that a value is wrong in a place, or inside of what is there. */
function tells({ wrongPaths }: Check, value: Json, place: readonly (string | number)[]): boolean {
  return wrongPaths(value).some((path) => place.every((key, index) => String(key) === String(path[index])));
}

/** The value with nothing in the place, and with one thing after the other; nothing if it is too long as it is. */
function* valuesOf({ put, terms, path }: ValueAround, listed: readonly Json[]): Generator<Json> {
  const isPart = path.length > 0;
  const empty = isPart ? put(undefined) : null;
  if (JSON.stringify(empty).length > longestValue) return;
  if (isPart) yield empty;
  for (const value of listed) yield put(value);
  for (const value of variantsOf(terms)) yield put(value);
}
