import type { ApiResponse } from "./api-promise.js";
import type { CallOptions } from "./call-options.js";
import type { Answer } from "./answer.js";
import type { Route } from "./route.js";

/** What is sent for a call, the same in each attempt. */
export interface Outgoing {
  readonly route: Route;
  /** How errors and events call it: `POST /v1/users/{user_id}`. */
  readonly operation: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: NonNullable<RequestInit["body"]> | undefined;
  readonly options: CallOptions<string>;
  /** Path and query parameters by name. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Gives the body as it arrives: what `toJSON` hides counts, what it leaves out does not. */
  readonly value: () => unknown;
  /** Is given each answer, with or without success. */
  readonly onAnswer?: (answer: Answer) => void;
}

/** Sends a call, and again if it may; throws as `call` does. */
export type Send = (outgoing: Outgoing) => Promise<ApiResponse<unknown>>;
