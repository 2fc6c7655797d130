/** A way in which requests of the vendor's client differ from ours. */
export interface KnownDifference {
  readonly difference: string;
  readonly reason: string;
  readonly operations: readonly string[];
}

/** Every difference that there is. What is not here is the same, byte for byte. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    difference: "content-type without content",
    reason:
      "The vendor's client says `content-type: application/json` of requests without a body; ours says it of a body (RFC 9110, section 8.3).",
    operations: [
      "GET /v1/b2b/organizations/members/dangerously_get/{member_id}",
      "GET /v1/b2b/organizations/{organization_id}",
      "GET /v1/b2b/organizations/{organization_id}/connected_apps",
      "GET /v1/b2b/organizations/{organization_id}/connected_apps/{connected_app_id}",
      "GET /v1/b2b/organizations/{organization_id}/member",
      "GET /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps",
      "GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/github",
      "GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/google",
      "GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/hubspot",
      "GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/microsoft",
      "GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/slack",
      "GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oidc_providers",
      "GET /v1/b2b/organizations/{organization_id}/metrics",
      "GET /v1/b2b/rbac/organizations/{organization_id}",
      "GET /v1/b2b/rbac/policy",
      "GET /v1/b2b/recovery_codes/{organization_id}/{member_id}",
      "GET /v1/b2b/scim/{organization_id}/connection",
      "GET /v1/b2b/scim/{organization_id}/connection/{connection_id}",
      "GET /v1/b2b/sessions",
      "GET /v1/b2b/sessions/jwks/{project_id}",
      "GET /v1/b2b/sso/{organization_id}",
      "GET /v1/connected_apps/clients/{client_id}",
      "GET /v1/debug/whoami",
      "GET /v1/m2m/clients/{client_id}",
      "GET /v1/projects/metrics",
      "GET /v1/rbac/policy",
      "GET /v1/sessions",
      "GET /v1/sessions/jwks/{project_id}",
      "GET /v1/users/{user_id}",
      "GET /v1/users/{user_id}/connected_apps",
      "GET /v1/webauthn/credentials/{user_id}/{domain}",
    ],
  },
  {
    difference: "empty object as body",
    reason:
      "The vendor's client sends `{}` with its type to operations that have no body; ours sends nothing: content of a DELETE has no meaning (RFC 9110, section 9.3.5).",
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
    difference: "query: encoding",
    reason:
      "The vendor's client encodes a query as a form does: a space is `+`, and `!'()~` are encoded. Ours encodes as RFC 3986 has it: a space is `%20`. Both are read as the same.",
    operations: [
      "GET /v1/b2b/organizations/{organization_id}/member",
      "GET /v1/b2b/scim/{organization_id}/connection/{connection_id}",
      "GET /v1/b2b/sessions",
      "GET /v1/sessions",
    ],
  },
];

/** Methods of the vendor's clients that call no operation of the contract, and what they send instead. */
export const otherMethods: Readonly<Record<string, string>> = {
  // A form, with the secret of the M2M client and not of the project: a public endpoint, which is not in the contract.
  "Client.m2m.token": "POST /v1/public/project-test-1/oauth2/token",
  "B2BClient.m2m.token": "POST /v1/public/project-test-1/oauth2/token",
  "Client.idp.introspectTokenNetwork": "POST /v1/public/project-test-1/oauth2/introspect",
  "B2BClient.idp.introspectTokenNetwork": "POST /v1/public/project-test-1/oauth2/introspect",
  // They check a JWT on this machine, by keys that they would get from `sessions.getJWKS`.
  "Client.idp.introspectTokenLocal": "nothing",
  "B2BClient.idp.introspectTokenLocal": "nothing",
  "Client.m2m.authenticateToken": "nothing",
  "B2BClient.m2m.authenticateToken": "nothing",
  "Client.sessions.authenticateJwtLocal": "nothing",
  "B2BClient.sessions.authenticateJwtLocal": "nothing",
  // Gives an iterator, which calls `users.search`; our `users.search` is one.
  "Client.users.searchAll": "nothing",
};

/**
 * Methods that call an operation, but not with what they are given: they check a JWT on this machine, and call
 * `sessions.authenticate` with four of their arguments if that fails.
 */
export const partialMethods: ReadonlySet<string> = new Set([
  "Client.sessions.authenticateJwt",
  "B2BClient.sessions.authenticateJwt",
]);
