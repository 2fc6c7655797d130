import { beforeAll, describe, expect, test } from "vitest";
import type { Issue } from "../../src/emit/validators/runtime/validator.js";
import type { Json } from "../../src/source/json.ts";
import { schemaFiles, type SourceFiles } from "../generated-contract.ts";
import { validatorsOf, type Validators } from "../generated-validators.ts";
import { suiteFolder } from "../temporary-folder.ts";

/** Texts that would end a literal, a comment or a script, or hide what comes after them. */
const hostile = [
  ...['"', "'", "`${globalThis.evil = 1}`", "\\", "\\u0022", "*/ globalThis.evil = 1; /*"],
  ...["</script>", "<!--", "\u2028globalThis.evil = 1\u2029", "\n", "\r\n", "\u202e", "\0"],
  "// globalThis.evil = 1",
];

const schemas: Readonly<Record<string, Json>> = {
  Shop: {
    description: "A shop.",
    type: "object",
    properties: {
      name: { type: "string", minLength: 2, pattern: "^[a-z]+$", description: "Name at the door." },
      bare: { type: "string" },
      size: { description: "In square metres.", type: "integer", minimum: 1, maximum: 9 },
      kind: { description: "What it sells.", enum: ["toys", "pets"] },
      version: { description: "Always 1.", const: 1 },
      tags: {
        description: "Some tags.",
        type: "array",
        items: { description: "One tag.", type: "string" },
      },
      owner: { $ref: "#/components/schemas/Person" },
      sign: { description: "Text or nothing.", anyOf: [{ type: "string" }, { type: "null" }] },
      password: { description: "Log in with it.", type: "string", format: "password", minLength: 5 },
      card: {
        description: "How it is paid.",
        "x-sdkmill-secret": true,
        type: "object",
        properties: { number: { description: "On its front.", type: "integer" } },
      },
    },
    required: ["name"],
    additionalProperties: false,
  },
  Person: {
    description: "A person.",
    type: "object",
    properties: { age: { type: "integer", description: "In years." } },
    required: ["age"],
  },
  Hostile: {
    type: "object",
    properties: Object.fromEntries(
      hostile.map((description, index) => [`p${index}`, { type: "string", description }]),
    ),
  },
};

function filesWith(options: Json): SourceFiles {
  return {
    ...schemaFiles(schemas),
    "overlay.json": {
      overlay: "1.0.0",
      info: { title: "Options", version: "1" },
      actions: [{ target: "$", update: { "x-sdkmill": options } }],
    },
  };
}

const folders = { on: suiteFolder(), off: suiteFolder() };
let described: Validators = {};
let plain: Validators = {};

beforeAll(async () => {
  described = await validatorsOf(filesWith({ issueDescriptions: true }), folders.on);
  plain = await validatorsOf(filesWith({ issueDescriptions: false }), folders.off);
});

function issuesOf(validators: Validators, name: string, value: unknown): readonly Issue[] {
  const issues = validators[name]?.issues(value);
  if (issues === undefined) throw new Error(`There is no ${name}.`);
  return issues;
}

const cases: readonly (readonly [
  value: Json,
  want: readonly (readonly [string, string, string | undefined])[],
])[] = [
  [null, [["", "type", "A shop."]]],
  // What is missing is best told by its own schema; of what is unknown there is none.
  [{}, [["/name", "required", "Name at the door."]]],
  [{ name: "ab", extra: 1 }, [["/extra", "additionalProperties", undefined]]],
  [{ name: 1 }, [["/name", "type", "Name at the door."]]],
  [
    { name: "A" },
    [
      ["/name", "minLength", "Name at the door."],
      ["/name", "pattern", "Name at the door."],
    ],
  ],
  [{ name: "ab", bare: 1 }, [["/bare", "type", undefined]]],
  [{ name: "ab", size: 1.5 }, [["/size", "type", "In square metres."]]],
  [{ name: "ab", size: 10 }, [["/size", "maximum", "In square metres."]]],
  [{ name: "ab", kind: "cars" }, [["/kind", "enum", "What it sells."]]],
  [{ name: "ab", version: 2 }, [["/version", "const", "Always 1."]]],
  [{ name: "ab", tags: ["a", 1] }, [["/tags/1", "type", "One tag."]]],
  [{ name: "ab", tags: "a" }, [["/tags", "type", "Some tags."]]],
  [{ name: "ab", owner: {} }, [["/owner/age", "required", "In years."]]],
  [{ name: "ab", owner: { age: "old" } }, [["/owner/age", "type", "In years."]]],
  [{ name: "ab", password: "abc" }, [["/password", "minLength", "Log in with it."]]],
  [{ name: "ab", card: { number: "4242" } }, [["/card/number", "type", "On its front."]]],
];

describe("issues, with `issueDescriptions`,", () => {
  test.each(cases)("carry the description of the schema that is not met: %j", (value, want) => {
    const rows = issuesOf(described, "validateShop", value).map(
      ({ pointer, keyword, description }) => [pointer, keyword, description] as const,
    );
    expect(rows.toSorted()).toStrictEqual(want.toSorted());
  });

  test("have no key for a description that is not there", () => {
    const [issue] = issuesOf(described, "validateShop", { name: "ab", bare: 1 });
    expect(Object.keys(issue ?? {})).toStrictEqual(["pointer", "path", "keyword", "message"]);
  });

  // Prevents: the description of a branch at an issue of another one, or of a probe that told nothing.
  test("of alternatives carry their own", () => {
    const issues = issuesOf(described, "validateShop", { name: "ab", sign: 1, size: "x" });
    const descriptions = issues.map(({ pointer, description }) => [pointer, description]);
    expect(descriptions.filter(([pointer]) => pointer === "/size")).toStrictEqual([
      ["/size", "In square metres."],
    ]);
    for (const [, description] of descriptions.filter(([pointer]) => pointer === "/sign"))
      expect([undefined, "Text or nothing."]).toContain(description);
  });

  test("do not tell the value of a secret", () => {
    const secrets = ["s3cr", 123_456_789, ["hush hush"]];
    for (const secret of secrets) {
      const value = { name: "ab", password: secret, card: { number: `${String(secret)}!` } };
      const issues = issuesOf(described, "validateShop", value);
      expect(issues.map(({ pointer }) => pointer).toSorted()).toStrictEqual(["/card/number", "/password"]);
      expect(JSON.stringify(issues)).not.toMatch(/s3cr|123456789|hush/);
    }
  });

  test.each(hostile.map((text, index) => [text, index] as const))("may be any text: %j", (text, index) => {
    const [issue] = issuesOf(described, "validateHostile", { [`p${index}`]: 1 });
    expect(issue?.description).toBe(text);
    expect(Object.hasOwn(globalThis, "evil")).toBe(false);
  });

  test("are as many as asked for", () => {
    const value = { name: "A", kind: "cars", size: 0 };
    expect(issuesOf(described, "validateShop", value)).toHaveLength(4);
    const [first, ...more] = described["validateShop"]?.issues(value, { limit: 1 }) ?? [];
    expect(more).toStrictEqual([]);
    expect(first?.description).toBe(
      first?.pointer === "/name"
        ? "Name at the door."
        : first?.pointer === "/kind"
          ? "What it sells."
          : "In square metres.",
    );
  });
});

describe("issues, without it,", () => {
  test.each(cases)("carry none, and are the same otherwise: %j", (value) => {
    const issues = issuesOf(plain, "validateShop", value);
    expect(issues.filter((issue) => Object.hasOwn(issue, "description"))).toStrictEqual([]);
    const others = issuesOf(described, "validateShop", value);
    const bare = others.map(({ pointer, path, keyword, message }) => ({ pointer, path, keyword, message }));
    expect(bare).toStrictEqual(issues);
  });
});
