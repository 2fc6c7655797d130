import type { ReviewedGroup } from "./reviewed-group.ts";

/** Operations that have the effect of one call, however often they are called with the same values. */
export const idempotentOperations: readonly ReviewedGroup[] = [
  {
    reason: "A DELETE: what is gone stays gone.",
    operations: [
      "DELETE /v1/b2b/organizations/{organization_id}",
      "DELETE /v1/b2b/organizations/{organization_id}/external_id",
      "DELETE /v1/b2b/organizations/{organization_id}/members/mfa_phone_numbers/{member_id}",
      "DELETE /v1/b2b/organizations/{organization_id}/members/passwords/{member_password_id}",
      "DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}",
      "DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}/external_id",
      "DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}/totp",
      "DELETE /v1/b2b/scim/{organization_id}/connection/{connection_id}",
      "DELETE /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/encryption_private_keys/{private_key_id}",
      "DELETE /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/verification_certificates/{certificate_id}",
      "DELETE /v1/b2b/sso/{organization_id}/connections/{connection_id}",
      "DELETE /v1/connected_apps/clients/{client_id}",
      "DELETE /v1/m2m/clients/{client_id}",
      "DELETE /v1/users/biometric_registrations/{biometric_registration_id}",
      "DELETE /v1/users/crypto_wallets/{crypto_wallet_id}",
      "DELETE /v1/users/emails/{email_id}",
      "DELETE /v1/users/oauth/{oauth_user_registration_id}",
      "DELETE /v1/users/passwords/{password_id}",
      "DELETE /v1/users/phone_numbers/{phone_id}",
      "DELETE /v1/users/totps/{totp_id}",
      "DELETE /v1/users/webauthn_registrations/{webauthn_registration_id}",
      "DELETE /v1/users/{user_id}",
      "DELETE /v1/users/{user_id}/external_id",
    ],
  },
  {
    reason: "A PUT that sets what it is given.",
    operations: [
      "PUT /v1/b2b/organizations/{organization_id}",
      "PUT /v1/b2b/organizations/{organization_id}/members/{member_id}",
      "PUT /v1/b2b/organizations/{organization_id}/members/{member_id}/reactivate",
      "PUT /v1/b2b/rbac/organizations/{organization_id}",
      "PUT /v1/b2b/scim/{organization_id}/connection/{connection_id}",
      "PUT /v1/b2b/sso/external/{organization_id}/connections/{connection_id}",
      "PUT /v1/b2b/sso/oidc/{organization_id}/connections/{connection_id}",
      "PUT /v1/connected_apps/clients/{client_id}",
      "PUT /v1/m2m/clients/{client_id}",
      "PUT /v1/users/{user_id}",
      "PUT /v1/webauthn/{webauthn_registration_id}",
    ],
  },
  {
    reason: "A session is checked and not consumed; a new duration counts from now.",
    operations: ["POST /v1/b2b/sessions/authenticate", "POST /v1/sessions/authenticate"],
  },
  {
    reason: "What is revoked or unlinked stays so.",
    operations: [
      "POST /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps/{connected_app_id}/revoke",
      "POST /v1/b2b/organizations/{organization_id}/members/{member_id}/unlink_retired_email",
      "POST /v1/b2b/sessions/revoke",
      "POST /v1/magic_links/email/revoke_invite",
      "POST /v1/sessions/revoke",
      "POST /v1/users/{user_id}/connected_apps/{connected_app_id}/revoke",
    ],
  },
  {
    reason: "A value is set, or the same metadata tied to the same fingerprint.",
    operations: ["POST /v1/fingerprint/lookup", "POST /v1/rules/set", "POST /v1/verdict_reasons/override"],
  },
  {
    reason: "A GET that renews an access token at its provider when it has expired.",
    operations: [
      "GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/google",
      "GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/hubspot",
      "GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/microsoft",
      "GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oidc_providers",
    ],
  },
];
