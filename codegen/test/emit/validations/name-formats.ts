import type { FormatCase } from "./format-case.ts";

const label = "a".repeat(63);
/** 253 characters. */
const longestName = `${`${label}.`.repeat(3)}${"a".repeat(61)}`;
/** Labels that as A-labels have 63 characters, counted in several ways; with an `a` more they have 64. */
const longestLabels = [
  `${"ü".repeat(54)}aa`,
  `${"例え".repeat(9)}${"a".repeat(30)}`,
  `${"яé한".repeat(12)}${"a".repeat(10)}`,
  `${"\u{10300}a".repeat(5)}${"a".repeat(43)}`,
];
const longestIdn = `${longestLabels.slice(1).join(".")}.${"a".repeat(61)}`;

/**
 * Host names and the addresses of mailboxes, in ASCII and beyond. What is written from right to left stands
 * as escapes: U+05D0 and U+05D1 are Hebrew, U+0628 and U+064A Arabic letters that join on both sides, U+0627
 * one that joins to the letter before it alone, U+0621 one that does not join.
 */
export const nameFormats: readonly FormatCase[] = [
  {
    format: "hostname",
    accepts: [
      ...["www.example.com", "localhost", "1.2", "ab--cd", label, longestName],
      ...["xn--4gbwdl.xn--wgbh1c", "XN--MNCHEN-3YA.de", "xn--ll-0ea"],
    ],
    refuses: [
      ...["", "-a", "a-", "a..b", ".a", "a.", "a_b", `${label}a`, `${longestName}a`, "é.example"],
      // U+212A is a K to patterns that ignore case in Unicode.
      ...["\u212aelvin.example", "a\n"],
      // Not Punycode, ASCII alone, not as an encoder writes it, beyond Unicode.
      ...["xn--", "xn--x", "xn--example-", "xn---9uc", "xn--99999999"],
      // A surrogate; two that would make a letter of each other.
      ...["xn--8c9b", "xn--jb9b46e"],
      // What the label stands for is no U-label: upper case, a dot between other letters, a digit before Hebrew.
      ...["xn--wca", "xn--al-0ea", "xn--0-0hc", "0a.xn--4db"],
    ],
  },
  {
    format: "idn-hostname",
    accepts: [
      ...["localhost", "münchen.example", "xn--mnchen-3ya.example", "例え。テスト", "a．b｡c"],
      ...[...longestLabels, longestIdn],
      // Exceptions of RFC 5892, section 2.6.
      ...["straße", "βόλος", "\u06fd\u06fe", "\u0f0b\u3007", "\u0915\u0903"],
      // Contextual rules of its appendix A, met.
      ...["l·l", "\u0375α", "\u05d0\u05f3\u05d1", "\u05d0\u05f4\u05d1", "ア・イ", "あ・あ", "丈・丈"],
      ...["\u0628\u0660", "\u0628\u06f0", "\u0915\u094d\u200d\u0937", "\u0915\u094d\u200c\u0937"],
      ...["\u0628\u064a\u200c\u0628\u064a", "\u0628\u064b\u200c\u064b\u0627", "\u07ca\u200c\u07ca"],
      // Bidi rule of RFC 5893, met.
      ...["x\u0301.\u05d0", "l·l.\u05d0", "ア・イ.\u05d0", "\u05d0\u02b9\u05d0"],
      ...["\u05d0\u05d1", "\u05d01", "1a", "a-1.b", "\u05d0\u05d1.co", "\u05d0\u05b0", "\u05d0-\u05d1"],
    ],
    refuses: [
      ...["", ".", "。", "a..b", "a.", "-ü", "ü-", "üü--b", "ü b", "ü_b", `${label}a`],
      ...longestLabels.map((longest) => `${longest}a`),
      ...[`${longestName}a`, `${longestIdn}a`, "xn--x", "xn--wca", "xn--é"],
      // Not stable, not a letter, unassigned, an old Jamo, ignorable, half of a pair, not normalized.
      ...["München", "ﬁ", "ü!", "ü☃", "ü\u0378", "\u1100", "a\u00adb", "ü\ud800", "u\u0308"],
      // Exceptions of RFC 5892, section 2.6, and marks at the start.
      ...["\u0628\u0640\u0628", "\u07fa", "한\u302e", "\u303b", "\u0300a", "\u0903a"],
      // Contextual rules of its appendix A, not met.
      ...["a·l", "l·a", "·l", "l·", "α\u0375", "α\u0375a", "a・b", "・"],
      ...["a\u05f3", "\u05f3\u05d0", "a\u05f4", "\u05f4\u05d0", "\u0628\u0660\u06f0", "\u0628\u06f0\u0660"],
      ...["\u0915\u200d\u0937", "\u200d\u0937", "é\u200d", "é\u200cé", "\u0628\u064a\u200d\u0628\u064a"],
      ...["\u0627\u200c\u0628", "\u0628\u200c", "\u0628\u200c\u0621", "\u0915\u094d\u200c\u0937x\u200cy"],
      // Bidi rule of RFC 5893, not met.
      ...["a\u05d0", "\u05d0a", "0\u05d0", "a\u05d01", "0a.\u05d0", "\u05d00\u0660", "a.\u05d0.0a"],
    ],
  },
  {
    format: "email",
    accepts: [
      ...["joe.bloggs@example.com", '"joe bloggs"@example.com', "te~st@localhost", "o'neil+x@a-b.example"],
      ...["a@[127.0.0.1]", "a@[IPv6:::1]", "a@[ipv6:1::]", '"a\\"@b"@example.com', '""@a', "a@xn--x"],
      `${"a".repeat(64)}@example.com`,
    ],
    refuses: [
      ...["2962", "@example.com", "a@", ".a@example.com", "a.@example.com", "a..b@example.com"],
      ...["a b@example.com", "a@-b.com", "a@[1.2.3]", "a@[::1]", "a@[IPv6:127.0.0.1]", "a@[x:y]"],
      ...["a@[]", "a@[1.2.3.4"],
      ...["a@b@c"],
      ...['"a"b@example.com', '"a\\"@example.com', '"é"@example.com', "é@example.com"],
      ...["a@é.example", "a@a_b"],
      ...[`${"a".repeat(65)}@example.com`, `a@${longestName}a`],
    ],
  },
  {
    format: "idn-email",
    accepts: [
      ...["joe@example.com", "δοκιμή@παράδειγμα.δοκιμή", '"δοκιμή δ"@example.com'],
      ...["🦄@example.com", "\uffff@a"],
      ...["a@[127.0.0.1]", '"\\\\é"@a', `${"é".repeat(32)}@a`, "a@cafe\u0301.example"],
    ],
    refuses: [
      ...["2962", "é@", "@é", "é..é@a", ".é@a", "é é@a", "é@é..a", "é@-é", "é@é_", "é＠a"],
      ...["\ud800@a", "a@\ud800", "a@é\u2028", "a@é\u00a0b", "a@é\u200bb"],
      ...['"\\é"@a', `${"é".repeat(33)}@a`, `a${"é".repeat(32)}@a`, "a@[é]"],
    ],
  },
];
