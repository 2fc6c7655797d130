type FormatType = "string" | "number";

/**
 * The modules of `runtime/formats/` that have the checks of formats of JSON Schema 2020-12 (validation, section
 * 7.3) and of the OpenAPI format registry, one function each, so that a bundle holds only those that it uses.
 * Every one runs in linear time: no pattern matches a text in two ways, and what is not linear sees at most
 * one host name. What several of them share has modules of its own there.
 */
export type FormatModule =
  | "base64"
  | "characters"
  | "dates"
  | "email-addresses"
  | "host-names"
  | "http-fields"
  | "identifiers"
  | "ip-addresses"
  | "json-pointers"
  | "numbers"
  | "patterns"
  | "references"
  | "structured-fields";

/** What a format is for, and the function that checks it. */
export interface FormatCheck {
  /** The type of value that the format is about; it says nothing of values of another type. */
  readonly type: FormatType | "string or number";
  /** Undefined if every value of the type is fine. */
  readonly function: FormatFunction | undefined;
  /** What follows the word "expected" in a message. */
  readonly expected: string;
}

export interface FormatFunction {
  readonly module: FormatModule;
  readonly name: string;
}

/** Whether a format says something of the values of a type. */
export function appliesTo(check: FormatCheck, type: FormatType): boolean {
  return check.type === type || check.type === "string or number";
}

type FormatRow = readonly [
  format: string,
  type: FormatCheck["type"],
  module: FormatModule,
  name: string,
  expected: string,
];

/** JSON Schema 2020-12, validation, section 7.3. */
const vocabulary: readonly FormatRow[] = [
  ["date-time", "string", "dates", "isDateTime", "a date and time (RFC 3339)"],
  ["date", "string", "dates", "isDate", "a date (RFC 3339)"],
  ["time", "string", "dates", "isTime", "a time with its offset (RFC 3339)"],
  ["duration", "string", "dates", "isDuration", "a duration (RFC 3339)"],
  ["email", "string", "email-addresses", "isEmail", "an email address"],
  ["idn-email", "string", "email-addresses", "isIdnEmail", "an internationalized email address"],
  ["hostname", "string", "host-names", "isHostname", "a host name"],
  ["idn-hostname", "string", "host-names", "isIdnHostname", "an internationalized host name"],
  ["ipv4", "string", "ip-addresses", "isIpv4", "an IPv4 address"],
  ["ipv6", "string", "ip-addresses", "isIpv6", "an IPv6 address"],
  ["uri", "string", "references", "isUri", "a URI"],
  ["uri-reference", "string", "references", "isUriReference", "a URI reference"],
  ["iri", "string", "references", "isIri", "an IRI"],
  ["iri-reference", "string", "references", "isIriReference", "an IRI reference"],
  ["uuid", "string", "identifiers", "isUuid", "a UUID"],
  ["uri-template", "string", "patterns", "isUriTemplate", "a URI template (RFC 6570)"],
  ["json-pointer", "string", "json-pointers", "isJsonPointer", "a JSON Pointer"],
  ["relative-json-pointer", "string", "json-pointers", "isRelativeJsonPointer", "a relative JSON Pointer"],
  ["regex", "string", "patterns", "isRegex", "a regular expression (ECMA-262)"],
];

/** The OpenAPI format registry, spec.openapis.org/registry/format, with the types of value that it names. */
const registry: readonly FormatRow[] = [
  ["int8", "number", "numbers", "isInt8", "an 8-bit integer"],
  ["int16", "number", "numbers", "isInt16", "a 16-bit integer"],
  ["int32", "number", "numbers", "isInt32", "a 32-bit integer"],
  ["int64", "string or number", "numbers", "isInt64", "a 64-bit integer"],
  ["uint8", "number", "numbers", "isUint8", "an unsigned 8-bit integer"],
  ["uint16", "number", "numbers", "isUint16", "an unsigned 16-bit integer"],
  ["uint32", "number", "numbers", "isUint32", "an unsigned 32-bit integer"],
  ["uint64", "string or number", "numbers", "isUint64", "an unsigned 64-bit integer"],
  ["double-int", "number", "numbers", "isDoubleInt", "an integer of at most 53 bits"],
  // IEEE 1003.1-2024, section 4.19: an integer, of 64 bits at least.
  ["unixtime", "string or number", "numbers", "isInt64", "a time in whole seconds since 1970"],
  ["float", "number", "numbers", "isFloat", "a single-precision number"],
  ["double", "number", "numbers", "isDouble", "a double-precision number"],
  ["decimal", "string or number", "numbers", "isDecimal", "a decimal number"],
  ["decimal128", "string or number", "numbers", "isDecimal128", "a decimal number of at most 34 digits"],
  ["sf-integer", "number", "structured-fields", "isSfInteger", "an integer of at most 15 digits"],
  [
    "sf-decimal",
    "number",
    "structured-fields",
    "isSfDecimal",
    "a number of at most 12 digits and 3 decimals",
  ],
  ["sf-boolean", "string", "structured-fields", "isSfBoolean", 'a structured field boolean ("?0", "?1")'],
  ["sf-string", "string", "structured-fields", "isSfString", "a structured field string (RFC 8941)"],
  ["sf-token", "string", "structured-fields", "isSfToken", "a structured field token (RFC 8941)"],
  ["sf-binary", "string", "structured-fields", "isSfBinary", "a structured field byte sequence (RFC 8941)"],
  ["date-time-local", "string", "dates", "isDateTimeLocal", "a date and time without offset"],
  ["time-local", "string", "dates", "isTimeLocal", "a time without offset"],
  ["http-date", "string", "http-fields", "isHttpDate", "an HTTP date (RFC 9110)"],
  ["media-range", "string", "http-fields", "isMediaRange", "a media range (RFC 9110)"],
  ["language", "string", "identifiers", "isLanguage", "a language tag (RFC 5646)"],
  ["ipv4-cidr", "string", "ip-addresses", "isIpv4Cidr", "an IPv4 address with a prefix length"],
  ["ipv6-cidr", "string", "ip-addresses", "isIpv6Cidr", "an IPv6 address with a prefix length"],
  ["char", "string", "characters", "isChar", "a single character"],
  ["byte", "string", "base64", "isByte", "text in base64"],
  ["base64url", "string", "base64", "isBase64url", "text in base64url"],
];

/** Formats of the registry that say what a text is for, but not what may be in it. */
const ofAnyText = ["binary", "password", "commonmark", "html"];

/** Which function checks which format. Its keys are the formats that the contract knows. */
export const formatChecks: ReadonlyMap<string, FormatCheck> = new Map([
  ...[...vocabulary, ...registry].map(([format, type, module, name, expected]): [string, FormatCheck] => [
    format,
    { type, function: { module, name }, expected },
  ]),
  ...ofAnyText.map((format): [string, FormatCheck] => [
    format,
    { type: "string", function: undefined, expected: "text" },
  ]),
]);
