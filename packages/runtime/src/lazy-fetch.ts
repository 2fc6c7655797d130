import type { Client, Middleware } from "openapi-fetch";
import type { ClientCore } from "./client-core.js";
import type { ClientOptions } from "./client-options.js";
import type { FetchThrough } from "./fetch-through.js";
import type { Route } from "./route.js";

/**
 * openapi-fetch's client for a core, which is loaded when it is first used. With middleware, the core's own
 * calls go through it too.
 */
export function lazyFetch<Paths extends object>(
  core: ClientCore,
  routes: readonly Route[],
  options: ClientOptions,
): Client<Paths> {
  const all = [...(options.middleware ?? [])];
  let loading: Promise<FetchThrough> | undefined;
  const load = (): Promise<FetchThrough> =>
    (loading ??= import("./fetch-through.js").then(
      ({ fetchThrough }) => fetchThrough(core, routes, all, options),
      (error: unknown) => {
        // The next call tries again.
        loading = undefined;
        throw error;
      },
    ));
  core.respond = async (outgoing) => (all.length > 0 ? (await load()).send(outgoing) : core.send(outgoing));
  const request = async (method: string, path: string, init?: object): Promise<unknown> =>
    (await load()).request(method, path, init);
  const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"].map((method) => [
    method,
    request.bind(undefined, method),
  ]);
  return {
    ...Object.fromEntries(methods),
    request,
    use: (...added: readonly Middleware[]) => void all.push(...added),
    eject: (...removed: readonly Middleware[]) =>
      void all.splice(0, all.length, ...all.filter((one) => !removed.includes(one))),
  } as unknown as Client<Paths>;
}
