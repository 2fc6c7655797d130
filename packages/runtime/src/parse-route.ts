import { queryParameters } from "./query-parameters.js";
import { defaultRetryClass } from "./retry-class.js";
import type { Route } from "./route.js";

/**
 * Reads a route from a text: `METHOD /path/{template}[?query&names][ flags]`. The flags are a retry class, if
 * it is not the method's own, what the body is, what a result may be, and `@` with a server. Names are
 * percent-encoded. All the operations of an API take half as many bytes so.
 */
export function parseRoute(text: string): Route {
  const [method = "", target = "", ...flags] = text.split(" ");
  const [path = "", query] = target.split("?");
  const flag = <Flag extends string>(...known: readonly Flag[]): Flag | undefined =>
    known.find((name) => flags.includes(name));
  return {
    method,
    path,
    query: query === undefined ? undefined : queryParameters(...query.split("&").map(decodeURIComponent)),
    retry: flag("safe", "idempotent", "single-use") ?? defaultRetryClass(method),
    body: flag("json", "whole"),
    result: flag("void", "empty", "null"),
    server: flags.find((name) => name.startsWith("@"))?.slice(1),
  };
}
