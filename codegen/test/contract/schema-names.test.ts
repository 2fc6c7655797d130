import { describe, expect, it } from "vitest";
import { isIdentifier, isTaken } from "../../src/contract/identifiers.ts";
import { partName, schemaName } from "../../src/contract/schema-names.ts";

describe("the name of a versioned title", () => {
  it.each([
    {
      title: "api_b2b_otp_v1_b2b_otp_sms_AuthenticateRequest",
      want: "B2bOtpSmsAuthenticateRequest",
      in: "b2b otp",
    },
    { title: "api_b2b_otp_v1_b2b_otp_sms_SendRequest", want: "B2bOtpSmsSendRequest", in: "b2b otp" },
    {
      title: "api_b2b_otp_v1_b2b_otp_email_discovery_AuthenticateResponse",
      want: "B2bOtpEmailDiscoveryAuthenticateResponse",
      in: "b2b otp",
    },
    { title: "api_sso_v1_AuthenticateResponse", want: "SsoAuthenticateResponse", in: "sso" },
    { title: "api_b2b_magic_v1_AuthenticateRequest", want: "B2bMagicAuthenticateRequest", in: "b2b magic" },
    { title: "api_organization_v1_Organization", want: "Organization", in: "organization" },
    { title: "api_organization_v1_Member", want: "OrganizationMember", in: "organization" },
    { title: "api_organization_v1_OrganizationSlug", want: "OrganizationSlug", in: "organization" },
    // The path may say the namespace in the plural.
    {
      title: "api_magic_link_v1_magic_links_email_SendRequest",
      want: "MagicLinksEmailSendRequest",
      in: "magic link",
    },
    // Only whole words repeat a namespace.
    { title: "api_user_v1_Userland", want: "UserUserland", in: "user" },
    { title: "api_otp_v1_otps_sms_SendRequest", want: "OtpsSmsSendRequest", in: "otp" },
    { title: "api_m2m_v1_oauth_m2m_Token", want: "M2mOauthM2mToken", in: "m2m" },
    // The first version goes without saying, any other does not.
    { title: "api_sso_v2_AuthenticateResponse", want: "SsoV2AuthenticateResponse", in: "sso v2" },
    { title: "api_session_v2_Session", want: "V2Session", in: "session v2" },
    { title: "api_sso_v1beta1_Connection", want: "SsoV1beta1Connection", in: "sso v1beta1" },
    { title: "com.acme.billing.v1.Invoice", want: "ComAcmeBillingInvoice", in: "com acme billing" },
    { title: "api_v1_Status", want: "ApiStatus", in: "api" },
    // A global: a declaration of this name would hide it.
    { title: "api_error_v1_Error", want: "ErrorSchema", in: "error" },
  ])("$title is $want", ({ title, want, in: namespace }) => {
    expect(schemaName(title)).toEqual({ name: want, namespace: namespace.split(" ") });
  });
});

describe("the name of any other title", () => {
  it.each([
    { title: "Stytch B2B Member", want: "StytchB2BMember" },
    { title: "Pet", want: "Pet" },
    { title: "pet", want: "Pet" },
    { title: "pet-store.order_line", want: "PetStoreOrderLine" },
    { title: "List<Pet>", want: "ListPet" },
    { title: "Pet[]", want: "Pet" },
    { title: "  An  order,\tplaced\n", want: "AnOrderPlaced" },
    // A version at one end parts nothing.
    { title: "v1_Order", want: "V1Order" },
    { title: "Order_v1", want: "OrderV1" },
    // Leading digits.
    { title: "3DSecure", want: "_3DSecure" },
    { title: "404", want: "_404" },
    // Reserved words and globals. Words in lower case are free once they are capitalised.
    { title: "class", want: "Class" },
    { title: "string", want: "StringSchema" },
    { title: "date", want: "DateSchema" },
    { title: "Error", want: "ErrorSchema" },
    { title: "Promise", want: "PromiseSchema" },
    { title: "Record", want: "RecordSchema" },
    { title: "constructor", want: "Constructor" },
    { title: "__proto__", want: "Proto" },
    // Unicode.
    { title: "Crème brûlée", want: "CremeBrulee" },
    { title: "Übung", want: "Ubung" },
    { title: "ﬁle x²", want: "FileX2" },
    { title: "日本 order", want: "Order" },
    { title: "日本", want: "" },
    { title: "!?", want: "" },
    { title: "", want: "" },
  ])("$title is $want", ({ title, want }) => {
    expect(schemaName(title)).toEqual({ name: want, namespace: [] });
  });
});

describe("the name of a part", () => {
  it.each([
    { parent: "Order", steps: ["line"], want: "OrderLine" },
    { parent: "Order", steps: ["lines", "items"], want: "OrderLinesItems" },
    { parent: "", steps: ["paths", "/orders", "get"], want: "PathsOrdersGet" },
    { parent: "Order", steps: [""], want: "OrderPart" },
    { parent: "Order", steps: ["", "%", "line"], want: "OrderPartPartLine" },
    { parent: "", steps: ["2fa"], want: "_2fa" },
    { parent: "", steps: ["error"], want: "ErrorSchema" },
  ])("$steps of $parent is $want", ({ parent, steps, want }) => {
    expect(partName(parent, steps)).toBe(want);
  });
});

describe("every derived name", () => {
  const pieces = [
    "a",
    "B",
    "1",
    "_",
    "-",
    "/",
    ".",
    " ",
    "é",
    "日",
    "v1",
    "v2",
    "api",
    "Error",
    "class",
    "ß",
    "²",
    "$",
  ];
  const titles = pieces.flatMap((first) =>
    pieces.flatMap((second) =>
      pieces.flatMap((third) => [first + second + third, `${first}_${second}_${third}`]),
    ),
  );

  it("is an identifier that hides nothing, or empty", () => {
    const names = titles.map((title) => schemaName(title).name).filter((name) => name !== "");
    expect(names.filter((name) => !isIdentifier(name) || isTaken(name))).toEqual([]);
  });
});
