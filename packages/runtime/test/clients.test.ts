import { ApiClient, ApiError, bearer, call } from "@sdkmill/runtime";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { json, type LoopbackServer, startLoopbackServer } from "./loopback-server.ts";
import { describeApi, describeRoute } from "./sent-request.ts";

let first: LoopbackServer;
let second: LoopbackServer;

beforeAll(async () => {
  [first, second] = await Promise.all([
    startLoopbackServer(({ body }) => json({ from: "first", body })),
    startLoopbackServer(({ body }) => json({ from: "second", body })),
  ]);
});

afterEach(() => {
  first.takeReceived();
  second.takeReceived();
});
afterAll(() => Promise.all([first.end(), second.end()]));

const api = describeApi({ credentials: bearer("token") });
const create = describeRoute({ method: "POST", path: "/things/{id}", body: "json" });
const loopback = { allowLoopbackHttp: true };

function createThing(client: ApiClient, parameters: object): Promise<unknown> {
  return call(client, create, parameters);
}

test("several clients side by side do not know of each other", async () => {
  const clients = [
    new ApiClient(api, {
      token: "token-1",
      ...loopback,
      baseUrl: first.origin,
      headers: { "x-client": "1" },
    }),
    new ApiClient(api, { token: "token-2", ...loopback, baseUrl: second.origin }),
    new ApiClient(api, { token: "token-3", ...loopback, baseUrl: `${first.origin}/v3` }),
  ];
  const results = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      createThing(clients[index % 3] as ApiClient, { id: index, index }),
    ),
  );

  expect(results).toStrictEqual(
    Array.from({ length: 30 }, (_, index) => ({
      from: index % 3 === 1 ? "second" : "first",
      body: JSON.stringify({ index }),
    })),
  );
  const arrived = [...first.takeReceived(), ...second.takeReceived()].map(({ target, headers }) => [
    headers.authorization,
    headers["x-client"],
    target.replace(/\d+$/, ""),
  ]);
  expect([...new Set(arrived.map((parts) => parts.join(" ")))].toSorted()).toStrictEqual([
    "Bearer token-1 1 /things/",
    "Bearer token-2  /things/",
    "Bearer token-3  /v3/things/",
  ]);
});

test("options that change later change nothing", async () => {
  const options = {
    token: "token-1",
    ...loopback,
    baseUrl: first.origin,
  };
  const client = new ApiClient(api, options);
  options.token = "token-2";
  options.baseUrl = second.origin;

  await createThing(client, { id: 1 });

  expect(first.takeReceived().map(({ headers }) => headers.authorization)).toStrictEqual(["Bearer token-1"]);
});

test("an error is known by its class, whichever client threw it", async () => {
  const refusing = await startLoopbackServer(() => ({ status: 401 }));
  const clients = ["a", "b"].map(
    (token) => new ApiClient(api, { token, ...loopback, baseUrl: refusing.origin }),
  );
  const errors = await Promise.all(
    clients.map((client) => createThing(client, { id: 1 }).catch((error: unknown) => error)),
  );
  await refusing.end();

  expect(errors.map((error) => error instanceof ApiError && error.status)).toStrictEqual([401, 401]);
});
