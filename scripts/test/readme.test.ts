import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ssoAuthenticateResponse } from "../../packages/stytch-client/test/realistic-values.ts";
import { json, startLoopbackServer, type Answer } from "../../packages/runtime/test/loopback-server.ts";
import { run, tool, type Outcome } from "./packed-packages.ts";
import { emptyProject, examplesOf, outputOf, readmes } from "./readme-examples.ts";

const toLoopback = fileURLToPath(new URL("./fixtures/readme/to-loopback.mjs", import.meta.url));
let project = "";

beforeAll(() => {
  project = emptyProject();
  for (const readme of readmes) {
    for (const [name, code] of examplesOf(readme))
      writeFileSync(join(project, `${moduleName(readme, name)}.ts`), code);
  }
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

function moduleName(readme: string, example: string): string {
  return `${readme.replaceAll("/", "-").replace(/\.md$/, "")}-${example}`;
}

function runExample(
  readme: string,
  example: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const assignments = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const args = ["--import", toLoopback, join(project, "out", `${moduleName(readme, example)}.js`)];
  return run("env", [...assignments, process.execPath, ...args], project);
}

describe("the examples of the READMEs", () => {
  it("are there", () => {
    expect([...examplesOf("README.md").keys()]).toStrictEqual(["types", "validators", "client", "functions"]);
    for (const readme of readmes) expect(examplesOf(readme).size).toBeGreaterThan(0);
  });

  it("compile", async () => {
    expect(await run(tool("tsc"), ["-p", project])).toStrictEqual({ code: 0, output: "" });
  });

  it("print what the README says of the validators", async () => {
    expect(await runExample("README.md", "validators")).toStrictEqual({
      code: 0,
      output: outputOf("README.md", "validators"),
    });
  });
});

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

describe("the examples of calls, against a server", () => {
  it("call what they say, and print what comes", async () => {
    const server = await startLoopbackServer(
      ({ method, target }) => answers[`${method} ${target}`] ?? { status: 404 },
    );
    const env = {
      LOOPBACK_ORIGIN: server.origin,
      STYTCH_PROJECT_ID: "project-test-1",
      STYTCH_SECRET: "secret-test-1",
    };

    const client = await runExample("README.md", "client", env);
    const calls = server.takeReceived().map(({ method, target }) => `${method} ${target}`);
    const functions = await runExample("README.md", "functions", env);
    const functionCalls = server.takeReceived().map(({ method, target }) => `${method} ${target}`);
    await server.end();

    expect({ ...client, output: client.output.split("\n").slice(0, 3) }).toStrictEqual({
      code: 0,
      output: [
        ssoAuthenticateResponse.member.email_address,
        String(ssoAuthenticateResponse.member_authenticated),
        ssoAuthenticateResponse.organization.organization_name,
      ],
    });
    expect(client.output).toContain("401 request-2 {");
    expect(client.output).toContain("error_type: 'otp_code_not_found'");
    expect(calls).toStrictEqual(Object.keys(answers).slice(0, 5));
    expect(functions).toStrictEqual({
      code: 0,
      output: `200 ${ssoAuthenticateResponse.organization.organization_name}\n`,
    });
    expect(functionCalls).toStrictEqual([Object.keys(answers)[0], Object.keys(answers)[5]]);
  });
});
