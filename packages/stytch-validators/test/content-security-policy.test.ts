import * as barrel from "@sdkmill/stytch-validators";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { bundleTrial, readSamples } from "./bundle-trial.ts";
import { codeLoadersIn } from "./code-loaders.ts";
import { chromium, openStrictPage } from "./strict-page.ts";
import { tryValidators } from "./try-validators.ts";

const packageFolder = new URL("../", import.meta.url);
const dist = new URL("dist/", packageFolder);
const modules = readdirSync(dist, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".js"))
  .toSorted();

/** The names of all validators. */
const names = Object.keys(barrel).filter((name) => name.startsWith("validate"));
const samples = readSamples();
/** What is found here, where the tests run, and has to be found there as well. */
const found = tryValidators(barrel, samples);
const closed = { eval: "EvalError", Function: "EvalError" };

test("every validator says of good and bad values what it should", () => {
  expect(found).toMatchObject({ tried: names.length, missing: [], wrong: [] });
  expect(names.length).toBeGreaterThan(500);
  expect(found.issues).toBeGreaterThan(2_000);
  // Without a policy, texts become code. So the errors below are the work of one.
  expect(found.codeFromTexts).toStrictEqual({ eval: "gave 1", Function: "gave 1" });
});

test.each<[string, object]>([
  ["accepts everything", { is: () => true, issues: () => [], assert: () => undefined }],
  ["refuses everything", { is: () => false }],
  ["finds more than one fault where one is asked for", { issues: () => barrel.validateMember.issues({}) }],
  ["throws something else", { assert: () => JSON.parse("") }],
  ["gives another value", { "~standard": { validate: () => ({ value: {} }) } }],
])("a validator that %s would be found", (_, fault) => {
  const validateMember = Object.assign((value: unknown) => barrel.validateMember(value), {
    ...barrel.validateMember,
    ...fault,
  });
  const about = samples.filter(({ name }) => name === "validateMember");

  expect(tryValidators({ validateMember }, about)).toMatchObject({ tried: 1, wrong: ["validateMember"] });
  expect(tryValidators({ validateMember: undefined }, about)).toMatchObject({
    tried: 0,
    missing: ["validateMember"],
  });
});

/** Runs a module in a Node that makes no code of texts; what it prints, as JSON. */
async function runStrictly(script: string): Promise<unknown> {
  const node = spawn(process.execPath, ["--disallow-code-generation-from-strings", "--input-type=module"], {
    cwd: fileURLToPath(packageFolder),
    env: {},
  });
  node.stdin.end(script);
  const [printed, faults] = await Promise.all([text(node.stdout), text(node.stderr)]);
  if (printed === "") throw new Error(faults);
  return JSON.parse(printed);
}

describe("Node without code made from texts", () => {
  test.each([
    ["the modules as they are", "@sdkmill/stytch-validators"],
    ["a minified bundle of them", undefined],
  ])("runs every validator in %s", async (_, importFrom) => {
    const script = await bundleTrial({ samples, report: "console.log(findings);", importFrom });

    expect(await runStrictly(script)).toStrictEqual({ ...found, codeFromTexts: closed });
  });

  test("imports every module alone, and none is another than in the barrel", async () => {
    const script = `
      import * as barrel from "@sdkmill/stytch-validators";
      const paths = ${JSON.stringify(modules.map((path) => new URL(path, dist).href))};
      const loaded = await Promise.all(paths.map((path) => import(path)));
      const own = loaded.map((module) =>
        Object.keys(module).filter((name) => Object.hasOwn(barrel, name) && barrel[name] === module[name]));
      console.log(JSON.stringify(own.flat().filter((name) => name.startsWith("validate"))));
    `;
    const loaded = await runStrictly(script);

    // Every validator stands in the barrel, and in its own module.
    expect((loaded as string[]).toSorted()).toStrictEqual([...names, ...names].toSorted());
  });
});

describe("the modules", () => {
  test("name nothing that makes code of texts, or loads it", () => {
    const texts = modules.map((path) => [path, readFileSync(new URL(path, dist), "utf8")] as const);

    expect(texts.flatMap(([path, source]) => codeLoadersIn(path, source))).toStrictEqual([]);
    expect(modules.length).toBeGreaterThan(names.length);
  });

  test.each([
    ["eval('1')", ["a.js: eval"]],
    ["new Function('return 1')", ["a.js: Function"]],
    ["const run = Function;", ["a.js: Function"]],
    ["require('ajv')", ["a.js: require"]],
    ["await import('ajv')", ["a.js: import()"]],
    ["'eval(1)'; data.eval; ({ require: 1 })", []],
  ])("would be found to name it: %s", (source, loaders) => {
    expect(codeLoadersIn("a.js", source)).toStrictEqual(loaders);
  });
});

if (chromium === undefined) process.stderr.write("Not tested: there is no chromium on the path.\n");

describe.skipIf(chromium === undefined)("Chromium under a strict Content-Security-Policy", () => {
  // Without markup, so that it stands in the DOM as it is.
  const report = "document.body.textContent = encodeURIComponent(findings);";

  test.each([
    ["the modules as they are", "/dist/index.js", names.length],
    ["a minified bundle of them", undefined, 0],
  ])("runs every validator in %s", async (_, importFrom, requests) => {
    const script = await bundleTrial({ samples, report, importFrom });
    const { dom, served } = await openStrictPage(chromium ?? "", script, dist);
    const [, findings = ""] = /<body>([^<]*)<\/body>/.exec(dom) ?? [];

    expect(/<title>(.*)<\/title>/.exec(dom)?.[1]).toBe("not run");
    expect(JSON.parse(decodeURIComponent(findings.trim()))).toStrictEqual({
      ...found,
      codeFromTexts: closed,
    });
    expect(served.filter((path) => path.startsWith("/dist/")).length).toBeGreaterThanOrEqual(requests);
  });
});
