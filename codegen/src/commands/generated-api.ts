import type { PackageTree } from "../pipeline.ts";
import type { LocatedDiagnostic } from "../source/locate.ts";

/** What came of one API. */
export interface GeneratedApi {
  readonly name: string;
  /** How messages call its source: `schemas/stytch`. */
  readonly source: string;
  /** Whether there is an OpenAPI document. */
  readonly hasRoot: boolean;
  /** Empty if there is an error among the diagnostics. */
  readonly packages: readonly PackageTree[];
  /** The text of `names.lock.json`. */
  readonly lock: string;
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly milliseconds: number;
}
