import {
  ApiError,
  createStytch,
  isApiError,
  type StytchError,
  type StytchErrorBody,
  type StytchErrorType,
  type StytchErrorTypes,
} from "@sdkmill/stytch-client";
import type { ErrorBody, OAuth2ErrorBody } from "@sdkmill/stytch-types";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import {
  type Answer,
  json,
  type LoopbackServer,
  startLoopbackServer,
} from "../../runtime/test/loopback-server.ts";
import { loopbackOptions } from "./loopback-options.ts";
import { proposalsAt } from "./proposals-at.ts";

let server: LoopbackServer;
let answer: Answer;

beforeAll(async () => {
  server = await startLoopbackServer(() => answer);
});

afterEach(() => server.takeReceived());
afterAll(() => server.end());

const ids = { organization_id: "organization-test-1", member_id: "member-test-1" };

/** What a call throws. */
async function thrown(given: Answer): Promise<unknown> {
  answer = given;
  return createStytch(loopbackOptions(server))
    .b2b.otps.sms.send(ids)
    .catch((error: unknown) => error);
}

describe("an answer without success", () => {
  const body = {
    status_code: 404,
    request_id: "request-id-test-1",
    error_type: "member_not_found",
    error_message: "Member could not be found.",
    error_url: "https://stytch.example/docs/api/errors/404",
  };

  test("is an error with status, id of the request and typed body", async () => {
    const error = await thrown({ ...json(body), status: 404 });

    expect(isApiError(error)).toBe(true);
    if (!isApiError(error)) return;
    expectTypeOf(error).toEqualTypeOf<StytchError>();
    expectTypeOf(error.body).toEqualTypeOf<StytchErrorBody | undefined>();
    expectTypeOf<StytchErrorBody>().toExtend<ErrorBody | OAuth2ErrorBody>();
    const { operation, status, requestId, type, text } = error;
    expect({ operation, status, requestId, type, text, body: error.body }).toStrictEqual({
      operation: "POST /v1/b2b/otps/sms/send",
      status: 404,
      requestId: "request-id-test-1",
      type: "member_not_found",
      text: undefined,
      body,
    });
    expect(error.headers.get("content-type")).toBe("application/json");
    expect(error).toBeInstanceOf(ApiError);
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain("hidden-key");
  });

  test("is known from every other error", () => {
    const others = [new Error("x"), { name: "ApiError", status: 404 }, undefined];
    expect(others.map((other) => isApiError(other))).toStrictEqual([false, false, false]);
  });

  test.each<readonly [what: string, answer: Answer, text: string | undefined]>([
    ["null", json(null), "null"],
    ["no content", { status: 204 }, undefined],
    ["an empty text", { ...json({}), body: "" }, undefined],
    ["a page of a proxy", { headers: { "content-type": "text/html" }, body: "<html>" }, "<html>"],
  ])("is also one that says success, and not what was promised: %s", async (_, given, text) => {
    const error = await thrown(given);

    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: given.status ?? 200, body: undefined, text });
    expect(server.takeReceived()).toHaveLength(1);
  });
});

/** What a rate limit answers. */
const tooMany = {
  ...json({
    status_code: 429,
    request_id: "request-id-test-2",
    error_type: "too_many_requests",
    error_message: "Too many requests.",
    error_url: "https://stytch.example/docs/api/errors/429",
    error_details: { limit: 5 },
  }),
  status: 429,
};

describe("a type of errors", () => {
  test("narrows an error to those that have it", async () => {
    const error = await thrown(tooMany);

    expect([
      isApiError(error, "too_many_requests"),
      isApiError(error, "member_not_found"),
      isApiError(error, "too_many_requests_of_some_kind"),
      isApiError(new Error("too_many_requests"), "too_many_requests"),
    ]).toStrictEqual([true, false, false, false]);
    if (!isApiError(error, "too_many_requests")) return;
    expectTypeOf(error).toEqualTypeOf<StytchError<"too_many_requests">>();
    expectTypeOf(error.type).toEqualTypeOf<"too_many_requests" | undefined>();
    const { body } = error;
    if (body === undefined || !("error_type" in body)) throw new Error("The body is not known.");
    expectTypeOf(body.error_type).toEqualTypeOf<"too_many_requests">();
    expectTypeOf(body.error_details).toEqualTypeOf<ErrorBody["error_details"]>();
    // @ts-expect-error it is no other type
    const other: "member_not_found" = body.error_type;
    expect([error.type, other, body.error_details]).toStrictEqual([
      ...["too_many_requests", "too_many_requests"],
      { limit: 5 },
    ]);
  });

  test("may be one that is not known, or not known yet", async () => {
    const error = await thrown({ ...json({ error_type: "quite_new" }), status: 400 });
    const type: string = ["quite", "new"].join("_");

    expect([isApiError(error, "quite_new"), isApiError(error, type)]).toStrictEqual([true, true]);
    if (isApiError(error, "quite_new")) expectTypeOf(error.type).toEqualTypeOf<"quite_new" | undefined>();
    // @ts-expect-error a type is a text
    expect(isApiError(error, 400)).toBe(false);
  });

  // Prevents: `string`, in which the known types are lost, and with them what an editor proposes.
  test("is known by name, with a comment of its own", () => {
    expectTypeOf<keyof StytchErrorTypes>().toExtend<StytchErrorType>();
    expectTypeOf<Extract<StytchErrorType, "too_many_requests">>().toEqualTypeOf<"too_many_requests">();
    expectTypeOf<string>().not.toExtend<keyof StytchErrorTypes>();
    expect(
      proposalsAt('isApiError(error, "")').filter((name) => name.startsWith("too_many_re")),
    ).toStrictEqual(["too_many_requests"]);
  });
});

describe("an error of OAuth 2.0", () => {
  test("has its type, which narrows it too", async () => {
    const error = await thrown({
      ...json({
        status_code: 401,
        request_id: "request-id-test-3",
        error: "invalid_client",
        error_description: "Client authentication failed",
        error_uri: "https://stytch.example/docs/api/errors/401",
      }),
      status: 401,
    });

    expect(error).toMatchObject({ status: 401, type: "invalid_client", requestId: "request-id-test-3" });
    if (!isApiError(error, "invalid_client")) throw new Error("It is not known.");
    if (error.body === undefined || !("error" in error.body)) throw new Error("The body is not known.");
    expectTypeOf(error.body.error).toEqualTypeOf<"invalid_client">();
    expectTypeOf(error.body.error_description).toEqualTypeOf<OAuth2ErrorBody["error_description"]>();
    expect(error.body.error_description).toBe("Client authentication failed");
  });

  test("has the type of Stytch, if it says both", async () => {
    const error = await thrown({
      ...json({ error: "invalid_request", error_type: "invalid_argument" }),
      status: 400,
    });

    expect(error).toMatchObject({ type: "invalid_argument" });
  });

  test.each([{ error: { reason: 1 } }, { error_type: 7, error: "" }, { message: "No." }, ["error"]])(
    "has no type if it says none that is a text: %j",
    async (body) => {
      const error = await thrown({ ...json(body), status: 400 });

      expect(error).toMatchObject({ status: 400, type: undefined, body });
    },
  );
});
