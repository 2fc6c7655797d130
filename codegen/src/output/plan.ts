import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "../source/json.ts";

/** A folder that is to hold exactly these files. */
export interface TreeTarget {
  readonly directory: string;
  readonly files: ReadonlyMap<string, string>;
}

/** A file that is to have this text. */
export interface FileTarget {
  readonly path: string;
  readonly text: string;
}

export interface FileChange {
  readonly path: string;
  readonly kind: "added" | "changed" | "removed";
  readonly before: string;
  readonly after: string;
}

/** What is to be done to a disk so that it holds what was compiled. */
export interface Plan {
  /** Trees in which something changes. */
  readonly trees: readonly TreeTarget[];
  /** Files outside of trees that change or are not there. */
  readonly files: readonly FileTarget[];
  /** Every single change, in the order of paths. */
  readonly changes: readonly FileChange[];
}

/**
 * Compares what is on the disk with what should be there. Reads only.
 *
 * @param trees folders that are rewritten as a whole
 * @param files files that are rewritten
 * @param once files that are written only if they are not there
 */
export function plan(
  trees: readonly TreeTarget[],
  files: readonly FileTarget[],
  once: readonly FileTarget[],
): Plan {
  const changedTrees = trees
    .map((tree) => ({ tree, changes: treeChanges(tree) }))
    .filter(({ changes }) => changes.length > 0);
  const missing = once.filter(({ path }) => !existsSync(path));
  const changedFiles = [...files, ...missing].flatMap((file) =>
    fileChange(file).map((change) => ({ file, change })),
  );
  return {
    trees: changedTrees.map(({ tree }) => tree),
    files: changedFiles.map(({ file }) => file),
    changes: [
      ...changedTrees.flatMap(({ changes }) => changes),
      ...changedFiles.map(({ change }) => change),
    ].toSorted((a, b) => compareText(a.path, b.path)),
  };
}

function treeChanges({ directory, files }: TreeTarget): readonly FileChange[] {
  const removed = listFiles(directory)
    .filter((path) => !files.has(path))
    .map((path): FileChange => ({
      path: join(directory, path),
      kind: "removed",
      before: readFileSync(join(directory, path), "utf8"),
      after: "",
    }));
  return [
    ...removed,
    ...[...files].flatMap(([path, text]) => fileChange({ path: join(directory, path), text })),
  ];
}

function fileChange({ path, text }: FileTarget): readonly FileChange[] {
  const before = readText(path);
  if (before === text) return [];
  return [{ path, kind: before === undefined ? "added" : "changed", before: before ?? "", after: text }];
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** Paths of all files below a folder, with `/`; none if there is no folder. */
function listFiles(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .replaceAll("\\", "/"),
    );
}
