import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { hasErrors } from "../diagnostics.ts";
import type { ProofReport } from "./describe-proof.ts";
import { UsageError, type Console, type ExitCode } from "./command.ts";
import type { ProofSource } from "./proof-revision.ts";
import { selectApis } from "./select-apis.ts";

export interface ProveOptions {
  /** The folder that the command was started in. */
  readonly root: string;
  /** Two folders or files, the old one first; none for the last release of every API. */
  readonly sources: readonly string[];
  readonly json: boolean;
  /** Whether the packages and programs stay on the disk. */
  readonly keep: boolean;
}

/**
 * `sdkmill prove [<old> <new>]`: compiles programs that use the old packages in every way with the new ones,
 * and holds what breaks against what the comparison says.
 *
 * @returns 1 if something breaks that the comparison does not call breaking
 */
export async function prove(options: ProveOptions, console: Console): Promise<ExitCode> {
  const [old, next, ...others] = options.sources;
  if (others.length > 0 || (old !== undefined && next === undefined))
    throw new UsageError("prove takes two folders or files, the old one first, or nothing.");
  if (old !== undefined && next !== undefined) {
    const report = await proveOne(options, { old, new: next }, nameOf(options.root, next), console);
    if (options.json) console.out(JSON.stringify(await resultOf(report), null, 2));
    return report?.ok === true ? 0 : 1;
  }

  const apis = selectApis(options.root, []).filter((name) =>
    existsSync(join(options.root, "schemas", name, "released.json")),
  );
  const results: Record<string, unknown> = {};
  let ok = true;
  for (const name of apis) {
    const source = `schemas/${name}`;
    const pair = { old: `${source}/released.json`, new: source };
    const report = await proveOne(options, pair, name, console);
    ok &&= report?.ok === true;
    results[name] = await resultOf(report);
  }
  if (options.json) console.out(JSON.stringify({ ok, apis: results }, null, 2));
  else if (apis.length === 0)
    console.out("Nothing was released yet: no schemas/<api>/released.json is there.");
  return ok ? 0 : 1;
}

async function resultOf(report: ProofReport | undefined): Promise<unknown> {
  const { proofResult } = await import("./describe-proof.ts");
  return report === undefined ? { ok: false } : proofResult(report);
}

/** The name of a folder, if packages can be called so. */
function nameOf(root: string, source: string): string {
  const name = basename(resolve(root, source));
  return /^[a-z][a-z0-9-]*$/.test(name) ? name : "api";
}

async function proveOne(
  { root, json, keep }: ProveOptions,
  labels: { readonly old: string; readonly new: string },
  name: string,
  console: Console,
): Promise<ProofReport | undefined> {
  const started = performance.now();
  const { proofSources } = await import("./proof-revision.ts");
  const sources = await proofSources(root, labels, name);
  const [old, next] = [sources.old.value, sources.new.value];
  for (const source of [sources.old, sources.new]) await reportFaults(source, console);
  if (old === undefined || next === undefined) return undefined;

  const { compareRevisions } = await import("../evolve/compare.ts");
  const { diffOf } = await import("../evolve/change.ts");
  const { changesBySubject } = await import("../evolve/prove/changes-by-subject.ts");
  const { consumerPrograms } = await import("../evolve/prove/consumer-programs.ts");
  const { probeModule } = await import("../evolve/prove/consumer-context.ts");
  const { readSurface } = await import("../evolve/prove/read-surface.ts");
  const { proof } = await import("../evolve/prove/proof.ts");
  const { compilePrograms } = await import("./compile-programs.ts");
  const policy = next.revision.contract.options.evolution;
  const changes = compareRevisions(old.revision, next.revision, policy);
  const packages = { types: `@sdkmill/${name}-types`, client: `@sdkmill/${name}-client` };
  const programs = consumerPrograms({
    revision: old.revision,
    surface: readSurface(old.types, old.client),
    typesPackage: packages.types,
    clientPackage: packages.client,
  });
  const filesOf = (side: typeof old): ReadonlyMap<string, ReadonlyMap<string, string>> =>
    new Map([
      [packages.types, side.types],
      [packages.client, side.client],
    ]);
  const texts = programs.map(
    ({ file, lines }) => [file, `${lines.map(({ text }) => text).join("\n")}\n`] as const,
  );
  const { folder, ...errors } = await compilePrograms(
    {
      programs: new Map([...texts, [probeModule.file, probeModule.text]]),
      old: filesOf(old),
      new: filesOf(next),
    },
    keep,
  );
  const proven = proof(programs, errors, changesBySubject(old.revision, next.revision, changes), policy);
  const { describeProof } = await import("./describe-proof.ts");
  const report: ProofReport = {
    old: labels.old,
    new: labels.new,
    ok: proven.invalid.length === 0 && proven.disagreements.every(({ kind }) => kind === "not shown"),
    diff: diffOf(changes.map(({ change }) => change)),
    proof: proven,
    repairs: sources.new.repairs.length,
    folder,
    milliseconds: performance.now() - started,
  };
  if (!json) console.out(describeProof(report));
  return report;
}

async function reportFaults({ diagnostics, folder }: ProofSource, console: Console): Promise<void> {
  if (!hasErrors(diagnostics)) return;
  const { formatDiagnostic } = await import("../output/report.ts");
  for (const fault of diagnostics.filter(({ severity }) => severity === "error"))
    console.err(formatDiagnostic(fault, folder));
}
