/** Host names, plain and internationalized. */

import { isAscii } from "./ascii.js";
import { isIdnaName } from "./idna.js";
import { isLdhName } from "./ldh-names.js";
import { punycodeLength } from "./punycode.js";

/** RFC 1123, section 2.1; labels that begin with `xn--` are A-labels (RFC 5890, section 2.3.2.1). */
export function isHostname(text) {
  return isLdhName(text) && (!/(?:^|\.)xn--/i.test(text) || isIdnaName(text.split(".")));
}

/** RFC 5890, section 2.3.2.3, with the separators of RFC 3490, section 3.1. */
export function isIdnHostname(text) {
  // Punycode is not shorter than the characters that it is for, and those are of at most two code units.
  if (text.length > 506) return false;
  const labels = text.split(/[.\u3002\uff0e\uff61]/);
  const lengths = labels.map((label) => (isAscii(label) ? label.length : 4 + punycodeLength(label)));
  return (
    lengths.every((length) => length <= 63) &&
    lengths.reduce((sum, length) => sum + 1 + length) <= 253 &&
    labels.every((label) => !isAscii(label) || isLdhName(label)) &&
    isIdnaName(labels)
  );
}
