import type { Pulled } from "../evolve/pull/pull-upstream.ts";
import type { LocatedDiagnostic } from "../source/locate.ts";

/** What came of pulling one API. */
export interface PulledApi {
  readonly name: string;
  /** How messages call its folder: `schemas/stytch`. */
  readonly folder: string;
  /** Where its upstream document is. */
  readonly upstream: string;
  /** There is nothing to write. */
  readonly isUnchanged: boolean;
  /** Not there if the document was not read. */
  readonly pulled?: Omit<Pulled, "texts">;
  /** Paths are relative to the root. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}
