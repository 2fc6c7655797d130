import { describe, expect, test } from "vitest";
import { bumpsOf, firstBumps, type ReleasedPackage } from "../../../src/evolve/release/bump-packages.ts";
import type { Verdict } from "../../../src/evolve/change.ts";

type Bumps = readonly [types: Verdict, validators: Verdict, client: Verdict];

function packagesAt(version: string): readonly ReleasedPackage[] {
  return (["types", "validators", "client"] as const).map((role) => ({
    name: `@a/shop-${role}`,
    version,
    role,
  }));
}

function bumps(
  [types, wire, validators]: readonly [types: Verdict, wire: Verdict, validators: Verdict],
  version: string,
  fixed?: readonly (readonly string[])[],
): readonly Verdict[] {
  return bumpsOf({ types, wire, validators }, packagesAt(version), fixed).map(({ bump }) => bump);
}

describe("bumps", () => {
  test.each<[verdicts: readonly [types: Verdict, wire: Verdict, validators: Verdict], want: Bumps]>([
    [
      ["none", "none", "none"],
      ["none", "none", "none"],
    ],
    [
      ["patch", "none", "none"],
      ["patch", "patch", "patch"],
    ],
    [
      ["minor", "none", "none"],
      ["minor", "minor", "minor"],
    ],
    [
      ["major", "none", "none"],
      ["major", "major", "major"],
    ],
    // The types package carries the contract, and so changes with it.
    [
      ["none", "major", "none"],
      ["patch", "none", "major"],
    ],
    [
      ["none", "minor", "major"],
      ["patch", "major", "minor"],
    ],
    [
      ["none", "none", "major"],
      ["patch", "major", "none"],
    ],
    [
      ["minor", "major", "patch"],
      ["minor", "minor", "major"],
    ],
    [
      ["minor", "patch", "major"],
      ["minor", "major", "minor"],
    ],
  ])("of types, wire and validators %j are %j from 1.0.0 on", (verdicts, want) => {
    expect(bumps(verdicts, "1.2.3")).toStrictEqual(want);
  });

  test.each<[verdict: Verdict, version: string, want: Verdict]>([
    ["major", "0.3.1", "minor"],
    ["minor", "0.3.1", "patch"],
    ["patch", "0.3.1", "patch"],
    ["none", "0.3.1", "none"],
    ["major", "0.0.2", "minor"],
    // Never released: 0.1.0 comes first, whatever there is.
    ["patch", "0.0.0", "minor"],
    ["none", "0.0.0", "none"],
    ["major", "1.0.0", "major"],
    ["minor", "10.0.0", "minor"],
    ["major", "0.9.0-beta.1", "minor"],
  ])("of a %s at %s are %s", (verdict, version, want) => {
    expect(bumps([verdict, verdict, verdict], version)).toStrictEqual([want, want, want]);
  });

  test.each<[fixed: readonly (readonly string[])[], want: Bumps]>([
    [[], ["patch", "major", "none"]],
    [[["@a/shop-types", "@a/shop-validators", "@a/shop-client"]], ["major", "major", "major"]],
    [[["@a/shop-types", "@a/shop-client", "@a/other"]], ["patch", "major", "patch"]],
    [[["@a/shop-*"]], ["major", "major", "major"]],
    [
      [["@b/*"], ["@a/shop-{client,validators}"]],
      ["patch", "major", "major"],
    ],
  ])("in fixed groups %j are those of the greatest member", (fixed, want) => {
    expect(bumps(["none", "none", "major"], "2.0.0", fixed)).toStrictEqual(want);
  });

  test("in a fixed group are compared after 0.x has been seen to", () => {
    const [types, , client] = packagesAt("0.3.0");
    const released = [types, client].flatMap((one) => (one === undefined ? [] : [one]));
    const mixed = released.map((one) => (one.role === "client" ? { ...one, version: "1.0.0" } : one));
    const diff = { types: "minor", wire: "none", validators: "none" } as const;
    const apart = bumpsOf(diff, mixed).map(({ bump }) => bump);
    const together = bumpsOf(diff, mixed, [["@a/*"]]).map(({ bump }) => bump);
    expect({ apart, together }).toStrictEqual({ apart: ["patch", "minor"], together: ["minor", "minor"] });
  });

  test("of a first release are minor", () => {
    expect(firstBumps(packagesAt("0.0.0")).map(({ name, bump }) => [name, bump])).toStrictEqual([
      ["@a/shop-types", "minor"],
      ["@a/shop-validators", "minor"],
      ["@a/shop-client", "minor"],
    ]);
  });
});
