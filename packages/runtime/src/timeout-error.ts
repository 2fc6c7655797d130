import { ClientError, type ClientErrorDetails } from "./client-error.js";
import type { Outcome } from "./connection-error.js";

/** What a {@link TimeoutError} is made of. */
export interface TimeoutErrorDetails extends ClientErrorDetails {
  readonly limit: "attempt" | "total";
  readonly timeout: number;
  readonly outcome: Outcome;
}

/** The answer did not come in time. */
export class TimeoutError extends ClientError<TimeoutErrorDetails> {
  static {
    this.prototype.name = "TimeoutError";
  }
  /** Whose time was over: that of one `attempt`, or of the call in `total`. */
  declare readonly limit: "attempt" | "total";
  /** The limit in milliseconds. */
  declare readonly timeout: number;
  declare readonly outcome: Outcome;
}
