import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { plan } from "../../src/output/plan.ts";
import { recover, write } from "../../src/output/write.ts";
import { readFiles, suiteFolder, temporaryFolder, writeFiles } from "../temporary-folder.ts";
import { newState, newTexts, oldTexts, places, textsIn, type Texts } from "./interrupted-states.ts";

const program = join(import.meta.dirname, "interrupted-write.ts");
const suite = suiteFolder();

/** Writes in a process that is killed before its n-th change; whether it was. */
async function writeUntil(root: string, change: number): Promise<boolean> {
  writeFiles(root, oldTexts);
  const child = spawn(process.execPath, [program, root, String(change)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  await once(child, "exit");
  if (child.exitCode !== 0 && child.exitCode !== null) throw new Error("The write failed by itself.");
  return child.signalCode === "SIGKILL";
}

/** Everything but what is staged. */
function published(root: string): Texts {
  const files = Object.entries(readFiles(root));
  return Object.fromEntries(files.filter(([path]) => !path.includes(".sdkmill-staging-")));
}

function isClear(root: string): boolean {
  return !readdirSync(join(root, "packages")).some((name) => name.startsWith(".sdkmill"));
}

/** What the next run does. */
function writeAgain(root: string): void {
  recover(join(root, "packages"));
  const { trees, files } = newState(root);
  write(plan(trees, files, []), join(root, "packages"));
}

function nameOf(texts: Texts, place = ""): string {
  const found = JSON.stringify(textsIn(texts, place));
  const states = Object.entries({ old: oldTexts, new: newTexts, missing: {} });
  return states.find(([, state]) => JSON.stringify(textsIn(state, place)) === found)?.[0] ?? found;
}

/** One folder for each moment at which the write was killed, in the order of these moments. */
async function interruptedFolders(): Promise<readonly string[]> {
  const folders: string[] = [];
  for (;;) {
    // Two at a time: as many as the smallest machine has processors.
    const pair = [folders.length + 1, folders.length + 2].map(async (change) => {
      const root = join(suite, String(change));
      return (await writeUntil(root, change)) ? [root] : [];
    });
    const killed = (await Promise.all(pair)).flat();
    folders.push(...killed);
    if (killed.length < pair.length) return folders;
  }
}

describe("a write that is killed before any one of its changes", () => {
  let folders: readonly string[] = [];
  /** What each of the folders held when the process was gone. */
  let left: readonly Texts[] = [];

  beforeAll(async () => {
    folders = await interruptedFolders();
    left = folders.map(published);
  });

  test("leaves each place whole, old or new, or missing for the moment between the two", () => {
    expect(left.length).toBeGreaterThan(20);
    const states = left.flatMap((texts) => places.map((place) => nameOf(texts, place)));
    expect([...new Set(states)].toSorted()).toStrictEqual(["missing", "new", "old"]);
    const missing = left.filter((texts) =>
      places.some((place) => nameOf(oldTexts, place) === "old" && nameOf(texts, place) === "missing"),
    );
    expect(missing.length).toBeLessThanOrEqual(places.length);
  });

  test("is finished by the next run if it can be, or else undone, in all places together", () => {
    const recovered = folders.map((root) => {
      recover(join(root, "packages"));
      return `${nameOf(published(root))}, ${isClear(root) ? "clear" : "not clear"}`;
    });
    const first = recovered.indexOf("new, clear");
    expect(recovered).toStrictEqual(
      recovered.map((_, index) => (index < first ? "old, clear" : "new, clear")),
    );
    expect(first).toBeGreaterThan(5);
  });

  test("can be done again", () => {
    for (const root of folders) writeAgain(root);
    expect(folders.filter((root) => nameOf(published(root)) !== "new" || !isClear(root))).toStrictEqual([]);
  });

  // Prevents: no run ever succeeds again, since the place that something is to be renamed to is taken.
  test("can be done again even if what was missing has been put back by hand", async () => {
    const moments = left.flatMap((texts, index) => (Object.keys(texts).length < 5 ? [index + 1] : []));
    expect(moments.length).toBeGreaterThan(0);
    for (const change of moments) {
      const root = temporaryFolder();
      await writeUntil(root, change);
      writeFiles(root, oldTexts);
      writeAgain(root);
      expect([nameOf(published(root)), isClear(root)]).toStrictEqual(["new", true]);
    }
  });
});
