import { isApiError, type StytchErrorTypes } from "@sdkmill/stytch-client";
import { StytchError } from "stytch";
import { expect, expectTypeOf } from "vitest";
import { json } from "../../../../runtime/test/fault-answers.ts";
import { refusingOrigin } from "../../../../runtime/test/fault-server.ts";
import { ownClient, startBoth, vendorClients } from "../both-clients.ts";
import { failureOf } from "../failure-of.ts";
import type { Line } from "../line.ts";
import { apiFailure, login, userId } from "../samples.ts";

export const errors: readonly Line[] = [
  {
    what: "errors have a `name`, the request id and the headers",
    ours: "all three",
    theirs: "the request id alone; the name is `Error`",
    check: async () => {
      const { ours, theirs } = await startBoth([apiFailure(404, "user_not_found", { "x-more": "1" })]);

      const error = await failureOf(ours.client.users.get(userId));
      expect(error).toMatchObject({ name: "ApiError", requestId: "request-1" });
      expect((error["headers"] as Headers).get("x-more")).toBe("1");
      const other = await failureOf(theirs.client.users.get(userId));
      expect(other).toMatchObject({ name: "Error", request_id: "request-1" });
      expect(Object.keys(other).filter((name) => /header|response/i.test(name))).toStrictEqual([]);
    },
  },
  {
    what: "an error without an answer has its `cause`",
    ours: "`ECONNREFUSED`, say",
    theirs: "none: `fetch failed`",
    check: async () => {
      const origin = await refusingOrigin();

      const error = await failureOf(ownClient(origin, { maxRetries: 0 }).users.get(userId));
      expect(error).toMatchObject({ cause: { cause: { code: "ECONNREFUSED" } } });
      const other = await failureOf(vendorClients({ env: origin }).client.users.get(userId));
      expect([other.message, other.cause]).toStrictEqual(["fetch failed", undefined]);
    },
  },
  {
    what: "an OAuth 2.0 error with no more than RFC 6749 has keeps its status",
    ours: "`status` and `type`",
    theirs: "the type; its `status_code` is undefined",
    check: async () => {
      // As the RFC has it: what the answer has besides is no part of its body.
      const { ours, theirs } = await startBoth([
        json(400, { error: "invalid_grant", error_description: "No." }),
      ]);

      expect(await failureOf(ours.client.users.get(userId))).toMatchObject({
        status: 400,
        type: "invalid_grant",
        requestId: "request-1",
      });
      expect(await failureOf(theirs.client.users.get(userId))).toMatchObject({
        status_code: undefined,
        error_type: "invalid_grant",
        request_id: undefined,
      });
    },
  },
  {
    what: "known types of errors complete and narrow",
    ours: '`isApiError(error, "user_not_found")`',
    theirs: "`error_type: string`",
    check: async () => {
      const { ours, theirs } = await startBoth([apiFailure(404, "user_not_found")]);

      const error: unknown = await failureOf(ours.client.users.get(userId));
      expect(isApiError(error, "too_many_requests")).toBe(false);
      expect(isApiError(error, "user_not_found")).toBe(true);
      if (isApiError(error, "user_not_found"))
        expectTypeOf(error.type).toEqualTypeOf<"user_not_found" | undefined>();
      expectTypeOf<"user_not_found">().toExtend<keyof StytchErrorTypes>();
      const other: unknown = await failureOf(theirs.client.users.get(userId));
      expect(other).toBeInstanceOf(StytchError);
      if (other instanceof StytchError) expectTypeOf(other.error_type).toEqualTypeOf<string>();
    },
  },
  {
    what: "the details of an error are what their type says",
    ours: "an object",
    theirs: "an object, typed as a `Map`: `get` throws",
    check: async () => {
      const body = { status_code: 400, error_type: "breached_password", error_details: { count: 1 } };
      const { ours, theirs } = await startBoth([json(400, body)]);

      const error: unknown = await failureOf(ours.client.passwords.authenticate(login));
      if (!isApiError(error) || error.body === undefined || !("error_type" in error.body))
        throw new Error("The answer is not an error of the API.");
      expectTypeOf(error.body.error_details).toEqualTypeOf<{ [k: string]: unknown } | undefined>();
      expect(error.body.error_details?.["count"]).toBe(1);
      const other: unknown = await failureOf(theirs.client.passwords.authenticate(login));
      if (!(other instanceof StytchError)) throw new Error("The answer is not an error of the API.");
      expect(() => other.error_details?.get("count")).toThrow(TypeError);
    },
  },
];
