import type { Redact } from "./redact.js";

/** An answer, read to its end. */
export interface Answer {
  readonly response: Response;
  /** Undefined if there was more than is read. */
  readonly bytes: Uint8Array | undefined;
  /** Makes what takes secrets out of an error; called only if there is one. */
  readonly redact: () => Redact;
}
