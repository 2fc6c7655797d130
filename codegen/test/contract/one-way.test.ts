import { expect, it } from "vitest";
import { charactersOf } from "../../src/contract/one-way.ts";

const { raw } = String;

const tokens = [
  ...["a", "ä", "😀", "/", "-", ".", "[a-c]", "[^a-c]", "[äa]", "[-a]", "[]", "[^]", "[\u007f]"],
  ...[raw`\d`, raw`\D`, raw`\w`, raw`\W`, raw`\s`, raw`\S`, raw`\n`, raw`\0`, raw`\/`, raw`\cA`],
  ...[
    raw`\x61`,
    raw`\xe4`,
    raw`\u0061`,
    raw`\u{61}`,
    raw`\u{1f600}`,
    raw`\ud83d\ude00`,
    raw`\p{L}`,
    raw`\P{L}`,
  ],
  ...[raw`[\d_]`, raw`[^\D]`, raw`[\s]`, raw`[\]\\]`, raw`[\p{Nd}]`, raw`[\u{e4}-\u{e9}]`, raw`[\b\-]`],
];

const characters = [
  ...Array.from({ length: 160 }, (_, code) => String.fromCharCode(code)),
  "ä",
  "é",
  "٣",
  "\u2028",
  "😀",
];

it.each(tokens)("the characters of a token are all that it matches: %j", (token) => {
  const set = charactersOf(token);
  const pattern = new RegExp(`^${token}$`, "u");
  const missing = characters.filter(
    (character) => pattern.test(character) && (set & charactersOf(escaped(character))) === 0n,
  );
  expect(missing).toStrictEqual([]);
});

it.each([
  ["a", "b"],
  ["a", "ä"],
  ["[a-z]", "[0-9_-]"],
  ["[^,]", ","],
  [".", raw`\n`],
  [raw`\d`, raw`\D`],
  [raw`[\w-]`, raw`\.`],
])("two tokens are told apart: %j, %j", (one, other) => {
  expect(charactersOf(one) & charactersOf(other)).toBe(0n);
});

function escaped(character: string): string {
  return /[\^$\\.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}
