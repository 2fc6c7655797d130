type FormatType = "string" | "number";

/** A function of the formats module of a validators package, and what it is for. */
export interface FormatCheck {
  /** The type of value that the format is about; it says nothing of values of another type. */
  readonly type: FormatType | "string or number";
  /** Export of `runtime/formats.js`; undefined if every value of the type is fine. */
  readonly function: string | undefined;
  /** What follows the word "expected" in a message. */
  readonly expected: string;
}

/** Whether a format says something of the values of a type. */
export function appliesTo(check: FormatCheck, type: FormatType): boolean {
  return check.type === type || check.type === "string or number";
}

type FormatRow = readonly [
  format: string,
  FormatCheck["type"],
  FormatCheck["function"],
  FormatCheck["expected"],
];

/** JSON Schema 2020-12, validation, section 7.3. */
const vocabulary: readonly FormatRow[] = [
  ["date-time", "string", "isDateTime", "a date and time (RFC 3339)"],
  ["date", "string", "isDate", "a date (RFC 3339)"],
  ["time", "string", "isTime", "a time with its offset (RFC 3339)"],
  ["duration", "string", "isDuration", "a duration (RFC 3339)"],
  ["email", "string", "isEmail", "an email address"],
  ["idn-email", "string", "isIdnEmail", "an internationalized email address"],
  ["hostname", "string", "isHostname", "a host name"],
  ["idn-hostname", "string", "isIdnHostname", "an internationalized host name"],
  ["ipv4", "string", "isIpv4", "an IPv4 address"],
  ["ipv6", "string", "isIpv6", "an IPv6 address"],
  ["uri", "string", "isUri", "a URI"],
  ["uri-reference", "string", "isUriReference", "a URI reference"],
  ["iri", "string", "isIri", "an IRI"],
  ["iri-reference", "string", "isIriReference", "an IRI reference"],
  ["uuid", "string", "isUuid", "a UUID"],
  ["uri-template", "string", "isUriTemplate", "a URI template (RFC 6570)"],
  ["json-pointer", "string", "isJsonPointer", "a JSON Pointer"],
  ["relative-json-pointer", "string", "isRelativeJsonPointer", "a relative JSON Pointer"],
  ["regex", "string", "isRegex", "a regular expression (ECMA-262)"],
];

/** The OpenAPI format registry, spec.openapis.org/registry/format, with the types of value that it names. */
const registry: readonly FormatRow[] = [
  ["int8", "number", "isInt8", "an 8-bit integer"],
  ["int16", "number", "isInt16", "a 16-bit integer"],
  ["int32", "number", "isInt32", "a 32-bit integer"],
  ["int64", "string or number", "isInt64", "a 64-bit integer"],
  ["uint8", "number", "isUint8", "an unsigned 8-bit integer"],
  ["uint16", "number", "isUint16", "an unsigned 16-bit integer"],
  ["uint32", "number", "isUint32", "an unsigned 32-bit integer"],
  ["uint64", "string or number", "isUint64", "an unsigned 64-bit integer"],
  ["double-int", "number", "isDoubleInt", "an integer of at most 53 bits"],
  // IEEE 1003.1-2024, section 4.19: an integer, of 64 bits at least.
  ["unixtime", "string or number", "isInt64", "a time in whole seconds since 1970"],
  ["float", "number", "isFloat", "a single-precision number"],
  ["double", "number", "isDouble", "a double-precision number"],
  ["decimal", "string or number", "isDecimal", "a decimal number"],
  ["decimal128", "string or number", "isDecimal128", "a decimal number of at most 34 digits"],
  ["sf-integer", "number", "isSfInteger", "an integer of at most 15 digits"],
  ["sf-decimal", "number", "isSfDecimal", "a number of at most 12 digits and 3 decimals"],
  ["sf-boolean", "string", "isSfBoolean", 'a structured field boolean ("?0", "?1")'],
  ["sf-string", "string", "isSfString", "a structured field string (RFC 8941)"],
  ["sf-token", "string", "isSfToken", "a structured field token (RFC 8941)"],
  ["sf-binary", "string", "isSfBinary", "a structured field byte sequence (RFC 8941)"],
  ["date-time-local", "string", "isDateTimeLocal", "a date and time without offset"],
  ["time-local", "string", "isTimeLocal", "a time without offset"],
  ["http-date", "string", "isHttpDate", "an HTTP date (RFC 9110)"],
  ["media-range", "string", "isMediaRange", "a media range (RFC 9110)"],
  ["language", "string", "isLanguage", "a language tag (RFC 5646)"],
  ["ipv4-cidr", "string", "isIpv4Cidr", "an IPv4 address with a prefix length"],
  ["ipv6-cidr", "string", "isIpv6Cidr", "an IPv6 address with a prefix length"],
  ["char", "string", "isChar", "a single character"],
  ["byte", "string", "isByte", "text in base64"],
  ["base64url", "string", "isBase64url", "text in base64url"],
  ["binary", "string", undefined, "text"],
  ["password", "string", undefined, "text"],
  ["commonmark", "string", undefined, "text"],
  ["html", "string", undefined, "text"],
];

/** Which function checks which format. Its keys are the formats that the contract knows. */
export const formatChecks: ReadonlyMap<string, FormatCheck> = new Map(
  [...vocabulary, ...registry].map(([format, type, name, expected]) => [
    format,
    { type, function: name, expected },
  ]),
);
