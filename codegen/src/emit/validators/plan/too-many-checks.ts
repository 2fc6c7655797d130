import type { Contract } from "../../../contract/contract.ts";

/** What a contract is refused with if its schemas are referred to in too many ways. */
export class TooManyChecksError extends Error {
  override readonly name = "TooManyChecksError";
  /** Key of the component at which it was found out. */
  readonly key: string;

  constructor(key: string, limit: number) {
    super(
      `More than ${limit} functions would be needed to check values in all ways in which schemas are referred to.`,
    );
    this.key = key;
  }
}

/**
 * The number of checks that a contract may have. Without dynamic references, a schema has one for each mode,
 * and a few more at the very most. With them, it can have one for each way in which anchors can be bound,
 * and those multiply.
 */
export function checkLimit({ schemas }: Contract): number {
  return 4_000 + 8 * schemas.length;
}
