import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { median } from "./median.ts";

/** One run of a process. */
export interface Run {
  readonly milliseconds: number;
  /** Peak resident memory. */
  readonly kilobytes: number;
}

/** A process to measure. */
export interface Subject {
  readonly name: string;
  /** Brings the disk into the state that the run starts from; not measured. */
  readonly prepare: () => void;
  /** Arguments for node. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

const hook = new URL("./peak-memory.ts", import.meta.url).href;

/** Runs a process once. Throws if it fails: a failed run has no time. */
export function measure({ name, prepare, args, cwd, env = {} }: Subject): Run {
  prepare();
  const memoryFile = join(cwd, "peak-memory.txt");
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--import", hook, ...args], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...env, PEAK_MEMORY_FILE: memoryFile },
  });
  const milliseconds = performance.now() - started;
  if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
  const kilobytes = Number(readFileSync(memoryFile, "utf8"));
  rmSync(memoryFile);
  return { milliseconds, kilobytes };
}

/** Measures subjects in turns, so that a busy moment of the machine hits all of them, and takes medians. */
export function measureInTurns(subjects: readonly Subject[], rounds: number): ReadonlyMap<Subject, Run> {
  const runs = new Map<Subject, Run[]>(subjects.map((subject) => [subject, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjects) runs.get(subject)?.push(measure(subject));
  }
  return new Map(
    [...runs].map(([subject, all]) => [
      subject,
      {
        milliseconds: median(all.map(({ milliseconds }) => milliseconds)),
        kilobytes: median(all.map(({ kilobytes }) => kilobytes)),
      },
    ]),
  );
}
