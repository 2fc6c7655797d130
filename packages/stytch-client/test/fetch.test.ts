import { createStytch } from "@sdkmill/stytch-client";
import { b2bOtpsSmsSend } from "@sdkmill/stytch-client/operations";
import type { B2bOtpSmsSendResponse, ErrorBody, OAuth2ErrorBody } from "@sdkmill/stytch-types";
import { afterAll, afterEach, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import {
  type Answer,
  json,
  type LoopbackServer,
  startLoopbackServer,
} from "../../runtime/test/loopback-server.ts";
import { loopbackOptions } from "./loopback-options.ts";

let server: LoopbackServer;
let answer: Answer;

beforeAll(async () => {
  server = await startLoopbackServer(() => answer);
});

afterEach(() => server.takeReceived());
afterAll(() => server.end());

const ids = { organization_id: "organization-test-1", member_id: "member-test-1" };

describe("`$fetch` is openapi-fetch, typed by the paths of the contract", () => {
  const path = "/v1/b2b/otps/sms/send";
  const found = { ...ids, request_id: "request-id-test-1", status_code: 200 };

  test("a call and what comes of it", async () => {
    answer = json(found);
    const { $fetch } = createStytch(loopbackOptions(server));
    const { data, error } = await $fetch.POST(path, { body: { ...ids, locale: "fr" } });

    expectTypeOf(data).toEqualTypeOf<B2bOtpSmsSendResponse | undefined>();
    expectTypeOf(error).toEqualTypeOf<ErrorBody | OAuth2ErrorBody | undefined>();
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
    const { $fetch } = createStytch(loopbackOptions(server));
    const refused = [
      // @ts-expect-error no such path
      () => $fetch.POST("/v1/nothing", {}),
      // @ts-expect-error no such method of the path
      () => $fetch.GET(path),
      // @ts-expect-error `member_id` is missing
      () => $fetch.POST(path, { body: { organization_id: "organization-test-1" } }),
      // @ts-expect-error no such language
      () => $fetch.POST(path, { body: { ...ids, locale: "xx" } }),
      // @ts-expect-error `organization_id` is missing
      () => $fetch.GET("/v1/b2b/organizations/{organization_id}", {}),
      // @ts-expect-error the same of a single function
      () => b2bOtpsSmsSend(createStytch(loopbackOptions(server)), { organization_id: "organization-test-1" }),
      // @ts-expect-error the same of a method
      () => createStytch(loopbackOptions(server)).b2b.otps.sms.send({ ...ids, locale: "xx" }),
    ];

    expect(refused).toHaveLength(7);
  });
});
