import { createContext, runInContext } from "node:vm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { json, startLoopbackServer, type LoopbackServer } from "../../runtime/test/loopback-server.ts";
import { bundleScript, entryPoints } from "./portable-bundle.ts";

/** What the runtimes of the web have in common (https://min-common-api.proposal.wintertc.org), as far as a client may use it. */
const webGlobals = [
  ...["fetch", "Request", "Response", "Headers", "URL", "URLSearchParams"],
  ...["Blob", "FormData", "AbortController", "AbortSignal", "DOMException", "TextEncoder", "TextDecoder"],
  ...["setTimeout", "clearTimeout", "queueMicrotask", "structuredClone"],
  ...["btoa", "crypto", "performance", "console"],
] as const;

interface Client {
  readonly users: {
    get(params: object, options?: object): Promise<unknown>;
  };
  readonly $fetch: {
    GET(path: string, init: object): Promise<{ readonly data?: unknown; readonly response: Response }>;
  };
}

interface ClientModule {
  readonly createStytch: (options: object) => Client;
  readonly ApiError: new (...args: never[]) => Error;
  readonly TimeoutError: new (...args: never[]) => Error;
}

const user = { user_id: "user-test-1", name: { first_name: "Ada" } };
const file = entryPoints("stytch-client").get("@sdkmill/stytch-client") ?? "";

/** A JavaScript of its own, which has the built-in objects of the language, those of the web, and no more. */
function webContext(): object {
  const globals = Object.fromEntries(webGlobals.map((name) => [name, globalThis[name]]));
  return createContext({ ...globals });
}

describe("with nothing but what the web has, the client", () => {
  let server: LoopbackServer;
  let module: ClientModule;
  let client: Client;

  beforeAll(async () => {
    server = await startLoopbackServer(({ target }) => {
      if (target.endsWith("/user-test-silent")) return "nothing";
      if (target.endsWith("/user-test-1")) return json(user);
      return { ...json({ error_type: "user_not_found", error_message: "No such user." }), status: 404 };
    });
    const context = webContext();
    module = runInContext(`${await bundleScript(file, "client")}; client`, context) as ClientModule;
    client = module.createStytch({
      projectId: "project-test-1",
      secret: "secret-test-1",
      baseUrl: server.origin,
      allowLoopbackHttp: true,
    });
  });

  beforeEach(() => {
    server.takeReceived();
  });

  afterAll(() => server.end());

  test("calls", async () => {
    expect(await client.users.get({ user_id: "user-test-1" })).toEqual(user);
    expect(server.received).toMatchObject([
      {
        method: "GET",
        target: "/v1/users/user-test-1",
        headers: { authorization: `Basic ${btoa("project-test-1:secret-test-1")}` },
      },
    ]);
  });

  test("tells an error", async () => {
    const error: unknown = await client.users.get({ user_id: "user-test-2" }).catch((thrown) => thrown);

    expect(error).toBeInstanceOf(module.ApiError);
    expect(error).toMatchObject({ status: 404, body: { error_type: "user_not_found" } });
  });

  test("gives up after its timeout", { timeout: 10_000 }, async () => {
    const options = { timeout: 50, maxRetries: 0 };
    const error: unknown = await client.users
      .get({ user_id: "user-test-silent" }, options)
      .catch((thrown) => thrown);

    expect(error).toBeInstanceOf(module.TimeoutError);
    expect(error).toMatchObject({ operation: "GET /v1/users/{user_id}" });
    expect(server.received).toHaveLength(1);
  });

  test("is aborted", async () => {
    const options = { signal: AbortSignal.timeout(50) };

    await expect(client.users.get({ user_id: "user-test-silent" }, options)).rejects.toMatchObject({
      name: "TimeoutError",
      constructor: DOMException,
    });
  });

  test("has openapi-fetch, with its credentials", async () => {
    const { data, response } = await client.$fetch.GET("/v1/users/{user_id}", {
      params: { path: { user_id: "user-test-1" } },
    });

    expect([response.status, data]).toEqual([200, user]);
    expect(server.received.map(({ headers }) => headers.authorization)).toStrictEqual([
      `Basic ${btoa("project-test-1:secret-test-1")}`,
    ]);
  });
});

test("there is nothing of Node", () => {
  const names = ["process", "Buffer", "require", "setImmediate", "global", "WebSocket", "navigator"];
  const found = runInContext(`(names) => names.filter((name) => name in globalThis)`, webContext()) as (
    names: readonly string[],
  ) => readonly string[];

  expect([...found([...names, "fetch", "btoa"])]).toStrictEqual(["fetch", "btoa"]);
});
