import {
  ApiError,
  createStytch,
  isApiError,
  type StytchError,
  type StytchErrorBody,
} from "@sdkmill/stytch-client";
import { createStytchCore } from "@sdkmill/stytch-client/core";
import { b2bOrganizationsGet, b2bOtpsSmsSend } from "@sdkmill/stytch-client/operations";
import type { B2bOtpSmsSendResponse, ErrorBody, OAuth2ErrorBody } from "@sdkmill/stytch-types";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import {
  type Answer,
  json,
  type LoopbackServer,
  startLoopbackServer,
} from "../../runtime/test/loopback-server.ts";

let server: LoopbackServer;
let answer: Answer;

beforeAll(async () => {
  server = await startLoopbackServer(() => answer);
});

afterEach(() => server.takeReceived());
afterAll(() => server.end());

const credentials = { projectId: "project-test-1", secret: "hidden-key" };
const ids = { organization_id: "organization-test-1", member_id: "member-test-1" };

describe("a client", () => {
  test.each([
    ["projectId", { ...credentials, projectId: "" }],
    ["secret", { ...credentials, secret: "" }],
  ])("without %s is refused at once", (name, options) => {
    expect(() => createStytch(options)).toThrow(new TypeError(`The option \`${name}\` is missing.`));
    expect(() => createStytchCore(options)).toThrow(TypeError);
  });

  test("does not show its credentials", () => {
    const shown = inspect(createStytch(credentials), { depth: Infinity, showHidden: true });

    expect(shown).not.toContain("hidden-key");
    expect(shown).not.toContain(btoa("project-test-1:hidden-key"));
  });

  test("sends the headers that an operation knows, and any other", async () => {
    answer = json({});
    const core = createStytchCore({ ...credentials, baseUrl: server.origin });
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

describe("an answer without success", () => {
  const body = {
    status_code: 404,
    request_id: "request-id-test-1",
    error_type: "member_not_found",
    error_message: "Member could not be found.",
    error_url: "https://stytch.example/docs/api/errors/404",
  };

  test("is an error with status, id of the request and typed body", async () => {
    answer = { ...json(body), status: 404 };
    const stytch = createStytch({ ...credentials, baseUrl: server.origin });
    const error: unknown = await stytch.b2b.otps.sms.send(ids).catch((thrown: unknown) => thrown);

    expect(isApiError(error)).toBe(true);
    if (!isApiError(error)) return;
    expectTypeOf(error).toEqualTypeOf<StytchError>();
    expectTypeOf(error.body).toEqualTypeOf<StytchErrorBody | undefined>();
    expectTypeOf<StytchErrorBody>().toEqualTypeOf<ErrorBody | OAuth2ErrorBody>();
    const { operation, status, requestId } = error;
    expect({ operation, status, requestId, body: error.body }).toStrictEqual({
      operation: "POST /v1/b2b/otps/sms/send",
      status: 404,
      requestId: "request-id-test-1",
      body,
    });
    expect(error).toBeInstanceOf(ApiError);
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain("hidden-key");
  });

  test("is known from every other error", () => {
    expect([new Error("x"), { name: "ApiError", status: 404 }, undefined].map(isApiError)).toStrictEqual([
      false,
      false,
      false,
    ]);
  });
});

describe("`$fetch` is openapi-fetch, typed by the paths of the contract", () => {
  const path = "/v1/b2b/otps/sms/send";
  const found = { ...ids, request_id: "request-id-test-1", status_code: 200 };

  test("a call and what comes of it", async () => {
    answer = json(found);
    const { $fetch } = createStytch({ ...credentials, baseUrl: server.origin });
    const { data, error } = await $fetch.POST(path, { body: { ...ids, locale: "fr" } });

    expectTypeOf(data).toEqualTypeOf<B2bOtpSmsSendResponse | undefined>();
    expectTypeOf(error).toEqualTypeOf<StytchErrorBody | undefined>();
    expect({ data, error }).toStrictEqual({ data: found, error: undefined });
    expect(server.takeReceived()).toMatchObject([
      {
        method: "POST",
        target: path,
        headers: { authorization: `Basic ${btoa("project-test-1:hidden-key")}` },
        body: JSON.stringify({ ...ids, locale: "fr" }),
      },
    ]);
  });

  test("what does not compile", () => {
    const { $fetch } = createStytch(credentials);
    const refused = [
      // @ts-expect-error no such path
      () => $fetch.POST("/v1/nothing", {}),
      // @ts-expect-error no such method of the path
      () => $fetch.GET(path),
      // @ts-expect-error `member_id` is missing
      () => $fetch.POST(path, { body: { organization_id: "organization-test-1" } }),
      // @ts-expect-error no such language
      () => $fetch.POST(path, { body: { ...ids, locale: "de" } }),
      // @ts-expect-error `organization_id` is missing
      () => $fetch.GET("/v1/b2b/organizations/{organization_id}", {}),
      // @ts-expect-error the same of a single function
      () => b2bOtpsSmsSend(createStytch(credentials), { organization_id: "organization-test-1" }),
      // @ts-expect-error the same of a method
      () => createStytch(credentials).b2b.otps.sms.send({ ...ids, locale: "de" }),
    ];

    expect(refused).toHaveLength(7);
  });
});
