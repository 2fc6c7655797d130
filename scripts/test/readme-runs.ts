import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ssoAuthenticateResponse } from "../../packages/stytch-client/test/realistic-values.ts";
import { json, startLoopbackServer, type Answer } from "../../packages/runtime/test/loopback-server.ts";
import { run, type Outcome } from "./packed-packages.ts";
import { moduleName } from "./readme-examples.ts";

const toLoopback = fileURLToPath(new URL("./fixtures/readme/to-loopback.mjs", import.meta.url));

/** Runs an example of a README that was compiled in a project. */
export function runExample(
  project: string,
  readme: string,
  example: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const assignments = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const args = ["--import", toLoopback, join(project, "out", `${moduleName(readme, example)}.js`)];
  return run("env", [...assignments, process.execPath, ...args], project);
}

/** What the API answers in the examples, by method and path. */
const answers: Readonly<Record<string, Answer>> = {
  "POST /test.stytch.com/v1/b2b/otps/sms/send": json({ request_id: "request-1", status_code: 200 }),
  "POST /test.stytch.com/v1/b2b/otps/sms/authenticate": json(ssoAuthenticateResponse),
  "POST /test.stytch.com/v1/b2b/magic_links/authenticate": json({
    ...ssoAuthenticateResponse,
    method_id: "email-1",
  }),
  "POST /test.stytch.com/v1/b2b/sso/authenticate": json(ssoAuthenticateResponse),
  "POST /test.stytch.com/v1/b2b/otps/email/discovery/authenticate": {
    ...json({
      status_code: 401,
      request_id: "request-2",
      error_type: "otp_code_not_found",
      error_message: "The code is wrong.",
      error_url: "https://example.com/otp_code_not_found",
    }),
    status: 401,
  },
  "GET /test.stytch.com/v1/b2b/organizations/organization-test-1": json({
    request_id: "request-3",
    organization: ssoAuthenticateResponse.organization,
    status_code: 200,
  }),
};

/** What an example printed, and the requests that it made: `POST /test.stytch.com/v1/…`. */
export interface CalledExample extends Outcome {
  readonly calls: readonly string[];
}

/** Runs the two examples of calls against a server on this machine. */
export async function runCalls(
  project: string,
): Promise<{ readonly client: CalledExample; readonly functions: CalledExample }> {
  const server = await startLoopbackServer(
    ({ method, target }) => answers[`${method} ${target}`] ?? { status: 404 },
  );
  const env = {
    LOOPBACK_ORIGIN: server.origin,
    STYTCH_PROJECT_ID: "project-test-1",
    STYTCH_SECRET: "secret-test-1",
  };
  const called = async (example: string): Promise<CalledExample> => {
    const outcome = await runExample(project, "README.md", example, env);
    return { ...outcome, calls: server.takeReceived().map(({ method, target }) => `${method} ${target}`) };
  };
  try {
    return { client: await called("client"), functions: await called("functions") };
  } finally {
    await server.end();
  }
}

/** What these examples print, and which requests they make. */
export const wantedCalls = {
  client: {
    /** The first lines; an error follows, as Node prints it. */
    lines: [
      ssoAuthenticateResponse.member.email_address,
      String(ssoAuthenticateResponse.member_authenticated),
      ssoAuthenticateResponse.organization.organization_name,
    ],
    calls: Object.keys(answers).slice(0, 5),
  },
  functions: {
    code: 0,
    output: `200 ${ssoAuthenticateResponse.organization.organization_name}\n`,
    calls: [Object.keys(answers)[0], Object.keys(answers)[5]],
  },
};
