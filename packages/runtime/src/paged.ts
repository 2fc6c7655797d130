import type { ApiClient } from "./api-client.js";
import type { ApiPromise } from "./api-promise.js";
import { call } from "./call.js";
import type { CallOptions } from "./call-options.js";
import { ClientError } from "./client-error.js";
import { isObject } from "./is-object.js";
import type { Route } from "./route.js";

/** The promise of the first page; going over it goes over the items of all pages. */
export interface PagedPromise<Page, Item> extends ApiPromise<Page>, AsyncIterable<Item> {
  /** The answers, one after the other, each asked for when it is needed. */
  pages(): AsyncIterable<Page>;
}

/** An operation that answers in pages: its route, its parameter for the next page, and where that and the items stand in an answer (names, with dots between). */
export type PagedRoute<R = Route> = readonly [route: R, cursor: string, next: string, items: string];

/**
 * Calls an operation that answers in pages.
 *
 * @throws as {@link call} does, for each page; {@link ClientError} if a page leads back to one before
 */
export function paged<Page, Item>(
  client: ApiClient,
  [route, cursor, next, items]: PagedRoute,
  parameters?: object,
  options?: CallOptions<string>,
): PagedPromise<Page, Item> {
  const given: Readonly<Record<string, unknown>> = { ...parameters };
  const first = call<Page>(client, route, given, options);
  async function* pages(): AsyncGenerator<Page, void> {
    const seen = new Set([given[cursor]]);
    for (let page = await first; ;) {
      yield page;
      const token = at(page, next);
      if (typeof token !== "string" || token === "") return;
      if (seen.has(token))
        throw new ClientError("A page leads to one that was there before.", {
          operation: `${route.method} ${route.path}`,
        });
      seen.add(token);
      page = await call<Page>(client, route, { ...given, [cursor]: token }, options);
    }
  }
  async function* all(): AsyncGenerator<Item, void> {
    for await (const page of pages()) {
      const found = at(page, items);
      if (Array.isArray(found)) yield* found as readonly Item[];
    }
  }
  // Who goes over pages hears of a failure there, and when that is needed.
  const heard =
    <Items>(begin: () => Items) =>
    (): Items => {
      first.catch(() => undefined);
      return begin();
    };
  return Object.assign(first, { pages: heard(pages), [Symbol.asyncIterator]: heard(all) });
}

function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((inner, name) => {
    return isObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined;
  }, value);
}
