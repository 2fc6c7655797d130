import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { knownFormats } from "../../src/contract/keywords.ts";
import { appliesTo, formatChecks } from "../../src/emit/validators/compile/format-checks.ts";
import type { Json } from "../../src/source/json.ts";
import { schemaFiles, type SourceFiles } from "../generated-contract.ts";
import { importModule, validatorsOf, type Validators } from "../generated-validators.ts";
import { suiteFolder } from "../temporary-folder.ts";
import { formats } from "./validations/formats.ts";

const runtime = fileURLToPath(new URL("../../src/emit/validators/runtime/formats/", import.meta.url));
const folder = suiteFolder();
const title = (format: string): string => `Format${format.replaceAll("-", "")}`;
const types = (format: string): readonly ("string" | "number")[] => {
  const check = formatChecks.get(format);
  return (["string", "number"] as const).filter((type) => check !== undefined && appliesTo(check, type));
};
let validators: Validators = {};

beforeAll(async () => {
  const schemas = Object.fromEntries(
    formats.map(({ format }): [string, Json] => [title(format), { type: types(format), format }]),
  );
  const overlay: SourceFiles = {
    "overlay.json": {
      overlay: "1.0.0",
      info: { title: "Formats", version: "1" },
      actions: [{ target: "$", update: { "x-sdkmill": { formats: "assertion" } } }],
    },
  };
  const others: Readonly<Record<string, Json>> = {
    OfStrings: { format: "email" },
    OfNumbers: { format: "int16" },
    OfBoth: { format: "int64" },
    Unknown: { type: "string", format: "of-my-own" },
  };
  validators = await validatorsOf({ ...schemaFiles({ ...schemas, ...others }), ...overlay }, folder);
});

test("every format that the contract knows has a check, and a table here", () => {
  const known = [...knownFormats].toSorted();
  expect({
    checked: [...formatChecks.keys()].toSorted(),
    tested: formats.map(({ format }) => format).toSorted(),
  }).toStrictEqual({ checked: known, tested: known });
});

test("the modules of formats have the functions of the formats, and no other", async () => {
  const checks = [...formatChecks.values()].flatMap((check) => check.function ?? []);
  for (const [module, functions] of Map.groupBy(checks, (check) => check.module)) {
    const named = new Set(functions.map(({ name }) => name));
    const exported = Object.keys(await importModule(runtime, `${module}.js`));
    expect(exported.toSorted()).toStrictEqual([...named].toSorted());
  }
});

test("what is expected follows the word in a message", () => {
  const expected = [...formatChecks.values()].map((check) => check.expected);
  expect(expected.filter((words) => !/^(?:an? \S|text)[^.]*$/.test(words))).toStrictEqual([]);
});

describe.each(formats)("$format", ({ format, accepts, refuses }) => {
  test.each(accepts.map((value) => [JSON.stringify(value), value] as const))("accepts %s", (_, value) => {
    expect(validators[`validate${title(format)}`]?.is(value)).toBe(true);
  });

  test.each(refuses.map((value) => [JSON.stringify(value), value] as const))("refuses %s", (_, value) => {
    expect(validators[`validate${title(format)}`]?.is(value)).toBe(false);
  });
});

/** Formats of which a line break is a character like any other. */
const freeText = new Set(["json-pointer", "relative-json-pointer", "regex", "char"]);

// Prevents: a pattern that takes a line break at the end for the end.
test.each(
  formats.filter(({ format }) => !freeText.has(format) && formatChecks.get(format)?.function !== undefined),
)("no line break before or after: $format", ({ format, accepts }) => {
  const broken = accepts
    .filter((value) => typeof value === "string")
    .flatMap((text) => [`${text}\n`, `\n${text}`, `${text}\r`]);
  expect(broken.filter((text) => validators[`validate${title(format)}`]?.is(text))).toStrictEqual([]);
});

test("a format says nothing of values of another type", () => {
  const others: readonly Json[] = [null, true, [], {}];
  const ofAll = ["OfStrings", "OfNumbers", "OfBoth"].map((name) => validators[`validate${name}`]);
  expect({
    others: ofAll.map((validator) => others.map((value) => validator?.is(value))),
    number: ofAll.map((validator) => validator?.is(0.5)),
    string: ofAll.map((validator) => validator?.is("0.5")),
  }).toStrictEqual({
    others: ofAll.map(() => others.map(() => true)),
    number: [true, false, false],
    string: [false, true, false],
  });
});

test("a format that nobody knows refuses nothing", () => {
  expect(validators["validateUnknown"]?.is("anything")).toBe(true);
});

// Prevents: a check that stays in every bundle, because a bundler can not tell that nothing happens in it.
test.each(["es2015", "es2017", "es2022"])(
  "nothing is left of unused checks in a bundle for %s",
  async (target) => {
    const imports = readdirSync(runtime).map((file) => `import "./${file}";`);
    expect(imports.length).toBeGreaterThan(10);
    const { outputFiles } = await build({
      stdin: { contents: imports.join("\n"), resolveDir: runtime },
      ...{ bundle: true, minify: true, write: false, format: "esm", target, logLevel: "silent" },
    });
    expect(outputFiles[0]?.text).toBe("");
  },
);

// Prevents: a pattern that takes minutes, or all of an engine's stack, for a long text.
test("no check hangs on a long text", () => {
  const ofStrings = [...formatChecks.values()].flatMap((check) =>
    appliesTo(check, "string") ? (check.function ?? []) : [],
  );
  const files = new Map(ofStrings.map(({ name, module }) => [name, `${runtime}${module}.js`]));
  const script = `
    const units = ["a", ".", "1", "0", "-", ":", "::", "@", "%", "{a", "{a,", "/", "/~0", '"', "\\\\ ", '\\\\"', "=", "P1D",
      "T1H", "a.a", "[", "(", " ", "; ", ";a=b", ';a="', "-a", "-abcde", "xn--a.", "+1", "é", "\\u{1f984}", "\\ud800",
      "\\u3002", "\\u200c", "\\u0628\\u200c"];
    const frames = [["", ""], ["", "!"], ["a@", "!"], ["a:", " "], ["//", ":"], ["{", "}"], ["a/b", "!"], ['"', '"'],
      [":", ":"], ["P", "!"], ["0", "!"], ["en-x", "!"]];
    const texts = units.flatMap((unit) => frames.map(([start, end]) => start + unit.repeat(100_000) + end));
    texts.push("a/b" + ";a=b".repeat(3_000_000), "en" + "-abcdefgh".repeat(2_000_000));
    for (const [name, file] of ${JSON.stringify([...files])}) {
      console.log(name);
      const { [name]: check } = await import(file);
      for (const text of texts) check(text);
    }
    console.log("end");
  `;
  // A process can be ended while it hangs; the last name that it printed is the check that does.
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    timeout: 90_000,
  });
  expect(stdout.trim().split("\n").at(-1)).toBe("end");
}, 120_000);
