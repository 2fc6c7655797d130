import * as barrel from "@sdkmill/stytch-validators";
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { closureOf, readSchemas } from "../../stytch-types/test/stytch-contract.ts";
import { publicName } from "./by-title.ts";
import { countUnlike } from "./count-unlike.ts";

const packageFolder = new URL("../", import.meta.url);
const dist = new URL("dist/", packageFolder);

/** Runs a module in a Node of its own, without vitest; what it prints, as JSON. */
async function run(script: string, flags: readonly string[] = []): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...flags, "--input-type=module", "--eval", script],
    { cwd: fileURLToPath(packageFolder), env: {} },
  );
  return JSON.parse(stdout);
}

/** The modules of `dist` that an import loads, by path. */
async function loadedBy(specifier: string): Promise<readonly string[]> {
  const loaded = await run(`
    import { registerHooks } from "node:module";
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    await import(${JSON.stringify(specifier)});
    console.log(JSON.stringify(loaded));
  `);
  return (loaded as string[]).map((url) => url.slice(url.indexOf("/dist/") + 6)).toSorted();
}

/** Names of validators → their modules, from the one module that lists them. */
async function moduleNames(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(new URL("index.js", dist), "utf8");
  const lines = text.matchAll(/^export \{ validate(\w+) \} from "\.\/([a-z0-9-]+)\.js";$/gm);
  return new Map([...lines].map(([, name = "", module = ""]) => [name, module]));
}

const schemas = readSchemas();

describe("in plain Node", () => {
  const script = `
    import * as all from "@sdkmill/stytch-validators";
    import { validateB2bOtpSmsSendRequest } from "@sdkmill/stytch-validators/b2b-otp-sms-send-request";
    console.log(JSON.stringify({
      names: Object.keys(all).length,
      same: all.validateB2bOtpSmsSendRequest === validateB2bOtpSmsSendRequest,
      valid: validateB2bOtpSmsSendRequest.is({ organization_id: "o", member_id: "m", locale: "fr" }),
      pointers: all.validateB2bOtpSmsSendRequest
        .issues({ organization_id: "o", member_id: 1, locale: "xx" })
        .map(({ pointer }) => pointer),
    }));
  `;

  test.each([
    ["as they are", []],
    ["without code made from texts", ["--disallow-code-generation-from-strings"]],
  ])("validators work %s", async (_, flags) => {
    expect(await run(script, flags)).toStrictEqual({
      // Besides the validators there is `ValidationError`.
      names: schemas.size + 1,
      same: true,
      valid: true,
      pointers: ["/member_id", "/locale"],
    });
  });

  test("every one can be imported alone", async () => {
    const names = await moduleNames();
    const specifiers = [...names.values()].map((module) => `@sdkmill/stytch-validators/${module}`);
    const exported = await run(`
      const modules = await Promise.all(${JSON.stringify(specifiers)}.map((specifier) => import(specifier)));
      console.log(JSON.stringify(modules.map(Object.keys)));
    `);

    expect(exported).toHaveLength(schemas.size);
    expect(
      (exported as string[][]).map((found) => found.filter((name) => name.startsWith("validate"))),
    ).toStrictEqual([...names.keys()].map((name) => [`validate${name}`]));
  });
});

test("no file needs a library, or says `require`", async () => {
  const files = (await readdir(dist, { recursive: true })).filter((name) => /\.[a-z]*[jt]s$/.test(name));
  const imports = new Set<string>();
  const faults: string[] = [];
  for (const name of files) {
    const text = await readFile(new URL(name, dist), "utf8");
    if (/\brequire\s*\(|ajv|\beval\s*\(|new Function/i.test(text)) faults.push(name);
    for (const [, specifier = ""] of text.matchAll(/from "([^"]+)"/g)) {
      if (name.endsWith(".js")) imports.add(specifier);
    }
  }

  expect(faults).toStrictEqual([]);
  expect([...imports].filter((specifier) => !/^\.{1,2}\/[\w./-]+\.js$/.test(specifier))).toStrictEqual([]);
  expect(files.length).toBeGreaterThan(2 * schemas.size);
});

test("the barrel has a validator for each schema, which is a Standard Schema", () => {
  const validators = Object.entries(barrel).filter(([name]) => name.startsWith("validate"));
  const kinds = validators.map(([, value]) => {
    const { "~standard": standard } = value as typeof barrel.validateMember;
    const { version, vendor } = standard;
    return `${typeof value} ${version} ${vendor} ${typeof standard.validate}`;
  });

  expect(validators).toHaveLength(schemas.size);
  expect([...new Set(kinds)]).toStrictEqual(["function 1 sdkmill function"]);
  expect(Object.keys(barrel).filter((name) => !name.startsWith("validate"))).toStrictEqual([
    "ValidationError",
  ]);
});

describe("a module loads nothing beyond its closure, and of schemas that are alike one", () => {
  test.each([
    "api_b2b_otp_v1_SendRequestLocale",
    "api_b2b_otp_v1_b2b_otp_sms_SendRequest",
    "api_b2b_mfa_v1_MfaRequired",
    "api_b2b_session_v1_MemberSession",
    "api_sso_v1_AuthenticateResponse",
    "api_b2b_otp_v1_b2b_otp_email_discovery_AuthenticateResponse",
  ])("%s", async (title) => {
    const names = await moduleNames();
    const module = (name: string): string => names.get(publicName(name)) ?? "";
    const loaded = await loadedBy(`@sdkmill/stytch-validators/${module(title)}`);
    const titles = closureOf(schemas, [title]);
    const closure = new Set([...titles].map((name) => `${module(name)}.js`));
    const own = loaded.filter((name) => !name.startsWith("runtime/"));

    expect(own.filter((name) => !closure.has(name))).toStrictEqual([]);
    expect(own).toContain(`${module(title)}.js`);
    // Fewer, where what tells two apart counts for nothing in an answer: the values of an open enum.
    expect(own.length).toBeLessThanOrEqual(countUnlike(schemas, titles));
    expect(["issues", "telling", "validator", "values"].map((name) => `runtime/${name}.js`)).toEqual(
      expect.arrayContaining(loaded.filter((name) => name.startsWith("runtime/"))),
    );
  });
});
