/** Labels of internationalized domain names (IDNA 2008). */

import { isAscii } from "./ascii.js";
import { satisfiesBidiRule } from "./bidi-rule.js";
import { fromPunycode } from "./punycode.js";

/**
 * Whether the labels of a domain name that are not plain ASCII are A-labels or U-labels of IDNA 2008 (RFC
 * 5890, section 2.3.2.1).
 */
export function isIdnaName(labels) {
  const decoded = labels.map((label) =>
    /^xn--/i.test(label) ? fromPunycode(label.slice(4).toLowerCase()) : label,
  );
  return (
    decoded.every((label, index) => (isAscii(label) ? label === labels[index] : isULabel(label))) &&
    satisfiesBidiRule(decoded)
  );
}

/** RFC 5891, section 4.2. */
function isULabel(label) {
  // RFC 5892, section 3, by the Unicode properties that its table is derived from.
  const characters =
    /^(?:[\xb7\xdf\u0375\u03c2\u05f3\u05f4\u06fd\u06fe\u0f0b\u3007\u30fb\u{200c}\u{200d}]|(?![\u302e\u302f\u20d0-\u20ff\p{CWKCF}\p{DI}\u0640\u07fa\u1100-\u11ff\u3031-\u3035\u303b\ua960-\ua97f\ud7b0-\ud7ff\u{1d100}-\u{1d24f}])[-\p{L}\p{Mn}\p{Mc}\p{Nd}])+$/u;
  // RFC 5892, appendix A.3 to A.6, A.8 and A.9.
  const outOfContext =
    /(?:^|[^l])\xb7|\xb7(?!l)|\u0375(?!\p{Script=Greek})|(?:^|\P{Script=Hebrew})[\u05f3\u05f4]|[\u0660-\u0669].*[\u06f0-\u06f9]|[\u06f0-\u06f9].*[\u0660-\u0669]/u;
  return (
    characters.test(label) &&
    !/^[-\p{M}]|^..--|-$/u.test(label) &&
    label.normalize("NFC") === label &&
    !outOfContext.test(label) &&
    // Appendix A.7.
    (!label.includes("\u30fb") || /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(label)) &&
    Array.from(label.matchAll(/[\u200c\u200d]/g)).every(({ 0: joiner, index }) =>
      isJoinerInContext(joiner, label.slice(0, index), label.slice(index + 1)),
    )
  );
}

/** RFC 5892, appendix A.1 and A.2: after a virama; a non-joiner also between letters that would join. */
function isJoinerInContext(joiner, before, after) {
  if (endsInVirama(before)) return true;
  // Joining_Type D or L, then R or D, of the scripts in use: their letters but for those of other types.
  const joinsNext =
    /(?![\u0621-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0674\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2-\u06d5\u06e5\u06e6\u06ee\u06ef\u0710\u0715-\u0719\u071e\u0728\u072a\u072c\u072f\u074d\u0759-\u075b\u076b\u076c\u0771\u0773\u0774\u0778\u0779\u08aa-\u08ae\u08b1\u08b2\u08b9])(?=\p{L})[\u0620-\u077f\u07ca-\u07ea\u08a0-\u08c8\u1820-\u18aa\ua840-\ua872\u{1e922}-\u{1e943}]\p{Mn}*$/u;
  const joinsLast =
    /^\p{Mn}*(?![\u0621\u0674\u06e5\u06e6\u08ad])(?=\p{L})[\u0620-\u077f\u07ca-\u07ea\u08a0-\u08c8\u1820-\u18aa\ua840-\ua871\u{1e922}-\u{1e943}]/u;
  return joiner === "\u200c" && joinsNext.test(before) && joinsLast.test(after);
}

/** Canonical_Combining_Class 9: normalization sorts it between a mark of class 8 and one of class 10. */
function endsInVirama(text) {
  const last = Array.from(text).at(-1);
  return (
    last !== undefined &&
    `${last}\u3099`.normalize("NFD") === `\u3099${last}` &&
    `\u05b0${last}`.normalize("NFD") === `${last}\u05b0`
  );
}
