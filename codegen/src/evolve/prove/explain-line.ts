import type { Change } from "../change.ts";
import type { ChangesBySubject } from "./changes-by-subject.ts";
import { clientSubject } from "./client-program.ts";
import type { Owner, ProgramLine } from "./program.ts";

/** Why a line no longer compiles. */
export interface Explanation {
  /** The operation or schema that is to blame, the innermost of several. */
  readonly subject: string;
  /** What of it, and of what leads there. */
  readonly changes: readonly Change[];
}

/**
 * Looks for what explains that a line no longer compiles: changes of what it goes through, where it goes
 * through it; otherwise of a schema that it uses as a whole, or of an option that counts for the whole API.
 *
 * @param breaks whether a change says that it breaks programs
 * @returns undefined if there is no such change
 */
export function explainLine(
  { path, uses }: ProgramLine,
  changes: ChangesBySubject,
  breaks: (change: Change) => boolean,
): Explanation | undefined {
  const found = ({ subject, steps }: Owner): readonly Change[] =>
    (changes.get(subject) ?? [])
      .filter((one) => breaks(one.change) && leadsThrough(one.steps, steps))
      .map(({ change }) => change);
  const isOption = ({ kind }: Change): boolean => kind === "option-changed";
  const groups: readonly (readonly Explanation[])[] = [
    path.toReversed().map((owner) => ({ subject: owner.subject, changes: found(owner) })),
    uses.map((subject) => ({ subject, changes: found({ subject, steps: [] }) })),
    [{ subject: clientSubject, changes: found({ subject: clientSubject, steps: [] }).filter(isOption) }],
  ];
  for (const group of groups) {
    const telling = group.filter((one) => one.changes.length > 0);
    const [first] = telling;
    if (first !== undefined)
      return { subject: first.subject, changes: telling.flatMap((one) => one.changes) };
  }
  return undefined;
}

/** Whether one of two ways goes on where the other one ends. */
function leadsThrough(a: readonly string[], b: readonly string[]): boolean {
  return a.slice(0, b.length).every((step, index) => step === b[index]);
}
