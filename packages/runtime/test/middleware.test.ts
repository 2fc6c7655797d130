import { ConnectionError } from "@sdkmill/runtime";
import type { Middleware } from "openapi-fetch";
import { afterEach, describe, expect, test, vi } from "vitest";
import { bind, busy, type Seen } from "./fetch-stage.ts";
import { rejection } from "./sent-request.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("middleware", () => {
  const named = (name: string, told: string[]): Middleware => ({
    onRequest: ({ schemaPath }) => void told.push(`${name} request ${schemaPath}`),
    onResponse: ({ response }) => void told.push(`${name} response ${response.status}`),
    onError: ({ error }) => void told.push(`${name} error ${(error as Error).name}`),
  });

  test("sees operations and `$fetch`, in order, each call once", async () => {
    const told: string[] = [];
    const { client, sent } = bind([busy()], [named("a", told), named("b", told)]);
    await client.write({});
    await client.$fetch.GET("/new", { middleware: [named("c", told)] });

    expect(sent).toHaveLength(3);
    expect(told).toStrictEqual([
      ...["a request /things", "b request /things", "b response 200", "a response 200"],
      ...["a request /new", "b request /new", "c request /new"],
      ...["c response 200", "b response 200", "a response 200"],
    ]);
  });

  test("sees no credentials", async () => {
    const seen: string[] = [];
    const middleware: Middleware = {
      onRequest: ({ request }) => void seen.push(JSON.stringify([...request.headers])),
    };
    const { client, sent } = bind([], [middleware]);
    await client.write({ a: 1 });

    expect(seen).toStrictEqual([JSON.stringify([["content-type", "application/json"]])]);
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer hidden-key");
  });

  test("can change headers and body, but not the credentials", async () => {
    const middleware: Middleware = {
      onRequest: ({ request }) => {
        request.headers.set("x-own", "1");
        request.headers.set("authorization", "Bearer other");
        return new Request(request, { method: "POST", body: "changed" });
      },
    };
    const { client, sent } = bind([], [middleware]);
    await client.write({ a: 1 });

    expect(sent[0]?.headers.get("x-own")).toBe("1");
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer hidden-key");
    expect(sent[0]?.body).toBe("changed");
  });

  test("can answer itself: nothing is sent, and what it answers is read as any answer", async () => {
    const { client, sent } = bind(
      [],
      [
        {
          onRequest: ({ schemaPath }) =>
            schemaPath === "/things"
              ? Response.json({ own: true })
              : Response.json({ error_type: "no" }, { status: 403 }),
        },
      ],
    );

    expect(await client.write({})).toStrictEqual({ own: true });
    expect(await rejection(client.read({ id: 1 }))).toMatchObject({
      name: "ApiError",
      status: 403,
      type: "no",
    });
    expect(sent).toStrictEqual([]);
  });

  test("can replace a response: success by success, success by an error, an error by success", async () => {
    const middleware: Middleware = {
      onResponse: ({ response }) =>
        response.ok
          ? Response.json({ error_type: "no" }, { status: 418 })
          : Response.json({ was: response.status }, { headers: { "x-request-id": "request-1" } }),
    };
    const { client } = bind([new Response("", { status: 404 })], [middleware]);

    expect(await client.write({})).toStrictEqual({ was: 404 });
    expect(await rejection(client.write({}))).toMatchObject({ name: "ApiError", status: 418, type: "no" });
  });

  test("can replace it by what the operation does not promise: an error", async () => {
    const { client } = bind(
      [],
      [{ onResponse: () => new Response("<p>", { headers: { "content-type": "text/html" } }) }],
    );

    expect(await rejection(client.write({}))).toMatchObject({
      name: "ApiError",
      status: 200,
      text: "<p>",
      message: "Test API answered POST /things with status 200, but not JSON.",
    });
  });

  test("that reads the response takes nothing away", async () => {
    const { client } = bind(
      [Response.json({ a: 1 }), Response.json({ error_type: "no" }, { status: 404 })],
      [{ onResponse: async ({ response }) => void (await response.clone().text()) }],
    );

    expect(await client.write({})).toStrictEqual({ a: 1 });
    expect(await rejection(client.write({}))).toMatchObject({ status: 404, type: "no" });
  });

  describe("that wraps the response shows no secret of the request:", () => {
    test.each<[string, (seen: Seen) => unknown]>([
      ["in its body", ({ body }) => JSON.parse(body)],
      ["a session in its headers", ({ headers }) => headers.get("x-session")],
      ["a credential", ({ headers }) => headers.get("authorization")],
    ])("%s", async (_, tell) => {
      const echo = (seen: Seen): Response => Response.json({ said: tell(seen) }, { status: 400 });
      const { client } = bind(
        [echo],
        [{ onResponse: ({ response }) => new Response(response.body, response) }],
      );
      const calling = client.write({ password: "p4ssword" }, { headers: { "X-Session": "s3ssion" } });
      const error = await rejection(calling);

      expect(error).toMatchObject({ name: "ApiError", status: 400 });
      expect(JSON.stringify(error)).not.toMatch(/p4ssword|hidden-key|s3ssion/);
    });
  });

  test("hears of errors, and can replace them", async () => {
    const told: string[] = [];
    const { client } = bind([new Error("Reset."), new Error("Reset.")], [named("a", told)], {
      maxRetries: 0,
    });
    expect(await rejection(client.write({}))).toBeInstanceOf(ConnectionError);
    expect(told).toStrictEqual(["a request /things", "a error ConnectionError"]);

    const replaced = bind([new Error("Reset.")], [{ onError: () => Response.json({ own: true }) }], {
      maxRetries: 0,
    });
    expect(await replaced.client.write({})).toStrictEqual({ own: true });
  });

  test("throws its error as it is", async () => {
    const thrown = new Error("No.");
    const { client, sent } = bind(
      [],
      [
        {
          onRequest: () => {
            throw thrown;
          },
        },
      ],
    );

    expect(await rejection(client.write({}))).toBe(thrown);
    expect(sent).toStrictEqual([]);
  });

  test("can be added and taken away", async () => {
    const told: string[] = [];
    const [a, b] = [named("a", told), named("b", told)];
    const { client } = bind([], [a]);
    client.$fetch.use(b);
    await client.write({});
    client.$fetch.eject(a);
    await client.write({});
    client.$fetch.eject(b);
    await client.write({});

    expect(told.filter((line) => line.includes("request"))).toStrictEqual([
      "a request /things",
      "b request /things",
      "b request /things",
    ]);
  });

  test("keeps what comes besides an answer", async () => {
    const { client } = bind(
      [busy(), Response.json({ a: 1, request_id: "request-1" }, { headers: { etag: "x" } })],
      [{ onRequest: () => undefined }],
    );
    const response = await (
      client.write({}) as Promise<unknown> & { withResponse: () => Promise<object> }
    ).withResponse();

    expect(response).toMatchObject({
      data: { a: 1, request_id: "request-1" },
      status: 200,
      requestId: "request-1",
      attempts: 2,
    });
    expect((response as { headers: Headers }).headers.get("etag")).toBe("x");
  });
});
