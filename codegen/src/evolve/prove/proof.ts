import type { Change } from "../change.ts";
import type { Policy } from "../policy.ts";
import type { ChangesBySubject } from "./changes-by-subject.ts";
import type { CompilerError } from "./compiler-errors.ts";
import { judgeFailures, type BrokenLine } from "./judge-failures.ts";
import type { Program } from "./program.ts";

/** Something that the comparison and the compiler do not agree on. */
export interface Disagreement {
  /**
   * `not explained`: a program no longer compiles, and the comparison found nothing that would break it: the
   * rules have a fault. `not shown`: the comparison says that something breaks, and no program does.
   */
  readonly kind: "not explained" | "not shown";
  /** The operation or schema, by its public name. */
  readonly subject: string;
  /** The first line that broke, if one did. */
  readonly program?: string;
  readonly line?: string;
  readonly message?: string;
  /** How many lines of programs broke so. */
  readonly lines: number;
  /** What the comparison found of the subject; where nothing was shown, what it calls breaking. */
  readonly changes: readonly Change[];
}

/** Operations and schemas, by whether the rules say that they break programs, and whether programs break. */
export interface Agreement {
  readonly both: number;
  readonly neither: number;
  readonly rulesOnly: number;
  readonly compilerOnly: number;
}

export interface Proof {
  readonly programs: number;
  /** Programs that no longer compile. */
  readonly broken: number;
  /** Lines that only name a case that is gone, where the policy does not call that breaking. */
  readonly deadCases: number;
  readonly agreement: Agreement;
  readonly disagreements: readonly Disagreement[];
  /** What fails with the old packages already, or in the packages themselves: faults of sdkmill, not of the rules. */
  readonly invalid: readonly CompilerError[];
}

/** Holds what the compiler says against what the comparison says. */
export function proof(
  programs: readonly Program[],
  errors: { readonly old: readonly CompilerError[]; readonly new: readonly CompilerError[] },
  changes: ChangesBySubject,
  policy: Pick<Policy, "deadBranch">,
): Proof {
  const files = new Set(programs.map(({ file }) => file));
  const invalidFiles = new Set(errors.old.map(({ file }) => file));
  const outside = errors.new.filter(({ file }) => !files.has(file));
  const valid = programs.filter(({ file }) => !invalidFiles.has(file));
  const fresh = errors.new.filter(({ file }) => files.has(file) && !invalidFiles.has(file));
  const all = judgeFailures(valid, fresh, changes, policy);
  const broken = all.filter(({ isDeadCase }) => !isDeadCase);

  const subjects = new Set(programs.map(({ subject }) => subject));
  const breaking = [...changes].flatMap(([subject, found]) => {
    const majors = found.map(({ change }) => change).filter(({ types }) => types === "major");
    return subjects.has(subject) && majors.length > 0 ? [{ subject, majors }] : [];
  });
  const shown = new Set(broken.flatMap(({ explanation }) => explanation?.changes ?? []));
  const notShown = breaking.filter(({ majors }) => !majors.some((change) => shown.has(change)));
  const missed = Map.groupBy(
    all.filter(({ explanation }) => explanation === undefined),
    subjectOf,
  );
  const compilerOnly = [...missed.keys()].filter(
    (subject) => !breaking.some((one) => one.subject === subject),
  ).length;
  return {
    programs: programs.length,
    broken: new Set(broken.map(({ program }) => program)).size,
    deadCases: all.length - broken.length,
    agreement: {
      both: breaking.length - notShown.length,
      rulesOnly: notShown.length,
      compilerOnly,
      neither: subjects.size - breaking.length - compilerOnly,
    },
    disagreements: [
      ...[...missed].map(([subject, lines]) => notExplained(subject, lines, changes)),
      ...notShown.map(({ subject, majors }): Disagreement => ({
        kind: "not shown",
        subject,
        lines: 0,
        changes: majors,
      })),
    ],
    invalid: [...errors.old, ...outside],
  };
}

/** Whose line it is: the innermost that it goes through. */
function subjectOf({ line, program }: BrokenLine): string {
  return line.path.at(-1)?.subject ?? program.subject;
}

function notExplained(
  subject: string,
  lines: readonly BrokenLine[],
  changes: ChangesBySubject,
): Disagreement {
  const [first] = lines;
  return {
    kind: "not explained",
    subject,
    ...(first === undefined
      ? {}
      : {
          program: first.program.file,
          line: first.line.text.trim(),
          message: `${first.error.code}: ${first.error.message}`,
        }),
    lines: lines.length,
    changes: (changes.get(subject) ?? []).map(({ change }) => change),
  };
}
