import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { textOf, type SourceFiles } from "./generated-contract.ts";
import { readFiles, temporaryFolder, writeFiles } from "./temporary-folder.ts";

const bin = join(import.meta.dirname, "../src/bin.ts");

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder to run the command in, with documents by path: `schemas/shop/Pet.json`. */
export function temporaryProject(files: SourceFiles): string {
  const root = temporaryFolder();
  addDocuments(root, files);
  return root;
}

/** A copy of a project, to do something to. */
export function copyOfProject(root: string): string {
  const copy = temporaryFolder();
  cpSync(root, copy, { recursive: true });
  return copy;
}

export function addDocuments(root: string, files: SourceFiles): void {
  writeFiles(
    root,
    Object.fromEntries(Object.entries(files).map(([path, content]) => [path, textOf(content)])),
  );
}

/** Runs the command as a user does. */
export function sdkmill(root: string, ...args: readonly string[]): CommandResult {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...inherited, NO_COLOR: "1" },
  });
  return { code: status, stdout, stderr };
}

/** Path, inode and time of every file: the same before and after if nothing was touched. */
export function fileTimes(root: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(readFiles(root)).map((path) => {
      const { ino, mtimeMs } = statSync(join(root, path));
      return [path, `${ino} ${mtimeMs}`];
    }),
  );
}

/** What there is in `packages/`, hidden or not; undefined if there is no such folder. */
export function packageFolders(root: string): readonly string[] | undefined {
  return readdirSync(root).includes("packages") ? readdirSync(join(root, "packages")).toSorted() : undefined;
}

/** One file under `src/generated` of a package per line: the types of an API of schemas alone. */
export function generatedFiles(root: string, folder: string): readonly string[] {
  const prefix = `packages/${folder}/src/generated/`;
  return Object.keys(readFiles(root)).flatMap((path) =>
    path.startsWith(prefix) ? [path.slice(prefix.length)] : [],
  );
}
