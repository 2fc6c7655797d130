import { CORE_SCHEMA, load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { printYaml, spliceYaml } from "../../../src/evolve/pull/splice-yaml.ts";
import { isObject, withProperties, type Json, type JsonObject } from "../../../src/source/json.ts";

const text = `# Head.
a: 1 # One.

b:
  # About c.
  c: text
  d:
  # About x.
  - name: x
    in: query
  - name: y
    in: path
  # About f.
  f: {x: 1,
    y: 2}
g: |
  block
  # No comment.

# About h.
h: end
`;

function parsed(yaml: string): JsonObject {
  const data = load(yaml, { schema: CORE_SCHEMA }) as Json;
  if (!isObject(data)) throw new Error("A test has no mapping.");
  return data;
}

/** Lines that are gone, and lines that are new. */
function changes(before: string, after: string): readonly string[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

const old = parsed(text);
const b = old["b"] as JsonObject;
const x = { name: "x", in: "query" };
const y = { name: "y", in: "path" };

describe("a splice changes no other line", () => {
  test.each<readonly [what: string, wanted: JsonObject, want: readonly string[]]>([
    ["nothing", { ...old }, []],
    ["a value", { ...old, b: { ...b, c: "other" } }, ["-  c: text", "+  c: other"]],
    ["a value with a remark behind it", { ...old, a: 2 }, ["-a: 1 # One.", "+a: 2"]],
    [
      "a value in flow style",
      { ...old, b: { ...b, f: { x: 1 } } },
      ["-  f: {x: 1,", "-    y: 2}", "+  f:", "+    x: 1"],
    ],
    ["a block of text", { ...old, g: "line" }, ["-g: |", "-  block", "-  # No comment.", "+g: line"]],
    ["a key less", withProperties(old, { g: undefined }), ["-g: |", "-  block", "-  # No comment."]],
    ["a key more at the front", { zero: { deep: [1] }, ...old }, ["+zero:", "+  deep:", "+  - 1"]],
    ["a key more in between", { a: 1, aa: true, b, g: "block\n# No comment.\n", h: "end" }, ["+aa: true"]],
    ["a key more at the end", { ...old, z: "200" }, ["+z: '200'"]],
    [
      "a key of an item",
      { ...old, b: { ...b, d: [{ name: "x", in: "header" }, y] } },
      ["-    in: query", "+    in: header"],
    ],
    [
      "a key more of an item",
      { ...old, b: { ...b, d: [x, { ...y, required: true }] } },
      ["+    required: true"],
    ],
    ["an item less", { ...old, b: { ...b, d: [y] } }, ["-  - name: x", "-    in: query"]],
    ["an item more at the front", { ...old, b: { ...b, d: [{ name: "w" }, x, y] } }, ["+  - name: w"]],
    ["an item more in between", { ...old, b: { ...b, d: [x, { name: "w" }, y] } }, ["+  - name: w"]],
    [
      "two items more at the end",
      { ...old, b: { ...b, d: [x, y, { name: "v" }, { name: "w" }] } },
      ["+  - name: v", "+  - name: w"],
    ],
    [
      "the first key of an item less",
      { ...old, b: { ...b, d: [{ in: "query" }, y] } },
      ["-  - name: x", "-    in: query", "+  - in: query"],
    ],
    ["a mapping that becomes empty", { ...old, b: {} }, expect.arrayContaining(["+b: {}"])],
    ["a list that becomes empty", { ...old, b: { ...b, d: [] } }, expect.arrayContaining(["+  d: []"])],
    [
      "a list that becomes a text",
      { ...old, b: { ...b, d: "none" } },
      expect.arrayContaining(["+  d: none"]),
    ],
  ])("%s", (_, wanted, want) => {
    const spliced = spliceYaml(text, old, wanted);
    expect(changes(text, spliced)).toStrictEqual(want);
    expect(parsed(spliced)).toStrictEqual(wanted);
    expect(spliced).toContain("# Head.");
  });

  test("in the order of the house", () => {
    expect(Object.keys(parsed(spliceYaml(text, old, { a: 1, aa: true, ...old })))).toStrictEqual([
      "a",
      "aa",
      "b",
      "g",
      "h",
    ]);
  });

  test("with the line breaks that the text has", () => {
    const windows = text.replaceAll("\n", "\r\n");
    const spliced = spliceYaml(windows, old, { ...old, z: { deep: 1 } });
    expect(spliced).toBe(`${windows}z:\r\n  deep: 1\r\n`.replace("\r\n\r\nz:", "\r\nz:"));
  });

  test.each([
    ["a text without a last line break", "a: 1", { a: 1, b: 2 }, "a: 1\nb: 2"],
    ["a key without a value", "a:\nb: 1\n", { a: { c: 1 }, b: 1 }, "a:\n  c: 1\nb: 1\n"],
    ["quoted keys", "'a b': 1\n\"c\": 2\n", { "a b": 3, c: 2 }, 'a b: 3\n"c": 2\n'],
    ["lists in lists", "a:\n- - 1\n  - 2\n- - 3\n", { a: [[1, 2], [4]] }, "a:\n- - 1\n  - 2\n- - 4\n"],
    ["indented lists", "a:\n  - b: 1\n  - c: 1\n", { a: [{ b: 1 }, { c: 2 }] }, "a:\n  - b: 1\n  - c: 2\n"],
    ["texts after `---`", "---\na: 1\n", { a: 2 }, "---\na: 2\n"],
  ])("in %s", (_, before, wanted, want) => {
    expect(spliceYaml(before, parsed(before), wanted)).toBe(want);
  });
});

describe("the whole is written anew", () => {
  test.each([
    ["in flow style", "{ a: 1, b: 2 }\n", { a: 1, b: 3 }],
    ["with an alias of what changes", "a: &a { b: 1 }\nc: *a\n", { a: { b: 2 }, c: { b: 1 } }],
    ["with nothing left", "a: 1\n", { b: 1 }],
    ["where the text can not be read", "a: [", { b: 1 }],
  ])("%s", (_, before, wanted) => {
    const data = before.endsWith("[") ? {} : parsed(before);
    expect(spliceYaml(before, data, wanted)).toBe(printYaml(wanted));
  });
});

test("values are printed as the house writes them", () => {
  const description = "Words ".repeat(30).trim();
  expect(printYaml({ responses: { 200: { description } }, list: [{ a: 1 }] })).toBe(
    `responses:
  '200':
    description: >-
      ${"Words ".repeat(17).trim()}
      ${"Words ".repeat(13).trim()}
list:
- a: 1
`,
  );
});
