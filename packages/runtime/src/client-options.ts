import type { Middleware } from "openapi-fetch";
import type { Hooks } from "./hooks.js";
import type { Validation } from "./validation.js";

/** What every client takes besides its credentials. Times are milliseconds. */
export interface ClientOptions {
  /**
   * Takes the place of the servers of the API: one URL for all of them, or a function from each server's
   * URL to the one to use. https only.
   */
  readonly baseUrl?: string | ((server: string) => string) | undefined;
  /** Lets `baseUrl` be http to this machine: `localhost`, `127.0.0.1`, `[::1]`. */
  readonly allowLoopbackHttp?: boolean | undefined;
  /** Lets the client be made where everybody can read its credentials. */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
  /**
   * Takes the place of the global `fetch`; is called as that one is. What it throws decides whether a call is
   * sent again: the code `ECONNREFUSED`, say, means that nothing was sent.
   */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** For a whole call: all its attempts, what is between them, and the reading of the answer. 60,000. */
  readonly timeout?: number | undefined;
  /** For one attempt. 30,000. */
  readonly attemptTimeout?: number | undefined;
  /** How often a call is sent again at most. 2. */
  readonly maxRetries?: number | undefined;
  /**
   * How many retries of all calls may run ahead of their successes. 10: each retry takes 1, each call that is
   * answered at once gives 0.1 back, with success or a refusal (400 to 428), so that an outage gets no more than a tenth on top.
   */
  readonly retryBudget?: number | undefined;
  /** The greatest answer that is read, in bytes after decompression. 10 MiB. */
  readonly maxResponseBytes?: number | undefined;
  /** Functions that are told what happens. */
  readonly hooks?: Hooks | readonly Hooks[] | undefined;
  /** openapi-fetch's, for operations and `$fetch` alike. It sees a call once, without its credentials. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** Holds what is sent and what comes against the contract: `createValidation(…)` of the client's package. */
  readonly validation?: Validation | undefined;
}
