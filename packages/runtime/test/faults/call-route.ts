import {
  type ApiClient,
  type ApiPromise,
  bindOperations,
  type CallOptions,
  type ClientOptions,
  type FetchClient,
} from "@sdkmill/runtime";

type Middleware = ClientOptions["middleware"];

/** A client with one operation. */
interface Bound extends FetchClient<object> {
  readonly operation: (parameters?: object, options?: CallOptions) => ApiPromise<unknown>;
}

/** Calls an operation by the text of its route, as the namespaces of a client do. */
export function callRoute(
  client: ApiClient,
  route: string,
  parameters?: object,
  options?: CallOptions,
  middleware?: Middleware,
): ApiPromise<unknown> {
  return bindRoute(client, route, middleware).operation(parameters, options);
}

/** Gives a client one operation, and `$fetch`. */
export function bindRoute(client: ApiClient, route: string, middleware?: Middleware): Bound {
  return bindOperations(client, { operation: route }, { middleware }) as unknown as Bound;
}
