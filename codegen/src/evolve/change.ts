/** What differs between two revisions of a contract, and what each difference demands. Frozen data. */

import type { Json } from "../source/json.ts";

/**
 * What a change demands of the next version (semver.org): `major` breaks someone, `minor` adds, `patch`
 * changes what is published and nothing that it does, `none` nothing.
 */
export const verdicts = ["none", "patch", "minor", "major"] as const;
export type Verdict = (typeof verdicts)[number];

/** Three questions, answered one by one, since each package asks another one. */
export interface Verdicts {
  /** Does the TypeScript of a consumer still compile with the new packages? */
  readonly types: Verdict;
  /** Does a client that is deployed already still work with the new server? */
  readonly wire: Verdict;
  /** Do the new validators accept what they accepted, and refuse what they refused? */
  readonly validators: Verdict;
}

/** Where something stands: a file, as the user named its source, and a JSON Pointer (RFC 6901) in it. */
export interface Site {
  readonly file: string;
  readonly pointer: string;
}

/** Seen from a client: what it sends, what it gets, or both. */
export type ChangePosition = "request" | "response" | "both";

export interface Change extends Verdicts {
  /** What kind of change it is: a key of the rule table. */
  readonly kind: string;
  /** One sentence for people, without a place. */
  readonly message: string;
  /** The operation or schema that it belongs to, by its public name. */
  readonly subject: string;
  readonly old: Site | null;
  readonly new: Site | null;
  readonly position: ChangePosition;
  /** A value that one contract accepts and the other refuses; see `find-witnesses.ts`. */
  readonly witness?: Witness;
}

/** A JSON value that shows a change: held against the validators of both contracts. */
export interface Witness {
  readonly value: Json;
  readonly accepted: "old" | "new";
  /** The two schemas that it was held against. */
  readonly of?: { readonly old: Site; readonly new: Site };
}

export interface ContractDiff extends Verdicts {
  /** The greatest of the three. */
  readonly bump: Verdict;
  /** In the order of the contract: operations, then schemas; below them by place. */
  readonly changes: readonly Change[];
}

/** The greater of verdicts; `none` of none. */
export function greatest(...given: readonly Verdict[]): Verdict {
  return verdicts[Math.max(0, ...given.map((verdict) => verdicts.indexOf(verdict)))] ?? "none";
}

/** Whether a verdict demands at least another one. */
export function isAtLeast(verdict: Verdict, least: Verdict): boolean {
  return verdicts.indexOf(verdict) >= verdicts.indexOf(least);
}

/** What all the changes together demand. */
export function diffOf(changes: readonly Change[]): ContractDiff {
  const types = greatest(...changes.map((change) => change.types));
  const wire = greatest(...changes.map((change) => change.wire));
  const validators = greatest(...changes.map((change) => change.validators));
  return { bump: greatest(types, wire, validators), types, wire, validators, changes };
}
