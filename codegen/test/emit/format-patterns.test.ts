import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { judgePatterns } from "../../src/contract/judge-patterns.ts";

const folder = join(import.meta.dirname, "../../src/emit/validators/runtime/formats");

/** Those that take time of the square of the length of a text, by a part of their source, and why they may. */
const bounded = new Map([
  [String.raw`[\u0660-\u0669].*[\u06f0-\u06f9]`, "A label of a domain name has no more than 63 characters."],
  ["E.*A|A.*E", "A domain name has no more than 506 characters."],
  [String.raw`(?:#(.*))?$`, "With its flag `s` the last part takes any text."],
]);

/** Sources of the literals in the checks of formats; their flags `i` and `s` are left out of account. */
function literals(): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text.slice(1, node.text.lastIndexOf("/")));
    ts.forEachChild(node, visit);
  };
  for (const name of readdirSync(folder)) {
    visit(ts.createSourceFile(name, readFileSync(join(folder, name), "utf8"), ts.ScriptTarget.Latest));
  }
  return found;
}

// Prevents: a format that takes a stranger's text takes all of a server's time.
test("the patterns of formats are linear, or have a reason not to be", () => {
  const sources = literals();
  const slow = [...judgePatterns(sources)].filter(([, { kind }]) => kind !== "linear");
  expect(sources.length).toBeGreaterThan(50);
  expect(slow.filter(([, { kind }]) => kind !== "polynomial")).toStrictEqual([]);
  const excused = [...bounded.keys()].map((part) => slow.find(([source]) => source.includes(part)));
  expect(excused).not.toContain(undefined);
  expect(slow.filter((found) => !excused.includes(found))).toStrictEqual([]);
});
