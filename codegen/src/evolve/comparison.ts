import type { Finding, View } from "./finding.ts";
import type { Policy } from "./policy.ts";
import type { Revision } from "./revision.ts";

/** What the parts of a comparison share. */
export interface Comparison {
  readonly old: Revision;
  readonly new: Revision;
  readonly policy: Policy;
  readonly report: (finding: Finding) => void;
  /**
   * Compares the schemas at two pointers, into the linked document of the old revision and of the new one,
   * with everything that they lead to.
   *
   * @param subject public name of the operation (or schema) that they belong to
   * @param what how messages call the value, such as "the query parameter `limit`"
   */
  readonly compareSchemas: (old: string, next: string, view: View, subject: string, what?: string) => void;
}
