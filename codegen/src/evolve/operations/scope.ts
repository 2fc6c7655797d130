import type { Verdicts } from "../change.ts";
import type { Comparison } from "../comparison.ts";
import { requestView, responseView, type View } from "../finding.ts";

/** What the comparisons of the parts of one operation share. */
export interface Scope {
  readonly comparison: Comparison;
  /** Public name of the operation; "API" for what belongs to none. */
  readonly subject: string;
  /** From where its requests are looked at: they are what clients send, or in a webhook what they get. */
  readonly sent: View;
  /** From where its answers are looked at. */
  readonly got: View;
  /** Whether types show anything of the operation but its schemas. */
  readonly isTyped: boolean;
  /** The callbacks that were compared: many operations may have the same one, and it may have itself. */
  readonly compared: Set<string>;
}

/** Of what belongs to no operation, and of operations that clients call. */
export function apiScope(comparison: Comparison): Scope {
  const views = { sent: requestView, got: responseView };
  return { comparison, subject: "API", ...views, isTyped: true, compared: new Set() };
}

/** Of operations that the other side calls. */
export function turnedScope(scope: Scope): Scope {
  return { ...scope, sent: scope.got, got: scope.sent };
}

/** Where something stands in the one revision and in the other. */
export interface Sites {
  readonly old?: string | undefined;
  readonly new?: string | undefined;
}

/** Reports what was found; `verdicts` say what differs from the table of rules in this case. */
export function report(
  { comparison, subject, isTyped }: Scope,
  view: View,
  kind: string,
  message: string,
  sites: Sites,
  verdicts?: Partial<Verdicts>,
): void {
  comparison.report({
    kind,
    message,
    subject,
    old: sites.old,
    new: sites.new,
    view: { ...view, isTyped: view.isTyped && isTyped },
    ...(verdicts === undefined ? {} : { verdicts }),
  });
}
