import { describe, expect, test } from "vitest";
import type { PackageBump } from "../../../src/evolve/release/bump-packages.ts";
import type { Verdict } from "../../../src/evolve/change.ts";
import { changesetFile, changesetText, shortfallsOf } from "../../../src/evolve/release/changeset.ts";
import { releaseSummary } from "../../../src/evolve/release/release-summary.ts";
import { dependencyOf } from "../../dependency-of.ts";
import { hostileNames } from "../../hostile-names.ts";
import { breaking, madeChange } from "./made-change.ts";

interface ParsedChangeset {
  readonly releases: readonly { readonly name: string; readonly type: string }[];
  readonly summary: string;
}

interface Parser {
  readonly parseChangesetFile: (text: string) => ParsedChangeset;
}

function isParser(value: unknown): value is Parser {
  return typeof value === "object" && value !== null && "parseChangesetFile" in value;
}

/** What changesets itself reads. */
async function parsed(text: string | undefined): Promise<ParsedChangeset> {
  const parser = await dependencyOf("@changesets/cli", "@changesets/parse");
  if (!isParser(parser) || text === undefined) throw new Error("There is no parser, or no changeset.");
  return parser.parseChangesetFile(text);
}

function bumps(...verdicts: readonly Verdict[]): readonly PackageBump[] {
  return verdicts.map((bump, index) => ({
    name: `@a/${"bcd"[index]}`,
    version: "1.0.0",
    role: "types",
    bump,
  }));
}

describe("a changeset", () => {
  test("has its own file for each API", () => {
    expect([changesetFile("shop"), changesetFile("pet-shop")]).toStrictEqual([
      "contract-shop.md",
      "contract-pet-shop.md",
    ]);
  });

  test("names the packages with a bump, and is read as it is meant", async () => {
    const text = changesetText(bumps("major", "none", "patch"), "Shop: 1 fix.\n\n**Fixed**\n\n- `A`: b.");
    expect(text).toBe(
      [
        "---",
        "# Written anew with every change of the contract, by `sdkmill changeset`.",
        '"@a/b": major',
        '"@a/d": patch',
        "---",
        "",
        "Shop: 1 fix.\n\n**Fixed**\n\n- `A`: b.\n",
      ].join("\n"),
    );
    expect(await parsed(text)).toStrictEqual({
      releases: [
        { name: "@a/b", type: "major" },
        { name: "@a/d", type: "patch" },
      ],
      summary: "Shop: 1 fix.\n\n**Fixed**\n\n- `A`: b.",
    });
  });

  test("is none where there is nothing to release", () => {
    expect([changesetText(bumps("none", "none"), "Shop: ."), changesetText([], "Shop: .")]).toStrictEqual([
      undefined,
      undefined,
    ]);
  });

  test.each(hostileNames)("with %j in its summary still says the same", async (name) => {
    const change = madeChange({ subject: name, message: `It was ${name}.`, ...breaking });
    const summary = releaseSummary({ title: name, typeNames: new Set(), operationNames: new Set() }, [
      change,
    ]);
    const { releases, summary: read } = await parsed(changesetText(bumps("minor"), summary));
    expect({ releases, read }).toStrictEqual({
      releases: [{ name: "@a/b", type: "minor" }],
      read: summary.trim(),
    });
  });
});

describe("pending changesets fall short", () => {
  const front = (...lines: readonly string[]): string => ["---", ...lines, "---", "", "Text."].join("\n");

  test.each<[about: string, changesets: readonly string[], want: readonly string[]]>([
    ["if there are none", [], ["@a/b: none, not minor"]],
    ["if they say less", [front('"@a/b": patch')], ["@a/b: patch, not minor"]],
    ["not if one of them says as much", [front('"@a/b": patch'), front("'@a/b': minor")], []],
    ["not if one of them says more", [front('"@a/b": major', '"@a/x": patch')], []],
    ["if they are of other packages", [front('"@a/x": major')], ["@a/b: none, not minor"]],
    [
      "if they can not be read",
      ["@a/b: major", front("{"), front("[]"), front('"@a/b": much'), ""],
      ["@a/b: none, not minor"],
    ],
    ["not with other ends of lines", [front('"@a/b": minor').replaceAll("\n", "\r\n")], []],
  ])("%s", (_, changesets, want) => {
    const found = shortfallsOf(bumps("minor", "none"), changesets);
    expect(
      found.map(({ name, declared, demanded }) => `${name}: ${declared}, not ${demanded}`),
    ).toStrictEqual(want);
  });
});
