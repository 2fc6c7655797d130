import { ApiClient, bearer, bindOperations, type FetchClient } from "@sdkmill/runtime";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { json, type LoopbackServer, startLoopbackServer } from "./loopback-server.ts";
import { describeApi } from "./sent-request.ts";

/** A part of what openapi-typescript makes of a contract. */
interface Paths {
  "/things/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    post: {
      parameters: { path: { id: string }; query?: { tag?: string[] } };
      requestBody: { content: { "application/json": { name: string } } };
      responses: { 200: { content: { "application/json": { id: string } } } };
    };
  };
}

let main: LoopbackServer;
let telemetry: LoopbackServer;

beforeAll(async () => {
  [main, telemetry] = await Promise.all([
    startLoopbackServer(() => json({ id: "main" })),
    startLoopbackServer(() => json({ id: "telemetry" })),
  ]);
});

afterEach(() => {
  main.takeReceived();
  telemetry.takeReceived();
});
afterAll(() => Promise.all([main.end(), telemetry.end()]));

function fetchOf(tree: Parameters<typeof bindOperations>[1] = {}): FetchClient<Paths>["$fetch"] {
  const api = describeApi({ server: () => "https://main.example", credentials: bearer("token") });
  const baseUrl = (server: string): string => (server.includes("main") ? main : telemetry).origin;
  const client = new ApiClient(api, { token: "token-1", baseUrl, allowLoopbackHttp: true });
  return (bindOperations(client, tree, {}) as FetchClient<Paths>).$fetch;
}

const init = {
  params: { path: { id: "a/b" }, query: { tag: ["x", "y"] } },
  body: { name: "Ada" },
};

test("`$fetch` is openapi-fetch with the credentials of the client", async () => {
  const $fetch = fetchOf();
  const { data } = await $fetch.POST("/things/{id}", init);

  expect(data).toStrictEqual({ id: "main" });
  expect(main.takeReceived()).toMatchObject([
    {
      method: "POST",
      target: "/things/a%2Fb?tag=x&tag=y",
      headers: { authorization: "Bearer token-1", "content-type": "application/json" },
      body: '{"name":"Ada"}',
    },
  ]);
});

test("a path with a server of its own goes there", async () => {
  const $fetch = fetchOf({ things: { rename: "POST /things/{id}?tag json @https://telemetry.example" } });
  const { data } = await $fetch.POST("/things/{id}", init);

  expect(data).toStrictEqual({ id: "telemetry" });
  expect(main.takeReceived()).toStrictEqual([]);
  expect(telemetry.takeReceived()).toMatchObject([
    {
      method: "POST",
      target: "/things/a%2Fb?tag=x&tag=y",
      headers: { authorization: "Bearer token-1" },
      body: '{"name":"Ada"}',
    },
  ]);
});

test("its types are those of the paths", async () => {
  const $fetch = fetchOf();
  const refused = [
    // @ts-expect-error no such path
    () => $fetch.POST("/nothing", init),
    // @ts-expect-error no such method of the path
    () => $fetch.GET("/things/{id}", init),
    // @ts-expect-error a body of another type
    () => $fetch.POST("/things/{id}", { ...init, body: { name: 1 } }),
  ];

  expect(refused).toHaveLength(3);
});
