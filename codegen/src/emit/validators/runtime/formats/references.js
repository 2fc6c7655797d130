/** URIs and IRIs, and references to them. */

import { isIpv6 } from "./ip-addresses.js";

/** RFC 3986, section 3. */
export function isUri(text) {
  return hasScheme(text) && isUriReference(text);
}

/** RFC 3986, section 4.1. */
export function isUriReference(text) {
  const outside = /[^\w.~:/?@!$&'()*+,;=%-]|%(?![\da-f]{2})/i;
  return isReference(text, outside, outside);
}

/** RFC 3987, section 2.2. */
export function isIri(text) {
  return hasScheme(text) && isIriReference(text);
}

/** RFC 3987, section 2.2; without the marks of direction (section 4.1). */
export function isIriReference(text) {
  return isReference(
    text,
    /[^\w.~:/?@!$&'()*+,;=%\xa0-\u200d\u2010-\u2029\u202f-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\u{10000}-\u{dffff}\u{e1000}-\u{effff}-]|\p{NChar}|%(?![\da-fA-F]{2})/u,
    /[^\w.~:/?@!$&'()*+,;=%\xa0-\u200d\u2010-\u2029\u202f-\ud7ff\ue000-\ufdcf\ufdf0-\uffef\u{10000}-\u{dffff}\u{e1000}-\u{10ffff}-]|\p{NChar}|%(?![\da-fA-F]{2})/u,
  );
}

function hasScheme(text) {
  return /^[a-z][a-z\d+.-]*:/i.test(text);
}

/**
 * RFC 3986, appendix B, and then the characters of each part.
 *
 * @param outside finds what no part may have; `outsideQuery` is for the query
 */
function isReference(text, outside, outsideQuery) {
  const parts = /^([^:/?#]*:)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text);
  return (
    // A colon in the first step of a path would make a scheme of it (section 4.2).
    (parts[1] === undefined || hasScheme(text)) &&
    (parts[2] === undefined || isAuthority(parts[2], outside)) &&
    !outside.test(parts[3]) &&
    (parts[4] === undefined || !outsideQuery.test(parts[4])) &&
    (parts[5] === undefined || !outside.test(parts[5]))
  );
}

/** RFC 3986, section 3.2. */
function isAuthority(text, outside) {
  const at = text.lastIndexOf("@") + 1;
  if (at > 0 && (text.indexOf("@") < at - 1 || outside.test(text.slice(0, at - 1)))) return false;
  const host = text.slice(at).replace(/:\d*$/, "");
  if (!host.startsWith("[")) return !host.includes(":") && !outside.test(host);
  const literal = host.slice(1, -1);
  return host.endsWith("]") && (isIpv6(literal) || /^v[\da-f]+\.[\w.~!$&'()*+,;=:-]+$/i.test(literal));
}
