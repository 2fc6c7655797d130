import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { plan, type Plan } from "../../src/output/plan.ts";
import { readFiles, temporaryFolder, writeFiles } from "../temporary-folder.ts";

type Texts = Readonly<Record<string, string>>;

interface PlanCase {
  readonly about: string;
  readonly disk: Texts;
  /** What is to be under `tree/`; undefined for no tree. */
  readonly tree?: Texts;
  readonly files?: Texts;
  readonly once?: Texts;
  /** Path → kind, text before, text after. */
  readonly changes: Readonly<Record<string, readonly [kind: string, before: string, after: string]>>;
  /** Whether the tree is to be written, and which files. */
  readonly writes: readonly string[];
}

const cases: readonly PlanCase[] = [
  { about: "nothing at all", disk: { "other.txt": "x" }, changes: {}, writes: [] },
  {
    about: "a tree on an empty disk",
    disk: {},
    tree: { "a.ts": "a", "b/c.ts": "c" },
    changes: { "tree/a.ts": ["added", "", "a"], "tree/b/c.ts": ["added", "", "c"] },
    writes: ["tree"],
  },
  {
    about: "a tree that is up to date",
    disk: { "tree/a.ts": "a", "tree/b/c.ts": "c", "beside.ts": "x" },
    tree: { "b/c.ts": "c", "a.ts": "a" },
    changes: {},
    writes: [],
  },
  {
    about: "a tree with changed, new and stale files",
    disk: { "tree/a.ts": "old", "tree/keep.ts": "same", "tree/z/stale.ts": "stale", "tree/.hidden": "stale" },
    tree: { "a.ts": "new", "keep.ts": "same", "b.ts": "b" },
    changes: {
      "tree/.hidden": ["removed", "stale", ""],
      "tree/a.ts": ["changed", "old", "new"],
      "tree/b.ts": ["added", "", "b"],
      "tree/z/stale.ts": ["removed", "stale", ""],
    },
    writes: ["tree"],
  },
  {
    about: "a tree that is to be empty",
    disk: { "tree/a.ts": "a" },
    tree: {},
    changes: { "tree/a.ts": ["removed", "a", ""] },
    writes: ["tree"],
  },
  { about: "a tree that is to be empty and is not there", disk: {}, tree: {}, changes: {}, writes: [] },
  {
    about: "files outside of trees",
    disk: { "same.json": "s", "changed.json": "old" },
    files: { "same.json": "s", "changed.json": "new", "added.json": "a" },
    changes: { "added.json": ["added", "", "a"], "changed.json": ["changed", "old", "new"] },
    writes: ["changed.json", "added.json"],
  },
  {
    about: "files that are written once",
    disk: { "package.json": "edited by a person", "empty.md": "" },
    once: { "package.json": "p", "README.md": "r", "empty.md": "e" },
    changes: { "README.md": ["added", "", "r"] },
    writes: ["README.md"],
  },
  {
    about: "an empty file that is not there",
    disk: {},
    files: { "empty.txt": "" },
    changes: { "empty.txt": ["added", "", ""] },
    writes: ["empty.txt"],
  },
];

function targets(
  root: string,
  texts: Texts = {},
): readonly { readonly path: string; readonly text: string }[] {
  return Object.entries(texts).map(([path, text]) => ({ path: join(root, path), text }));
}

function relativePlan(root: string, { trees, files, changes }: Plan): Pick<PlanCase, "changes" | "writes"> {
  const relative = (path: string): string => path.slice(root.length + 1);
  return {
    changes: Object.fromEntries(
      changes.map(({ path, kind, before, after }) => [relative(path), [kind, before, after] as const]),
    ),
    writes: [
      ...trees.map(({ directory }) => relative(directory)),
      ...files.map(({ path }) => relative(path)),
    ],
  };
}

describe("plan", () => {
  test.each(cases)("$about", ({ disk, tree, files, once, changes, writes }) => {
    const root = temporaryFolder();
    writeFiles(root, disk);
    const trees =
      tree === undefined ? [] : [{ directory: join(root, "tree"), files: new Map(Object.entries(tree)) }];
    const planned = plan(trees, targets(root, files), targets(root, once));
    expect(relativePlan(root, planned)).toStrictEqual({ changes, writes });
    expect(planned.changes.map(({ path }) => path)).toStrictEqual(
      planned.changes.map(({ path }) => path).toSorted(),
    );
    expect(readFiles(root)).toStrictEqual(disk);
  });

  test("leaves trees alone that do not change, beside others that do", () => {
    const root = temporaryFolder();
    writeFiles(root, { "same/a.ts": "a", "other/a.ts": "old" });
    const given = ["same", "other"].map((name) => ({
      directory: join(root, name),
      files: new Map([["a.ts", "a"]]),
    }));
    expect(plan(given, [], []).trees).toStrictEqual([given[1]]);
  });
});
