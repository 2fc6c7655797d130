import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { recover } from "../../../src/output/write.ts";
import { command } from "../../command-in-process.ts";
import { api, json, reference } from "../../contract-parts.ts";
import { readFiles, suiteFolder, temporaryFolder, writeFiles } from "../../temporary-folder.ts";

const program = join(import.meta.dirname, "interrupted-pull.ts");
const suite = suiteFolder();

function upstream(type: string, ...keys: readonly string[]): string {
  const responses = { 200: { description: "Done." } };
  const paths = Object.fromEntries(
    keys.map((key) => [
      `/${key}`,
      { post: { operationId: key, requestBody: json(reference(key)), responses } },
    ]),
  );
  return JSON.stringify(
    api({ paths, components: { schemas: Object.fromEntries(keys.map((key) => [key, { type }])) } }),
  );
}

/** Pulls in a process that is killed before its n-th change; whether it was. */
async function pullUntil(root: string, change: number): Promise<boolean> {
  const child = spawn(process.execPath, [program, root, String(change)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  await once(child, "exit");
  if (child.exitCode !== 0 && child.exitCode !== null) throw new Error("The pull failed by itself.");
  return child.signalCode === "SIGKILL";
}

test("a pull that is killed before any one of its changes leaves the old folder or, once finished, the new one", async () => {
  const original = temporaryFolder();
  writeFiles(original, { "a.json": upstream("object", "a", "b"), "b.json": upstream("string", "b", "c") });
  await command(original, "pull", "shop", "--from", "a.json");
  const old = readFiles(original);
  const finished = temporaryFolder();
  cpSync(original, finished, { recursive: true });
  await command(finished, "pull", "shop", "--from", "b.json");
  const now = readFiles(finished);
  expect(Object.keys(now)).not.toStrictEqual(Object.keys(old));

  /** What is left of a pull that is killed before its n-th change; undefined if it has no such change. */
  const stateAfter = async (change: number): Promise<string | undefined> => {
    const root = join(suite, String(change));
    cpSync(original, root, { recursive: true });
    if (!(await pullUntil(root, change))) return undefined;
    recover(join(root, "schemas"));
    expect(readdirSync(join(root, "schemas"))).toStrictEqual(["shop"]);
    const left = JSON.stringify(readFiles(root));
    await command(root, "pull", "shop", "--from", "b.json");
    expect(readFiles(root)).toStrictEqual(now);
    return left === JSON.stringify(old) ? "old" : left === JSON.stringify(now) ? "new" : left;
  };
  const states: string[] = [];
  for (let isDone = false; !isDone;) {
    // Two at a time: as many as the smallest machine has processors.
    const pair = await Promise.all([stateAfter(states.length + 1), stateAfter(states.length + 2)]);
    states.push(...pair.filter((state) => state !== undefined));
    isDone = pair.includes(undefined);
  }
  const first = states.indexOf("new");
  expect(first).toBeGreaterThan(5);
  expect(states).toStrictEqual(states.map((_, index) => (index < first ? "old" : "new")));
});
