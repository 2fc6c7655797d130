import { ApiClient, ClientError, paged, type PagedPromise, queryParameters } from "@sdkmill/runtime";
import { describe, expect, test } from "vitest";
import { describeApi, describeRoute, rejection } from "./sent-request.ts";

interface Asked {
  readonly url: string;
  readonly body: unknown;
}

type Page = Readonly<Record<string, unknown>>;

const bodyRoute = describeRoute({ method: "POST", path: "/search", retry: "safe", body: "json" });
const queryRoute = describeRoute({ path: "/{kind}", query: queryParameters("cursor", "limit") });

/** A list of pages of a server, and what it was asked for. */
function pagesOf(...answers: readonly (unknown | Response)[]): {
  readonly asked: Asked[];
  readonly search: (parameters?: object, signal?: AbortSignal) => PagedPromise<Page, number>;
  readonly list: (parameters?: object) => PagedPromise<Page, number>;
} {
  const asked: Asked[] = [];
  const client = new ApiClient(describeApi(), {
    fetch: async (url, { body }) => {
      const answer = answers[asked.length];
      asked.push({ url, body: typeof body === "string" ? JSON.parse(body) : undefined });
      if (answer === undefined) throw new Error("There are no more pages.");
      return answer instanceof Response ? answer : Response.json(answer);
    },
  });
  return {
    asked,
    search: (parameters, signal) =>
      paged(client, [bodyRoute, "cursor", "meta.next", "results"], parameters, { signal }),
    list: (parameters) => paged(client, [queryRoute, "cursor", "next", "data.items"], parameters),
  };
}

const first = { results: [1, 2], meta: { next: "b", total: 3 } };
const last = { results: [3], meta: { next: null } };

async function allOf<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("an operation that answers in pages", () => {
  test("alone is its first page", async () => {
    const { asked, search } = pagesOf(first, last);

    expect(await search({ limit: 2 })).toStrictEqual(first);
    expect(asked).toHaveLength(1);
  });

  test("gone over is its items, those of all pages, each page asked for with the cursor of the one before", async () => {
    const { asked, search } = pagesOf(first, last);

    expect(await allOf(search({ limit: 2, cursor: "a" }))).toStrictEqual([1, 2, 3]);
    expect(asked.map(({ body }) => body)).toStrictEqual([
      { limit: 2, cursor: "a" },
      { limit: 2, cursor: "b" },
    ]);
  });

  test("has pages", async () => {
    expect(await allOf(pagesOf(first, last).search().pages())).toStrictEqual([first, last]);
  });

  test("with a cursor in the query", async () => {
    const { asked, list } = pagesOf({ data: { items: [1] }, next: "b&c" }, { data: { items: [2] } });

    expect(await allOf(list({ kind: "things", limit: 1 }))).toStrictEqual([1, 2]);
    expect(asked.map(({ url }) => url)).toStrictEqual([
      "https://api.example/things?limit=1",
      "https://api.example/things?cursor=b%26c&limit=1",
    ]);
  });

  test("has the response of its first page", async () => {
    const { asked, search } = pagesOf({ ...first, request_id: "request-1" }, last);

    expect(await search().withResponse()).toMatchObject({ status: 200, requestId: "request-1", attempts: 1 });
    expect(asked).toHaveLength(1);
  });

  test("the first page is asked for once, however often it is used", async () => {
    const { asked, search } = pagesOf(first, last, last);
    const promise = search();
    await promise;
    await promise.withResponse();

    expect(await allOf(promise)).toStrictEqual([1, 2, 3]);
    expect(await allOf(promise.pages())).toStrictEqual([first, last]);
    expect(asked).toHaveLength(3);
  });

  test("parameters that change meanwhile change nothing", async () => {
    const { asked, search } = pagesOf(first, last);
    const parameters = { limit: 2 };
    for await (const _ of search(parameters)) parameters.limit = 100;

    expect(asked.map(({ body }) => body)).toStrictEqual([{ limit: 2 }, { limit: 2, cursor: "b" }]);
  });
});

describe("a page is asked for when it is needed", () => {
  test("no more after `break`", async () => {
    const { asked, search } = pagesOf(first, last);
    const items: number[] = [];
    for await (const item of search()) {
      items.push(item);
      if (item === 2) break;
    }

    expect(items).toStrictEqual([1, 2]);
    expect(asked).toHaveLength(1);
  });

  test("the next one only after the items of this one", async () => {
    const { asked, search } = pagesOf(first, last);
    const counts: number[] = [];
    for await (const _ of search()) counts.push(asked.length);

    expect(counts).toStrictEqual([1, 1, 2]);
  });
});

describe("the last page", () => {
  test.each<[string, unknown]>([
    ["null", { results: [1], meta: { next: null } }],
    ["an empty text", { results: [1], meta: { next: "" } }],
    ["no cursor", { results: [1], meta: {} }],
    ["nothing where it should be", { results: [1] }],
    ["something else where it should be", { results: [1], meta: "next" }],
    ["one that is only inherited", { results: [1], meta: [] }],
  ])("%s", async (_, page) => {
    expect(await allOf(pagesOf(page).search())).toStrictEqual([1]);
  });
});

describe("a page without items", () => {
  test.each<[string, unknown]>([
    ["none of them", { results: [], meta: { next: "b" } }],
    ["null", { results: null, meta: { next: "b" } }],
    ["nothing", { meta: { next: "b" } }],
  ])("%s: the next one counts", async (_, page) => {
    expect(await allOf(pagesOf(page, last).search())).toStrictEqual([3]);
  });
});

describe("a failure", () => {
  const failure = (): Response => Response.json({ error_type: "bad_cursor" }, { status: 400 });

  test("of the first page", async () => {
    expect(await rejection(pagesOf(failure()).search())).toMatchObject({ type: "bad_cursor" });
    expect(await rejection(allOf(pagesOf(failure()).search()))).toMatchObject({ type: "bad_cursor" });
    expect(await rejection(allOf(pagesOf(failure()).search().pages()))).toMatchObject({ type: "bad_cursor" });
  });

  test("of a later one: after the items of those before", async () => {
    const items: number[] = [];
    const going = async (): Promise<void> => {
      for await (const item of pagesOf(first, failure()).search()) items.push(item);
    };

    expect(await rejection(going())).toMatchObject({ type: "bad_cursor" });
    expect(items).toStrictEqual([1, 2]);
  });

  test("an abort between two pages", async () => {
    const controller = new AbortController();
    const { asked, search } = pagesOf(first, last);
    const going = async (): Promise<void> => {
      for await (const item of search({}, controller.signal)) if (item === 2) controller.abort("Enough.");
    };

    expect(await rejection(going())).toBe("Enough.");
    expect(asked).toHaveLength(1);
  });
});

describe("a page that leads back to one that was there before ends it", () => {
  test.each<[string, object | undefined, readonly string[], number]>([
    ["itself", undefined, ["b", "b"], 2],
    ["one before", undefined, ["b", "c", "b"], 3],
    ["the first one", { cursor: "a" }, ["b", "a"], 2],
    ["the first one at once", { cursor: "a" }, ["a"], 1],
  ])("%s", async (_, parameters, cursors, requests) => {
    const pages = cursors.map((next) => ({ results: [1], meta: { next } }));
    const { asked, search } = pagesOf(...pages, ...pages, ...pages);
    const error = await rejection(allOf(search(parameters)));

    expect(error).toBeInstanceOf(ClientError);
    expect(error).toMatchObject({
      message: "A page leads to one that was there before.",
      operation: "POST /search",
    });
    expect(asked).toHaveLength(requests);
  });
});
