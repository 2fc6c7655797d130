import { ssoAuthenticateResponse } from "../../packages/stytch-client/test/realistic-values.ts";

/** An operation that every subject calls, and what the server answers. */
export interface Operation {
  readonly name: "authenticate" | "revoke";
  readonly path: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly answer: object;
}

/** One whose answer is of a few kilobytes, and one whose answer says no more than that it was done. */
export const operations: readonly Operation[] = [
  {
    name: "authenticate",
    path: "/v1/b2b/sso/authenticate",
    parameters: {
      sso_token: "SeiGwdj5lKkrEVgcEY3QNJXt6srxS3IK2Nwkar6mXD4=",
      session_duration_minutes: 60,
      session_custom_claims: { "https://example.com/plan": "team" },
    },
    answer: ssoAuthenticateResponse,
  },
  {
    name: "revoke",
    path: "/v1/b2b/sessions/revoke",
    parameters: { member_session_id: "session-test-fe6c042b-6286-479f-8a4f-b046a6c46509" },
    answer: { request_id: "request-id-test-b05c992f-ebdc-489d-a754-c7e70ba13141", status_code: 200 },
  },
];

/** What all subjects send as HTTP basic authentication; the server refuses any other. */
export const credentials = {
  projectId: "project-test-11111111-1111-4111-8111-111111111111",
  secret: "secret-test-not-a-secret",
} as const;

export const authorization: string = `Basic ${btoa(`${credentials.projectId}:${credentials.secret}`)}`;
