import { load } from "js-yaml";
import { isObject } from "../../source/json.ts";
import type { PackageBump } from "./bump-packages.ts";
import { greatest, isAtLeast, verdicts, type Verdict } from "../change.ts";

/** Where the changeset of an API stands in `.changeset/`. */
export function changesetFile(api: string): string {
  return `contract-${api}.md`;
}

/**
 * A changeset as `@changesets/cli` reads it: the bump of each package in front of a summary, which goes into
 * their CHANGELOGs. Undefined if there is nothing to release.
 */
export function changesetText(bumps: readonly PackageBump[], summary: string): string | undefined {
  const released = bumps.filter(({ bump }) => bump !== "none");
  if (released.length === 0) return undefined;
  return [
    "---",
    "# Written anew with every change of the contract, by `sdkmill changeset`.",
    ...released.map(({ name, bump }) => `${JSON.stringify(name)}: ${bump}`),
    "---",
    "",
    summary,
    "",
  ].join("\n");
}

/** A package of which the pending changesets declare less than its bump. */
export interface Shortfall {
  readonly name: string;
  readonly declared: Verdict;
  readonly demanded: Verdict;
}

/** Packages whose bump is not declared by any of some changesets, given as texts. */
export function shortfallsOf(
  bumps: readonly PackageBump[],
  changesets: readonly string[],
): readonly Shortfall[] {
  const declared = changesets.map(declaredBumps);
  return bumps.flatMap(({ name, bump }) => {
    const most = greatest(...declared.map((bumpOf) => bumpOf.get(name) ?? "none"));
    return isAtLeast(most, bump) ? [] : [{ name, declared: most, demanded: bump }];
  });
}

/** What a changeset declares; nothing if it can not be read, which is for changesets to report. */
function declaredBumps(text: string): ReadonlyMap<string, Verdict> {
  const [, front = ""] = /^\s*---\r?\n([^]*?)\r?\n\s*---/.exec(text) ?? [];
  const data = readFront(front);
  const entries = isObject(data) ? Object.entries(data) : [];
  return new Map(
    entries.flatMap(([name, bump]) => {
      const verdict = verdicts.find((known) => known === bump);
      return verdict === undefined ? [] : [[name, verdict]];
    }),
  );
}

function readFront(text: string): unknown {
  try {
    return load(text);
  } catch {
    return undefined;
  }
}
