import { describe, expect, test } from "vitest";
import { commentText, docComment, literal, propertyKey } from "../../src/emit/code.ts";
import type { Json } from "../../src/source/json.ts";

/** What a reader of the code, or the tools on the way to it, must never see as it is. */
const unseen =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/u;

function evaluate(expression: string): unknown {
  return new Function(`"use strict"; return (${expression});`)() as unknown;
}

/** For the names of tests: a terminal is such a reader too. */
function shown(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** JSON.parse makes `__proto__` a property like any other, as documents have it. */
function parsed(text: string): Json {
  return JSON.parse(text) as Json;
}

const hostileTexts = [
  "",
  "plain",
  "\"quoted\" and 'quoted' and `${quoted}`",
  "back\\slash\\",
  "line\nfeed\r\nreturn\ttab",
  "separators\u2028\u2029\u0085",
  "bidirectional \u202eevil\u2066live\u2069\u061c\u200f",
  "invisible \u200b\u200d\u2060\ufeff\u00ad",
  "control \u0000\u0001\u001b[31m\u007f\u009b",
  "half a pair \ud83d and \udc00",
  "a pair 😀",
  "</script><!-- <script> -->",
  "*/ evil() /*",
  "${evil()}",
  "__proto__",
];

describe("literal", () => {
  const given: readonly Json[] = [
    null,
    true,
    false,
    0,
    -1,
    1e21,
    -0.5,
    Number.MAX_SAFE_INTEGER,
    ...hostileTexts,
    [],
    [[null, ["nested"]], {}],
    ...hostileTexts.map((text) => ({ [`key ${text}`]: text })),
    { constructor: 1, hasOwnProperty: { toString: "x" } },
  ];

  test.each(given.map((value) => [shown(value), value] as const))(
    "gives back %s when evaluated",
    (_, value) => {
      expect(evaluate(literal(value))).toStrictEqual(value);
    },
  );

  // Prevents: `{"__proto__": …}` in an object literal sets the prototype, so a constant would lose a property.
  test.each(['{"__proto__":{"polluted":true}}', '[{"a":{"__proto__":1}}]'])("keeps %s", (text) => {
    expect(JSON.stringify(evaluate(literal(parsed(text))))).toBe(text);
  });

  test.each(given.map((value) => [shown(value), value] as const))(
    "writes %s in characters that every reader sees",
    (_, value) => {
      expect(literal(value)).not.toMatch(unseen);
      expect(literal(value)).not.toMatch(/<[/!]/);
    },
  );
});

describe("propertyKey", () => {
  const given: readonly (readonly [name: string, want: string])[] = [
    ["name", "name"],
    ["$ref", "$ref"],
    ["_1", "_1"],
    ["constructor", "constructor"],
    ["1a", '"1a"'],
    ["we ird", '"we ird"'],
    ["", '""'],
    ["é", '"é"'],
    ["__proto__", '["__proto__"]'],
    ["a\u2028b", '"a\\u2028b"'],
    ["\ud800", '"\\ud800"'],
    ['"]: evil(), ["', '"\\"]: evil(), [\\""'],
  ];

  test.each(given.map((row) => [shown(row[0]), ...row] as const))(
    "writes %s as it has to be",
    (_, name, want) => {
      expect(propertyKey(name)).toBe(want);
    },
  );

  test.each(hostileTexts.map((name) => [shown(name), name] as const))(
    "makes an own property of %s",
    (_, name) => {
      const object = evaluate(`{ ${propertyKey(name)}: 1 }`) as Readonly<Record<string, number>>;
      expect(Object.entries(object)).toStrictEqual([[name, 1]]);
    },
  );
});

describe("commentText", () => {
  const given: readonly (readonly [text: string, want: string])[] = [
    ["  plain  ", "plain"],
    ["end */ of", "end *\\/ of"],
    ["**//", "**\\//"],
    ["*\u0000/", "*\\u0000/"],
    [
      "one\r\ntwo\rthree\u2028four\u2029five\u0085six\u000bseven\u000ceight",
      "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight",
    ],
    ["trailing   \n  space\t\n", "trailing\n  space"],
    ["turned \u202earound\u2066", "turned \\u202earound\\u2066"],
    ["a\u200bb\ufeffc\u00add", "a\\u200bb\\ufeffc\\u00add"],
    ["bell\u0007 escape\u001b", "bell\\u0007 escape\\u001b"],
    ["half \ud800 pair", "half \ufffd pair"],
    ["whole 😀 pair", "whole 😀 pair"],
    ["\u0000", "\\u0000"],
    ["", ""],
  ];

  test.each(given.map((row) => [shown(row[0]), ...row] as const))("makes %s harmless", (_, text, want) => {
    expect(commentText(text)).toBe(want);
  });

  test("cuts what nobody reads to its end, but no character in two", () => {
    const text = commentText(`${"x".repeat(19_999)}😀 and more`);
    expect(text.length).toBeLessThanOrEqual(20_000);
    expect(text.isWellFormed()).toBe(true);
  });

  test("changes nothing the second time", () => {
    for (const text of hostileTexts) expect(commentText(commentText(text))).toBe(commentText(text));
  });
});

describe("docComment", () => {
  test.each([
    [[], ""],
    [[undefined, ""], ""],
    [["one line"], "/**\n * one line\n */\n"],
    [["two\n\nparagraphs", undefined, "three"], "/**\n * two\n *\n * paragraphs\n *\n * three\n */\n"],
    [["/ at the start"], "/**\n * / at the start\n */\n"],
    [["ends with *", "/ starts"], "/**\n * ends with *\n *\n * / starts\n */\n"],
    [["a *", "\u0000/ b"], "/**\n * a *\n *\n * \\u0000/ b\n */\n"],
  ])("puts %j together", (paragraphs, want) => {
    expect(docComment(...paragraphs)).toBe(want);
  });

  test.each(hostileTexts.map((text) => [shown(text), text] as const))(
    "is a single comment around %s",
    (_, text) => {
      const comment = docComment(text, text.split("").toReversed().join(""), `*${text}`, `/${text}`);
      expect(comment.indexOf("*/")).toBe(comment.length - "*/\n".length);
      expect(comment).not.toMatch(unseen);
    },
  );
});
