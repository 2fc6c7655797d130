/**
 * Formats of JSON Schema 2020-12 (validation, section 7.3) and of the OpenAPI format registry, one
 * function each, so that a bundle holds only those that it uses. Every pattern runs in linear time.
 */

const digits = (text, start, end) => Number(text.slice(start, end));
const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** RFC 3339, `full-date`. */
export function isDate(text) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeapYear ? 29 : daysInMonth[month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** RFC 3339, `full-time`; a leap second only where the day ends in UTC. */
export function isTime(text) {
  const match = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i.exec(text);
  if (match === null) return false;
  const [hour, minute, second, offsetHour = 0, offsetMinute = 0] = [
    match[1],
    match[2],
    match[3],
    match[5] ?? 0,
    match[6] ?? 0,
  ].map(Number);
  if (hour > 23 || minute > 59 || offsetHour > 23 || offsetMinute > 59) return false;
  if (second <= 59) return true;
  const offset = (match[4] === "-" ? -1 : 1) * (offsetHour * 60 + offsetMinute);
  return second === 60 && (hour * 60 + minute - offset + 2880) % 1440 === 1439;
}

/** RFC 3339, `date-time`. */
export function isDateTime(text) {
  return /^.{10}t/i.test(text) && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}

/** RFC 3339, appendix A: weeks alone, or days and times in falling order without a gap. */
export function isDuration(text) {
  if (!/^P(?=\d|T\d)/.test(text)) return false;
  return (
    /^P\d+W$/.test(text) ||
    /^P(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?$/.test(
      text,
    )
  );
}

/** RFC 5321, section 4.1.2, `Mailbox`: a dotted or quoted local part, and a host name or an address literal. */
export function isEmail(text) {
  const at = text.lastIndexOf("@");
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || local.length > 64) return false;
  const isLocal =
    /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(local) ||
    /^"(?:[ !#-[\]-~]|\\[ -~])*"$/.test(local);
  const literal = /^\[(?:IPv6:(.+)|(.+))\]$/.exec(domain);
  if (literal !== null)
    return isLocal && (literal[1] === undefined ? isIpv4(literal[2]) : isIpv6(literal[1]));
  return isLocal && isHostname(domain);
}

/** RFC 1123, section 2.1. */
export function isHostname(text) {
  return (
    text.length <= 253 &&
    /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i.test(text)
  );
}

/** RFC 2673, section 3.2. */
export function isIpv4(text) {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text);
}

/** RFC 4291, section 2.2. */
export function isIpv6(text) {
  const dotted = /^(.*:)([\d.]+)$/.exec(text);
  if (dotted !== null && dotted[2].includes(".")) return isIpv4(dotted[2]) && isIpv6(`${dotted[1]}0:0`);
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === "" ? [] : half.split(":")));
  const count = groups.flat().length;
  return (
    groups.flat().every((group) => /^[\da-f]{1,4}$/i.test(group)) &&
    (halves.length === 2 ? count <= 7 : count === 8)
  );
}

const uriCharacters = /^(?:[\w.~:/?[\]@!$&'()*+,;=-]|%[\da-f]{2})*$/i;
const uriParts = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** RFC 3986, appendix B, then the characters of each part. */
function isUriWith(text, hasScheme) {
  const [, scheme, authority, path = "", query = "", fragment = ""] = uriParts.exec(text) ?? [];
  if (scheme === undefined ? hasScheme : !/^[a-z][a-z\d+.-]*$/i.test(scheme)) return false;
  if (authority !== undefined && !isAuthority(authority)) return false;
  // Without a scheme, a colon in the first step of the path would make one (section 4.2).
  if (scheme === undefined && authority === undefined && /^[^/]*:/.test(path)) return false;
  return [path, query, fragment].every((part) => uriCharacters.test(part) && !/[[\]]/.test(part));
}

function isAuthority(text) {
  const [, userinfo = "", host = ""] = /^(?:(.*)@)?(.*?)(?::\d*)?$/s.exec(text) ?? [];
  const literal = /^\[(.*)\]$/.exec(host);
  const isHost =
    literal === null
      ? !/[:@[\]]/.test(host)
      : isIpv6(literal[1]) || /^v[\da-f]+\.[\w.~!$&'()*+,;=:-]+$/i.test(literal[1]);
  return isHost && uriCharacters.test(userinfo + (literal === null ? host : "")) && !/[[\]@]/.test(userinfo);
}

export function isUri(text) {
  return isUriWith(text, true);
}

export function isUriReference(text) {
  return isUriWith(text, false);
}

const templateVariable = /^(?:[\w]|%[\da-f]{2})+(?:\.(?:[\w]|%[\da-f]{2})+)*(?::[1-9]\d{0,3}|\*)?$/i;
const notTemplateLiteral = /[\u0000-\u0020\u007f"<>\\^`{|}]|%(?![\da-f]{2})/i;

/** RFC 6570, section 2. */
export function isUriTemplate(text) {
  return text.split(/\{([^{}]*)\}/).every((part, index) => {
    if (index % 2 === 0) return !notTemplateLiteral.test(part);
    return part
      .replace(/^[+#./;?&=,!@|]/, "")
      .split(",")
      .every((variable) => templateVariable.test(variable));
  });
}

/** RFC 4122, section 3. */
export function isUuid(text) {
  return /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);
}

/** RFC 6901, section 5. */
export function isJsonPointer(text) {
  return /^(?:\/(?:[^~/]|~[01])*)*$/.test(text);
}

/** draft-handrews-relative-json-pointer-01, section 3. */
export function isRelativeJsonPointer(text) {
  return /^(?:0|[1-9]\d*)(?:#|(?:\/(?:[^~/]|~[01])*)*)$/.test(text);
}

export function isRegex(text) {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

export function isInt32(number) {
  return Number.isInteger(number) && number >= -2147483648 && number <= 2147483647;
}

/** Beyond 2^53 a JSON number is read as its nearest double; those within 64 bits pass. */
export function isInt64(number) {
  return Number.isInteger(number) && number >= -9223372036854775808 && number < 9223372036854775808;
}

export function isFloat(number) {
  return Number.isFinite(Math.fround(number));
}

export function isDouble(number) {
  return Number.isFinite(number);
}

/** RFC 4648, section 4. */
export function isByte(text) {
  return text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);
}
