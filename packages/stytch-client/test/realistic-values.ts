import type {
  AuthenticationFactor,
  B2bMagicAuthenticateRequest,
  B2bOtpEmailDiscoveryAuthenticateResponse,
  B2bOtpSmsAuthenticateRequest,
  B2bOtpSmsSendRequest,
  DeviceInfo,
  DiscoveredOrganization,
  Member,
  MemberSession,
  MfaRequired,
  Organization,
  SsoAuthenticateResponse,
} from "@sdkmill/stytch-types";

export const organizationId = "organization-test-07971b06-ac8b-4cdb-9c15-63b17e653931";
export const memberId = "member-test-32fc5024-9c09-4da3-bd2e-c9ce4da9375f";

export const organization: Organization = {
  organization_id: organizationId,
  organization_name: "Ada & Söhne",
  organization_logo_url: "https://cdn.example/logo.png",
  organization_slug: "ada-soehne",
  sso_jit_provisioning: "RESTRICTED",
  sso_jit_provisioning_allowed_connections: ["saml-connection-test-1"],
  sso_active_connections: [
    { connection_id: "saml-connection-test-1", display_name: "Okta", identity_provider: "okta" },
  ],
  email_allowed_domains: ["example.com"],
  email_jit_provisioning: "RESTRICTED",
  email_invites: "ALL_ALLOWED",
  auth_methods: "RESTRICTED",
  allowed_auth_methods: ["sso", "magic_link"],
  mfa_policy: "REQUIRED_FOR_ALL",
  rbac_email_implicit_role_assignments: [{ domain: "example.com", role_id: "reader" }],
  mfa_methods: "RESTRICTED",
  allowed_mfa_methods: ["sms_otp"],
  oauth_tenant_jit_provisioning: "NOT_ALLOWED",
  claimed_email_domains: [],
  first_party_connected_apps_allowed_type: "ALL_ALLOWED",
  allowed_first_party_connected_apps: [],
  third_party_connected_apps_allowed_type: "NOT_ALLOWED",
  allowed_third_party_connected_apps: [],
  custom_roles: [
    {
      role_id: "reader",
      description: "Reads",
      permissions: [{ resource_id: "documents", actions: ["read"] }],
    },
  ],
  trusted_metadata: { plan: "team", seats: 12, nested: { "any/key": [null, true] } },
  created_at: "2025-03-01T08:00:00Z",
};

export const member: Member = {
  organization_id: organizationId,
  member_id: memberId,
  email_address: "ada@example.com",
  status: "active",
  name: "Ada Lovelace",
  sso_registrations: [
    {
      connection_id: "saml-connection-test-1",
      external_id: "00u1",
      registration_id: "saml-registration-test-1",
      sso_attributes: { department: "Engines" },
    },
  ],
  is_breakglass: false,
  member_password_id: "",
  oauth_registrations: [],
  email_address_verified: true,
  mfa_phone_number_verified: true,
  is_admin: false,
  totp_registration_id: "",
  retired_email_addresses: [{ email_id: "member-email-test-1", email_address: "old@example.com" }],
  is_locked: false,
  mfa_enrolled: true,
  mfa_phone_number: "+15005550006",
  default_mfa_method: "sms_otp",
  roles: [
    { role_id: "stytch_member", sources: [{ type: "direct_assignment", details: {} }] },
    { role_id: "reader", sources: [{ type: "email_assignment", details: { email_domain: "example.com" } }] },
  ],
  updated_at: "2025-04-02T09:30:00Z",
};

const factors: AuthenticationFactor[] = [
  {
    type: "sso",
    delivery_method: "sso_saml",
    last_authenticated_at: "2025-05-01T10:00:00Z",
    saml_sso_factor: {
      id: "saml-registration-test-1",
      provider_id: "saml-connection-test-1",
      external_id: "00u1",
    },
  },
  {
    type: "otp",
    delivery_method: "sms",
    phone_number_factor: { phone_id: "member-phone-test-1", phone_number: "+15005550006" },
  },
];

export const memberSession: MemberSession = {
  member_session_id: "session-test-fe6c042b-6286-479f-8a4f-b046a6c46509",
  member_id: memberId,
  started_at: "2025-05-01T10:00:00Z",
  last_accessed_at: "2025-05-01T10:00:00Z",
  expires_at: "2025-05-01T11:00:00Z",
  authentication_factors: factors,
  organization_id: organizationId,
  roles: ["stytch_member", "reader"],
  organization_slug: "ada-soehne",
  custom_claims: { tier: 1 },
};

const mfaRequired: MfaRequired = {
  member_options: { mfa_phone_number: "+15005550006", totp_registration_id: "" },
  secondary_auth_initiated: "sms_otp",
};

const memberDevice: DeviceInfo = {
  visitor_id: "visitor-1",
  visitor_id_details: { is_new: false, first_seen_at: "2025-01-01T00:00:00Z" },
  ip_address: "127.0.0.1",
  ip_geo_country: "DE",
};

const discovered: DiscoveredOrganization[] = [
  {
    member_authenticated: false,
    organization,
    membership: { type: "active_member", member },
    primary_required: { allowed_auth_methods: ["sso"] },
    mfa_required: mfaRequired,
  },
  {
    member_authenticated: false,
    membership: { type: "eligible_to_join_by_email_domain", details: { domain: "example.com" } },
  },
];

export const smsAuthenticateRequest: B2bOtpSmsAuthenticateRequest = {
  organization_id: organizationId,
  member_id: memberId,
  code: "123456",
  intermediate_session_token: "SeiGwdj5lKkrEVgcEY3QNJXt6srxS3IK2Nwkar6mXD4=",
  session_duration_minutes: 60,
  session_custom_claims: { tier: 1, drop: null },
  set_mfa_enrollment: "enroll",
  set_default_mfa: true,
};

export const magicAuthenticateRequest: B2bMagicAuthenticateRequest = {
  magic_links_token: "DOYoip3rvIMMW5lgItikFK-Ak1CfMsgjuiCyI7uuU94=",
  pkce_code_verifier: "verifier",
  session_duration_minutes: 527_040,
  session_custom_claims: { "a/b~c": [1] },
  locale: "pt-br",
};

export const smsSendRequest: B2bOtpSmsSendRequest = {
  organization_id: organizationId,
  member_id: memberId,
  mfa_phone_number: "+15005550006",
  locale: "fr",
};

export const ssoAuthenticateResponse: SsoAuthenticateResponse = {
  request_id: "request-id-test-b05c992f-ebdc-489d-a754-c7e70ba13141",
  member_id: memberId,
  organization_id: organizationId,
  member,
  session_token: "",
  session_jwt: "",
  reset_session: false,
  organization,
  intermediate_session_token: "SeiGwdj5lKkrEVgcEY3QNJXt6srxS3IK2Nwkar6mXD4=",
  member_authenticated: false,
  status_code: 200,
  member_session: memberSession,
  mfa_required: mfaRequired,
  primary_required: { allowed_auth_methods: ["sso"] },
  member_device: memberDevice,
};

export const emailDiscoveryAuthenticateResponse: B2bOtpEmailDiscoveryAuthenticateResponse = {
  request_id: "request-id-test-b05c992f-ebdc-489d-a754-c7e70ba13141",
  intermediate_session_token: "SeiGwdj5lKkrEVgcEY3QNJXt6srxS3IK2Nwkar6mXD4=",
  email_address: "ada@example.com",
  discovered_organizations: discovered,
  status_code: 200,
};
