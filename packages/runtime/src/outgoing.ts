import type { ApiError } from "./api-error.js";
import type { ApiResponse } from "./api-promise.js";
import type { CallOptions } from "./call-options.js";
import type { Route } from "./route.js";

/** What is sent for a call, the same in each attempt. */
export interface Outgoing {
  readonly route: Route;
  /** How errors and events call it: `POST /v1/users/{user_id}`. */
  readonly operation: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;
  readonly options: CallOptions<string>;
  /** Path and query parameters by name. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The body before it was serialized. */
  readonly value: unknown;
  /** Whether an answer without success is given back too. */
  readonly isRaw?: boolean;
}

/** How a call ended. */
export interface Sent extends ApiResponse<unknown> {
  readonly bytes: Uint8Array | undefined;
  /** What a raw answer without success would have been thrown as. */
  readonly error?: ApiError;
}

export type Send = (outgoing: Outgoing) => Promise<Sent>;
