import { describe, expect, it } from "vitest";
import { camelCase, fileName, kebabCase, pascalCase, segments, words } from "../../src/contract/words.ts";

describe("segments", () => {
  it.each([
    { text: "b2b_otp.sms-send", want: ["b2b", "otp", "sms", "send"] },
    { text: "Stytch B2B Member", want: ["Stytch", "B2B", "Member"] },
    { text: "__a__", want: ["a"] },
    { text: "Crème brûlée", want: ["Creme", "brulee"] },
    { text: "ﬁle x²", want: ["file", "x2"] },
    { text: "日本", want: [] },
    { text: "", want: [] },
  ])("of $text", ({ text, want }) => {
    expect(segments(text)).toEqual(want);
  });
});

describe("words", () => {
  it.each([
    { text: "SsoAuthenticateResponse", want: ["Sso", "Authenticate", "Response"] },
    { text: "SCIMConnectionWithToken", want: ["SCIM", "Connection", "With", "Token"] },
    { text: "listOIDCProviders", want: ["list", "OIDC", "Providers"] },
    { text: "B2bOtp", want: ["B2b", "Otp"] },
    { text: "M2MClient", want: ["M2M", "Client"] },
    { text: "OAuthToken", want: ["OAuth", "Token"] },
    { text: "getById", want: ["get", "By", "Id"] },
    { text: "x509Certificate", want: ["x509", "Certificate"] },
    { text: "snake_case", want: ["snake", "case"] },
    { text: "A", want: ["A"] },
  ])("of $text", ({ text, want }) => {
    expect(words(text)).toEqual(want);
  });
});

describe("pascalCase, camelCase and kebabCase", () => {
  it.each([
    { text: "b2b_otp_sms", pascal: "B2bOtpSms", camel: "b2bOtpSms", kebab: "b2b-otp-sms" },
    { text: "recovery_codes", pascal: "RecoveryCodes", camel: "recoveryCodes", kebab: "recovery-codes" },
    { text: "OIDCProviders", pascal: "OIDCProviders", camel: "oidcProviders", kebab: "oidc-providers" },
    { text: "SCIMConnection", pascal: "SCIMConnection", camel: "scimConnection", kebab: "scim-connection" },
    { text: "M2M", pascal: "M2M", camel: "m2m", kebab: "m2m" },
    { text: "getOAuthToken", pascal: "GetOAuthToken", camel: "getOAuthToken", kebab: "get-oauth-token" },
    {
      text: "Stytch B2B Member",
      pascal: "StytchB2BMember",
      camel: "stytchB2BMember",
      kebab: "stytch-b2b-member",
    },
    { text: "2fa", pascal: "2fa", camel: "2fa", kebab: "2fa" },
    { text: "", pascal: "", camel: "", kebab: "" },
  ])("of $text", ({ text, pascal, camel, kebab }) => {
    expect([pascalCase(text), camelCase(text), kebabCase(text)]).toEqual([pascal, camel, kebab]);
  });
});

describe("fileName of a long text", () => {
  const long = "Word".repeat(100);

  it("is short enough for every file system", () => {
    expect(fileName(long)).toMatch(/^word-word-.*-[0-9a-f]{8}$/);
    expect(fileName(long).length).toBe(100);
  });

  it("differs where the text differs, even behind the cut", () => {
    expect(fileName(`${long}A`)).not.toBe(fileName(`${long}B`));
  });

  it("is not cut before it is needed", () => {
    expect(fileName("x".repeat(100))).toBe("x".repeat(100));
  });
});
