import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { knownFormats } from "../../src/contract/keywords.ts";
import { formatChecks } from "../../src/emit/validators/format-checks.ts";
import type { Json } from "../../src/source/json.ts";
import { schemaFiles } from "../generated-contract.ts";
import { installValidators, validatorsOf, type Validators } from "../generated-validators.ts";
import { suiteFolder } from "../temporary-folder.ts";
import { formats } from "./validations/formats.ts";

const folder = suiteFolder();
const title = (format: string): string => `Format${format.replaceAll("-", "")}`;
let validators: Validators = {};

beforeAll(async () => {
  const schemas = formats.map(({ format }): [string, Json] => {
    const type = formatChecks.get(format)?.type ?? "null";
    return [title(format), { type, format }];
  });
  const anyType: [string, Json] = ["AnyType", { anyOf: [{ format: "email" }, { format: "int32" }] }];
  const unknown: [string, Json] = ["Unknown", { type: "string", format: "of-my-own" }];
  validators = await validatorsOf(schemaFiles(Object.fromEntries([...schemas, anyType, unknown])), folder);
});

test("every format that the contract knows has a check, and a table here", () => {
  const known = [...knownFormats].toSorted();
  expect({
    checked: [...formatChecks.keys()].toSorted(),
    tested: formats.map(({ format }) => format).toSorted(),
  }).toStrictEqual({ checked: known, tested: known });
});

describe.each(formats)("$format", ({ format, accepts, refuses }) => {
  test.each(accepts.map((value) => [JSON.stringify(value), value] as const))("accepts %s", (_, value) => {
    expect(validators[`validate${title(format)}`]?.is(value)).toBe(true);
  });

  test.each(refuses.map((value) => [JSON.stringify(value), value] as const))("refuses %s", (_, value) => {
    expect(validators[`validate${title(format)}`]?.is(value)).toBe(false);
  });
});

test("a format says nothing of values of another type", () => {
  const values: readonly Json[] = [null, true, [], {}];
  expect(values.map((value) => validators["validateAnyType"]?.is(value))).toStrictEqual(
    values.map(() => true),
  );
});

test("a format that nobody knows refuses nothing", () => {
  expect(validators["validateUnknown"]?.is("anything")).toBe(true);
});

// Prevents: a pattern that takes minutes for a text of a few hundred thousand characters.
test("no check hangs on a long text", async () => {
  const installed = await installValidators(schemaFiles({ A: {} }), folder);
  const script = `
    const checks = Object.entries(await import(${JSON.stringify(join(installed, "runtime/formats.js"))}));
    const units = ["a", ".", "1", "-", ":", "::", "@", "%", "{a", "{a,", "/", "/~0", '"', "\\\\ ", "=", "P1D", "T1H", "a.a", "[", " "];
    for (const [name, check] of checks) {
      console.log(name);
      for (const text of units.map((unit) => unit.repeat(100_000)))
        for (const hostile of [text, text + "!", "a@" + text + "!", "a:" + text + " ", "{" + text]) check(hostile);
    }
    console.log("end");
  `;
  // A process can be ended while it hangs; the last name that it printed is the check that does.
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    timeout: 60_000,
  });
  expect(stdout.trim().split("\n").at(-1)).toBe("end");
}, 90_000);
