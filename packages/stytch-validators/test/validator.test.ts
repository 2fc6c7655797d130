import {
  validateAuthenticationFactorType,
  validateB2bOtpSendRequestLocale,
  validateB2bOtpSmsSendRequest,
  validateCustomRole,
  validateFraudVerdictAction,
  validateOrganizationSearchQuery,
  validateOrganizationsMembersSearchResponse,
  ValidationError,
  type Validator,
} from "@sdkmill/stytch-validators";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { B2bOtpSmsSendRequest } from "@sdkmill/stytch-types";

const request = { organization_id: "organization-test-1", member_id: "member-test-1" };
const role = { role_id: "r", description: "d", permissions: [{ resource_id: "x", actions: ["read"] }] };

describe("a value that is valid", () => {
  test("comes back itself, unchanged", () => {
    const value = Object.freeze({ ...request });
    const result = validateB2bOtpSmsSendRequest(value);

    expect(result.issues).toBeUndefined();
    expect("value" in result && result.value).toBe(value);
    expect(validateB2bOtpSmsSendRequest["~standard"].validate(value)).toStrictEqual({ value });
    expect(validateB2bOtpSmsSendRequest.issues(value)).toStrictEqual([]);
  });

  test("of an answer keeps what the contract does not know; that of a request may have nothing of it", () => {
    const extra = { any: 1 };
    expect(validateAuthenticationFactorType.is("sso")).toBe(true);
    expect(validateCustomRole.is({ ...role, extra })).toBe(true);
    expect(validateB2bOtpSmsSendRequest.issues({ ...request, extra })).toStrictEqual([
      {
        pointer: "/extra",
        path: ["extra"],
        keyword: "additionalProperties",
        message: "is not a known property",
      },
    ]);
  });

  test("gets its type", () => {
    const value: unknown = request;
    if (!validateB2bOtpSmsSendRequest.is(value)) throw new Error("It is valid.");
    expectTypeOf(value).toEqualTypeOf<B2bOtpSmsSendRequest>();

    const other: unknown = request;
    const validator: Validator<B2bOtpSmsSendRequest> = validateB2bOtpSmsSendRequest;
    validator.assert(other);
    expectTypeOf(other).toEqualTypeOf<B2bOtpSmsSendRequest>();
    expect(other).toBe(request);
  });
});

describe("a value that is not", () => {
  const broken = {
    ...role,
    description: 7,
    permissions: [role.permissions[0], { resource_id: "x", actions: ["a", 1] }],
  };
  const issues = [
    { pointer: "/description", path: ["description"], keyword: "type", message: "must be a string, not 7" },
    {
      pointer: "/permissions/1/actions/1",
      path: ["permissions", 1, "actions", 1],
      keyword: "type",
      message: "must be a string, not 1",
    },
  ];

  test("has an issue for every place", () => {
    expect(validateCustomRole.issues(broken)).toStrictEqual(issues);
    expect(validateCustomRole(broken)).toStrictEqual({ issues });
    expect(validateCustomRole["~standard"].validate(broken)).toStrictEqual({ issues });
    expect(validateCustomRole.is(broken)).toBe(false);
  });

  test("has no more issues than asked for", () => {
    expect(validateCustomRole.issues(broken, { limit: 1 })).toStrictEqual(issues.slice(0, 1));
    expect(validateCustomRole.issues(broken, { limit: undefined })).toStrictEqual(issues);
  });

  test("is thrown by `assert`", () => {
    const validator: Validator<unknown> = validateCustomRole;
    const check = (): void => validator.assert({ ...broken, permissions: "x" });

    expect(check).toThrow(ValidationError);
    expect(check).toThrow(/^\/description must be a string, not 7 \(and 1 more\)$/);
  });

  test("keeps its issues when something else is validated", () => {
    const first = validateCustomRole.issues(broken);
    validateCustomRole.issues(null);

    expect(first).toStrictEqual(issues);
    expect(validateCustomRole.issues(null)).toStrictEqual([
      { pointer: "", path: [], keyword: "type", message: "must be an object, not null" },
    ]);
  });
});

describe("pointers", () => {
  const value = { request_id: "r", members: [], results_metadata: { total: 0 }, status_code: 200 };

  test.each([
    ["a/b~c", "/organizations/a~1b~0c", ["organizations", "a/b~c"]],
    ["", "/organizations/", ["organizations", ""]],
    ["0", "/organizations/0", ["organizations", "0"]],
    ["%2F", "/organizations/%2F", ["organizations", "%2F"]],
    ["__proto__", "/organizations/__proto__", ["organizations", "__proto__"]],
  ])("through a property named %j", (name, pointer, path) => {
    const organizations = JSON.parse(`{${JSON.stringify(name)}: 7}`) as object;
    const issues = validateOrganizationsMembersSearchResponse.issues({ ...value, organizations });

    expect(issues).toStrictEqual([{ pointer, path, keyword: "type", message: "must be an object, not 7" }]);
  });

  test("to a property that is missing", () => {
    expect(validateB2bOtpSmsSendRequest.issues({ organization_id: "o" })).toStrictEqual([
      { pointer: "/member_id", path: ["member_id"], keyword: "required", message: "is required" },
    ]);
  });
});

describe("enums", () => {
  test.each<[string, Validator<unknown>, unknown, boolean]>([
    ["a known value of an answer", validateAuthenticationFactorType, "sso", true],
    ["a new value of an answer", validateAuthenticationFactorType, "telepathy", true],
    ["a new value of an answer", validateFraudVerdictAction, "PONDER", true],
    ["what is no text in an answer", validateFraudVerdictAction, 7, false],
    ["a known value of a request", validateB2bOtpSendRequestLocale, "pt-br", true],
    ["a new value of a request", validateB2bOtpSendRequestLocale, "xx", false],
    ["other capitals in a request", validateB2bOtpSendRequestLocale, "EN", false],
  ])("%s", (_, validator, value, isValid) => {
    expect(validator.is(value)).toBe(isValid);
  });

  test("a refused one says what would be right", () => {
    expect(validateOrganizationSearchQuery.issues({ operator: "XOR", operands: [] })).toStrictEqual([
      {
        pointer: "/operator",
        path: ["operator"],
        keyword: "enum",
        message: 'must be one of "OR" or "AND", not "XOR"',
      },
    ]);
  });
});
