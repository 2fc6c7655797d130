import type { Json } from "../../../src/source/json.ts";

/** Values of a format: of the examples in its specification, and one step beyond each of its limits. */
export interface FormatCase {
  readonly format: string;
  readonly accepts: readonly Json[];
  readonly refuses: readonly Json[];
}
