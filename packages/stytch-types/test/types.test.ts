import type {
  AuthenticationFactorDeliveryMethod,
  AuthenticationFactorType,
  B2bOtpSendRequestLocale,
  B2bOtpSmsSendRequest,
  ConnectedAppsCreateRequestClientType,
  ErrorBody,
  FraudVerdictAction,
  Member,
  MemberSession,
  Organization,
  OrganizationsMembersSearchResponse,
  OrganizationsMembersSearchRequest,
  OrganizationSearchQueryOperator,
  SsoAuthenticateRequest,
  SsoAuthenticateResponse,
} from "@sdkmill/stytch-types";
import type { components, operations, paths } from "@sdkmill/stytch-types/openapi";
import { describe, expectTypeOf, test } from "vitest";

/** The properties of any name that an object has; `never` without an index signature. */
type AnyName<Value> = keyof {
  [Name in keyof Value as string extends Name ? Name : never]: Value[Name];
};

describe("enums of responses are open", () => {
  test("to every text", () => {
    expectTypeOf<string>().toExtend<AuthenticationFactorType>();
    expectTypeOf<string>().toExtend<AuthenticationFactorDeliveryMethod>();
    expectTypeOf<string>().toExtend<FraudVerdictAction>();
    expectTypeOf<number>().not.toExtend<FraudVerdictAction>();
    expectTypeOf<FraudVerdictAction>().toExtend<string>();
  });

  // A union with `string` alone would lose them, and with them the completion in editors.
  test("with the values that are known", () => {
    expectTypeOf<Extract<FraudVerdictAction, "ALLOW" | "BLOCK" | "OTHER">>().toEqualTypeOf<
      "ALLOW" | "BLOCK"
    >();
    expectTypeOf<Extract<AuthenticationFactorType, "sso" | "other">>().toEqualTypeOf<"sso">();
    expectTypeOf<Extract<string, "sso">>().toEqualTypeOf<never>();
  });
});

test("enums of requests are closed", () => {
  expectTypeOf<"en" | "es" | "pt-br" | "fr">().toExtend<B2bOtpSendRequestLocale>();
  expectTypeOf<string>().not.toExtend<B2bOtpSendRequestLocale>();
  expectTypeOf<B2bOtpSmsSendRequest["locale"]>().toEqualTypeOf<B2bOtpSendRequestLocale | undefined>();
  expectTypeOf<"OR" | "AND">().toExtend<OrganizationSearchQueryOperator>();
  expectTypeOf<string>().not.toExtend<OrganizationSearchQueryOperator>();
  expectTypeOf<
    "first_party" | "first_party_public" | "third_party" | "third_party_public"
  >().toExtend<ConnectedAppsCreateRequestClientType>();
  expectTypeOf<string>().not.toExtend<ConnectedAppsCreateRequestClientType>();
});

describe("objects have the properties that they list", () => {
  test("and no others", () => {
    expectTypeOf<AnyName<Member>>().toEqualTypeOf<never>();
    expectTypeOf<AnyName<Organization>>().toEqualTypeOf<never>();
    expectTypeOf<AnyName<SsoAuthenticateResponse>>().toEqualTypeOf<never>();
    expectTypeOf<AnyName<SsoAuthenticateRequest>>().toEqualTypeOf<never>();
    expectTypeOf<
      | "member_session_id"
      | "member_id"
      | "started_at"
      | "last_accessed_at"
      | "expires_at"
      | "authentication_factors"
      | "organization_id"
      | "roles"
      | "organization_slug"
      | "custom_claims"
    >().toExtend<keyof MemberSession>();
    expectTypeOf<"another">().not.toExtend<keyof MemberSession>();
  });

  test("unless the document says what the others are", () => {
    expectTypeOf<Member["trusted_metadata"]>().toEqualTypeOf<{ [name: string]: unknown } | undefined>();
    expectTypeOf<OrganizationsMembersSearchResponse["organizations"]>().toEqualTypeOf<{
      [name: string]: Organization;
    }>();
  });

  test("required or not as the document says", () => {
    expectTypeOf<{ organization_ids: string[] }>().toExtend<OrganizationsMembersSearchRequest>();
    expectTypeOf<{ limit: number }>().not.toExtend<OrganizationsMembersSearchRequest>();
    expectTypeOf<SsoAuthenticateResponse["status_code"]>().toEqualTypeOf<number>();
    expectTypeOf<SsoAuthenticateResponse["member_session"]>().toEqualTypeOf<MemberSession | undefined>();
  });
});

describe("the form for openapi-fetch stands on the same declarations", () => {
  type Schemas = components["schemas"];
  type Authenticate = paths["/v1/b2b/sso/authenticate"]["post"];

  test("as schemas", () => {
    expectTypeOf<Schemas["api_sso_v1_AuthenticateResponse"]>().toEqualTypeOf<SsoAuthenticateResponse>();
    expectTypeOf<Schemas["api_organization_v1_Member"]>().toEqualTypeOf<Member>();
    expectTypeOf<
      Schemas["api_session_v1_AuthenticationFactorType"]
    >().toEqualTypeOf<AuthenticationFactorType>();
  });

  test("as bodies, answers and errors of operations", () => {
    expectTypeOf<Authenticate>().toEqualTypeOf<operations["api_sso_v1_Authenticate"]>();
    expectTypeOf<
      Authenticate["requestBody"]["content"]["application/json"]
    >().toEqualTypeOf<SsoAuthenticateRequest>();
    expectTypeOf<
      Authenticate["responses"][200]["content"]["application/json"]
    >().toEqualTypeOf<SsoAuthenticateResponse>();
    expectTypeOf<ErrorBody>().toExtend<Authenticate["responses"]["default"]["content"]["application/json"]>();
  });

  test("with the parameters of a path", () => {
    type Get = paths["/v1/b2b/organizations/{organization_id}/member"]["get"];

    expectTypeOf<Get["parameters"]["path"]>().toEqualTypeOf<{ organization_id: string }>();
    expectTypeOf<
      Pick<NonNullable<Get["parameters"]["query"]>, "member_id" | "email_address">
    >().toEqualTypeOf<{ member_id?: string; email_address?: string }>();
    expectTypeOf<keyof paths>().not.toEqualTypeOf<string>();
  });
});
