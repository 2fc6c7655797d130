import { beforeAll, describe, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { schemaFiles } from "../generated-contract.ts";
import { validatorsOf, type Validators } from "../generated-validators.ts";
import { suiteFolder } from "../temporary-folder.ts";

const name = { type: "string", minLength: 1 };

const schemas: Readonly<Record<string, Json>> = {
  Pet: {
    type: "object",
    properties: {
      name,
      kind: { enum: ["cat", "dog"] },
      tags: { type: "array", items: name, uniqueItems: true },
    },
    required: ["name"],
    additionalProperties: false,
  },
  Shop: {
    type: "object",
    properties: {
      pets: { type: "array", items: { $ref: "#/components/schemas/Pet" } },
      "a/b~c": { type: "object", properties: { "~1": { type: "integer" } }, required: ["x/y"] },
      byId: { type: "object", propertyNames: { pattern: "^\\d+$" }, additionalProperties: name },
      card: { type: "object", dependentRequired: { number: ["expiry"] } },
      version: { const: 1 },
      sign: { anyOf: [{ type: "string", enum: ["open", "closed"] }, { type: "null" }] },
      owner: { oneOf: [{ type: "string" }, { $ref: "#/components/schemas/Pet" }] },
    },
    unevaluatedProperties: false,
  },
  Code: { type: "string", maxLength: 4, pattern: "^\\d+$", format: "uuid" },
  Pair: { type: "array", prefixItems: [name, { type: "integer" }], items: false, minItems: 1 },
};

interface IssueCase {
  readonly validator: string;
  readonly value: Json;
  /** Pointer, keyword and message of each issue. */
  readonly want: readonly (readonly [pointer: string, keyword: string, message: string])[];
}

const cases: readonly IssueCase[] = [
  { validator: "validatePet", value: { name: "Tom" }, want: [] },
  { validator: "validatePet", value: null, want: [["", "type", "must be an object, not null"]] },
  {
    // Prevents: a slow pattern that is held against a text of any length, since `maxLength` only leaves an issue.
    validator: "validateCode",
    value: "abcde",
    want: [["", "maxLength", 'must be a string of at most 4 characters, not "abcde"']],
  },
  {
    validator: "validateCode",
    value: "abc",
    want: [["", "pattern", 'must be a string that matches ^\\d+$, not "abc"']],
  },
  { validator: "validatePet", value: {}, want: [["/name", "required", "is required"]] },
  {
    validator: "validatePet",
    value: { name: "Tom", toys: 3 },
    want: [["/toys", "additionalProperties", "is not a known property"]],
  },
  {
    validator: "validatePet",
    value: { name: "", kind: "cow" },
    want: [
      ["/name", "minLength", 'must be a string of at least 1 character, not ""'],
      ["/kind", "enum", 'must be one of "cat" or "dog", not "cow"'],
    ],
  },
  {
    validator: "validatePet",
    value: { name: "Tom", tags: ["a", 1, "a"] },
    want: [
      ["/tags/1", "type", "must be a string, not 1"],
      ["/tags", "uniqueItems", "must not hold the same item twice"],
    ],
  },
  {
    validator: "validateShop",
    value: { pets: [{ name: "Tom" }, { kind: "cat", 0: 1 }] },
    want: [
      ["/pets/1/name", "required", "is required"],
      ["/pets/1/0", "additionalProperties", "is not a known property"],
    ],
  },
  {
    validator: "validateShop",
    value: { "a/b~c": { "~1": "x" } },
    want: [
      ["/a~1b~0c/x~1y", "required", "is required"],
      ["/a~1b~0c/~01", "type", 'must be an integer, not "x"'],
    ],
  },
  {
    validator: "validateShop",
    value: { "new/one": 1, "": 2 },
    want: [
      ["/new~1one", "unevaluatedProperties", "is not a known property"],
      ["/", "unevaluatedProperties", "is not a known property"],
    ],
  },
  {
    validator: "validateShop",
    value: { card: { number: "1" } },
    want: [["/card/expiry", "dependentRequired", 'is required beside "number"']],
  },
  { validator: "validateShop", value: { version: 2 }, want: [["/version", "const", "must be 1, not 2"]] },
  {
    validator: "validatePair",
    value: ["", 1.5, null],
    want: [
      ["/0", "minLength", 'must be a string of at least 1 character, not ""'],
      ["/1", "type", "must be an integer, not 1.5"],
      ["/2", "items", "is one item too many"],
    ],
  },
];

const folder = suiteFolder();
let validators: Validators = {};

beforeAll(async () => {
  validators = await validatorsOf(schemaFiles(schemas), folder);
});

function byPointer(rows: IssueCase["want"]): IssueCase["want"] {
  return rows.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function messages(value: Json): readonly string[] {
  return validators["validateShop"]?.issues(value).map(({ message }) => message) ?? [];
}

describe("issues", () => {
  test.each(cases.map((row) => [row.validator, JSON.stringify(row.value), row] as const))(
    "of %s say where and what: %s",
    (_, _value, { validator, value, want }) => {
      const issues = validators[validator]?.issues(value) ?? [];
      expect(
        byPointer(issues.map(({ pointer, keyword, message }) => [pointer, keyword, message])),
      ).toStrictEqual(byPointer(want));
    },
  );

  test("hold nothing but pointer, path, keyword and message", () => {
    expect(validators["validateShop"]?.issues({ pets: [0] })).toStrictEqual([
      { pointer: "/pets/0", path: ["pets", 0], keyword: "type", message: "must be an object, not 0" },
    ]);
  });

  test("about the name of a property point at the property", () => {
    const issues = validators["validateShop"]?.issues({ byId: { "1": "Tom", x: "Tim" } }) ?? [];
    expect(issues.map(({ pointer }) => pointer)).toStrictEqual(issues.map(() => "/byId/x"));
  });

  test.each<readonly [Json, readonly (string | number)[]]>([
    [{ pets: [{ name: "Tom" }, { name: 1 }] }, ["pets", 1, "name"]],
    [{ pets: [{}] }, ["pets", 0, "name"]],
    [{ byId: { "1": 1 } }, ["byId", "1"]],
    [{ "a/b~c": { "~1": "", "x/y": 1 } }, ["a/b~c", "~1"]],
    [{ "x/y": 1 }, ["x/y"]],
    [[], []],
  ])("of %j have the path %j, with indices of arrays as numbers", (value, want) => {
    expect(validators["validateShop"]?.issues(value).map(({ path }) => path)).toStrictEqual([want]);
  });

  // Prevents: `must be null` as the only thing that is said of a value that is nearly right.
  test("of a value that fits none of several schemas say what each of them wants", () => {
    expect(messages({ sign: "opn" })).toStrictEqual(['must be "open", "closed" or null, not "opn"']);
    expect(messages({ owner: 5 })).toStrictEqual(["must be an object, not 5"]);
  });

  test("of a value that comes close to one of several schemas say what that one wants", () => {
    expect(messages({ owner: {} })).toStrictEqual(["is required"]);
  });

  // Prevents: a message that can not be made, since a symbol is no part of a template.
  test("of what is no JSON say what it is", () => {
    const about = (value: unknown): string | undefined =>
      validators["validateCode"]?.issues(value)[0]?.message;
    expect([Symbol("s"), 1n, Number.NaN].map(about)).toStrictEqual(
      ["Symbol(s)", "1", "NaN"].map((text) => `must be a string, not ${text}`),
    );
    expect(about(() => 1)).toMatch(/^must be a string, not \(\) => 1$/);
    expect(about(undefined)).toBe("is required");
  });

  test("are all of them, or as many as the limit says", () => {
    const value = Object.fromEntries(["a", "b", "c", "d"].map((key) => [key, 0]));
    const count = (limit?: number): number | undefined =>
      validators["validatePet"]?.issues(value, { limit }).length;
    expect([undefined, 1, 3, 5, 99].map(count)).toStrictEqual([5, 1, 3, 5, 5]);
  });
});
