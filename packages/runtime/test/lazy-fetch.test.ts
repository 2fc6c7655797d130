import type { Middleware } from "openapi-fetch";
import { expect, test, vi } from "vitest";
import type { bindOperations, OperationTree } from "../src/bind-operations.ts";
import { describeApi, rejection } from "./sent-request.ts";

interface Bound extends ReturnType<typeof bindOperations> {
  readonly read: () => Promise<unknown>;
}

const tree: OperationTree = { read: "GET /things" };

interface Stage {
  readonly bound: Bound;
  readonly sent: readonly string[];
  /** How often openapi-fetch was loaded. */
  readonly loaded: () => number;
}

/** A client made of modules that were not loaded before. */
async function bind(middleware?: readonly Middleware[]): Promise<Stage> {
  let count = 0;
  vi.resetModules();
  vi.doMock("openapi-fetch", () => {
    count += 1;
    return vi.importActual("openapi-fetch");
  });
  const [{ ApiClient }, { bindOperations: bindTree }] = await Promise.all([
    import("../src/api-client.ts"),
    import("../src/bind-operations.ts"),
  ]);
  const sent: string[] = [];
  const client = new ApiClient(describeApi(), {
    fetch: async (url, { method }) => {
      sent.push(`${method} ${url}`);
      return Response.json({ ok: true });
    },
  });
  return { bound: bindTree(client, tree, { middleware }) as Bound, sent, loaded: () => count };
}

const empty: Middleware = { onRequest: () => undefined };

test("openapi-fetch is not loaded for operations without middleware", async () => {
  const { bound, loaded } = await bind();
  await bound.read();

  expect(loaded()).toBe(0);
});

test("it is loaded for `$fetch`, once", async () => {
  const { bound, sent, loaded } = await bind();
  const $fetch = bound.$fetch as unknown as Record<string, (path: string) => Promise<unknown>>;
  await Promise.all([$fetch["GET"]?.("/a"), $fetch["POST"]?.("/b")]);
  await $fetch["PATCH"]?.("/c");

  expect(loaded()).toBe(1);
  expect(sent.toSorted()).toStrictEqual([
    "GET https://api.example/a",
    "PATCH https://api.example/c",
    "POST https://api.example/b",
  ]);
});

test("it is loaded for middleware, when an operation is first called", async () => {
  const { bound, loaded } = await bind([empty]);
  expect(loaded()).toBe(0);
  await bound.read();
  await bound.read();

  expect(loaded()).toBe(1);
});

test("it is loaded for middleware that is used later, and no longer needed when that is ejected", async () => {
  const { bound, loaded } = await bind();
  await bound.read();
  bound.$fetch.use(empty);
  bound.$fetch.eject(empty);
  await bound.read();
  expect(loaded()).toBe(0);
  bound.$fetch.use(empty);
  await bound.read();

  expect(loaded()).toBe(1);
});

test("if it can not be loaded, the next call tries again", async () => {
  const { bound, sent } = await bind([empty]);
  vi.doMock("../src/fetch-through.ts", () => {
    throw new Error("No such file.");
  });
  expect(await rejection(bound.read())).toBeInstanceOf(Error);
  expect(sent).toStrictEqual([]);
  vi.doUnmock("../src/fetch-through.ts");
  vi.resetModules();

  expect(await bound.read()).toStrictEqual({ ok: true });
});

test("the methods are those of openapi-fetch", async () => {
  const { $fetch } = (await bind()).bound;

  expect(Object.keys($fetch).toSorted()).toStrictEqual([
    "DELETE",
    "GET",
    "HEAD",
    "OPTIONS",
    "PATCH",
    "POST",
    "PUT",
    "TRACE",
    "eject",
    "request",
    "use",
  ]);
});
