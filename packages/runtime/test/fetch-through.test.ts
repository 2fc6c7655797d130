import { ApiError, ClientError, ConnectionError, type Hooks } from "@sdkmill/runtime";
import { afterEach, describe, expect, test, vi } from "vitest";
import { bind, busy, type Result, type Seen } from "./fetch-stage.ts";
import { rejection } from "./sent-request.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("`$fetch` of a path that no operation has", () => {
  test("is openapi-fetch with the credentials and headers of the client", async () => {
    const { client, sent } = bind([], [], { headers: { "x-own": "1", "x-both": "client" } });
    const { data, response } = await client.$fetch.POST("/new/{id}", {
      params: { path: { id: "a/b" }, query: { q: ["x", "y"] }, header: { "x-param": "2" } },
      headers: { "x-both": "call" },
      body: { name: "Ada" },
    });

    expect(data).toStrictEqual({ ok: true });
    expect(response.status).toBe(200);
    expect(
      sent.map(({ headers, ...rest }) => ({ ...rest, headers: Object.fromEntries(headers) })),
    ).toStrictEqual([
      {
        method: "POST",
        url: "https://api.example/new/a%2Fb?q=x&q=y",
        headers: {
          authorization: "Bearer hidden-key",
          "content-type": "application/json",
          "x-both": "call",
          "x-own": "1",
          "x-param": "2",
        },
        body: '{"name":"Ada"}',
      },
    ]);
  });

  test.each([
    ["GET", 3],
    ["HEAD", 3],
    ["DELETE", 3],
    ["POST", 1],
  ] as const)("%s is sent %i times at most", async (method, count) => {
    const { client, sent } = bind([busy(), busy(), busy()]);
    const { response } = await client.$fetch[method]("/new");

    expect(response.status).toBe(503);
    expect(sent).toHaveLength(count);
  });

  test("takes the options of a call", async () => {
    const lost = new Error("Reset.");
    const { client, sent } = bind([lost, lost, lost, lost, lost]);

    expect(await rejection(client.$fetch.POST("/new", { retry: "safe", maxRetries: 1 }))).toMatchObject({
      name: "ConnectionError",
      operation: "POST /new",
    });
    expect(sent).toHaveLength(2);
    expect(
      await rejection(client.$fetch.GET("/new", { signal: AbortSignal.abort(new Error("Enough.")) })),
    ).toStrictEqual(new Error("Enough."));
    expect(sent).toHaveLength(2);
  });
});

describe("`$fetch` of an operation", () => {
  test("is sent again as the operation is", async () => {
    const { client, sent } = bind([new Error("Reset."), busy()]);
    const { data } = await client.$fetch.POST("/things", { body: { a: 1 } });

    expect(data).toStrictEqual({ ok: true });
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ body }) => body))).toStrictEqual(new Set(['{"a":1}']));
  });

  test("goes to its server", async () => {
    const { client, sent } = bind();
    await client.$fetch.POST("/track", { body: {} });

    expect(sent.map(({ url }) => url)).toStrictEqual(["https://telemetry.example/base/track"]);
  });

  test("takes parameters that the operation does not have", async () => {
    const { client, sent } = bind();
    await client.$fetch.GET("/things/{id}", { params: { path: { id: 1 }, query: { undocumented: true } } });

    expect(sent.map(({ url }) => url)).toStrictEqual(["https://api.example/things/1?undocumented=true"]);
  });
});

describe("what `$fetch` answers", () => {
  test.each<[string, Response, "GET" | "HEAD", Partial<Result>]>([
    ["JSON", Response.json([1]), "GET", { data: [1] }],
    ["null", Response.json(null), "GET", { data: null }],
    ["204", new Response(null, { status: 204 }), "GET", { data: undefined }],
    ["205", new Response(null, { status: 205 }), "GET", { data: undefined }],
    ["nothing", new Response(""), "GET", { data: undefined }],
    ["HEAD", new Response(null, { headers: { etag: "x" } }), "HEAD", { data: undefined }],
    [
      "an error of JSON",
      Response.json({ error_type: "no" }, { status: 404 }),
      "GET",
      { error: { error_type: "no" } },
    ],
    ["an error of text", new Response("<p>", { status: 404 }), "GET", { error: "<p>" }],
    ["304", new Response(null, { status: 304 }), "GET", { error: "" }],
    ["a redirect", new Response(null, { status: 302, headers: { location: "/x" } }), "GET", { error: "" }],
  ])("%s", async (_, answer, method, expected) => {
    const { response, ...result } = await bind([answer]).client.$fetch[method]("/new");

    expect(result).toStrictEqual(expected);
    expect(response.status).toBe(answer.status);
    expect([...response.headers]).toStrictEqual([...answer.headers]);
  });

  test("an answer that is too large is an error", async () => {
    const { client } = bind([new Response("12345")], [], { maxResponseBytes: 4 });

    const error = await rejection(client.$fetch.GET("/new", { parseAs: "text" }));

    expect(error).toBeInstanceOf(ClientError);
    expect(error).toMatchObject({ operation: "GET /new" });
    expect((error as Error).message).toContain("`maxResponseBytes`");
  });

  test("no answer is an error", async () => {
    expect(await rejection(bind([new Error("Reset.")]).client.$fetch.POST("/new"))).toBeInstanceOf(
      ConnectionError,
    );
  });
});

describe("hooks are told of `$fetch` as of operations", () => {
  test("and of no secret that was sent", async () => {
    const told: unknown[] = [];
    const hooks: Hooks = { onError: ({ operation, error }) => told.push(operation, error) };
    const echo = ({ body, headers, url }: Seen): Response => {
      const said = [body, headers.get("authorization"), headers.get("x-session"), url].join(" ");
      return Response.json({ said }, { status: 400 });
    };
    const { client } = bind([echo], [], { hooks });
    const { error } = await client.$fetch.POST("/new", {
      headers: { "X-Session": "s3ssion" },
      params: { query: { password: "qu3ry" } },
      body: { password: "p4ssword" },
    });

    // Who asked for the answer as it came gets it.
    expect(JSON.stringify(error)).toMatch(/p4ssword.*hidden-key.*s3ssion.*qu3ry/);
    expect(told).toStrictEqual(["POST /new", expect.any(ApiError)]);
    expect(told[1]).toMatchObject({ status: 400 });
    expect(JSON.stringify(told)).not.toMatch(/p4ssword|hidden-key|s3ssion|qu3ry/);
  });
});

test("hooks see no secret of a form", async () => {
  const told: unknown[] = [];
  const echo = ({ body }: Seen): Response => Response.json({ said: body }, { status: 400 });
  const { client } = bind([echo], [], { hooks: { onError: ({ error }) => told.push(error) } });
  const form = new FormData();
  form.append("password", "hidden");
  form.append("password", "veiled");
  await client.$fetch.POST("/new", { body: form });

  expect(told).toMatchObject([{ status: 400, body: { said: expect.stringContaining("[redacted]") } }]);
  expect(JSON.stringify(told)).not.toMatch(/hidden|veiled/);
});

describe("a body is the same in each attempt, byte for byte", () => {
  const form = new FormData();
  form.set("a", "1");
  form.set("file", new File(["\u0000\r\n--"], "x.bin"));

  test.each<[string, object, RegExp, RegExp]>([
    [
      "a form",
      { body: form },
      /^multipart\/form-data; boundary=/,
      /name="file"; filename="x\.bin"[^]*\u0000\r\n--/,
    ],
    [
      "text",
      { body: "a text", bodySerializer: (body: string) => body, headers: { "content-type": "text/plain" } },
      /^text\/plain$/,
      /^a text$/,
    ],
    ["JSON", { body: { a: "ü" } }, /^application\/json$/, /^\{"a":"ü"\}$/],
  ])("%s", async (_, init, type, body) => {
    const { client, sent } = bind([busy(), busy()]);
    await client.$fetch.POST("/things", init);

    expect(sent).toHaveLength(3);
    expect(new Set(sent.map((seen) => seen.body)).size).toBe(1);
    expect(new Set(sent.map(({ headers }) => headers.get("content-type"))).size).toBe(1);
    expect(sent[0]?.headers.get("content-type")).toMatch(type);
    expect(sent[0]?.body).toMatch(body);
  });
});
