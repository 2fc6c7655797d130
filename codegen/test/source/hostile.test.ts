import { describe, expect, it } from "vitest";
import { parseSource } from "../source-of.ts";
import { parseFaults } from "../source-faults.ts";

/** `depth` lists in each other. */
function lists(depth: number, inside = ""): string {
  return `${"[".repeat(depth)}${inside}${"]".repeat(depth)}`;
}

describe("depth", () => {
  it.each([
    { path: "a.json", text: `{ "a": ${lists(255)} }` },
    { path: "a.yaml", text: `a: ${lists(255)}\n` },
  ])("is allowed up to the limit in $path", ({ path, text }) => {
    expect(parseFaults({ [path]: text })).toEqual([]);
  });

  it.each([
    { path: "a.json", text: `{ "a": ${lists(256)} }` },
    { path: "a.json", text: "[".repeat(200_000) },
    { path: "a.json", text: '{"a":'.repeat(200_000) },
    { path: "a.yaml", text: `a: ${lists(256)}\n` },
    { path: "a.yaml", text: "[".repeat(200_000) },
  ])("is refused beyond it in $path", ({ path, text }) => {
    const { value, diagnostics } = parseSource({ [path]: text });
    expect(value.documents).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["source-too-deep"]);
  });

  // Prevents: a count of brackets that takes for one string what the parser, ending a string at the
  // end of its line, takes for brackets.
  it("is counted as the parser of broken JSON counts it", () => {
    expect(parseFaults({ "a.json": `{ "a": ["x\n,${"[".repeat(100_000)}"` })).not.toEqual([]);
  });
});

describe("aliases", () => {
  it("are limited in number", () => {
    const aliases = "*x, ".repeat(200);
    expect(parseFaults({ "a.yaml": `a: &x 1\nb: [${aliases}]\n` })).toHaveLength(1);
  });

  it("are limited in what they unfold to", () => {
    const names = ["b", "c", "d", "e", "f", "g", "h", "i"];
    const tenfold = names.map((name, index) => {
      const before = names[index - 1] ?? "a";
      return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(", ")}]`;
    });
    expect(parseFaults({ "a.yaml": ["a: &a [1, 2]", ...tenfold].join("\n") })).toEqual([
      "error yaml-syntax a.yaml:1:1",
    ]);
  });

  it("can not hold themselves", () => {
    expect(parseFaults({ "a.yaml": "a: &x [*x]\n" })).toHaveLength(1);
  });

  it("can not get around the limit of depth", () => {
    const links = Array.from(
      { length: 99 },
      (_, index) => `a${index + 1}: &a${index + 1} ${lists(200, `*a${index}`)}`,
    );
    expect(parseFaults({ "a.yaml": ["a0: &a0 1", ...links].join("\n") })).toHaveLength(1);
  });
});

describe("time and space", () => {
  // Prevents: a search for the end that begins again at every quote, which here takes minutes.
  it("suffice for a string without an end", () => {
    expect(parseFaults({ "a.json": `{ "a": "${'\\"'.repeat(1_000_000)}` })).not.toEqual([]);
  });

  it("suffice for one very long string", () => {
    expect(parseFaults({ "a.json": `{ "a": "${"x".repeat(20_000_000)}" }` })).toEqual([]);
  });
});
