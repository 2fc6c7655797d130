import { isAtLeast } from "../change.ts";
import type { Policy } from "../policy.ts";
import type { ChangesBySubject } from "./changes-by-subject.ts";
import type { CompilerError } from "./compiler-errors.ts";
import { explainLine, type Explanation } from "./explain-line.ts";
import type { Program, ProgramLine } from "./program.ts";

/** A line of a program that compiles with the old packages and not with the new ones. */
export interface BrokenLine {
  readonly program: Program;
  readonly line: ProgramLine;
  readonly error: CompilerError;
  /** Whether it only names a case that is gone, which the policy does not call breaking. */
  readonly isDeadCase: boolean;
  /** Undefined if the comparison found nothing that explains it. */
  readonly explanation: Explanation | undefined;
}

/** Codes by which the compiler says that a case can not be, in the ways in which programs name cases. */
const deadCodes: ReadonlySet<string> = new Set(["TS2367", "TS2678", "TS2554", "TS2345", "TS2339"]);

/**
 * What broke in programs, without what broke only because a line before it did.
 *
 * @param errors of programs that compile with the old packages
 */
export function judgeFailures(
  programs: readonly Program[],
  errors: readonly CompilerError[],
  changes: ChangesBySubject,
  policy: Pick<Policy, "deadBranch">,
): readonly BrokenLine[] {
  const byFile = new Map(programs.map((program) => [program.file, program]));
  const failed = new Set(errors.map(({ file, line }) => `${file}:${line - 1}`));
  return errors.flatMap((error): readonly BrokenLine[] => {
    const program = byFile.get(error.file);
    const line = program?.lines[error.line - 1];
    if (program === undefined || line === undefined) return [];
    // What is only for a case that is gone is gone with it.
    if (line.guards.some((guard) => failed.has(`${error.file}:${guard}`))) return [];
    const isDeadCase = line.kind === "case" && deadCodes.has(error.code) && policy.deadBranch === "minor";
    const least = isDeadCase ? "minor" : "major";
    const explanation = explainLine(line, changes, ({ types }) => isAtLeast(types, least));
    return [{ program, line, error, isDeadCase, explanation }];
  });
}
