/** Email addresses, plain and internationalized. */

import { isIpv4, isIpv6 } from "./ip-addresses.js";
import { isLdhName } from "./ldh-names.js";

/** RFC 5321, section 4.1.2, `Mailbox`: a dotted or quoted local part, and a host name or an address literal. */
export function isEmail(text) {
  return isMailbox(text, isLocalPart, isLdhName);
}

function isLocalPart(text) {
  return (
    /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(text) ||
    /^"(?:[ !#-[\]-~]|\\[ -~])*"$/.test(text)
  );
}

/**
 * RFC 6531, section 3.3: the same, with any character beyond ASCII in the local part, but not behind a
 * backslash, and in the domain any but spaces and those that can not be seen.
 */
export function isIdnEmail(text) {
  return isMailbox(
    text,
    (local) =>
      isLocalPart(local.replaceAll(/[\x80-\ud7ff\ue000-\u{10ffff}]/gu, "x")) &&
      !local.replaceAll(/\\[ -~]/g, "").includes("\\") &&
      new TextEncoder().encode(local).length <= 64,
    (domain) => isLdhName(domain.replaceAll(/[^\0-\x7f\p{Z}\p{C}]|[\u200c\u200d]/gu, "x")),
  );
}

function isMailbox(text, isLocal, isDomain) {
  const at = text.lastIndexOf("@");
  // RFC 5321, section 4.5.3.1.1.
  if (at < 1 || at > 64 || !isLocal(text.slice(0, at))) return false;
  const domain = text.slice(at + 1);
  if (!domain.startsWith("[")) return isDomain(domain);
  const [, tag, address] = /^\[(IPv6:)?(.*)\]$/i.exec(domain) ?? [];
  if (address === undefined) return false;
  return tag === undefined ? isIpv4(address) : isIpv6(address);
}
