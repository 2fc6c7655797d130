import { describe, expect, it } from "vitest";
import { parseYaml } from "../../src/source/parse-yaml.ts";
import { parseFaults } from "../source-faults.ts";

describe("parseYaml", () => {
  it.each([
    { name: "scalars", text: "a: 1\nb: [x, true, null, ~]\n", want: { a: 1, b: ["x", true, null, null] } },
    { name: "aliases", text: "a: &x { b: 1 }\nc: *x\n", want: { a: { b: 1 }, c: { b: 1 } } },
    { name: "numbers as keys", text: "200: a\n'404': b\n", want: { "200": "a", "404": "b" } },
    { name: "texts of several lines", text: "a: |\n  one\n  two\n", want: { a: "one\ntwo\n" } },
    { name: "numbers", text: "a: 0o17\nb: 0x1F\nc: 1_000\n", want: { a: 15, b: 31, c: "1_000" } },
    { name: "a boolean alone", text: "true", want: true },
  ])("reads $name", ({ text, want }) => {
    expect(parseYaml("a.yaml", text)).toEqual({ data: want, diagnostics: [] });
  });

  // YAML 1.1 would turn them into booleans, dates and sexagesimal numbers.
  it.each(["no", "yes", "on", "off", "NO", "2024-01-31", "12:30:45", "0777x"])("reads %s as text", (text) => {
    expect(parseYaml("a.yaml", `a: ${text}`).data).toEqual({ a: text });
  });

  it("gives every alias a value of its own, so that the data is a tree", () => {
    const { data } = parseYaml("a.yaml", "a: &x [1]\nb: *x\n");
    const { a, b } = data as { readonly a: readonly number[]; readonly b: readonly number[] };
    expect(a).toEqual(b);
    expect(a).not.toBe(b);
  });

  it.each([
    { fault: "a tab for indentation", text: "a:\n\tb: 1\n", want: "error yaml-syntax a.yaml:2:1" },
    { fault: "an open flow mapping", text: "a: { b: 1\nc: 2\n", want: "error yaml-syntax a.yaml:2:1" },
    { fault: "an alias without an anchor", text: "a: 1\nb: *none\n", want: "error yaml-syntax a.yaml:2:5" },
    { fault: "a custom tag", text: "a: 1\nb: !custom x\n", want: "error yaml-syntax a.yaml:2:4" },
    { fault: "two documents", text: "a: 1\n---\nb: 2\n", want: "error yaml-syntax a.yaml:1:1" },
    { fault: "no text", text: "", want: "error yaml-syntax a.yaml:1:1" },
    { fault: "nothing but a comment", text: "# nothing\n", want: "error yaml-syntax a.yaml:1:1" },
    { fault: "a key that is a list", text: "? [a, b]\n: 1\n", want: "error yaml-syntax a.yaml:1:1" },
    { fault: "infinity", text: "a: .inf\n", want: "error number-infinite a.yaml:1:1 /a" },
    { fault: "not a number", text: "a: [.nan]\n", want: "error number-infinite a.yaml:1:5 /a/0" },
  ])("names the place of $fault", ({ text, want }) => {
    expect(parseFaults({ "a.yaml": text })).toEqual([want]);
  });

  it.each([
    { name: "a mapping", text: "a: 1\nb: 2\na: 3\n", want: "error duplicate-key a.yaml:3:1" },
    { name: "a mapping in a list", text: "x:\n  - a: 1\n    a: 2\n", want: "error duplicate-key a.yaml:3:5" },
    { name: "a flow mapping", text: "{ a: 1, a: 2 }\n", want: "error duplicate-key a.yaml:1:9" },
  ])("finds the key that stands twice in $name", ({ text, want }) => {
    expect(parseFaults({ "a.yaml": text })).toEqual([want]);
  });

  it("does not take a merge key for anything but a key", () => {
    expect(parseYaml("a.yaml", "a: &x { b: 1 }\nc: { <<: *x }\n").data).toEqual({
      a: { b: 1 },
      c: { "<<": { b: 1 } },
    });
  });

  it("keeps a property called __proto__ an ordinary one", () => {
    const { data } = parseYaml("a.yaml", "__proto__: { polluted: true }\n");
    expect(Object.keys(data as object)).toEqual(["__proto__"]);
  });
});
