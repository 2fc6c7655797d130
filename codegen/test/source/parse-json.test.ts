import { describe, expect, it } from "vitest";
import { parseJson } from "../../src/source/parse-json.ts";
import { parseFaults } from "../source-faults.ts";

describe("parseJson", () => {
  it.each([
    { text: '{ "a": [1, true, null, "x"] }', want: { a: [1, true, null, "x"] } },
    { text: "true", want: true },
    { text: '\uFEFF{ "a": 1 }', want: { a: 1 } },
    { text: '{ "a": "[[{{" }', want: { a: "[[{{" } },
  ])("reads $text", ({ text, want }) => {
    expect(parseJson("a.json", text)).toEqual({ data: want, diagnostics: [] });
  });

  it.each([
    { fault: "a missing comma", text: '{\n  "a": 1\n  "b": 2\n}', want: "a.json:3:3" },
    { fault: "a trailing comma", text: '{\n  "a": 1,\n}', want: "a.json:3:1" },
    { fault: "a comment", text: '{\n  // note\n  "a": 1\n}', want: "a.json:2:3" },
    { fault: "a missing value", text: '{\n  "a":\n}', want: "a.json:3:1" },
    { fault: "single quotes", text: "{\n  'a': 1\n}", want: "a.json:2:3" },
    { fault: "a missing brace", text: '{\n  "a": 1\n', want: "a.json:3:1" },
    { fault: "text after the end", text: '{ "a": 1 }\n{}', want: "a.json:2:1" },
    { fault: "a line break in a string", text: '{\n  "a": "x\n"\n}', want: "a.json:2:8" },
    { fault: "a broken escape", text: '{\n  "a": "\\x"\n}', want: "a.json:2:8" },
    { fault: "no text", text: "", want: "a.json:1:1" },
    { fault: "nothing but blanks", text: "  ", want: "a.json:1:3" },
  ])("names the place of $fault", ({ text, want }) => {
    const [first] = parseFaults({ "a.json": text });
    expect(first).toBe(`error json-syntax ${want}`);
  });

  it("reports every fault of a text, of several at one place the first", () => {
    expect(parseFaults({ "a.json": '{\n  "a": 1\n  "b": 2,\n  "c": 3,\n}' })).toEqual([
      "error json-syntax a.json:3:3",
      "error json-syntax a.json:5:1",
    ]);
  });

  it("keeps what can be read of a broken text", () => {
    const { data } = parseJson("a.json", '{ "title": "Order", "type": }');
    expect(data).toEqual({ title: "Order" });
  });

  it.each([
    { name: "an object", text: '{\n  "a": 1,\n  "a": 2\n}', want: ["error duplicate-key a.json:3:3 /a"] },
    {
      name: "an object in a list",
      text: '{\n  "a/b": [{\n    "x": 1, "x": 2, "x": 3\n  }]\n}',
      want: ["error duplicate-key a.json:3:13 /a~1b/0/x", "error duplicate-key a.json:3:21 /a~1b/0/x"],
    },
    { name: "objects in each other", text: '{ "a": { "b": 1 }, "b": { "a": 1 } }', want: [] },
    {
      name: "different spelling",
      text: '{ "a": 1, "\\u0061": 2 }',
      want: ["error duplicate-key a.json:1:11 /a"],
    },
    { name: "keys that objects inherit", text: '{ "__proto__": 1, "constructor": 2 }', want: [] },
  ])("finds the keys that stand twice in $name", ({ text, want }) => {
    expect(parseFaults({ "a.json": text })).toEqual(want);
  });

  it("keeps a property called __proto__ an ordinary one", () => {
    const { data } = parseJson("a.json", '{ "__proto__": { "polluted": true } }');
    expect(Object.keys(data as object)).toEqual(["__proto__"]);
  });

  // Prevents: `Infinity` in the data, which prints as `null`.
  it("refuses a number that is too large for JSON", () => {
    expect(parseFaults({ "a.json": '{\n  "maximum": 1e999\n}' })).toHaveLength(1);
  });
});
