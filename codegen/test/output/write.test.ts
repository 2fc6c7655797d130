import { spawn } from "node:child_process";
import { linkSync, mkdirSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { plan } from "../../src/output/plan.ts";
import { recover, write } from "../../src/output/write.ts";
import { readFiles, temporaryFolder, writeFiles } from "../temporary-folder.ts";

type Texts = Readonly<Record<string, string>>;

function bring(
  root: string,
  trees: Readonly<Record<string, Texts>>,
  files: Texts = {},
  once: Texts = {},
): void {
  const targets = (texts: Texts) =>
    Object.entries(texts).map(([path, text]) => ({ path: join(root, path), text }));
  const given = Object.entries(trees).map(([name, texts]) => ({
    directory: join(root, name),
    files: new Map(Object.entries(texts)),
  }));
  write(plan(given, targets(files), targets(once)), join(root, "packages"));
}

const longAgo = new Date(1_000_000_000_000);

/** What tells whether a file was touched. */
function identity(path: string): { readonly inode: number; readonly time: number } {
  const { ino, mtimeMs } = statSync(path);
  return { inode: ino, time: mtimeMs };
}

describe("write", () => {
  test("brings trees and files to where the plan wants them, and leaves nothing else behind", () => {
    const root = temporaryFolder();
    writeFiles(root, {
      "packages/a/gen/old.ts": "old",
      "packages/a/package.json": "edited",
      "schemas/lock.json": "old",
    });
    bring(
      root,
      {
        "packages/a/gen": { "new.ts": "new", "deep/er/x.ts": "x" },
        "packages/b/gen": { "b.ts": "é😀\u2028" },
      },
      { "schemas/lock.json": "new" },
      { "packages/a/package.json": "p", "packages/b/package.json": "p" },
    );
    expect(readFiles(root)).toStrictEqual({
      "packages/a/gen/deep/er/x.ts": "x",
      "packages/a/gen/new.ts": "new",
      "packages/a/package.json": "edited",
      "packages/b/gen/b.ts": "é😀\u2028",
      "packages/b/package.json": "p",
      "schemas/lock.json": "new",
    });
    expect(readdirSync(join(root, "packages")).toSorted()).toStrictEqual(["a", "b"]);
  });

  test("touches no file that stays as it is", () => {
    const root = temporaryFolder();
    const kept = [
      "packages/a/gen/same.ts",
      "packages/a/gen/deep/same.ts",
      "packages/b/gen/same.ts",
      "lock.json",
    ];
    writeFiles(root, Object.fromEntries([...kept, "packages/a/gen/other.ts"].map((path) => [path, path])));
    for (const path of kept) utimesSync(join(root, path), longAgo, longAgo);
    const before = kept.map((path) => identity(join(root, path)));
    bring(
      root,
      {
        "packages/a/gen": { "same.ts": kept[0] ?? "", "deep/same.ts": kept[1] ?? "", "other.ts": "changed" },
        "packages/b/gen": { "same.ts": kept[2] ?? "" },
      },
      { "lock.json": "lock.json", "added.json": "" },
    );
    expect(kept.map((path) => identity(join(root, path)))).toStrictEqual(before);
    expect(readFiles(root)["packages/a/gen/other.ts"]).toBe("changed");
  });

  test("does nothing at all if nothing changes", () => {
    const root = temporaryFolder();
    writeFiles(root, { "gen/a.ts": "a" });
    utimesSync(join(root, "gen"), longAgo, longAgo);
    bring(root, { gen: { "a.ts": "a" } });
    expect(readdirSync(root)).toStrictEqual(["gen"]);
    expect(statSync(join(root, "gen")).mtimeMs).toBe(longAgo.getTime());
  });

  test("empties a tree that nothing is generated for any more", () => {
    const root = temporaryFolder();
    writeFiles(root, { "packages/a/gen/a.ts": "a", "packages/a/README.md": "r" });
    bring(root, { "packages/a/gen": {} });
    expect(readFiles(root)).toStrictEqual({ "packages/a/README.md": "r" });
  });

  // Prevents: a file that is shared with another place is changed there as well.
  test("changes a file by putting another one in its place", () => {
    const root = temporaryFolder();
    writeFiles(root, { "packages/a/gen/a.ts": "old", "lock.json": "old" });
    linkSync(join(root, "packages/a/gen/a.ts"), join(root, "elsewhere.ts"));
    linkSync(join(root, "lock.json"), join(root, "elsewhere.json"));
    bring(root, { "packages/a/gen": { "a.ts": "new" } }, { "lock.json": "new" });
    expect(readFiles(root)).toMatchObject({
      "elsewhere.ts": "old",
      "elsewhere.json": "old",
      "lock.json": "new",
    });
  });

  test("puts files in the place of links, and leaves alone what they point at", () => {
    const root = temporaryFolder();
    writeFiles(root, { "outside/a.ts": "outside", "packages/a/gen/b.ts": "b" });
    symlinkSync(join(root, "outside/a.ts"), join(root, "packages/a/gen/a.ts"));
    bring(root, { "packages/a/gen": { "a.ts": "inside" } });
    expect(readFiles(root)).toStrictEqual({ "outside/a.ts": "outside", "packages/a/gen/a.ts": "inside" });
  });
});

function staging(root: string, pid: number): string {
  return join(root, `.sdkmill-staging-${pid}`);
}

/** The id of a process that lives as long as the test. */
function livingProcess(): number {
  const child = spawn(process.execPath, ["--eval", "setTimeout(() => {}, 60_000)"], { stdio: "ignore" });
  onTestFinished(() => void child.kill());
  return child.pid ?? 0;
}

describe("recover", () => {
  test("clears away a write that was interrupted while it staged", () => {
    const root = temporaryFolder();
    writeFiles(root, { "a/old.ts": "old" });
    // No process has an id as large as this.
    mkdirSync(staging(root, 99_999_999));
    writeFileSync(join(staging(root, 99_999_999), "half"), "x");
    recover(root);
    expect(readFiles(root)).toStrictEqual({ "a/old.ts": "old" });
    expect(readdirSync(root)).toStrictEqual(["a"]);
  });

  test("leaves the writes of running processes alone, and whatever only looks like one", () => {
    const root = temporaryFolder();
    const kept = [
      staging(root, livingProcess()),
      join(root, ".sdkmill-staging-x"),
      join(root, "sdkmill-staging-1"),
    ];
    for (const path of kept) mkdirSync(path);
    recover(root);
    expect(readdirSync(root).toSorted()).toStrictEqual(
      kept.map((path) => path.slice(root.length + 1)).toSorted(),
    );
  });

  test("is content with a folder that is not there", () => {
    expect(() => recover(join(temporaryFolder(), "packages"))).not.toThrow();
  });
});
