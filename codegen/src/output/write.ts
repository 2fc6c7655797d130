import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Plan, TreeTarget } from "./plan.ts";

/** One step of a commit: what was staged takes the place of what is there. */
interface Move {
  readonly staged: string;
  readonly target: string;
  /** Where the old one goes; it is removed at the end. */
  readonly retired: string;
}

/** Staging folders carry the id of the process that they belong to. */
const stagingName = /^\.sdkmill-staging-(\d+)$/;

/**
 * Brings the disk to where a plan wants it, all or nothing: everything is staged first, then renamed
 * into place. Files that do not change keep their inode and their time. If the process dies while it
 * stages, nothing has changed; if it dies while it renames, the journal lets {@link recover} finish.
 * The only writer.
 *
 * @param folder where to stage, on the same file system as everything in the plan
 */
export function write({ trees, files, changes }: Plan, folder: string): void {
  if (trees.length === 0 && files.length === 0) return;
  const staging = join(folder, `.sdkmill-staging-${process.pid}`);
  mkdirSync(staging, { recursive: true });
  const moves = [
    ...trees.map((tree, index): Move => ({ ...slot(staging, index), target: tree.directory })),
    ...files.map(({ path }, index): Move => ({ ...slot(staging, trees.length + index), target: path })),
  ];
  const changed = new Set(changes.map(({ path }) => path));
  trees.forEach((tree, index) => stageTree(tree, changed, slot(staging, index).staged));
  files.forEach(({ text }, index) => writeText(slot(staging, trees.length + index).staged, text));
  for (const { target } of moves) mkdirSync(dirname(target), { recursive: true });

  writeText(`${journalOf(staging)}.next`, JSON.stringify(moves));
  renameSync(`${journalOf(staging)}.next`, journalOf(staging));
  finish(staging);
}

/**
 * Finishes every write in a folder that was interrupted after its journal was written, and clears away
 * those that were interrupted before. Writes of processes that still run are left alone.
 */
export function recover(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const [, owner] = stagingName.exec(name) ?? [];
    if (owner !== undefined && !isRunning(Number(owner))) finish(join(folder, name));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (cause) {
    // Not ours to signal, but there.
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
}

function finish(staging: string): void {
  if (existsSync(journalOf(staging))) {
    const moves = JSON.parse(readFileSync(journalOf(staging), "utf8")) as readonly Move[];
    for (const { staged, target, retired } of moves) {
      if (!existsSync(staged)) continue;
      if (existsSync(target)) {
        rmSync(retired, { recursive: true, force: true });
        renameSync(target, retired);
      }
      renameSync(staged, target);
    }
  }
  rmSync(staging, { recursive: true, force: true });
}

function journalOf(staging: string): string {
  return join(staging, "journal.json");
}

function slot(staging: string, index: number): Omit<Move, "target"> {
  return { staged: join(staging, `${index}.next`), retired: join(staging, `${index}.old`) };
}

/** @param changed paths of the files that differ; every other one is taken over */
function stageTree({ directory, files }: TreeTarget, changed: ReadonlySet<string>, staged: string): void {
  mkdirSync(staged, { recursive: true });
  for (const [path, text] of files) {
    const current = join(directory, path);
    if (changed.has(current)) writeText(join(staged, path), text);
    else keep(current, join(staged, path), text);
  }
}

/** The same file under another name, so that it keeps its time; a copy where the file system has no links. */
function keep(current: string, staged: string, text: string): void {
  mkdirSync(dirname(staged), { recursive: true });
  try {
    linkSync(current, staged);
  } catch {
    writeText(staged, text);
  }
}

function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
