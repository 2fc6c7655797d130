import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, test } from "vitest";
import type { ValidationError, Validator } from "../../src/emit/validators/runtime/validator.js";
import { schemaFiles } from "../generated-contract.ts";
import { importModule, installValidators } from "../generated-validators.ts";
import { suiteFolder } from "../temporary-folder.ts";

interface Exports {
  readonly validateLogin: Validator<{ readonly name: string; readonly password: string }>;
  readonly ValidationError: typeof ValidationError;
}

const schemas = {
  Login: {
    type: "object",
    properties: {
      name: { type: "string" },
      password: { type: "string", format: "password", maxLength: 5, pattern: "^[a-z]+$" },
    },
    required: ["name", "password"],
    additionalProperties: false,
  },
};

const folder = suiteFolder();
let installed = "";
let validateLogin: Exports["validateLogin"];
let Thrown: Exports["ValidationError"];

beforeAll(async () => {
  installed = await installValidators(schemaFiles(schemas), folder);
  const exports = (await importModule(installed, "index.js")) as unknown as Exports;
  validateLogin = exports.validateLogin;
  Thrown = exports.ValidationError;
});

const good = { name: "ann", password: "abc" };
const secret = "Very Secret 42";
const bad = { password: secret, extra: secret };

function thrown(value: unknown): unknown {
  try {
    validateLogin.assert(value);
  } catch (cause) {
    return cause;
  }
  return undefined;
}

describe("a validator", () => {
  test("tells whether a value is valid", () => {
    expect([validateLogin.is(good), validateLogin.is(bad), validateLogin.is(undefined)]).toStrictEqual([
      true,
      false,
      false,
    ]);
  });

  test("gives the value itself or the issues when it is called", () => {
    const result = validateLogin(good);
    expect(result).toStrictEqual({ value: good });
    expect("value" in result && result.value).toBe(good);
    expect(validateLogin(bad)).toStrictEqual({ issues: validateLogin.issues(bad) });
  });

  test("leaves the value as it is", () => {
    const value = Object.freeze({ ...bad });
    validateLogin.issues(value);
    expect(value).toStrictEqual(bad);
  });

  // Prevents: what one call found is still there in the next.
  test("does not remember the value before", () => {
    validateLogin.issues(bad);
    expect(validateLogin.issues(good)).toStrictEqual([]);
    expect(validateLogin.issues(null)).toHaveLength(1);
  });

  test("works when its functions stand alone", () => {
    const { is, issues, "~standard": standard } = validateLogin;
    const { validate } = standard;
    expect([is(good), issues(good), validate(good)]).toStrictEqual([true, [], { value: good }]);
  });
});

describe("assert", () => {
  test("is silent about a valid value", () => {
    expect(thrown(good)).toBeUndefined();
  });

  test("throws an error with all issues, which says the first", () => {
    const error = thrown(bad) as ValidationError;
    expect(error).toBeInstanceOf(Thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect(error.name).toBe("ValidationError");
    expect(error.issues).toStrictEqual(validateLogin.issues(bad));
    const [first] = error.issues;
    expect(error.message).toBe(`${first?.pointer} ${first?.message} (and ${error.issues.length - 1} more)`);
  });

  test("says of the value as a whole what is wrong with it", () => {
    expect((thrown("x") as ValidationError).message).toBe('The value must be an object, not "x"');
  });

  // Prevents: a secret in a log.
  test("throws an error without any secret", () => {
    const error = thrown(bad) as ValidationError;
    const everything = [error.message, error.stack, JSON.stringify(error), JSON.stringify(error.issues)].join(
      "\n",
    );
    expect(everything).not.toContain(secret);
    expect(Object.getOwnPropertyNames(error).toSorted()).toStrictEqual([
      "issues",
      "message",
      "name",
      "stack",
    ]);
  });
});

describe("~standard", () => {
  test("is a Standard Schema of version 1", () => {
    const { version, vendor } = validateLogin["~standard"];
    expect({ version, vendor }).toStrictEqual({ version: 1, vendor: "sdkmill" });
  });

  test("gives the value", () => {
    expect(validateLogin["~standard"].validate(good)).toStrictEqual({ value: good });
  });

  test("gives issues with messages and paths", () => {
    expect(validateLogin["~standard"].validate({ name: 1, password: "abc" })).toStrictEqual({
      issues: [{ pointer: "/name", path: ["name"], keyword: "type", message: "must be a string, not 1" }],
    });
  });
});

describe("the package", () => {
  test("is imported by Node as it is, without flags and without anything else", () => {
    const program = `import { validateLogin } from ${JSON.stringify(`${installed}/index.js`)};
      console.log(JSON.stringify([validateLogin.is({ name: "", password: "" }), validateLogin.is(${JSON.stringify(good)})]));`;
    const given = ["--disallow-code-generation-from-strings", "--input-type=module", "--eval", program];
    expect(execFileSync(process.execPath, given, { encoding: "utf8" })).toBe("[false,true]\n");
  });

  test("exports each validator from a module of its own", async () => {
    expect(Object.keys(await importModule(installed, "login.js")).toSorted()).toStrictEqual([
      "is",
      "tell",
      "validateLogin",
    ]);
  });
});
