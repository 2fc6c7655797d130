import type { RetryClass } from "./retry-class.js";
import type { ValidationIssue } from "./validation-error.js";

/** Says of which attempt of which call something is told; never what was sent. */
export interface CallEvent {
  /** Number of the call, counted by the client. */
  readonly call: number;
  /** `POST /v1/users/{user_id}` */
  readonly operation: string;
  readonly retry: RetryClass;
  /** Counted from 1. */
  readonly attempt: number;
}

export interface ResponseEvent extends CallEvent {
  readonly status: number;
  readonly requestId: string | undefined;
  /** Milliseconds of this attempt. */
  readonly duration: number;
}

export interface RetryEvent extends CallEvent {
  /** Milliseconds until the next attempt. */
  readonly delay: number;
  readonly error: unknown;
}

export interface ErrorEvent extends CallEvent {
  readonly error: unknown;
  /** Milliseconds of the whole call. */
  readonly duration: number;
}

export interface InvalidEvent extends CallEvent {
  readonly subject: "request" | "response";
  readonly issues: readonly ValidationIssue[];
}

type Headed = Readonly<Record<string, string>> | undefined | void;

/**
 * Functions that are told what happens. What they throw is reported on the console and changes nothing, but
 * for `onRequest`, which then ends the call.
 */
export interface Hooks {
  /** Before each attempt. What it returns is added to the headers of this attempt. */
  onRequest?(event: CallEvent): Headed | Promise<Headed>;
  /** After each attempt that was answered. */
  onResponse?(event: ResponseEvent): unknown;
  /** Before the wait for the next attempt. */
  onRetry?(event: RetryEvent): unknown;
  /** Once, if the call has failed for good. */
  onError?(event: ErrorEvent): unknown;
  /** For what is not valid where validation is to `warn`. */
  onInvalid?(event: InvalidEvent): unknown;
}
