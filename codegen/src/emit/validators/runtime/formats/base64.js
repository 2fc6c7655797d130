/** Base64, both alphabets of RFC 4648. */

import { isUnpadded } from "./base64-padding.js";

/** RFC 4648, section 4. */
export function isByte(text) {
  return text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);
}

/** RFC 4648, section 5, with its padding or without. */
export function isBase64url(text) {
  return isUnpadded(text) && /^[\w-]*={0,2}$/.test(text);
}
