import { beforeAll, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { schemaFiles } from "../generated-contract.ts";
import { validatorsOf, type Validators } from "../generated-validators.ts";
import { suiteFolder } from "../temporary-folder.ts";

const schemas: Readonly<Record<string, Json>> = {
  Tree: { type: "object", properties: { child: { $ref: "#/components/schemas/Tree" } } },
  List: { anyOf: [{ type: "string" }, { type: "array", items: { $ref: "#/components/schemas/List" } }] },
  Batches: {
    anyOf: [
      { type: "array", items: { type: "integer" } },
      { type: "object", required: ["id"] },
    ],
  },
  Distinct: { type: "array", uniqueItems: true },
  Login: {
    type: "object",
    properties: {
      user: { type: "string" },
      password: { type: "string", writeOnly: true, minLength: 5 },
      card: { type: "object", "x-sdkmill-secret": true, properties: { number: { type: "integer" } } },
    },
  },
};

const folder = suiteFolder();
let validators: Validators = {};

beforeAll(async () => {
  validators = await validatorsOf(schemaFiles(schemas), folder);
});

function nested(levels: number, wrap: (inner: unknown) => unknown, innermost: unknown): unknown {
  let value = innermost;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

// Prevents: data that is nested deeply enough ends the process with a stack overflow.
test.each([
  ["validateTree", (inner: unknown) => ({ child: inner }), {}, "depth"],
  ["validateList", (inner: unknown) => [inner], "x", "depth"],
  ["validateDistinct", (inner: unknown) => [inner], 1, undefined],
] as const)("%s bears data of any depth", (name, wrap, innermost, keyword) => {
  const validator = validators[name];
  expect(validator?.is(nested(200, wrap, innermost))).toBe(true);
  const deep = nested(100_000, wrap, innermost);
  expect(validator?.issues(deep)[0]?.keyword).toBe(keyword ?? "uniqueItems");
});

// Prevents: as many arguments of a call as there are faults, which ends it with a stack overflow.
test("a value may have any number of faults", () => {
  const count = 300_000;
  const items = Array.from({ length: count }, () => "x");
  expect(validators["validateBatches"]?.issues(items)).toHaveLength(count);
  expect(validators["validateBatches"]?.issues(items, { limit: 2 })).toHaveLength(2);
});

test("nothing of a secret is told but its type", () => {
  const issues = validators["validateLogin"]?.issues({ user: 7, password: "hid", card: { number: "4111" } });
  expect(issues?.map(({ message }) => message)).toStrictEqual([
    "must be a string, not 7",
    "must be a string of at least 5 characters, not a string",
    "must be an integer, not a string",
  ]);
  // That there is none is no secret.
  expect(validators["validateLogin"]?.issues({ user: "a", password: null })[0]?.message).toBe(
    "must be a string, not null",
  );
});
