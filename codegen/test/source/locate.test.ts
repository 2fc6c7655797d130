import { describe, expect, it } from "vitest";
import { error, warning, type Diagnostic } from "../../src/diagnostics.ts";
import { locate } from "../../src/source/locate.ts";
import type { SourceText } from "../../src/source/source-document.ts";
import { faultLines } from "../source-faults.ts";

const texts: readonly SourceText[] = [
  { path: "b.json", text: '{\n  "x": 1,\n  "y": 2, "z": 3\n}', syntax: "json" },
  { path: "a.yaml", text: "x: 1\ny: 2\n", syntax: "yaml" },
];

function fault(path: string, pointer: string, message = "Something is wrong."): Diagnostic {
  return error("schema-shape", message, "Mend it.", { path, pointer });
}

describe("locate", () => {
  const diagnostics = [
    fault("b.json", "/z", "0"),
    fault("b.json", "/x"),
    fault("a.yaml", "/y"),
    fault("b.json", "/y", "B"),
    fault("b.json", "/y", "A"),
    warning("format-unknown", "Odd.", "Mend it.", { path: "b.json", pointer: "/y" }),
  ];
  const want = [
    "error schema-shape a.yaml:2:1 /y",
    "error schema-shape b.json:2:3 /x",
    "warning format-unknown b.json:3:3 /y",
    "error schema-shape b.json:3:3 /y",
    "error schema-shape b.json:3:3 /y",
    "error schema-shape b.json:3:11 /z",
  ];

  it("orders by file, line, column, code and message", () => {
    const located = locate(diagnostics, texts);
    expect(faultLines(located)).toEqual(want);
    expect(located.slice(3, 5).map(({ message }) => message)).toEqual(["A", "B"]);
  });

  it("gives the same for every order of diagnostics and files", () => {
    expect(locate(diagnostics.toReversed(), texts.toReversed())).toEqual(locate(diagnostics, texts));
  });

  it("keeps everything that a diagnostic says", () => {
    expect(locate([fault("a.yaml", "/y")], texts)).toEqual([
      { ...fault("a.yaml", "/y"), line: 2, column: 1 },
    ]);
  });

  it("says only once what is said twice", () => {
    expect(locate([fault("a.yaml", "/y"), fault("a.yaml", "/y")], texts)).toHaveLength(1);
  });

  it("knows no line in a file that was not read, and none without a place", () => {
    const nowhere = error("option-invalid", "Something is wrong.", "Mend it.");
    expect(locate([fault("c.json", "/x"), nowhere], texts)).toMatchObject([
      { code: "option-invalid", line: undefined, column: undefined },
      { code: "schema-shape", line: undefined, column: undefined },
    ]);
  });

  it.each([
    { name: "LF", text: "a\nb\nc", offset: 4, want: [3, 1] },
    { name: "CRLF", text: "a\r\nb\r\nc", offset: 6, want: [3, 1] },
    { name: "CR", text: "a\rb\rc", offset: 5, want: [3, 2] },
    { name: "no line break", text: "abc", offset: 0, want: [1, 1] },
    { name: "the end of the text", text: "abc\n", offset: 4, want: [2, 1] },
    // Columns count UTF-16 code units, as editors do by the language server protocol.
    { name: "characters of two code units", text: "😀b", offset: 2, want: [1, 3] },
  ])("counts lines and columns with $name", ({ text, offset, want: [line, column] }) => {
    const diagnostic = error("json-syntax", "Broken.", "Mend it.", { path: "a", pointer: "", offset });
    expect(locate([diagnostic], [{ path: "a", text, syntax: "json" }])).toEqual([
      { ...diagnostic, line, column },
    ]);
  });

  // Prevents: taking the whole text apart again for each of its diagnostics, which here takes minutes.
  it.each(["json", "yaml"] as const)("finds many faults in one large file of %s", (syntax) => {
    const count = 5_000;
    const properties = Array.from({ length: count }, (_, index) => `"p${index}": "${"x".repeat(1_000)}"`);
    const large = { path: "large", text: `{\n${properties.join(",\n")}\n}`, syntax };
    const faults = properties.map((_, index) => fault("large", `/p${index}`));
    expect(locate(faults, [large]).at(-1)?.line).toBe(count + 1);
  });
});
