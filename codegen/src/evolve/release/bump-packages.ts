import { posix } from "node:path";
import { greatest, type Verdict, type Verdicts } from "../change.ts";

export type PackageRole = "types" | "validators" | "client";

/** A package of an API as it lies in the repository. */
export interface ReleasedPackage {
  readonly name: string;
  /** Of the last release; `0.0.0` if there was none. */
  readonly version: string;
  readonly role: PackageRole;
}

export interface PackageBump extends ReleasedPackage {
  readonly bump: Verdict;
}

/**
 * What the changes of a contract demand of each package.
 *
 * - Types: what they do to types, but at least a patch, since the package carries the contract.
 * - Client: the greater of types, which it gives and takes, and wire.
 * - Validators: the greater of types, which `is` narrows to, and of what they accept.
 *
 * Below 1.0.0 one step less, as npm and cargo read versions: `^0.3.1` takes 0.3.2 and not 0.4.0, so a
 * breaking change is a minor there, and what is added a patch (semver.org, item 4, leaves it open). A package
 * at 0.0.0 was not released yet: its first release is 0.1.0. Packages of a fixed group get the greatest bump of
 * the group, after that.
 *
 * @param fixedGroups `fixed` of the configuration of changesets: names of packages, which may be globs
 */
export function bumpsOf(
  diff: Verdicts,
  packages: readonly ReleasedPackage[],
  fixedGroups: readonly (readonly string[])[] = [],
): readonly PackageBump[] {
  return groupedBumps(
    packages.map((released) => ({ ...released, bump: bumpFrom(released.version, demandOn(released, diff)) })),
    fixedGroups,
  );
}

/** The bumps of a release before which there was none. */
export function firstBumps(packages: readonly ReleasedPackage[]): readonly PackageBump[] {
  return packages.map((released) => ({ ...released, bump: "minor" }));
}

function demandOn({ role }: ReleasedPackage, { types, wire, validators }: Verdicts): Verdict {
  const isChanged = greatest(types, wire, validators) !== "none";
  if (role === "client") return greatest(types, wire);
  return role === "validators" ? greatest(types, validators) : greatest(types, isChanged ? "patch" : "none");
}

function bumpFrom(version: string, demand: Verdict): Verdict {
  if (demand === "none" || !version.startsWith("0.")) return demand;
  return version === "0.0.0" || demand === "major" ? "minor" : "patch";
}

function groupedBumps(
  bumps: readonly PackageBump[],
  fixedGroups: readonly (readonly string[])[],
): readonly PackageBump[] {
  return bumps.map((released) => {
    const group = fixedGroups.find((patterns) => isIn(patterns, released.name));
    const members = group === undefined ? [] : bumps.filter(({ name }) => isIn(group, name));
    return { ...released, bump: greatest(released.bump, ...members.map(({ bump }) => bump)) };
  });
}

function isIn(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) => pattern === name || posix.matchesGlob(name, pattern));
}
