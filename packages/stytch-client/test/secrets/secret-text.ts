import * as fc from "fast-check";

/** A secret that was sent or answered, and how it is known. */
export interface Secret {
  readonly text: string;
  /** Parts of it that stand nowhere else. None if it is too short, or a word that is used for other things too. */
  readonly marks: readonly string[];
  /** Where it stands: the name of a property or a header. */
  readonly name: string;
}

export type SecretText = Omit<Secret, "name">;

const letters = [..."BCDFGHJKLMNPQRSTVWXZbcdfghjkmnpqrstvwxz23456789"];
/** What has a meaning in JSON, HTML, URLs, patterns, replacements or shells, and what is not ASCII. */
const oddities = [..."\"'\\<>&%$+/=?#;:.,*^|`~!@()[]{} -ü√中\u{1F600}\u00A0"];
const words = ["password", "secret", "hunter2", "error", "null", "true", "redacted", "weak_password"];

const mark = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...letters), { minLength: length, maxLength: length })
    .map((list) => list.join(""));
const odd = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...oddities), { minLength: 1, maxLength }).map((list) => list.join(""));

/** One long word with anything around it. */
const around: fc.Arbitrary<SecretText> = fc
  .tuple(odd(4), mark(9), odd(4), fc.string({ unit: "grapheme", maxLength: 6 }))
  .map(([before, one, after, rest]) => ({ text: `${before}${one}${after}${rest}`, marks: [one] }));

/** Nothing but short words between odd characters: `Tr0ub&4dor`. */
const broken: fc.Arbitrary<SecretText> = fc
  .array(fc.tuple(mark(5), odd(2)), { minLength: 2, maxLength: 4 })
  .map((parts) => ({ text: parts.flat().join(""), marks: parts.map(([one]) => one) }));

/** A JWT, as far as its look goes. */
const token: fc.Arbitrary<SecretText> = fc
  .array(mark(12), { minLength: 3, maxLength: 3 })
  .map((parts) => ({ text: parts.join("."), marks: parts }));

const digits: fc.Arbitrary<SecretText> = fc
  .integer({ min: 100_000, max: 999_999 })
  .map((code) => ({ text: `${code}`, marks: [] }));

const short: fc.Arbitrary<SecretText> = fc
  .oneof(odd(3), mark(2), fc.constantFrom("x", "0", "e"))
  .map((text) => ({ text, marks: [] }));

const word: fc.Arbitrary<SecretText> = fc.constantFrom(...words).map((text) => ({ text, marks: [] }));

/** Not one character of ASCII: there is none that every writing leaves as it is. */
const foreign: fc.Arbitrary<SecretText> = fc
  .array(fc.constantFrom(..."жщфэъйпдסχψ漢字密码"), { minLength: 4, maxLength: 9 })
  .map((list) => ({ text: list.join(""), marks: [] }));

/** Texts of every kind that somebody may have as a password. */
export const secretTexts: fc.Arbitrary<SecretText> = fc.oneof(
  { arbitrary: around, weight: 3 },
  { arbitrary: broken, weight: 4 },
  { arbitrary: token, weight: 1 },
  { arbitrary: digits, weight: 1 },
  { arbitrary: foreign, weight: 1 },
  { arbitrary: short, weight: 1 },
  { arbitrary: word, weight: 1 },
);

/** The same of what a header or a credential takes: no space around it, and of Latin-1. */
export const headerTexts: fc.Arbitrary<SecretText> = secretTexts.map(({ text, marks }) => ({
  text: text.replace(/[^\x21-\x7e\xa1-\xff]/gu, "_"),
  marks,
}));
