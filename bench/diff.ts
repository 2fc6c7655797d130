/**
 * Wall time and peak memory of `sdkmill diff` on two sources, beside parsing both and nothing else. Medians
 * of some rounds, in turns.
 *
 * Usage: node bench/diff.ts <old> <new> [rounds]
 */
import { fileURLToPath } from "node:url";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { formatTable } from "../codegen/src/output/report.ts";
import { measureInTurns, type Subject } from "./measure.ts";

const [old, next, rounds = "5"] = process.argv.slice(2);
if (old === undefined || next === undefined)
  throw new Error("Usage: node bench/diff.ts <old> <new> [rounds]");
const sources = [resolve(old), resolve(next)];
const bin = fileURLToPath(new URL("../codegen/src/bin.ts", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "bench-diff-"));

const subject = (name: string, ...args: readonly string[]): Subject => ({
  name,
  prepare: () => undefined,
  args: [...args, ...sources],
  cwd: work,
});
const parsing = subject("parse both", fileURLToPath(new URL("./parse-sources.ts", import.meta.url)));
const subjects = [
  parsing,
  subject("diff --json --no-witness", bin, "diff", "--json", "--no-witness"),
  subject("diff --json", bin, "diff", "--json"),
  subject("diff, for people", bin, "diff"),
];

try {
  const runs = measureInTurns(subjects, Number(rounds));
  const base = runs.get(parsing)?.milliseconds ?? Number.NaN;
  const rows = [...runs].map(([{ name }, { milliseconds, kilobytes }]) => [
    name,
    `${(milliseconds / 1000).toFixed(2)} s`,
    `${(milliseconds / base).toFixed(1)}x`,
    `${Math.round(kilobytes / 1024)} MB`,
  ]);
  console.log(formatTable([["command", "time", "beside parsing", "peak memory"], ...rows]));
} finally {
  rmSync(work, { recursive: true, force: true });
}
