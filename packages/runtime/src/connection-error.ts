import { ClientError, type ClientErrorDetails } from "./client-error.js";

/**
 * Whether the API may have done what was asked. `not-sent`: no, it never got the request. `unknown`: it may
 * have; whoever calls has to find out.
 */
export type Outcome = "not-sent" | "unknown";

/** There was no answer, or no end of it. `cause` says why. */
export class ConnectionError extends ClientError<ClientErrorDetails & { readonly outcome: Outcome }> {
  static {
    this.prototype.name = "ConnectionError";
  }
  declare readonly outcome: Outcome;
}
