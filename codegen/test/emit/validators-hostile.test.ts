import { beforeAll, describe, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { schemaFiles } from "../generated-contract.ts";
import { validatorsOf, type Validators } from "../generated-validators.ts";
import { suiteFolder } from "../temporary-folder.ts";

/** JSON.parse makes `__proto__` a property like any other, as documents and messages have it. */
function parsed(text: string): Json {
  return JSON.parse(text) as Json;
}

const string = { type: "string" };

/** Names that every object inherits, and one that it does not. */
const inherited = ["constructor", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf", "plain"];

/** Texts that would end a literal or a comment, and names as Ajv gives them to its own values. */
const texts = [
  ...['"', "'", "`${evil()}`", "\\", "\\u0041", "*/ evil() /*", "</script>", "\u2028", "\n", "\u202e", "\0"],
  ...[
    "schema11",
    "validate12",
    "formats0",
    "pattern1",
    "func2",
    "root3",
    "wrapper4",
    "vErrors.concat(check.errors)",
    "data0",
    "vErrors",
    "check",
  ],
];

const schemas: Readonly<Record<string, Json>> = {
  Keys: {
    type: "object",
    properties: Object.fromEntries(texts.map((text) => [text, { const: text }])),
    required: texts,
    additionalProperties: false,
  },
  Values: { enum: texts },
  Objects: { enum: texts.map((text) => ({ [text]: [text] })) },
  Patterns: { type: "string", pattern: "^(?:schema11|validate12|[\"'`/\\\\\u2028])+$" },
  Self: {
    properties: {
      schema11: { $ref: "#/components/schemas/Self" },
      validate12: string,
      pattern1: { pattern: "^x" },
    },
  },
  Named: { type: "object", properties: Object.fromEntries(inherited.map((name) => [name, string])) },
  Needed: { type: "object", required: inherited },
  Depends: { type: "object", dependentRequired: { toString: ["plain"], plain: ["valueOf"] } },
  ProtoConstant: parsed('{ "const": { "__proto__": { "a": 1 } } }'),
  ProtoEnum: parsed('{ "enum": [{ "__proto__": 1, "b": 2 }, []] }'),
  ProtoClosed: parsed('{ "type": "object", "properties": { "a": {} }, "additionalProperties": false }'),
  ProtoRequired: parsed('{ "type": "object", "required": ["__proto__"] }'),
  ProtoTyped: parsed('{ "type": "object", "properties": { "__proto__": { "type": "string" } } }'),
};

const folder = suiteFolder();
let validators: Validators = {};

beforeAll(async () => {
  validators = await validatorsOf(schemaFiles(schemas), folder);
});

function accepts(name: string, value: Json): boolean | undefined {
  return validators[`validate${name}`]?.is(value);
}

describe("hostile texts in a schema", () => {
  test("stay names of properties", () => {
    const whole = Object.fromEntries(texts.map((text) => [text, text]));
    expect(validators["validateKeys"]?.issues(whole)).toStrictEqual([]);
    for (const text of texts) {
      const issues = validators["validateKeys"]?.issues({ ...whole, [text]: 0 });
      expect(issues?.map(({ path, keyword }) => [path, keyword])).toStrictEqual([[[text], "const"]]);
    }
  });

  test("stay values", () => {
    expect(texts.filter((text) => accepts("Values", text) !== true)).toStrictEqual([]);
    expect(texts.filter((text) => accepts("Values", `${text} `) !== false)).toStrictEqual([]);
    expect(texts.filter((text) => accepts("Objects", { [text]: [text] }) !== true)).toStrictEqual([]);
    expect(accepts("Objects", { x: ["x"] })).toBe(false);
  });

  test("stay patterns", () => {
    const given = ["schema11\"'`/\\\u2028validate12", "schema1", ""];
    expect(given.map((text) => accepts("Patterns", text))).toStrictEqual([true, false, false]);
  });

  test("are not taken for the names of functions", () => {
    const value = { schema11: { schema11: { validate12: 1 }, pattern1: "y" } };
    expect(validators["validateSelf"]?.issues(value).map(({ pointer }) => pointer)).toStrictEqual([
      "/schema11/schema11/validate12",
      "/schema11/pattern1",
    ]);
  });
});

// Prevents: `{}` has a property `toString` of the wrong type, and needs none to be called so.
describe("properties that every object inherits", () => {
  test("are not there unless the value has them itself", () => {
    expect(validators["validateNamed"]?.issues({})).toStrictEqual([]);
    expect(validators["validateDepends"]?.issues({})).toStrictEqual([]);
    expect(validators["validateNeeded"]?.issues({}).map(({ pointer }) => pointer)).toStrictEqual(
      inherited.map((name) => `/${name}`),
    );
  });

  test("are checked if the value has them itself", () => {
    const right = Object.fromEntries(inherited.map((name) => [name, "x"]));
    expect(validators["validateNamed"]?.issues(right)).toStrictEqual([]);
    expect(validators["validateNeeded"]?.issues(right)).toStrictEqual([]);
    for (const name of inherited) expect(accepts("Named", { ...right, [name]: 1 })).toBe(false);
  });
});

describe("__proto__", () => {
  test.each<readonly [name: string, value: string, want: boolean]>([
    ["ProtoConstant", '{"__proto__":{"a":1}}', true],
    ["ProtoConstant", '{"__proto__":{"a":2}}', false],
    ["ProtoConstant", "{}", false],
    ["ProtoEnum", '{"b":2,"__proto__":1}', true],
    ["ProtoEnum", '{"b":2}', false],
    ["ProtoClosed", "{}", true],
    ["ProtoClosed", '{"__proto__":1}', false],
    ["ProtoRequired", '{"__proto__":1}', true],
    ["ProtoRequired", "{}", false],
    ["ProtoTyped", "{}", true],
    ["ProtoTyped", '{"__proto__":"x"}', true],
    ["ProtoTyped", '{"__proto__":1}', false],
  ])("is a name like any other: %s %s", (name, value, want) => {
    expect(accepts(name, parsed(value))).toBe(want);
  });
});
