import { ApiClient } from "./api-client.js";
import { apiPromise, type ApiPromise, type ApiResponse } from "./api-promise.js";
import type { CallOptions } from "./call-options.js";
import { setHeaders } from "./header-value.js";
import type { Route } from "./route.js";
import { serializePath } from "./serialize-path.js";

/**
 * Calls an operation.
 *
 * @param parameters path and query parameters and the body, in one object
 * @returns the promise of what the API answered, parsed; undefined if the answer has no content
 * @throws {ApiError} if the API did not answer with success
 * @throws {ConnectionError} if there was no answer
 * @throws {TimeoutError} if there was none in time
 * @throws {TypeError} if a parameter or an option can not be used; nothing was sent
 * @throws the reason of the signal, if it was aborted
 */
export function call<Result>(
  client: ApiClient,
  route: Route,
  parameters?: object,
  options?: CallOptions<string>,
): ApiPromise<Result> {
  return apiPromise(respond(client, route, { ...parameters }, options) as Promise<ApiResponse<Result>>);
}

async function respond(
  client: ApiClient,
  route: Route,
  parameters: Readonly<Record<string, unknown>>,
  given: CallOptions<string> = {},
): Promise<ApiResponse<unknown>> {
  // What changes in the caller's object later changes nothing.
  const options = { ...given };
  const core = ApiClient.coreOf(client);
  const { method, path, query, body: form, server } = route;
  const isPlaced = (name: string): boolean =>
    path.includes(`{${encodeURIComponent(name)}}`) || query?.names.includes(name) === true;
  const those = (placed: boolean): Readonly<Record<string, unknown>> =>
    Object.fromEntries(Object.entries(parameters).filter(([name]) => isPlaced(name) === placed));
  const value = form === "whole" ? parameters["body"] : form && those(false);
  const body = JSON.stringify(value);
  const headers = new Headers(core.headers);
  if (body !== undefined) headers.set("content-type", "application/json");
  return core.respond({
    route,
    operation: `${method} ${path}`,
    url: core.serverOf(server) + serializePath(path, parameters) + (query?.write(parameters) ?? ""),
    headers: setHeaders(headers, options.headers),
    body,
    options,
    parameters: those(true),
    value: () => body && JSON.parse(body),
  });
}
