/**
 * Formats of JSON Schema 2020-12 (validation, section 7.3) and of the OpenAPI format registry, one
 * function each, so that a bundle holds only those that it uses. Every one runs in linear time: no
 * pattern matches a text in two ways, and what is not linear sees at most one host name.
 */

// Dates and times.

/** RFC 3339, `full-date`. */
export function isDate(text) {
  const days = /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31)$/;
  return days.test(text) && (!text.endsWith("-02-29") || isLeapYear(Number(text.slice(0, 4))));
}

function isLeapYear(year) {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** RFC 3339, `full-time`. */
export function isTime(text) {
  const times = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
  return times.test(text) && (text.charAt(6) !== "6" || endsDay(text));
}

/** A leap second is the last of a day in UTC (RFC 3339, section 5.7). */
function endsDay(time) {
  const offset = /[+-]/.test(time) ? Number(`${time.at(-6)}1`) * minutesOf(time.slice(-5)) : 0;
  return (minutesOf(time) - offset + 1440) % 1440 === 1439;
}

function minutesOf(time) {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** RFC 3339, `date-time`. */
export function isDateTime(text) {
  return /^.{10}t/i.test(text) && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}

/** RFC 3339, `partial-time`. Without an offset, any minute may be the one with a leap second. */
export function isTimeLocal(text) {
  return /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?$/.test(text);
}

/** RFC 3339, `full-date "T" partial-time`. */
export function isDateTimeLocal(text) {
  return /^.{10}t/i.test(text) && isDate(text.slice(0, 10)) && isTimeLocal(text.slice(11));
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

/** RFC 9110, section 5.6.7: IMF-fixdate and both obsolete forms, which a recipient has to accept. */
export function isHttpDate(text) {
  const { year, month, day, time } =
    [
      /^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat), (?<day>\d\d) (?<month>\w{3}) (?<year>\d{4}) (?<time>[\d:]{8}) GMT$/,
      /^(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day, (?<day>\d\d)-(?<month>\w{3})-(?<year>\d\d) (?<time>[\d:]{8}) GMT$/,
      /^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) (?<month>\w{3}) (?<day>\d\d| \d) (?<time>[\d:]{8}) (?<year>\d{4})$/,
    ]
      .map((form) => form.exec(text)?.groups)
      .find((groups) => groups !== undefined) ?? {};
  const monthAt = "JanFebMarAprMayJunJulAugSepOctNovDec".indexOf(month);
  if (time === undefined || monthAt % 3 !== 0) return false;
  const date = `${year.padStart(4, "20")}-${String(monthAt / 3 + 1).padStart(2, "0")}-${day.replace(" ", "0")}`;
  if (!isDate(date) || !isTime(`${time}Z`)) return false;
  // Two digits of a year do not tell the century, and so not the day of the week.
  const weekday = "SunMonTueWedThuFriSat".indexOf(text.slice(0, 3)) / 3;
  return year.length === 2 || new Date(date).getUTCDay() === weekday;
}

// Host names and mailboxes.

/**
 * RFC 3492, section 6.2.
 *
 * @returns the text that is written so; empty if it is not, or not as section 6.3 would write it
 */
function fromPunycode(encoded) {
  const basic = encoded.lastIndexOf("-");
  if (basic === 0) return "";
  const characters = Array.from(encoded.slice(0, Math.max(basic, 0)));
  let [codePoint, index, bias] = [128, 0, 72];
  for (let at = basic + 1; at < encoded.length; index += 1) {
    const start = index;
    for (let weight = 1, step = 36; ; step += 36) {
      const digit = (Number.parseInt(encoded.charAt(at), 36) + 26) % 36;
      if (Number.isNaN(digit)) return "";
      at += 1;
      index += digit * weight;
      if (digit < thresholdOf(step, bias)) break;
      weight *= 36 - thresholdOf(step, bias);
    }
    const count = characters.length + 1;
    bias = biasOf(index - start, count, start === 0);
    codePoint += Math.floor(index / count);
    if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return "";
    index %= count;
    characters.splice(index, 0, String.fromCodePoint(codePoint));
  }
  return characters.join("");
}

/** RFC 3492, section 6.3: how many characters a text has when it is written so. */
function punycodeLength(text) {
  const codePoints = Array.from(text, (character) => character.codePointAt(0));
  const basic = codePoints.filter((codePoint) => codePoint < 128).length;
  let [length, done, delta, bias, last] = [basic > 0 ? basic + 1 : 0, basic, 0, 72, 127];
  while (done < codePoints.length) {
    const next = Math.min(...codePoints.filter((codePoint) => codePoint > last));
    delta += (next - last - 1) * (done + 1);
    for (const codePoint of codePoints) {
      if (codePoint < next) delta += 1;
      if (codePoint !== next) continue;
      length += digitCount(delta, bias);
      bias = biasOf(delta, done + 1, done === basic);
      [delta, done] = [0, done + 1];
    }
    [delta, last] = [delta + 1, next];
  }
  return length;
}

function digitCount(delta, bias) {
  let [rest, count] = [delta, 1];
  for (let step = 36; rest >= thresholdOf(step, bias); step += 36) {
    const threshold = thresholdOf(step, bias);
    rest = Math.floor((rest - threshold) / (36 - threshold));
    count += 1;
  }
  return count;
}

function thresholdOf(step, bias) {
  return Math.min(Math.max(step - bias, 1), 26);
}

/** RFC 3492, section 6.1. */
function biasOf(delta, count, isFirst) {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / count);
  let bias = 0;
  for (; rest > 455; bias += 36) rest = Math.floor(rest / 35);
  return bias + Math.floor((36 * rest) / (rest + 38));
}

function isAscii(text) {
  return /^[\0-\x7f]*$/.test(text);
}

/**
 * Whether the labels of a domain name that are not plain ASCII are A-labels or U-labels of IDNA 2008 (RFC
 * 5890, section 2.3.2.1).
 */
function isIdnaName(labels) {
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

/** RFC 5893, section 2: if one label has a character that is written from right to left, all are held to it. */
function satisfiesBidiRule(labels) {
  const classes = labels.map((label) => Array.from(label, bidiClass).join(""));
  if (!classes.some((label) => /[RA]/.test(label))) return true;
  return classes.every(
    (label) =>
      (/^R(?:[^L]*[REA])?N*$/.test(label) && !/E.*A|A.*E/.test(label)) || /^L(?:[^RA]*[LE])?N*$/.test(label),
  );
}

/** The class as far as the rule goes: N for NSM, E for EN, A for AN, R for R and AL, L, O for what is neutral. */
function bidiClass(character) {
  if (/\p{Mn}/u.test(character)) return "N";
  if (/[\d\u06f0-\u06f9]/.test(character)) return "E";
  if (/[\u0660-\u0669\u{10d30}-\u{10d39}]/u.test(character)) return "A";
  if (/[\u0590-\u08ff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(character)) return "R";
  const neutral =
    /[-\xb7\u02b9\u02ba\u02c6-\u02cf\u02ec\u0375\u2e2f\u30fb\ua67f\ua717-\ua71f\ua788\u{200c}\u{200d}]/u;
  return neutral.test(character) ? "O" : "L";
}

/** RFC 1123, section 2.1; labels that begin with `xn--` are A-labels (RFC 5890, section 2.3.2.1). */
export function isHostname(text) {
  return isLdhName(text) && (!/(?:^|\.)xn--/i.test(text) || isIdnaName(text.split(".")));
}

/** RFC 1123, section 2.1: labels of letters, digits and hyphens. */
function isLdhName(text) {
  return (
    text.length <= 253 &&
    /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i.test(text)
  );
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

// Addresses and references.

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

// Templates, identifiers, pointers, patterns.

/** RFC 6570, section 2. */
export function isUriTemplate(text) {
  const outside = /[\0-\x20\x7f-\x9f"<>\\^`{|}\ud800-\udfff\ufff0-\uffff]|\p{NChar}|%(?![\da-fA-F]{2})/u;
  return text.split(/\{([^{}]*)\}/).every((part, index) => {
    if (index % 2 === 0) return !outside.test(part);
    const variables = part.replace(/^[+#./;?&=,!@|]/, "").split(",");
    return variables.every((variable) => isVariableName(variable.replace(/(?:\*|:[1-9]\d{0,3})$/, "")));
  });
}

/** RFC 6570, section 2.3. */
function isVariableName(text) {
  return /^[\w.%]+$/.test(text) && !/^\.|\.\.|\.$|%(?![\da-f]{2})/i.test(text);
}

/** RFC 4122, section 3. */
export function isUuid(text) {
  return /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);
}

/** RFC 6901, section 5. */
export function isJsonPointer(text) {
  return !/^[^/]|~(?![01])/.test(text);
}

/** draft-bhutton-relative-json-pointer-00, section 3. */
export function isRelativeJsonPointer(text) {
  const [prefix] = /^(?:0|[1-9]\d*)(?:[+-](?:0|[1-9]\d*))?/.exec(text) ?? [];
  if (prefix === undefined) return false;
  const rest = text.slice(prefix.length);
  return rest === "#" || isJsonPointer(rest);
}

/** ECMA-262, in Unicode mode. */
export function isRegex(text) {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/** RFC 5646, section 2.1: well-formed; the registry of subtags is not looked at. */
export function isLanguage(text) {
  // Engines run out of memory for such a pattern at some ten million characters.
  if (text.length > 1000) return false;
  return (
    /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+)$/i.test(
      text,
    ) ||
    /^(?:en-gb-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|sgn-(?:be-fr|be-nl|ch-de))$/i.test(
      text,
    )
  );
}

// Numbers; those of 64 bits and decimals may also come as text.

/** A signed integer of 8 bits; the operators of ECMA-262 that cut a number to its low bits leave it as it is. */
export function isInt8(number) {
  return (number << 24) >> 24 === number;
}

/** A signed integer of 16 bits. */
export function isInt16(number) {
  return (number << 16) >> 16 === number;
}

/** A signed integer of 32 bits. */
export function isInt32(number) {
  return (number | 0) === number;
}

/** An unsigned integer of 8 bits. */
export function isUint8(number) {
  return (number & 0xff) === number;
}

/** An unsigned integer of 16 bits. */
export function isUint16(number) {
  return (number & 0xffff) === number;
}

/** An unsigned integer of 32 bits. */
export function isUint32(number) {
  return number >>> 0 === number;
}

/**
 * A signed integer of 64 bits, as a number or in digits. A number beyond 2^53 was rounded when its JSON was
 * read: 2^63 may have been the greatest of them, and passes.
 */
export function isInt64(value) {
  if (typeof value === "number") return Number.isInteger(value) && Math.abs(value) <= 2 ** 63;
  return /^-?(?:0|[1-9]\d{0,18})$/.test(value) && BigInt.asIntN(64, BigInt(value)) === BigInt(value);
}

/** An unsigned integer of 64 bits, as a number or in digits. 2^64 passes, as 2^63 does for a signed one. */
export function isUint64(value) {
  if (typeof value === "number") return Number.isInteger(value) && value >= 0 && value <= 2 ** 64;
  return /^(?:0|[1-9]\d{0,19})$/.test(value) && BigInt.asUintN(64, BigInt(value)) === BigInt(value);
}

/** An integer that a double holds and no other one rounds to: at most 2^53 - 1. */
export function isDoubleInt(number) {
  return Number.isSafeInteger(number);
}

/** A number in the range of IEEE 754 binary32; whether it is rounded there is not asked. */
export function isFloat(number) {
  return Number.isFinite(Math.fround(number));
}

/** A number in the range of IEEE 754 binary64: what JSON writes with too large an exponent is read as infinite. */
export function isDouble(number) {
  return Number.isFinite(number);
}

/** A number; as text, `decimal` of XML Schema 1.1 (part 2, section 3.3.3), since the registry names no form. */
export function isDecimal(value) {
  return typeof value === "number" ? Number.isFinite(value) : /^[+-]?(?=\.?\d)\d*(?:\.\d*)?$/.test(value);
}

/** IEEE 754 decimal128: 34 digits, exponents from -6176 to 6111; every double is within. In text also not finite. */
export function isDecimal128(value) {
  if (typeof value === "number") return Number.isFinite(value);
  const match = /^[+-]?(?=\.?\d)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(value);
  if (match === null) return /^(?:NaN|-?INF)$/.test(value);
  const [, whole, fraction = "", exponent = "0"] = match;
  const digits = whole + fraction;
  let [first, end] = [0, digits.length];
  while (digits[first] === "0") first += 1;
  while (end > first && digits[end - 1] === "0") end -= 1;
  const lowest = Number(exponent) - fraction.length + digits.length - end;
  return first === end || (end - first <= 34 && lowest >= -6176 && lowest + end - first <= 6145);
}

/** RFC 8941, section 3.3.1. */
export function isSfInteger(number) {
  return Number.isInteger(number) && Math.abs(number) <= 999_999_999_999_999;
}

/** RFC 8941, section 3.3.2: 12 digits before the point, three after it. */
export function isSfDecimal(number) {
  return Math.abs(number) < 1e12 && Number(number.toFixed(3)) === number;
}

// Text that encodes something, and text of HTTP.

/** One Unicode character, be it of two code units. */
export function isChar(text) {
  return /^\P{Cs}$/u.test(text);
}

/** RFC 4648, section 4. */
export function isByte(text) {
  return text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);
}

/** RFC 4648, section 5, with its padding or without. */
export function isBase64url(text) {
  return isUnpadded(text) && /^[\w-]*={0,2}$/.test(text);
}

/** RFC 8941, section 3.3.5; a recipient may do without padding (section 4.2.7). */
export function isSfBinary(text) {
  const [, encoded] = /^:([A-Za-z\d+/]*={0,2}):$/.exec(text) ?? [];
  return encoded !== undefined && isUnpadded(encoded);
}

/** Whether base64 can have this length, if padding may be absent. */
function isUnpadded(text) {
  return text.endsWith("=") ? text.length % 4 === 0 : text.length % 4 !== 1;
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

/** RFC 9110, section 12.5.1; as long as the field of a header may be in practice. */
export function isMediaRange(text) {
  return (
    text.length <= 8192 &&
    /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+(?:[ \t]*;(?:[ \t]*[\w!#$%&'*+.^`|~-]+=(?:[\w!#$%&'*+.^`|~-]+|"(?:[\t !#-[\]-~\x80-\xff]|\\[\t -~\x80-\xff])*"))?)*(?:[ \t]*;[ \t]+)?$/.test(
      text,
    )
  );
}
