import {
  type ApiResponse,
  ConnectionError,
  createStytch,
  isApiError,
  type StytchOptions,
  TimeoutError,
} from "@sdkmill/stytch-client";
import { createStytchCore } from "@sdkmill/stytch-client/core";
import { b2bOrganizationsGet, b2bOtpsSmsSend } from "@sdkmill/stytch-client/operations";
import type { B2bOtpSmsSendResponse } from "@sdkmill/stytch-types";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import {
  type Answer,
  json,
  type LoopbackServer,
  startLoopbackServer,
} from "../../runtime/test/loopback-server.ts";
import { loopbackOptions } from "./loopback-options.ts";

let server: LoopbackServer;
let answer: Answer | "nothing";

beforeAll(async () => {
  server = await startLoopbackServer(() => answer);
});

afterEach(() => server.takeReceived());
afterAll(() => server.end());

const credentials = { projectId: "project-test-1", secret: "hidden-key" };
const ids = { organization_id: "organization-test-1", member_id: "member-test-1" };

/** A client of the server of these tests. */
function stytchWith(options: Partial<StytchOptions> = {}): ReturnType<typeof createStytch> {
  return createStytch({ ...loopbackOptions(server), ...options });
}

describe("a client", () => {
  test.each([
    ["projectId", { ...credentials, projectId: "" }],
    ["secret", { ...credentials, secret: "" }],
    ["secret", { ...credentials, secret: "hidden-key\n" }],
  ])("without a %s that can be used is refused at once", (name, options) => {
    expect(() => createStytch(options)).toThrow(
      new TypeError(`The option \`${name}\` is missing or can not be used.`),
    );
    expect(() => createStytchCore(options)).toThrow(TypeError);
  });

  // Prevents: credentials and one-time tokens in clear text on a network.
  test.each([
    { baseUrl: "http://127.0.0.1:1" },
    { baseUrl: "http://localhost:1" },
    { baseUrl: "http://api.example.com" },
    { baseUrl: "http://api.example.com", allowLoopbackHttp: true },
  ])("does not speak http: %j", (options) => {
    const message = /^The option `baseUrl` \(https, or `allowLoopbackHttp`\) is missing or can not be used/;
    expect(() => createStytch({ ...credentials, ...options })).toThrow(message);
    expect(() => createStytchCore({ ...credentials, ...options })).toThrow(message);
  });

  test("calls `fetch` with a URL and what to send, the servers of its project first", async () => {
    const called: (readonly [string, string | undefined])[] = [];
    const fetching = (url: string, init: RequestInit): Promise<Response> => {
      called.push([url, init.method]);
      return Promise.resolve(Response.json({ status_code: 200 }));
    };
    for (const projectId of ["project-test-1", "project-live-1"]) {
      const { users, fraud } = createStytch({ ...credentials, projectId, fetch: fetching });
      await users.get({ user_id: "user-test-1" });
      await fraud.rules.list();
    }

    expect(called).toStrictEqual([
      ["https://test.stytch.com/v1/users/user-test-1", "GET"],
      ["https://telemetry.stytch.com/v1/rules/list", "POST"],
      ["https://api.stytch.com/v1/users/user-test-1", "GET"],
      ["https://telemetry.stytch.com/v1/rules/list", "POST"],
    ]);
  });

  test("does not show its credentials", () => {
    const shown = inspect(createStytch(credentials), { depth: Infinity, showHidden: true });

    expect(shown).not.toContain("hidden-key");
    expect(shown).not.toContain(btoa("project-test-1:hidden-key"));
  });

  test("sends the headers that an operation knows, and any other", async () => {
    answer = json({});
    const core = createStytchCore(loopbackOptions(server));
    const headers = { "X-Stytch-Member-SessionJWT": "jwt", "X-Trace": "1" };
    await b2bOrganizationsGet(core, { organization_id: "organization-test-1" }, { headers });

    expect(server.takeReceived()).toMatchObject([
      {
        method: "GET",
        target: "/v1/b2b/organizations/organization-test-1",
        headers: { "x-stytch-member-sessionjwt": "jwt", "x-trace": "1" },
      },
    ]);
  });
});

describe("no answer at all", () => {
  test("of a server that is not there: the request was not sent", async () => {
    const gone = await startLoopbackServer();
    await gone.end();
    const { b2b } = createStytch({ ...loopbackOptions(gone), maxRetries: 0 });
    const error: unknown = await b2b.otps.sms.send(ids).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ operation: "POST /v1/b2b/otps/sms/send", outcome: "not-sent" });
    expect(isApiError(error)).toBe(false);
  });

  test.each(["total", "attempt"] as const)("in time, %s: nobody knows what became of it", async (limit) => {
    answer = "nothing";
    const error: unknown = await stytchWith()
      .b2b.otps.sms.send(ids, { [limit === "total" ? "timeout" : "attemptTimeout"]: 300 })
      .catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ limit, timeout: 300, outcome: "unknown" });
    expect(server.takeReceived()).toHaveLength(1);
  });

  test("since the caller had enough of it: what the caller said is thrown", async () => {
    answer = "nothing";
    const reason = new Error("The page was closed.");
    const controller = new AbortController();
    const call = stytchWith().b2b.otps.sms.send(ids, { signal: controller.signal });
    controller.abort(reason);

    await expect(call).rejects.toBe(reason);
  });
});

describe("an answer with what came besides it", () => {
  const found = { ...ids, request_id: "request-id-test-1", status_code: 200 };

  test.each(["method", "single function"])("of a %s", async (form) => {
    answer = { ...json(found), headers: { "content-type": "application/json", "x-served-by": "a" } };
    const call =
      form === "method"
        ? stytchWith().b2b.otps.sms.send(ids)
        : b2bOtpsSmsSend(createStytchCore(loopbackOptions(server)), ids);
    const response = await call.withResponse();

    expectTypeOf(response).toEqualTypeOf<ApiResponse<B2bOtpSmsSendResponse>>();
    const { data, status, headers, requestId, attempts } = response;
    expect({ data, status, requestId, attempts, server: headers.get("x-served-by") }).toStrictEqual({
      ...{ data: found, status: 200, requestId: "request-id-test-1", attempts: 1, server: "a" },
    });
    expect(await call).toBe(data);
    expect(server.takeReceived()).toHaveLength(1);
  });

  test("fails where the answer fails, and nowhere else", async () => {
    answer = { ...json({ error_type: "member_not_found" }), status: 404 };
    const call = stytchWith().b2b.otps.sms.send(ids);

    await expect(call.withResponse()).rejects.toMatchObject({ type: "member_not_found" });
  });
});
