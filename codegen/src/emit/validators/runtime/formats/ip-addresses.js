/** IP addresses, and ranges of them. */

/** RFC 2673, section 3.2. */
export function isIpv4(text) {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text);
}

/** RFC 4291, section 2.2. */
export function isIpv6(text) {
  // Eight groups, or six and an IPv4 address.
  if (text.length > 45) return false;
  const dotted = /^(.*:)([\d.]+)$/.exec(text);
  if (dotted !== null && dotted[2].includes(".")) return isIpv4(dotted[2]) && isIpv6(`${dotted[1]}0:0`);
  const halves = text.split("::");
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  return (
    groups.every((group) => /^[\da-f]{1,4}$/i.test(group)) &&
    (halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length <= 7)
  );
}

/** RFC 4632, section 3.1. */
export function isIpv4Cidr(text) {
  const slash = text.indexOf("/");
  return isIpv4(text.slice(0, slash)) && /^(?:[12]?\d|3[0-2])$/.test(text.slice(slash + 1));
}

/** RFC 4291, section 2.3. */
export function isIpv6Cidr(text) {
  const slash = text.indexOf("/");
  return isIpv6(text.slice(0, slash)) && /^(?:[1-9]?\d|1[01]\d|12[0-8])$/.test(text.slice(slash + 1));
}
