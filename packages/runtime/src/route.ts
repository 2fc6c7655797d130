import type { QueryParameters } from "./query-parameters.js";
import type { RetryClass } from "./retry-class.js";

/** How an operation is called over HTTP. */
export interface Route {
  readonly method: string;
  /** The template of the path: `/v1/users/{user_id}`; names in it are percent-encoded. */
  readonly path: string;
  readonly retry: RetryClass;
  readonly query?: QueryParameters | undefined;
  /** `json`: every other parameter is a property of the body. `whole`: the parameter `body` is the body. */
  readonly body?: "json" | "whole" | undefined;
  /** `empty`: success may come without content. `null`: or with `null`. `void`: its content means nothing. */
  readonly result?: "empty" | "null" | "void" | undefined;
  /** URL of the server that the operation has for itself. */
  readonly server?: string | undefined;
  /** Names of properties and, in lower case, of headers whose values are never told. */
  readonly secrets?: readonly string[];
}
