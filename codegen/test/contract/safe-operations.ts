import type { ReviewedGroup } from "./reviewed-group.ts";

/** Operations that only read. */
export const safeOperations: readonly ReviewedGroup[] = [
  {
    reason: "A POST that searches or lists: what is looked for stands in the body.",
    operations: [
      "POST /v1/b2b/organizations/members/search",
      "POST /v1/b2b/organizations/search",
      "POST /v1/connected_apps/clients/search",
      "POST /v1/m2m/clients/search",
      "POST /v1/rules/list",
      "POST /v1/users/search",
      "POST /v1/verdict_reasons/list",
    ],
  },
  {
    reason: "A POST that reads with a token or an ID in the body, and consumes neither.",
    operations: ["POST /v1/b2b/discovery/organizations", "POST /v1/totps/recovery_codes"],
  },
  {
    reason: "A POST that judges what it is given, and keeps nothing.",
    operations: [
      "POST /v1/b2b/idp/oauth/authorize/start",
      "POST /v1/b2b/passwords/strength_check",
      "POST /v1/email/risk",
      "POST /v1/idp/oauth/authorize/start",
      "POST /v1/passwords/strength_check",
    ],
  },
  {
    reason: "Keys and policies that everybody caches.",
    operations: [
      "GET /v1/b2b/rbac/organizations/{organization_id}",
      "GET /v1/b2b/rbac/policy",
      "GET /v1/b2b/sessions/jwks/{project_id}",
      "GET /v1/rbac/policy",
      "GET /v1/sessions/jwks/{project_id}",
    ],
  },
  {
    reason: "A GET of one thing or of a list, from what Stytch stores.",
    operations: [
      "GET /v1/b2b/organizations/members/dangerously_get/{member_id}",
      "GET /v1/b2b/organizations/{organization_id}",
      "GET /v1/b2b/organizations/{organization_id}/connected_apps",
      "GET /v1/b2b/organizations/{organization_id}/connected_apps/{connected_app_id}",
      "GET /v1/b2b/organizations/{organization_id}/member",
      "GET /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps",
      "GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/github",
      "GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/slack",
      "GET /v1/b2b/organizations/{organization_id}/metrics",
      "GET /v1/b2b/recovery_codes/{organization_id}/{member_id}",
      "GET /v1/b2b/scim/{organization_id}/connection",
      "GET /v1/b2b/scim/{organization_id}/connection/{connection_id}",
      "GET /v1/b2b/sessions",
      "GET /v1/b2b/sso/{organization_id}",
      "GET /v1/connected_apps/clients/{client_id}",
      "GET /v1/debug/whoami",
      "GET /v1/m2m/clients/{client_id}",
      "GET /v1/projects/metrics",
      "GET /v1/sessions",
      "GET /v1/users/{user_id}",
      "GET /v1/users/{user_id}/connected_apps",
      "GET /v1/webauthn/credentials/{user_id}/{domain}",
    ],
  },
];
