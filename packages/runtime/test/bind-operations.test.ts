import { ApiClient, type ApiPromise, bindOperations, type PagedPromise } from "@sdkmill/runtime";
import { describe, expect, test } from "vitest";
import { describeApi, rejection } from "./sent-request.ts";

interface Bound {
  readonly health: () => ApiPromise<unknown>;
  readonly things: {
    readonly create: (parameters?: object, options?: object) => ApiPromise<unknown>;
    readonly search: (parameters?: object) => PagedPromise<unknown, number>;
    readonly deep: { readonly er: { readonly remove: (parameters: object) => ApiPromise<unknown> } };
  };
}

const tree = {
  health: "GET /health",
  things: {
    create: "POST /things/{id}?dry_run json",
    search: ["POST /things/search safe json", "cursor", "next", "items"],
    deep: { er: { remove: "DELETE /things/{id} empty" } },
  },
} as const;

function bind(...answers: readonly object[]): {
  readonly client: ApiClient;
  readonly bound: Bound & ReturnType<typeof bindOperations>;
  readonly sent: string[];
} {
  const sent: string[] = [];
  const client = new ApiClient(describeApi(), {
    fetch: async (url, { method, body }) => {
      sent.push([method, url.slice("https://api.example".length), body].filter(Boolean).join(" "));
      return Response.json(answers[sent.length - 1] ?? { ok: true });
    },
  });
  return {
    client,
    bound: bindOperations(client, tree, {}) as unknown as ReturnType<typeof bindOperations> & Bound,
    sent,
  };
}

describe("operations as methods of the client", () => {
  test("which is the same one", () => {
    const { client, bound } = bind();

    expect(bound).toBe(client);
    expect(Object.keys(bound).toSorted()).toStrictEqual(["$fetch", "health", "things"]);
  });

  test("in namespaces, at any depth, also without what they are methods of", async () => {
    const { bound, sent } = bind();
    const { health } = bound;
    const { remove } = bound.things.deep.er;

    expect(await health()).toStrictEqual({ ok: true });
    await remove({ id: "a/b" });
    await bound.things.create({ id: 1, dry_run: true, name: "Ada" });
    expect(sent).toStrictEqual([
      "GET /health",
      "DELETE /things/a%2Fb",
      'POST /things/1?dry_run=true {"name":"Ada"}',
    ]);
  });

  test("with options, and with the response", async () => {
    const { bound } = bind();

    expect(await bound.things.create({ id: 1 }).withResponse()).toMatchObject({
      data: { ok: true },
      status: 200,
    });
    expect(await rejection(bound.things.create({ id: 1 }, { signal: AbortSignal.abort("Enough.") }))).toBe(
      "Enough.",
    );
  });

  test("that answer in pages", async () => {
    const { bound, sent } = bind({ items: [1, 2], next: "b" }, { items: [3] });
    const items: number[] = [];
    for await (const item of bound.things.search({ limit: 2 })) items.push(item);

    expect(items).toStrictEqual([1, 2, 3]);
    expect(sent).toStrictEqual([
      'POST /things/search {"limit":2}',
      'POST /things/search {"limit":2,"cursor":"b"}',
    ]);
  });
});
