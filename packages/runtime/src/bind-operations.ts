import type { Client } from "openapi-fetch";
import { ApiClient } from "./api-client.js";
import type { ApiPromise } from "./api-promise.js";
import { call } from "./call.js";
import type { CallOptions } from "./call-options.js";
import type { ClientOptions } from "./client-options.js";
import { lazyFetch } from "./lazy-fetch.js";
import { paged, type PagedRoute } from "./paged.js";
import { parseRoute } from "./parse-route.js";
import type { Route } from "./route.js";

/** Routes by namespace: `{ b2b: { otps: { sms: { send: "POST /v1/b2b/otps/sms/send json" } } } }`. */
export interface OperationTree {
  readonly [name: string]: string | PagedRoute<string> | OperationTree;
}

/** What a client with namespaces has besides them. */
export interface FetchClient<Paths extends object> {
  /**
   * openapi-fetch, for everything that no operation covers, with the same credentials, servers, limits and
   * retries. It is loaded when it is first used.
   */
  readonly $fetch: Client<Paths>;
}

/** Gives a client the operations of a tree as methods, and `$fetch`; returns the client itself. */
export function bindOperations(
  client: ApiClient,
  tree: OperationTree,
  options: ClientOptions,
): ApiClient & FetchClient<object> {
  const routes: Route[] = [];
  const bound = bind(client, tree, routes);
  const $fetch = lazyFetch(ApiClient.coreOf(client), routes, options);
  return Object.assign(client, bound, { $fetch });
}

type Method = (parameters?: object, options?: CallOptions<string>) => ApiPromise<unknown>;

function bind(client: ApiClient, tree: OperationTree, routes: Route[]): object {
  const method = (text: string, page?: readonly [cursor: string, next: string, items: string]): Method => {
    const route = parseRoute(text);
    routes.push(route);
    return (parameters, options) =>
      page === undefined
        ? call(client, route, parameters, options)
        : paged(client, [route, ...page], parameters, options);
  };
  return Object.fromEntries(
    Object.entries(tree).map(([name, entry]) => {
      if (typeof entry === "string") return [name, method(entry)];
      if (!isPaged(entry)) return [name, bind(client, entry, routes)];
      const [text, ...page] = entry;
      return [name, method(text, page)];
    }),
  );
}

function isPaged(entry: PagedRoute<string> | OperationTree): entry is PagedRoute<string> {
  return Array.isArray(entry);
}
