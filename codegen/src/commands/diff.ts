import { dirname, join, resolve } from "node:path";
import { counted } from "../contract/counted.ts";
import { readPolicy } from "../contract/evolution-policy.ts";
import { hasErrors, type Checked } from "../diagnostics.ts";
import { bumpsOf, type PackageBump, type PackageRole } from "../evolve/release/bump-packages.ts";
import { diffOf, isAtLeast, type ContractDiff, type Verdict } from "../evolve/change.ts";
import type { Policy } from "../evolve/policy.ts";
import type { Revision } from "../evolve/revision.ts";
import { UsageError, type Console, type ExitCode } from "./command.ts";
import { isReadable, readRevision, type ReadRevision } from "./read-revision.ts";
import { reportRevision } from "./report-revision.ts";

export interface DiffOptions {
  /** The folder that the command was started in. */
  readonly root: string;
  /** What is compared: folders or files, relative to that folder or absolute. */
  readonly old: string;
  readonly new: string;
  readonly format: "text" | "json" | "markdown";
  /** The bump from which on the command fails. */
  readonly failOn: Verdict | undefined;
  /** `knob=choice,knob=choice`, in place of what the new revision chooses. */
  readonly policy: string | undefined;
  /** Whether to look for values that show what breaks. */
  readonly witness: boolean;
}

/** `sdkmill diff <old> <new>`: what differs between two revisions of a contract, and what it demands. */
export async function diff(options: DiffOptions, console: Console): Promise<ExitCode> {
  const overrides = policyOf(options.policy ?? "");
  const [old, next] = [readRevision(options.root, options.old), readRevision(options.root, options.new)];
  for (const read of [old, next]) await reportRevision(read, console);
  if (!isReadable(old) || !isReadable(next)) return 1;

  const policy = { ...next.revision.contract.options.evolution, ...overrides };
  const compared = await compareWith(old.revision, next.revision, policy, options.witness, console);
  if (options.format === "json") {
    const { diffJson } = await import("../evolve/release/diff-json.ts");
    console.out(JSON.stringify(diffJson(compared), null, 2));
  } else if (options.format === "text") {
    const { describeDiff } = await import("./describe-diff.ts");
    console.out(describeDiff(compared, old.lineOf, next.lineOf));
  } else if (!(await printMarkdown(options, compared, old, next, console))) return 1;
  return options.failOn !== undefined && isAtLeast(compared.bump, options.failOn) ? 1 : 0;
}

async function compareWith(
  old: Revision,
  next: Revision,
  policy: Policy,
  witness: boolean,
  console: Console,
): Promise<ContractDiff> {
  const { compareRevisions } = await import("../evolve/compare.ts");
  const placed = compareRevisions(old, next, policy);
  if (!witness) return diffOf(placed.map(({ change }) => change));
  const { findWitnesses } = await import("../evolve/witness/find-witnesses.ts");
  const { changes, unexamined } = await findWitnesses(old, next, placed);
  if (unexamined > 0)
    console.err(`${counted(unexamined, "change")} more may have witnesses: there are too many.`);
  return diffOf(changes);
}

/** @param text `knob=choice,knob=choice` */
function policyOf(text: string): Partial<Policy> {
  const pairs = text.split(",").filter((pair) => pair !== "");
  const { chosen, faults } = readPolicy(
    Object.fromEntries(
      pairs.map((pair) => {
        const [knob = "", ...choice] = pair.split("=");
        return [knob.trim(), choice.join("=").trim()];
      }),
    ),
  );
  const [first] = faults;
  if (first !== undefined) throw new UsageError(`--policy: ${first.message} ${first.help}`);
  return chosen;
}

async function printMarkdown(
  { root, new: source }: DiffOptions,
  compared: ContractDiff,
  { revision: old }: ReadRevision,
  { revision: next }: ReadRevision,
  console: Console,
): Promise<boolean> {
  const { summarySubject } = await import("../evolve/release/release-summary.ts");
  const { diffMarkdown } = await import("../evolve/release/diff-markdown.ts");
  const { formatDiagnostic } = await import("../output/report.ts");
  const hasClient = old.contract.operations.length + next.contract.operations.length > 0;
  const bumps = await packageBumps(root, source, compared, hasClient);
  for (const fault of bumps.diagnostics)
    console.err(formatDiagnostic({ ...fault, line: undefined, column: undefined }, ""));
  if (hasErrors(bumps.diagnostics)) return false;
  console.out(diffMarkdown(compared, bumps.value, summarySubject(old.contract, next.contract)));
  return true;
}

/** Of the packages of an API of this repository; of any other source, what packages of it would get. */
async function packageBumps(
  root: string,
  source: string,
  compared: ContractDiff,
  hasClient: boolean,
): Promise<Checked<readonly PackageBump[]>> {
  const { readFixedGroups, readPackages } = await import("./read-packages.ts");
  const folder = resolve(root, source);
  const isApi = dirname(folder) === join(root, "schemas");
  const packages = isApi ? readPackages(root, folder.slice(dirname(folder).length + 1)) : undefined;
  if (packages !== undefined && packages.value.length > 0) {
    const groups = readFixedGroups(root);
    return {
      value: bumpsOf(compared, packages.value, groups.value),
      diagnostics: [...packages.diagnostics, ...groups.diagnostics],
    };
  }
  const roles: readonly PackageRole[] = ["types", "validators", ...(hasClient ? (["client"] as const) : [])];
  const unknown = roles.map((role) => ({ name: role, version: "", role }));
  return { value: bumpsOf(compared, unknown), diagnostics: packages?.diagnostics ?? [] };
}
