import { describe, expect, it } from "vitest";
import { parse } from "../../src/source/parse.ts";
import { parseFaults } from "../source-faults.ts";
import { documentOf, parseSource } from "../source-of.ts";

describe("parse", () => {
  it.each([
    { path: "a.json", text: '{ "openapi": "3.1.0" }', want: { syntax: "json", kind: "openapi" } },
    { path: "a.yaml", text: "openapi: 3.1.0", want: { syntax: "yaml", kind: "openapi" } },
    { path: "A.YML", text: "swagger: '2.0'", want: { syntax: "yaml", kind: "openapi" } },
    { path: "a.yaml", text: "overlay: 1.0.0", want: { syntax: "yaml", kind: "overlay" } },
    { path: "a.json", text: '{ "title": "openapi" }', want: { syntax: "json", kind: "schema" } },
    { path: "a.json", text: "true", want: { syntax: "json", kind: "schema" } },
    // Without an ending, the text tells.
    { path: "contract", text: ' { "openapi": "3.1.0" }', want: { syntax: "json", kind: "openapi" } },
    { path: "contract", text: "openapi: 3.1.0", want: { syntax: "yaml", kind: "openapi" } },
  ])("takes $path with $text for $want.syntax, $want.kind", ({ path, text, want }) => {
    expect(documentOf(path, text)).toMatchObject(want);
  });

  it("freezes the data at every depth", () => {
    const { data } = documentOf("a.json", { list: [{ deep: {} }] });
    const { list } = data as { readonly list: readonly { readonly deep: object }[] };
    expect([data, list, list[0], list[0]?.deep].every(Object.isFrozen)).toBe(true);
  });

  it("keeps the text of a document that can not be parsed", () => {
    const { value } = parseSource({ "a.yaml": "a: [" });
    const text = { path: "a.yaml", text: "a: [", syntax: "yaml" };
    expect(value).toEqual({ texts: [text], documents: [], broken: [text] });
  });

  it("passes over the byte order mark", () => {
    expect(documentOf("a.json", '\uFEFF{ "title": "Order" }').data).toEqual({ title: "Order" });
  });

  it.each([
    { bytes: [0x7b, 0xff, 0x7d], name: "a byte that no character has" },
    { bytes: [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00], name: "UTF-16" },
    { bytes: [0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x7d], name: "an encoded surrogate" },
  ])("refuses $name", ({ bytes }) => {
    const { value, diagnostics } = parse([{ path: "a.json", bytes: Uint8Array.from(bytes) }]);
    const unread = { path: "a.json", text: "", syntax: "json" };
    expect(value).toEqual({ texts: [], documents: [], broken: [unread] });
    expect(diagnostics).toMatchObject([
      { code: "source-encoding", severity: "error", place: { path: "a.json", pointer: "" } },
    ]);
  });

  it.each([
    { path: "a.json", text: '{\n  "a": ["\\uD800"]\n}', want: "a.json:2:9 /a/0" },
    { path: "a.json", text: '{\n  "a": {\n    "\\udc00": 1\n  }\n}', want: "a.json:2:3 /a" },
    { path: "a.yaml", text: 'a: 1\nb: "\\ud800"\n', want: "a.yaml:2:1 /b" },
    // Prevents: YAML's longer escape getting past a search for `\u`.
    { path: "a.yaml", text: 'a: 1\nb: "\\U0000D800"\n', want: "a.yaml:2:1 /b" },
  ])("refuses half of a surrogate pair at $want", ({ path, text, want }) => {
    expect(parseFaults({ [path]: text })).toEqual([`error source-encoding ${want}`]);
  });

  it("takes a whole surrogate pair", () => {
    expect(documentOf("a.json", '{ "a": "\\ud83d\\ude00" }').data).toEqual({ a: "😀" });
  });

  it.each([
    { name: "a list", path: "a.json", text: "[]" },
    { name: "null", path: "a.json", text: "null" },
    { name: "a text", path: "a.json", text: '"text"' },
    { name: "a YAML list", path: "a.yaml", text: "- a\n- b\n" },
    { name: "a YAML text", path: "a.yaml", text: "just text\n" },
  ])("refuses $name, which is no mapping", ({ path, text }) => {
    const { value } = parseSource({ [path]: text });
    expect(value.documents).toEqual([]);
    expect(parseFaults({ [path]: text })).toEqual([`error not-an-object ${path}:1:1`]);
  });

  it("goes on with the other documents after a broken one", () => {
    const { value } = parseSource({ "a.json": "[", "b.json": { title: "Order" } });
    expect(value.documents.map(({ path }) => path)).toEqual(["b.json"]);
  });
});
