import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellText, codeText, plainText, sentenceText } from "../../../src/evolve/release/markdown-text.ts";
import { hostileNames } from "../../hostile-names.ts";
import { elementsIn, renderedMarkdown, textIn } from "../../rendered-markdown.ts";

/** What is left of a text on one line: what has no glyph is written out. */
function onOneLine(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

async function itemOf(markdown: string): Promise<{ elements: readonly string[]; text: string }> {
  const html = await renderedMarkdown(`- ${markdown}\n`);
  return { elements: elementsIn(html), text: textIn(html) };
}

describe.each(hostileNames)("%j is text", (name) => {
  test("in a code span", async () => {
    const isCode = name.trim() !== "";
    expect(await itemOf(codeText(name))).toStrictEqual({
      elements: isCode ? ["<ul>", "<li>", "<code>"] : ["<ul>", "<li>"],
      text: isCode ? onOneLine(name).trim() : JSON.stringify(name),
    });
  });

  test("in a list, a paragraph and a heading", async () => {
    expect(await itemOf(plainText(name))).toStrictEqual({
      elements: ["<ul>", "<li>"],
      text: name.trim() === "" ? JSON.stringify(name) : onOneLine(name.trimStart()).trim(),
    });
    const html = await renderedMarkdown(`# ${plainText(name)}\n\n${plainText(name)}: a\n`);
    expect(elementsIn(html)).toStrictEqual(["<h1>", "<p>"]);
  });

  test("in a sentence", async () => {
    const { elements, text } = await itemOf(
      sentenceText(`The property \`${name}\` was \`b\`, which is ${name}.`),
    );
    expect(new Set(elements)).toStrictEqual(new Set(["<ul>", "<li>", "<code>"]));
    expect(text).toContain("The property");
  });

  test("in a table", async () => {
    const html = await renderedMarkdown(`| a | b |\n| --- | --- |\n| ${cellText(name)} | b |\n`);
    const row = html.slice(html.indexOf("<tbody>"));
    expect(elementsIn(row).filter((element) => element !== "<code>")).toStrictEqual([
      "<tbody>",
      "<tr>",
      "<td>",
      "<td>",
    ]);
  });

  test("that GitHub makes no link of outside of code", () => {
    const shown = plainText(name).replaceAll("&#8203;", "\u200b");
    expect(shown).not.toMatch(/@(?!\u200b)|#\w|gh-\d|[^\\]:\/\/|www\.|\n/i);
  });
});

test("whatever a document says, it is text", async () => {
  const characters = fc.constantFrom(..."`\\<>[]()!*_~|&@#$:/-+=.1ab \n\t\"'{}^");
  const name = fc.string({ unit: characters, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(name, async (text) => {
      const html = await renderedMarkdown(
        `${plainText(text)}: a\n\n- ${sentenceText(`${text} \`${text}\` ${text}`)}\n- ${codeText(text)}\n\n| a | b |\n| --- | --- |\n| ${cellText(text)} | b |\n`,
      );
      const elements = elementsIn(html).filter((element) => element !== "<code>");
      const table = ["<table>", "<thead>", "<tr>", "<th>", "<th>", "<tbody>", "<tr>", "<td>", "<td>"];
      expect(elements).toStrictEqual(["<p>", "<ul>", "<li>", "<li>", ...table]);
    }),
    { numRuns: 500, seed: 1 },
  );
});

describe("texts", () => {
  test.each([
    ["organization_id", "`organization_id`"],
    ["a`b", "``a`b``"],
    ["`a", "`` `a ``"],
    ["a``b`c", "```a``b`c```"],
    [" a ", "`  a  `"],
    ["", '""'],
  ])("%j is %s as code", (text, want) => {
    expect(codeText(text)).toBe(want);
  });

  test.each([
    ["Stytch API", "Stytch API"],
    ["A - b (c), d.", "A - b (c), d."],
    ["a_b", String.raw`a\_b`],
    ["@a", "@&#8203;a"],
    ["1. a", String.raw`1\. a`],
  ])("%j is %s as it is", (text, want) => {
    expect(plainText(text)).toBe(want);
  });

  test("are cut, by characters and not by halves of them", () => {
    expect(codeText("😀".repeat(121))).toBe(`\`${"😀".repeat(120)}…\``);
    expect(codeText("a".repeat(120))).toBe(`\`${"a".repeat(120)}\``);
  });

  test("with names in backticks keep them as code", () => {
    expect(sentenceText('The property `a_b` of `C` may be `"<d>"` now.')).toBe(
      'The property `a_b` of `C` may be `"<d>"` now.',
    );
  });
});
