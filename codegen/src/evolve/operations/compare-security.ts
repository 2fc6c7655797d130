import type { Json } from "../../source/json.ts";
import type { View } from "../finding.ts";
import { listed } from "../quoted.ts";
import { report, type Scope, type Sites } from "./scope.ts";
import {
  hasSameSchemes,
  hasSchemesOf,
  isOpen,
  isSameAlternative,
  isWithin,
  readAlternatives,
  schemeNames,
  type Alternative,
} from "./security-alternatives.ts";

/** The security requirements that count at one place of two revisions. */
export interface SecurityPair {
  readonly old: Json | undefined;
  readonly new: Json | undefined;
  readonly sites: Sites;
  readonly view: View;
  /** New names of schemes by their old ones. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Compares security requirements: which alternatives there are, and what each of them asks for. Who was let
 * in by an alternative that is gone may still be by another one that asks for less.
 */
export function compareSecurity(scope: Scope, pair: SecurityPair): void {
  const { sites, view } = pair;
  const before = readAlternatives(pair.old, pair.names);
  const after = readAlternatives(pair.new, new Map());
  const tell = (kind: string, message: string, isHarmless = false): void =>
    report(scope, view, kind, message, sites, isHarmless ? { types: "none", wire: "none" } : undefined);

  if (before.every(isOpen) !== after.every(isOpen)) {
    if (after.every(isOpen)) tell("security-removed", "No credentials are asked for any more.");
    else tell("security-added", `Credentials are asked for now: ${listed(after.flatMap(schemeNames))}.`);
    return;
  }
  const rest = withoutPairs(before, after, isSameAlternative);
  const scoped = withoutPairs(rest.old, rest.new, hasSameSchemes);
  for (const [old, next] of scoped.pairs) compareScopes(old, next, tell);
  const widened = withoutPairs(
    scoped.old,
    scoped.new,
    (old, next) => hasSchemesOf(next, old) || hasSchemesOf(old, next),
  );
  for (const [old, next] of widened.pairs) {
    const isMore = next.schemes.size > old.schemes.size;
    const [more, less] = isMore ? [next, old] : [old, next];
    const names = listed(schemeNames(more).filter((name) => !less.schemes.has(name)));
    const whole = listed(schemeNames(less));
    if (isMore) {
      const message = `Besides ${whole}, credentials of ${names} are asked for now.`;
      tell("security-scheme-required", message);
    } else {
      const message = `Besides ${whole}, credentials of ${names} are no longer asked for.`;
      tell("security-scheme-dropped", message);
    }
  }
  for (const next of widened.new) {
    const message = isOpen(next)
      ? "Credentials may be left out now."
      : `Credentials of ${listed(schemeNames(next))} are a new alternative.`;
    tell("security-alternative-added", message, isLetIn(next, before));
  }
  for (const old of widened.old) {
    const message = isOpen(old)
      ? "Credentials may not be left out any more."
      : `Credentials of ${listed(schemeNames(old))} are no longer an alternative.`;
    tell("security-alternative-removed", message, isLetIn(old, after));
  }
}

type Tell = (kind: string, message: string, isHarmless?: boolean) => void;

function compareScopes(old: Alternative, next: Alternative, tell: Tell): void {
  for (const [name, scopes] of next.schemes) {
    const known = old.schemes.get(name) ?? new Set();
    const added = [...scopes].filter((scope) => !known.has(scope));
    const removed = [...known].filter((scope) => !scopes.has(scope));
    for (const scope of added) {
      const message = `The scope ${listed([scope])} of ${listed([name])} is asked for now.`;
      tell("security-scope-added", message);
    }
    for (const scope of removed) {
      const message = `The scope ${listed([scope])} of ${listed([name])} is no longer asked for.`;
      tell("security-scope-removed", message);
    }
  }
}

/** Whether who has everything that an alternative asks for is let in by one of these. */
function isLetIn(alternative: Alternative, by: readonly Alternative[]): boolean {
  return by.some((other) => isOpen(other) === isOpen(alternative) && isWithin(other, alternative));
}

interface Pairs {
  readonly pairs: readonly (readonly [Alternative, Alternative])[];
  readonly old: readonly Alternative[];
  readonly new: readonly Alternative[];
}

/** Pairs alternatives that fit, where neither fits another one: so that it does not matter which is asked first. */
function withoutPairs(
  old: readonly Alternative[],
  next: readonly Alternative[],
  fits: (old: Alternative, next: Alternative) => boolean,
): Pairs {
  const pairs = next.flatMap((candidate): readonly (readonly [Alternative, Alternative])[] => {
    const [found, ...others] = old.filter((one) => fits(one, candidate));
    const rivals = found === undefined ? [] : next.filter((one) => fits(found, one));
    return found !== undefined && others.length === 0 && rivals.length === 1 ? [[found, candidate]] : [];
  });
  const taken = new Set(pairs.flat());
  return {
    pairs,
    old: old.filter((one) => !taken.has(one)),
    new: next.filter((one) => !taken.has(one)),
  };
}
