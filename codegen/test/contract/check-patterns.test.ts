import { describe, expect, it } from "vitest";
import { checkPatterns } from "../../src/contract/check-patterns.ts";
import type { Diagnostic } from "../../src/diagnostics.ts";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { assembledOf, readSource } from "../contract-of.ts";
import { apiWithOperation, json } from "../contract-parts.ts";
import { faultPlaces } from "../source-faults.ts";

const unsafe = "^(a+)+$";
const square = "^a*a*$";
const cube = "^a*a*a*$";

function diagnosticsOf(schema: JsonObject): readonly Diagnostic[] {
  return checkPatterns(assembledOf({ "a.json": { title: "A", ...schema } }));
}

function schemaFaults(schema: JsonObject): readonly string[] {
  return faultPlaces(diagnosticsOf(schema));
}

describe("patterns in which nothing is wrong", () => {
  it.each<JsonObject>([
    { pattern: "^[a-z]+(-[a-z]+)*$" },
    { pattern: String.raw`^\p{L}+$`, patternProperties: { "^x-": {}, ".*": {} } },
    { properties: { pattern: { const: unsafe }, patternProperties: {} } },
    { const: { pattern: unsafe }, default: { pattern: "(" }, enum: [{ pattern: unsafe }] },
    { "x-other": { pattern: unsafe } },
    { pattern: 1, patternProperties: [] },
  ])("are in %j", (schema) => {
    expect(schemaFaults(schema)).toEqual([]);
  });
});

describe("pattern-invalid", () => {
  it.each<{ schema: JsonObject; want: string }>([
    { schema: { pattern: "[" }, want: "/pattern" },
    // Fine without the `u` flag, and in other languages.
    { schema: { pattern: String.raw`\_` }, want: "/pattern" },
    { schema: { pattern: "(?i)a" }, want: "/pattern" },
    { schema: { patternProperties: { "(": {}, a: {} } }, want: "/patternProperties/(" },
    { schema: { items: { pattern: "a{2,1}" } }, want: "/items/pattern" },
    // Nobody can vouch for it.
    { schema: { pattern: "(", "x-sdkmill-pattern": "trusted" }, want: "/pattern" },
  ])("is said of $schema", ({ schema, want }) => {
    expect(schemaFaults(schema)).toEqual([`error pattern-invalid a.json ${want}`]);
  });
});

describe("pattern-unsafe and pattern-slow", () => {
  it.each<{ schema: JsonObject; want: readonly string[] }>([
    { schema: { pattern: unsafe }, want: ["error pattern-unsafe a.json /pattern"] },
    {
      schema: { patternProperties: { [unsafe]: {} } },
      want: [`error pattern-unsafe a.json /patternProperties/${unsafe}`],
    },
    { schema: { pattern: "^(.*a){20}$" }, want: ["error pattern-unsafe a.json /pattern"] },
    {
      schema: { propertyNames: { pattern: square } },
      want: ["warning pattern-slow a.json /propertyNames/pattern"],
    },
    { schema: { pattern: "(a{1,30}){1,30}" }, want: ["warning pattern-slow a.json /pattern"] },
    {
      schema: { $defs: { b: { pattern: square } }, patternProperties: { "a*/~b": { pattern: square } } },
      want: [
        "warning pattern-slow a.json /patternProperties/a*~1~0b",
        "warning pattern-slow a.json /patternProperties/a*~1~0b/pattern",
        "warning pattern-slow a.json /$defs/b/pattern",
      ],
    },
  ])("are said of $schema", ({ schema, want }) => {
    expect(schemaFaults(schema).toSorted()).toEqual(want.toSorted());
  });

  it("are said wherever a schema stands, and each time that a pattern does", () => {
    const odd: Json = { pattern: square };
    const source = apiWithOperation({
      parameters: [{ name: "a", in: "query", schema: odd }],
      requestBody: json(odd),
      responses: { 200: { ...json(odd), headers: { "X-A": { schema: odd } } } },
    });
    expect(faultPlaces(checkPatterns(assembledOf({ "a.json": source })))).toEqual([
      "warning pattern-slow a.json /paths/~1orders/get/parameters/0/schema/pattern",
      "warning pattern-slow a.json /paths/~1orders/get/requestBody/content/application~1json/schema/pattern",
      "warning pattern-slow a.json /paths/~1orders/get/responses/200/content/application~1json/schema/pattern",
      "warning pattern-slow a.json /paths/~1orders/get/responses/200/headers/X-A/schema/pattern",
    ]);
  });

  it("are said with the other faults of a source, in one run, with file and line", () => {
    const source = {
      "a.yaml": `title: A\nnullable: true\npattern: '${unsafe}'\n`,
      "b.yaml": `title: B\npattern: '('\nitems: { pattern: 'a*b', $ref: c.json }\n`,
    };
    expect(readSource(source).faults).toEqual([
      "warning keyword-unknown a.yaml:2:1 /nullable",
      "error pattern-unsafe a.yaml:3:1 /pattern",
      "error pattern-invalid b.yaml:2:1 /pattern",
      "warning pattern-slow b.yaml:3:10 /items/pattern",
      "error reference-dangling b.yaml:3:26 /items/$ref",
    ]);
  });

  it.each<{ schema: JsonObject; message: string; help: string }>([
    {
      schema: { pattern: unsafe },
      message:
        "The pattern \"^(a+)+$\" can take time that is exponential in the length of a text, as for 'a' + 'a'.repeat(n) + '\\x00'.",
      help: "Write it so that there is only one way to match a text, or accept it as it is with `x-sdkmill-pattern: trusted` beside `pattern`.",
    },
    {
      schema: { pattern: "a*b" },
      message:
        "The pattern \"a*b\" can take time that grows with the square of the length of a text, as for 'a'.repeat(n) + '\\x00b'.",
      help: "Write it so that there is only one way to match a text, limit the text with a `maxLength` of 1000 or less beside it, or accept it as it is with `x-sdkmill-pattern: trusted` beside `pattern`.",
    },
    {
      schema: { patternProperties: { "a*b": {} } },
      message:
        "The pattern \"a*b\" can take time that grows with the square of the length of a text, as for 'a'.repeat(n) + '\\x00b'.",
      help: "Write it so that there is only one way to match a text, or accept it as it is with `x-sdkmill-pattern: trusted` beside `patternProperties`.",
    },
    {
      schema: { pattern: `^(?:${"a*x?".repeat(500)})*$` },
      message: `The pattern "^(?:${"a*x?".repeat(19)}…" is too intricate to tell how much time it takes.`,
      help: "Write it so that there is only one way to match a text, or accept it as it is with `x-sdkmill-pattern: trusted` beside `pattern`.",
    },
  ])("say what is slow and what to do: $help", ({ schema, message, help }) => {
    const [diagnostic] = diagnosticsOf(schema);
    expect(diagnostic).toMatchObject({ message, help });
  });
});

describe("what bounds a slow pattern", () => {
  it.each<{ schema: JsonObject; count: number }>([
    { schema: { pattern: square, maxLength: 1000 }, count: 0 },
    { schema: { pattern: square, maxLength: 1001 }, count: 1 },
    { schema: { pattern: cube, maxLength: 100 }, count: 0 },
    { schema: { pattern: cube, maxLength: 101 }, count: 1 },
    { schema: { pattern: square, maxLength: 0 }, count: 0 },
    { schema: { pattern: square, maxLength: "1" }, count: 1 },
    // Not beside it.
    { schema: { maxLength: 10, items: { pattern: square } }, count: 1 },
    // Of the value, which is no key.
    { schema: { maxLength: 10, patternProperties: { [square]: {} } }, count: 1 },
    // Even a short text takes long.
    { schema: { maxLength: 100, pattern: unsafe }, count: 1 },
    { schema: { maxLength: 100, pattern: "(a{1,30}){1,30}" }, count: 1 },
  ])("in $schema", ({ schema, count }) => {
    expect(diagnosticsOf(schema)).toHaveLength(count);
  });
});

describe("x-sdkmill-pattern", () => {
  it.each<JsonObject>([
    { pattern: unsafe, "x-sdkmill-pattern": "trusted" },
    { pattern: square, "x-sdkmill-pattern": "trusted" },
    { patternProperties: { [unsafe]: {}, [square]: {} }, pattern: unsafe, "x-sdkmill-pattern": "trusted" },
    { "x-sdkmill-pattern": "trusted" },
  ])("trusts what stands beside it: %j", (schema) => {
    expect(schemaFaults(schema)).toEqual([]);
  });

  it("trusts nothing else", () => {
    expect(schemaFaults({ "x-sdkmill-pattern": "trusted", items: { pattern: unsafe } })).toEqual([
      "error pattern-unsafe a.json /items/pattern",
    ]);
  });

  it.each<Json>(["safe", true, null, ["trusted"]])("is no other value, like %j", (value) => {
    expect(schemaFaults({ pattern: unsafe, "x-sdkmill-pattern": value })).toEqual([
      "error option-invalid a.json /x-sdkmill-pattern",
      "error pattern-unsafe a.json /pattern",
    ]);
  });

  it("can be said by an overlay", () => {
    const overlay = (trust: string): JsonObject => ({
      overlay: "1.0.0",
      info: { title: "Patterns", version: "1.0.0" },
      actions: [{ target: "$.components.schemas.A", update: { "x-sdkmill-pattern": trust } }],
    });
    const schema = { title: "A", pattern: square };
    expect(readSource({ "a.json": schema, "overlay.json": overlay("trusted") }).faults).toEqual([]);
    expect(readSource({ "a.json": schema, "overlay.json": overlay("yes") }).faults).toEqual([
      "warning pattern-slow a.json:3:3 /pattern",
      "error option-invalid overlay.json:11:9 /actions/0/update/x-sdkmill-pattern",
    ]);
  });
});

describe("the meta-schemas of JSON Schema", () => {
  it.each([
    "http://json-schema.org/draft-04/schema",
    "http://json-schema.org/draft-06/schema",
    "http://json-schema.org/draft-07/schema",
    "https://json-schema.org/draft/2019-09/schema",
    "https://json-schema.org/draft/2020-12/schema",
  ])("have no patterns to complain about: %s", ($ref) => {
    const { faults } = readSource({ "a.json": { title: "A", items: { $ref } } });
    expect(faults.filter((fault) => fault.includes("pattern"))).toEqual([]);
  });
});
