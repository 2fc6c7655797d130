import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { hasErrors, type Diagnostic } from "../diagnostics.ts";
import { bumpsOf, firstBumps, type PackageBump } from "../evolve/release/bump-packages.ts";
import { changesetFile, changesetText, shortfallsOf } from "../evolve/release/changeset.ts";
import { firstSummary, releaseSummary, summarySubject } from "../evolve/release/release-summary.ts";
import type { FileChange } from "../output/plan.ts";
import type { Console, ExitCode } from "./command.ts";
import { readFixedGroups, readPackages } from "./read-packages.ts";
import { isReadable, readRevision } from "./read-revision.ts";
import { reportRevision } from "./report-revision.ts";
import { selectApis } from "./select-apis.ts";

export interface ChangesetOptions {
  /** Folder that holds `schemas/`, `packages/` and `.changeset/`. */
  readonly root: string;
  /** Names of APIs; all under `schemas/` if empty. */
  readonly apis: readonly string[];
  /** Writes nothing; fails if something would have been written. */
  readonly check: boolean;
}

/** What the contract of an API demands since its last release. */
interface Demand {
  readonly api: string;
  readonly bumps: readonly PackageBump[];
  /** The changeset; undefined if there is nothing to release. */
  readonly text: string | undefined;
}

/**
 * `sdkmill changeset [api…]`: writes `.changeset/contract-<api>.md`, which says what the contract changed
 * since the last release; removes it if that is nothing. With an error in any API nothing is written at all.
 */
export async function changeset(options: ChangesetOptions, console: Console): Promise<ExitCode> {
  const { root, check } = options;
  const groups = readFixedGroups(root);
  await reportFaults(groups.diagnostics, console);
  const demands: Demand[] = [];
  let failed = hasErrors(groups.diagnostics);
  for (const api of selectApis(root, options.apis)) {
    const demand = await demandOf(root, api, groups.value, console);
    if (demand === undefined) failed = true;
    else demands.push(demand);
  }
  if (failed) {
    console.err("Nothing was written.");
    return 1;
  }
  const changes = demands.flatMap((demand) => changeOf(root, demand));
  if (check) return checkChangesets(root, demands, changes, console);
  await writeChanges(root, changes);
  const { oneLine } = await import("../output/terminal-text.ts");
  for (const demand of demands) console.out(oneLine(outcomeOf(demand, changes)));
  return 0;
}

/** @returns undefined if the contract, its base or its packages can not be read, which is then told */
async function demandOf(
  root: string,
  api: string,
  fixedGroups: readonly (readonly string[])[],
  console: Console,
): Promise<Demand | undefined> {
  const base = `schemas/${api}/released.json`;
  const packages = readPackages(root, api);
  await reportFaults(packages.diagnostics, console);
  const next = readRevision(root, `schemas/${api}`);
  const old = existsSync(join(root, base)) ? readRevision(root, base) : undefined;
  // Nobody writes the base by hand: warnings about it are those of earlier documents.
  const isBaseReadable = old === undefined || isReadable(old);
  if (old !== undefined && !isBaseReadable) await reportRevision(old, console);
  await reportRevision(next, console);
  if (hasErrors(packages.diagnostics) || !isBaseReadable || !isReadable(next)) return undefined;
  if (packages.value.length === 0)
    console.err(`There are no packages of schemas/${api} to release. Run: pnpm codegen`);

  const { contract } = next.revision;
  if (old === undefined) {
    const bumps = firstBumps(packages.value);
    const summary = firstSummary(contract.title, contract.schemas.length, contract.operations.length);
    return { api, bumps, text: changesetText(bumps, summary) };
  }
  const { compare } = await import("../evolve/compare.ts");
  const compared = compare(old.revision, next.revision, contract.options.evolution);
  const bumps = bumpsOf(compared, packages.value, fixedGroups);
  const summary = releaseSummary(summarySubject(old.revision.contract, contract), compared.changes);
  return { api, bumps, text: changesetText(bumps, summary) };
}

function changeOf(root: string, { api, text }: Demand): readonly FileChange[] {
  const path = `.changeset/${changesetFile(api)}`;
  const file = join(root, path);
  const before = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  if (before === text) return [];
  const kind = before === undefined ? "added" : text === undefined ? "removed" : "changed";
  return [{ path, kind, before: before ?? "", after: text ?? "" }];
}

async function writeChanges(root: string, changes: readonly FileChange[]): Promise<void> {
  const { recover, write } = await import("../output/write.ts");
  const folder = join(root, ".changeset");
  recover(folder);
  const written = changes.filter(({ kind }) => kind !== "removed");
  const files = written.map(({ path, after }) => ({ path: join(root, path), text: after }));
  write({ trees: [], files, changes: written }, folder);
  for (const { kind, path } of changes) if (kind === "removed") rmSync(join(root, path), { force: true });
}

async function checkChangesets(
  root: string,
  demands: readonly Demand[],
  changes: readonly FileChange[],
  console: Console,
): Promise<ExitCode> {
  const { oneLine } = await import("../output/terminal-text.ts");
  const shortfalls = shortfallsOf(
    demands.flatMap(({ bumps }) => bumps),
    pendingChangesets(root),
  );
  for (const { name, declared, demanded } of shortfalls)
    console.err(oneLine(`${name}: the changesets say ${declared}, the contract demands ${demanded}.`));
  if (changes.length > 0) {
    const { formatDiff } = await import("../output/report.ts");
    console.out(await formatDiff(changes));
  }
  if (changes.length + shortfalls.length > 0) {
    console.err("The changesets are not what the contracts demand. Run: pnpm sdkmill changeset");
    return 1;
  }
  for (const demand of demands) console.out(oneLine(outcomeOf(demand, changes)));
  return 0;
}

/** The texts of all changesets that are waiting for the next version. */
function pendingChangesets(root: string): readonly string[] {
  const folder = join(root, ".changeset");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .toSorted()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

function outcomeOf({ api, bumps, text }: Demand, changes: readonly FileChange[]): string {
  const path = `.changeset/${changesetFile(api)}`;
  const kind = changes.find((change) => change.path === path)?.kind;
  if (text === undefined)
    return `schemas/${api}: nothing to release${kind === "removed" ? `; ${path} is removed` : ""}.`;
  const list = bumps.flatMap(({ name, bump }) => (bump === "none" ? [] : [`${name} ${bump}`]));
  return `${path} is ${kind === undefined ? "up to date" : kind === "added" ? "new" : "changed"}: ${list.join(", ")}.`;
}

async function reportFaults(diagnostics: readonly Diagnostic[], console: Console): Promise<void> {
  if (diagnostics.length === 0) return;
  const { formatDiagnostic } = await import("../output/report.ts");
  for (const fault of diagnostics)
    console.err(formatDiagnostic({ ...fault, line: undefined, column: undefined }, ""));
}
