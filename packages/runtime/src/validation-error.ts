import { ClientError, type ClientErrorDetails } from "./client-error.js";

/** One thing that is wrong with a value. */
export interface ValidationIssue {
  /** Tells nothing of a secret. */
  readonly message: string;
  /** Where: a JSON Pointer into the value (RFC 6901). */
  readonly pointer: string;
  /** The keyword of JSON Schema that the value does not satisfy. */
  readonly keyword: string;
}

/** What a {@link ValidationError} is made of. */
export interface ValidationErrorDetails extends ClientErrorDetails {
  readonly subject: "request" | "response";
  readonly issues: readonly ValidationIssue[];
}

/** What was to be sent, or what came, is not what the contract says. */
export class ValidationError extends ClientError<ValidationErrorDetails> {
  static {
    this.prototype.name = "ValidationError";
  }
  /** A `request` was not sent; what a `response` tells of was done. */
  declare readonly subject: "request" | "response";
  declare readonly issues: readonly ValidationIssue[];
}
