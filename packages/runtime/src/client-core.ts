import type { ApiDescription } from "./api-description.js";
import type { Send } from "./outgoing.js";
import type { ServerOf } from "./servers.js";

/** What calls of a client need of it; its credentials are in none of it but the closure of `send`. */
export interface ClientCore {
  readonly description: ApiDescription;
  readonly serverOf: ServerOf;
  /** Sent with every request. */
  readonly headers: Headers;
  readonly send: Send;
  /** Sends the calls of operations: `send`, or what goes through openapi-fetch first. */
  respond: Send;
}
