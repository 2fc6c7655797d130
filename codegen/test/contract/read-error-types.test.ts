import { describe, expect, it } from "vitest";
import { readErrorTypes } from "../../src/contract/read-error-types.ts";
import type { Json, JsonObject } from "../../src/source/json.ts";

describe("readErrorTypes", () => {
  it.each<JsonObject>([
    {},
    { not_found: {} },
    {
      not_found: { description: "Gone." },
      too_many: { retry: false },
      "a b": { description: "", retry: true },
    },
  ])("takes %j", (given) => {
    expect(readErrorTypes(given)).toEqual({ types: given, faults: [] });
  });

  it.each<{ entry: Json; steps: readonly string[]; message: string; kept: Json | undefined }>([
    { entry: "Gone.", steps: ["a"], message: 'The type of error "a" is not a mapping.', kept: undefined },
    { entry: null, steps: ["a"], message: 'The type of error "a" is not a mapping.', kept: undefined },
    { entry: [], steps: ["a"], message: 'The type of error "a" is not a mapping.', kept: undefined },
    {
      entry: { description: 1, retry: false },
      steps: ["a", "description"],
      message: '1 can not be the description of "a".',
      kept: { retry: false },
    },
    {
      entry: { description: "Gone.", retry: "no" },
      steps: ["a", "retry"],
      message: '"no" can not be the retry of "a".',
      kept: { description: "Gone." },
    },
    {
      entry: { retries: 1 },
      steps: ["a", "retries"],
      message: 'There is no field "retries" of "a".',
      kept: {},
    },
    {
      entry: { constructor: true },
      steps: ["a", "constructor"],
      message: 'There is no field "constructor" of "a".',
      kept: {},
    },
  ])("refuses $entry and keeps what is right of it", ({ entry, steps, message, kept }) => {
    const { types, faults } = readErrorTypes({ a: entry });
    expect(faults.map((fault) => [fault.steps, fault.message])).toEqual([[steps, message]]);
    expect(faults[0]?.help).toMatch(/^\S.*\.$/);
    expect(types).toEqual(kept === undefined ? {} : { a: kept });
  });

  it("refuses a type without a name", () => {
    expect(readErrorTypes({ "": {} }).faults.map(({ message }) => message)).toEqual([
      "A type of error has no name.",
    ]);
  });

  // Prevents: a key of a document that changes a prototype, or is lost for it.
  it("takes names that objects inherit for data", () => {
    const given = JSON.parse(
      '{ "__proto__": { "retry": false }, "toString": { "__proto__": { "description": "x" } } }',
    ) as JsonObject;
    const { types, faults } = readErrorTypes(given);
    expect(Object.entries(types)).toEqual([
      ["__proto__", { retry: false }],
      ["toString", {}],
    ]);
    expect(Object.getPrototypeOf(types)).toBe(Object.prototype);
    expect(faults.map(({ steps }) => steps)).toEqual([["toString", "__proto__"]]);
  });

  it("tells all that is wrong, in the order of the document", () => {
    const { faults } = readErrorTypes({ b: 1, a: { retry: 1, x: 1 }, c: { description: false } });
    expect(faults.map(({ steps }) => steps.join("."))).toEqual(["b", "a.retry", "a.x", "c.description"]);
  });
});
