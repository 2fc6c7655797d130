/** Structured fields of HTTP (RFC 8941). */

import { isUnpadded } from "./base64-padding.js";

/** RFC 8941, section 3.3.1. */
export function isSfInteger(number) {
  return Number.isInteger(number) && Math.abs(number) <= 999_999_999_999_999;
}

/** RFC 8941, section 3.3.2: 12 digits before the point, three after it. */
export function isSfDecimal(number) {
  return Math.abs(number) < 1e12 && Number(number.toFixed(3)) === number;
}

/** RFC 8941, section 3.3.6. */
export function isSfBoolean(text) {
  return /^\?[01]$/.test(text);
}

/** RFC 8941, section 3.3.3. */
export function isSfString(text) {
  const [, quoted] = /^"(.*)"$/.exec(text) ?? [];
  return quoted !== undefined && /^[ !#-[\]-~]*$/.test(quoted.replaceAll(/\\["\\]/g, ""));
}

/** RFC 8941, section 3.3.4. */
export function isSfToken(text) {
  return /^[A-Za-z*][\w!#$%&'*+.^`|~:/-]*$/.test(text);
}

/** RFC 8941, section 3.3.5; a recipient may do without padding (section 4.2.7). */
export function isSfBinary(text) {
  const [, encoded] = /^:([A-Za-z\d+/]*={0,2}):$/.exec(text) ?? [];
  return encoded !== undefined && isUnpadded(encoded);
}
