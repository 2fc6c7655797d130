import { counted } from "../contract/counted.ts";
import type { Change, ContractDiff } from "../evolve/change.ts";
import type { Disagreement, Proof } from "../evolve/prove/proof.ts";
import { oneLine } from "../output/terminal-text.ts";

/** What came of one proof. */
export interface ProofReport {
  readonly old: string;
  readonly new: string;
  /** Whether everything that breaks was said to break. */
  readonly ok: boolean;
  readonly diff: ContractDiff;
  readonly proof: Proof;
  /** How many names had to be mended so that there are packages. */
  readonly repairs: number;
  /** Where packages and programs are, if they were kept. */
  readonly folder: string | undefined;
  readonly milliseconds: number;
}

/** The same for programs. */
export function proofResult({ ok, diff, proof, milliseconds }: ProofReport): unknown {
  const { programs, broken, deadCases, agreement, disagreements, invalid } = proof;
  return {
    ok,
    bump: diff.bump,
    types: diff.types,
    programs,
    broken,
    deadCases,
    agreement,
    disagreements: disagreements.map(({ changes, ...one }) => ({
      ...one,
      changes: changes.map(changeResult),
    })),
    invalid,
    milliseconds: Math.round(milliseconds),
  };
}

function changeResult({ kind, message, types, position }: Change): unknown {
  return { kind, message, types, position };
}

/** More than anyone reads at once. */
const MAX_LISTED = 40;

/** The report for people. */
export function describeProof(report: ProofReport): string {
  const { proof, diff } = report;
  const { agreement, disagreements, invalid } = proof;
  const notExplained = disagreements.filter(({ kind }) => kind === "not explained");
  const notShown = disagreements.filter(({ kind }) => kind === "not shown");
  const lines = [
    `${report.old} → ${report.new}`,
    `  types: ${diff.types}, ${counted(diff.changes.length, "change")}${report.repairs === 0 ? "" : `; ${counted(report.repairs, "name")} mended`}`,
    `  ${counted(proof.programs, "program")}: ${proof.broken} no longer compile; ${counted(proof.deadCases, "line")} more name a case that is gone`,
    `  operations and schemas that break: ${agreement.both} by rules and compiler, ${agreement.rulesOnly} by the rules alone, ${agreement.compilerOnly} by the compiler alone; ${agreement.neither} by neither`,
    ...listedOf(notExplained, describeNotExplained),
    ...listedOf(notShown, describeNotShown),
    ...listedOf(invalid, ({ file, line, code, message }) => [
      `invalid program: ${file}:${line} ${code} ${message}`,
    ]),
    ...(report.folder === undefined ? [] : [`  kept in ${report.folder}`]),
    `  ${(report.milliseconds / 1000).toFixed(1)} s`,
  ];
  return lines.map(oneLine).join("\n");
}

function listedOf<T>(entries: readonly T[], describe: (entry: T) => readonly string[]): readonly string[] {
  const rest = entries.length - MAX_LISTED;
  return [...entries.slice(0, MAX_LISTED).flatMap(describe), ...(rest > 0 ? [`… and ${rest} more`] : [])];
}

function describeNotExplained({
  subject,
  program,
  line,
  message,
  lines,
  changes,
}: Disagreement): readonly string[] {
  return [
    `not explained: ${subject}, ${counted(lines, "line")}, the first in ${program}`,
    `    ${line}`,
    `    ${message}`,
    ...changes.map((change) => `    found there: ${described(change)}`),
  ];
}

function describeNotShown({ subject, changes }: Disagreement): readonly string[] {
  return [`not shown: ${subject}`, ...changes.map((change) => `    ${described(change)}`)];
}

function described({ kind, message, types, position }: Change): string {
  return `${types} ${kind} (${position}) ${message}`;
}
