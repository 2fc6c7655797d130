import { ApiClient, bearer, bindOperations } from "@sdkmill/runtime";
import * as fc from "fast-check";
import type { Middleware } from "openapi-fetch";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { json, type LoopbackServer, type ReceivedRequest, startLoopbackServer } from "./loopback-server.ts";
import { describeApi } from "./sent-request.ts";

let server: LoopbackServer;

beforeAll(async () => {
  server = await startLoopbackServer(() => json({ ok: true }));
});

afterEach(() => server.takeReceived());
afterAll(() => server.end());

type Operation = (parameters: object, options: object) => Promise<unknown>;

/** What a call is on the wire, or why it is not there. */
async function wireOf(
  route: string,
  parameters: object,
  headers: Readonly<Record<string, string>>,
  middleware: readonly Middleware[],
): Promise<unknown> {
  const client = new ApiClient(describeApi({ credentials: bearer("token") }), {
    token: "mine",
    baseUrl: `${server.origin}/base`,
    allowLoopbackHttp: true,
    maxRetries: 0,
    headers: { "x-client": "1", "x-both": "client" },
  });
  const { operation } = bindOperations(client, { operation: route }, { middleware }) as unknown as {
    readonly operation: Operation;
  };
  const failure = await operation(parameters, { headers }).then(
    () => undefined,
    (thrown: unknown) => String(thrown),
  );
  const [request, ...more] = server.takeReceived();
  return { failure, request: request && comparable(request), more };
}

function comparable({ headers, ...request }: ReceivedRequest): object {
  // How long a connection lives is not the client's to say.
  const { connection: _, ...rest } = headers;
  return { ...request, headers: rest };
}

const seeing: Middleware = { onRequest: () => undefined };

test("an operation is the same request with middleware and without", async () => {
  const name = fc.oneof(
    fc.stringMatching(/^[a-z_]{1,8}$/),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 }).filter((text) => text.isWellFormed()),
  );
  const plain = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("", ".", "..", "a/b?c#d", "'()!*~", "100%", "\ud800"),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
  );
  const query = fc.oneof(
    plain,
    fc.constantFrom(undefined, null),
    fc.array(plain, { maxLength: 3 }),
    fc.dictionary(name, plain, { maxKeys: 3, noNullPrototype: true }),
  );
  const headers = fc.constantFrom<Record<string, string>>(
    {},
    { "x-both": "call", "X-Own": "ü é" },
    { "Content-Type": "application/vnd.test+json" },
    { Authorization: "Bearer other", "x-own": "a\nb" },
  );
  const calls = fc.record({
    method: fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE"),
    path: fc.dictionary(name, plain, { maxKeys: 2, noNullPrototype: true }),
    query: fc.dictionary(name, query, { maxKeys: 3, noNullPrototype: true }),
    rest: fc.dictionary(name, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3, noNullPrototype: true }),
    body: fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined }),
    form: fc.constantFrom("json", "whole", undefined),
    headers,
  });

  await fc.assert(
    fc.asyncProperty(calls, async ({ method, path, query: values, rest, body, form, headers: own }) => {
      const template = Object.keys(path).map((key) => `/{${encodeURIComponent(key)}}`);
      const names = Object.keys(values).map(encodeURIComponent);
      const kind = method === "GET" || form === undefined ? [] : [form];
      const target = `/things${template.join("")}${names.length > 0 ? `?${names.join("&")}` : ""}`;
      const route = [method, target, ...kind].join(" ");
      const parameters = { ...rest, ...values, ...path, ...(form === "whole" ? { body } : {}) };

      expect(await wireOf(route, parameters, own, [seeing])).toStrictEqual(
        await wireOf(route, parameters, own, []),
      );
    }),
    { numRuns: 150 },
  );
});
