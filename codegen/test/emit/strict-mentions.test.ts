import { beforeAll, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { openapiRoot } from "../generated-contract.ts";
import { validatorsOf, type Validators } from "../generated-validators.ts";
import { suiteFolder } from "../temporary-folder.ts";

const object = { type: "object", properties: { b: {} } };

const schemas: Readonly<Record<string, Json>> = {
  Own: { ...object, required: ["a", "__proto__"] },
  Beside: { allOf: [object, { required: ["a"] }] },
  Behind: { $ref: "#/components/schemas/Own", properties: { c: {} }, required: ["d"] },
  Either: { ...object, anyOf: [{ required: ["a"] }, { required: ["b"] }] },
  One: { anyOf: [object, { type: "array" }], required: ["a"] },
  Closed: { ...object, required: ["a"], additionalProperties: false },
};

const folder = suiteFolder();
let validators: Validators = {};

beforeAll(async () => {
  const paths = Object.keys(schemas).map((name) => {
    const schema = { $ref: `#/components/schemas/${name}` };
    const requestBody = { required: true, content: { "application/json": { schema } } };
    return [
      `/${name}`,
      { post: { operationId: name, requestBody, responses: { "204": { description: "" } } } },
    ];
  });
  const root = openapiRoot({ paths: Object.fromEntries(paths), components: { schemas } });
  validators = await validatorsOf({ "openapi.json": root }, folder);
});

// Prevents: a request without a value that is valid, since it has to have a property that is refused.
test.each<readonly [name: string, value: string, want: readonly string[]]>([
  ["Own", '{ "a": 1, "__proto__": 1 }', []],
  ["Own", '{ "a": 1, "__proto__": 1, "c": 1 }', ["/c"]],
  ["Own", '{ "b": 1 }', ["/__proto__", "/a"]],
  ["Beside", '{ "a": 1 }', []],
  ["Beside", '{ "a": 1, "c": 1 }', ["/c"]],
  ["Behind", '{ "a": 1, "__proto__": 1, "c": 1, "d": 1 }', []],
  ["Behind", '{ "a": 1, "__proto__": 1, "d": 1, "e": 1 }', ["/e"]],
  ["Either", '{ "a": 1 }', []],
  ["Either", '{ "b": 1, "c": 1 }', ["/c"]],
  // The one schema of objects inside of it does not know what it requires.
  ["One", '{ "a": 1, "b": 1 }', []],
  ["One", '{ "a": 1, "c": 1 }', ["/c"]],
  // The schema says so itself.
  ["Closed", '{ "a": 1 }', ["/a"]],
])("the strict manner knows what is required: %s %s", (name, value, want) => {
  const issues = validators[`validate${name}`]?.issues(JSON.parse(value)) ?? [];
  expect(issues.map(({ pointer }) => pointer).toSorted()).toStrictEqual(want);
});
