import type { Change } from "./change.ts";

/** A change, and where it stands in the linked documents of both revisions. */
export interface PlacedChange {
  readonly change: Change;
  /** Pointers into the linked documents; undefined where there is nothing. */
  readonly old: string | undefined;
  readonly new: string | undefined;
  /** The position that its verdicts were taken for. */
  readonly side: "request" | "response";
}
