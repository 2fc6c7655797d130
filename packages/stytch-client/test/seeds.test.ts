import { createStytch } from "@sdkmill/stytch-client";
import type {
  B2bMagicAuthenticateRequest,
  B2bMagicAuthenticateResponse,
  B2bOtpEmailDiscoveryAuthenticateResponse,
  B2bOtpSmsAuthenticateRequest,
  B2bOtpSmsAuthenticateResponse,
  B2bOtpSmsSendRequest,
  B2bOtpSmsSendResponse,
  SsoAuthenticateResponse,
} from "@sdkmill/stytch-types";
import type { Validator } from "@sdkmill/stytch-validators";
import { validateB2bMagicAuthenticateRequest } from "@sdkmill/stytch-validators/b2b-magic-authenticate-request";
import { validateB2bOtpEmailDiscoveryAuthenticateResponse } from "@sdkmill/stytch-validators/b2b-otp-email-discovery-authenticate-response";
import { validateB2bOtpSmsAuthenticateRequest } from "@sdkmill/stytch-validators/b2b-otp-sms-authenticate-request";
import { validateB2bOtpSmsSendRequest } from "@sdkmill/stytch-validators/b2b-otp-sms-send-request";
import { validateSsoAuthenticateResponse } from "@sdkmill/stytch-validators/sso-authenticate-response";
import { afterAll, afterEach, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { json, type LoopbackServer, startLoopbackServer } from "../../runtime/test/loopback-server.ts";
import { changed } from "./broken-values.ts";
import { loopbackOptions } from "./loopback-options.ts";
import * as values from "./realistic-values.ts";

let server: LoopbackServer;
let answer: unknown;

beforeAll(async () => {
  server = await startLoopbackServer(() => json(answer));
});

afterEach(() => server.takeReceived());
afterAll(() => server.end());

type Stytch = ReturnType<typeof createStytch>;

/** Makes a call that gets this answer: what came of it, and what was on the wire. */
async function exchange<Result>(given: Result, calling: (stytch: Stytch) => Promise<Result>) {
  answer = given;
  const result = await calling(createStytch(loopbackOptions(server)));
  const sent = server.takeReceived().map(({ method, target, headers, body }) => ({
    request: `${method} ${target}`,
    authorization: headers.authorization,
    type: headers["content-type"],
    body: JSON.parse(body) as unknown,
  }));
  return { result, sent };
}

/** What must be on the wire. */
function posted(path: string, body: unknown) {
  const authorization = `Basic ${btoa("project-test-1:hidden-key")}`;
  return [{ request: `POST ${path}`, authorization, type: "application/json", body }];
}

/** Fails to compile for a value of another type. */
function accepts<Value>(_value: Value): void {}

/** Every broken value has something else at one place, which the validator must name, and nothing else. */
function testValidator<Value>(
  validator: Validator<Value>,
  value: Value,
  broken: readonly [what: string, place: string, replacement: unknown][],
): void {
  test("its validator accepts it", () => {
    expect(validator(value)).toStrictEqual({ value });
  });

  test.each(broken)("its validator refuses: %s", (_, place, replacement) => {
    const issues = validator.issues(changed(value, place, replacement));

    expect([...new Set(issues.map(({ pointer }) => pointer))]).toStrictEqual([place]);
  });
}

const ids = { organization_id: values.organizationId, member_id: values.memberId };
const { member, organization } = values;

describe("B2bOtpSmsAuthenticateRequest", () => {
  const value = values.smsAuthenticateRequest;

  test("its type", () => {
    expectTypeOf(value).toEqualTypeOf<B2bOtpSmsAuthenticateRequest>();
    // @ts-expect-error `code` is missing
    accepts<B2bOtpSmsAuthenticateRequest>(ids);
    // @ts-expect-error `code` is a text
    accepts<B2bOtpSmsAuthenticateRequest>({ ...ids, code: 123456 });
    // @ts-expect-error there is no `locale`
    accepts<B2bOtpSmsAuthenticateRequest>({ ...ids, code: "123456", locale: "en" });
  });

  testValidator(validateB2bOtpSmsAuthenticateRequest, value, [
    ["a required property is missing", "/code", undefined],
    ["a text is a number", "/member_id", 7],
    ["minutes beyond int32", "/session_duration_minutes", 2_147_483_648],
    ["half a minute", "/session_duration_minutes", 0.5],
    ["an object is an array", "/session_custom_claims", []],
    ["a boolean is a text", "/set_default_mfa", "true"],
    ["an array of it", "", [value]],
  ]);

  test("its call", async () => {
    const { result, sent } = await exchange<B2bOtpSmsAuthenticateResponse>(
      {
        ...ids,
        request_id: "request-1",
        member,
        organization,
        session_token: "t",
        session_jwt: "j",
        status_code: 200,
      },
      (stytch) => stytch.b2b.otps.sms.authenticate(value),
    );

    expect(sent).toStrictEqual(posted("/v1/b2b/otps/sms/authenticate", value));
    expect(result.member.roles[1]?.sources[0]?.details).toStrictEqual({ email_domain: "example.com" });
  });
});

describe("B2bMagicAuthenticateRequest", () => {
  const value = values.magicAuthenticateRequest;

  test("its type", () => {
    expectTypeOf(value).toEqualTypeOf<B2bMagicAuthenticateRequest>();
    // @ts-expect-error `magic_links_token` is missing
    accepts<B2bMagicAuthenticateRequest>({});
    // @ts-expect-error minutes are a number
    accepts<B2bMagicAuthenticateRequest>({ magic_links_token: "t", session_duration_minutes: "60" });
    // @ts-expect-error there is no `token`
    accepts<B2bMagicAuthenticateRequest>({ magic_links_token: "t", token: "t" });
    // @ts-expect-error no such language
    accepts<B2bMagicAuthenticateRequest>({ magic_links_token: "t", locale: "xx" });
  });

  testValidator(validateB2bMagicAuthenticateRequest, value, [
    ["a required property is missing", "/magic_links_token", undefined],
    ["a text is null", "/pkce_code_verifier", null],
    ["minutes below int32", "/session_duration_minutes", -2_147_483_649],
    ["an object is a text", "/session_custom_claims", "{}"],
    ["a value that the request does not list", "/locale", "xx"],
    ["nothing at all", "", null],
  ]);

  test("its call", async () => {
    const { result, sent } = await exchange<B2bMagicAuthenticateResponse>(
      { ...values.ssoAuthenticateResponse, method_id: "email-1", reset_sessions: false },
      (stytch) => stytch.b2b.magicLinks.authenticate(value),
    );

    expect(sent).toStrictEqual(posted("/v1/b2b/magic_links/authenticate", value));
    expect(result.member_session).toStrictEqual(values.memberSession);
  });
});

describe("SsoAuthenticateResponse", () => {
  const value = values.ssoAuthenticateResponse;

  test("its type", () => {
    const { member_authenticated, ...incomplete } = value;
    expect(member_authenticated).toBe(false);
    expectTypeOf(value).toEqualTypeOf<SsoAuthenticateResponse>();
    // @ts-expect-error `member_authenticated` is missing
    accepts<SsoAuthenticateResponse>(incomplete);
    // @ts-expect-error `reset_session` is a boolean
    accepts<SsoAuthenticateResponse>({ ...value, reset_session: "no" });
    // @ts-expect-error a Member has no `roles` of texts
    accepts<SsoAuthenticateResponse>({ ...value, member: { ...member, roles: ["reader"] } });
    // @ts-expect-error there is no `session`
    accepts<SsoAuthenticateResponse>({ ...value, session: values.memberSession });
  });

  test("its validator accepts a factor that is not listed yet", () => {
    const factor = "/member_session/authentication_factors/0";
    const newer = changed(changed(value, `${factor}/type`, "telepathy"), `${factor}/delivery_method`, "mind");

    expect(validateSsoAuthenticateResponse.issues(newer)).toStrictEqual([]);
  });

  testValidator(validateSsoAuthenticateResponse, value, [
    ["a required property is missing", "/member_authenticated", undefined],
    ["a required property of an object in it is missing", "/member/email_address_verified", undefined],
    ["a boolean is a text", "/organization/custom_roles/0/permissions/0/actions", "read"],
    ["a status beyond int32", "/status_code", 1e10],
    ["half a status", "/status_code", 200.5],
    ["an item of an array in an array", "/member/roles/1/sources/0/type", 1],
    ["an item that is no object", "/member_session/authentication_factors/1", "otp"],
    ["a property of an optional object", "/mfa_required/member_options/mfa_phone_number", null],
    ["a text", "", "SsoAuthenticateResponse"],
  ]);

  test("its call", async () => {
    const { result, sent } = await exchange<SsoAuthenticateResponse>(value, (stytch) =>
      stytch.b2b.sso.authenticate({ sso_token: "token", locale: "de-DE" }),
    );

    expect(sent).toStrictEqual(posted("/v1/b2b/sso/authenticate", { sso_token: "token", locale: "de-DE" }));
    expect(result).toStrictEqual(value);
    expect(validateSsoAuthenticateResponse.is(result)).toBe(true);
  });
});

describe("B2bOtpSmsSendRequest", () => {
  const value = values.smsSendRequest;

  test("its type", () => {
    expectTypeOf(value).toEqualTypeOf<B2bOtpSmsSendRequest>();
    // @ts-expect-error `member_id` is missing
    accepts<B2bOtpSmsSendRequest>({ organization_id: "organization-test-1" });
    // @ts-expect-error a phone number is a text
    accepts<B2bOtpSmsSendRequest>({ ...ids, mfa_phone_number: 15005550006 });
    // @ts-expect-error there is no `phone_number`
    accepts<B2bOtpSmsSendRequest>({ ...ids, phone_number: "+15005550006" });
    // @ts-expect-error no such language
    accepts<B2bOtpSmsSendRequest>({ ...ids, locale: "pt-BR" });
  });

  testValidator(validateB2bOtpSmsSendRequest, value, [
    ["a required property is missing", "/organization_id", undefined],
    ["a text is a number", "/mfa_phone_number", 15005550006],
    ["a text is an object", "/session_jwt", {}],
    ["a value that the request does not list", "/locale", "pt-BR"],
    ["a number", "", 7],
  ]);

  test("its call", async () => {
    const { result, sent } = await exchange<B2bOtpSmsSendResponse>(
      { ...ids, request_id: "request-1", member, organization, status_code: 200 },
      (stytch) => stytch.b2b.otps.sms.send(value),
    );

    expect(sent).toStrictEqual(posted("/v1/b2b/otps/sms/send", value));
    expect(result.organization.organization_name).toBe("Ada & Söhne");
  });
});

describe("B2bOtpEmailDiscoveryAuthenticateResponse", () => {
  const value = values.emailDiscoveryAuthenticateResponse;

  test("its type", () => {
    const { discovered_organizations, ...incomplete } = value;
    expectTypeOf(value).toEqualTypeOf<B2bOtpEmailDiscoveryAuthenticateResponse>();
    // @ts-expect-error `discovered_organizations` is missing
    accepts<B2bOtpEmailDiscoveryAuthenticateResponse>(incomplete);
    // @ts-expect-error `discovered_organizations` is an array
    accepts<B2bOtpEmailDiscoveryAuthenticateResponse>({ ...value, discovered_organizations: {} });
    // @ts-expect-error there is no `member`
    accepts<B2bOtpEmailDiscoveryAuthenticateResponse>({ ...value, member });
    expect(discovered_organizations).toHaveLength(2);
  });

  const first = "/discovered_organizations/0";

  testValidator(validateB2bOtpEmailDiscoveryAuthenticateResponse, value, [
    ["a required property is missing", "/discovered_organizations", undefined],
    ["a required property of an item is missing", `${first}/member_authenticated`, undefined],
    ["a text is an array", "/email_address", ["ada@example.com"]],
    ["a status that is a text", "/status_code", "200"],
    ["an item is null", "/discovered_organizations/1", null],
    ["deep inside", `${first}/membership/member/sso_registrations/0/external_id`, false],
    ["an item of an array of texts", `${first}/primary_required/allowed_auth_methods/0`, 1],
    ["no object", "", []],
  ]);

  test("its call", async () => {
    const request = { email_address: "ada@example.com", code: "123456" };
    const { result, sent } = await exchange<B2bOtpEmailDiscoveryAuthenticateResponse>(value, (stytch) =>
      stytch.b2b.otps.email.discovery.authenticate(request),
    );

    expect(sent).toStrictEqual(posted("/v1/b2b/otps/email/discovery/authenticate", request));
    expect(result.discovered_organizations[0]?.membership?.member?.name).toBe("Ada Lovelace");
  });
});
