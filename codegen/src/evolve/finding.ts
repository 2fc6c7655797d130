/** What a comparison finds, before the rule table says what it demands. */

import type { Verdicts } from "./change.ts";

/** From where a schema is looked at. One schema may be looked at from several sides. */
export interface View {
  readonly side: "request" | "response";
  /**
   * Which way acceptance goes: `same`, `turned` beneath a `not`, `either` where a schema that accepts more
   * may make the whole accept more or less (`if`, branches of `oneOf` that overlap, `contains` with a maximum).
   */
  readonly sense: "same" | "turned" | "either";
  /** Whether the emitted types show it: what is beneath `not`, `if` or `contains` shapes no type. */
  readonly isTyped: boolean;
  /** Whether it goes over the wire: a schema that no operation reaches does not. */
  readonly isSent: boolean;
}

export interface Finding {
  readonly kind: string;
  readonly message: string;
  readonly subject: string;
  /** Pointers into the linked documents of the two revisions; undefined where there is nothing. */
  readonly old: string | undefined;
  readonly new: string | undefined;
  readonly view: View;
  /** What differs from the rule table in this case. */
  readonly verdicts?: Partial<Verdicts>;
}

export const requestView: View = { side: "request", sense: "same", isTyped: true, isSent: true };
export const responseView: View = { side: "response", sense: "same", isTyped: true, isSent: true };
