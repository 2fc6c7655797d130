import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");

/**
 * Calls operations in a process of its own, with `fetch` that answers what it is asked for.
 *
 * @param options code of what `createValidation` takes
 * @param calls code that calls `stytch`
 * @returns the modules of the validators package that were loaded, in order, those of its runtime left out
 */
async function loadedBy(options: string, calls: string): Promise<readonly string[]> {
  const program = `
import { registerHooks } from "node:module";
const loaded = [];
registerHooks({
  load(url, context, next) {
    const name = /stytch-validators\\/dist\\/(?!runtime\\/)(.*)\\.js$/.exec(url)?.[1];
    if (name !== undefined) loaded.push(name);
    return next(url, context);
  },
});
const { createStytch } = await import("@sdkmill/stytch-client");
const { createValidation } = await import("@sdkmill/stytch-client/validation");
const stytch = createStytch({
  projectId: "project-test-1",
  secret: "secret",
  validation: createValidation(${options}),
  fetch: () => {
    loaded.push("fetch");
    return Promise.resolve(Response.json({}));
  },
});
const settled = (...calls) => Promise.allSettled(calls);
${calls}
console.log(JSON.stringify(loaded));
`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: folder,
  });
  return JSON.parse(stdout) as readonly string[];
}

const strengthCheck = 'await settled(stytch.passwords.strengthCheck({ password: "p" }));';
const request = "password-strength-check-request";

describe("validators are loaded", () => {
  test.each(["", "{}", '{ requests: "off", responses: "off" }'])(
    "never, if nobody asks: %s",
    async (options) => {
      expect(await loadedBy(options, strengthCheck)).toStrictEqual(["fetch"]);
    },
  );

  test("for requests alone", async () => {
    const loaded = await loadedBy('{ requests: "throw" }', strengthCheck);
    expect(loaded).toContain(request);
    expect(loaded.filter((name) => name.endsWith("-response"))).toStrictEqual([]);
  });

  test("for answers alone", async () => {
    const loaded = await loadedBy('{ responses: "warn" }', strengthCheck);
    expect(loaded).toContain("password-strength-check-response");
    expect(loaded.filter((name) => name.endsWith("-request"))).toStrictEqual([]);
  });

  test("with the first call, before it is sent, and no others later", async () => {
    const calls = strengthCheck + strengthCheck;
    const loaded = await loadedBy('{ requests: "warn", responses: "warn" }', calls);
    expect(loaded.slice(-2)).toStrictEqual(["fetch", "fetch"]);
    // Each once, with the schemas that they refer to.
    const first = loaded.slice(0, -2);
    expect(first).toHaveLength(new Set(first).size);
    expect(first).toEqual(
      expect.arrayContaining([
        ...["luds-requirements", "password-feedback", request, "password-strength-check-response"],
      ]),
    );
  });

  test("not with the module that makes the validation", async () => {
    expect(await loadedBy('{ requests: "throw", responses: "throw" }', "")).toStrictEqual([]);
  });
});
