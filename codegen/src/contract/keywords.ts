/** Keywords of JSON Schema 2020-12 and of the OpenAPI 3.1 base vocabulary. */

/** Read by the generator, or annotations that need no reading. */
const known = new Set([
  ...[
    "$schema",
    "$id",
    "$ref",
    "$anchor",
    "$dynamicRef",
    "$dynamicAnchor",
    "$defs",
    "definitions",
    "$comment",
    "$vocabulary",
  ],
  ...["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"],
  ...[
    "prefixItems",
    "items",
    "contains",
    "properties",
    "patternProperties",
    "additionalProperties",
    "propertyNames",
  ],
  ...["unevaluatedItems", "unevaluatedProperties"],
  ...["type", "const", "enum", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"],
  ...[
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxContains",
    "minContains",
  ],
  ...["maxProperties", "minProperties", "required", "dependentRequired", "format"],
  ...["title", "description", "default", "deprecated", "readOnly", "writeOnly", "examples"],
  ...["contentEncoding", "contentMediaType", "contentSchema"],
  ...["discriminator", "xml", "externalDocs", "example"],
]);

/** Whether a keyword is of 2020-12 or of OpenAPI 3.1; names that begin with `x-` are anyone's. */
export function isKnownKeyword(keyword: string): boolean {
  return known.has(keyword) || keyword.startsWith("x-");
}

/** Dialects that mean the same to sdkmill. */
const dialects = new Set(["json-schema.org/draft/2020-12/schema", "spec.openapis.org/oas/3.1/dialect/base"]);

/** Whether a URI names 2020-12; older drafts are raised to it before anyone asks. */
export function isKnownDialect(uri: string): boolean {
  return dialects.has(uri.replace(/#$/, "").replace(/^https?:\/\//, ""));
}

/**
 * Formats that validators check: those of the 2020-12 vocabulary and of the OpenAPI format registry.
 * What the validators package does for each stands in its runtime.
 */
export const knownFormats: ReadonlySet<string> = new Set([
  ...["date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname"],
  ...["ipv4", "ipv6", "uri", "uri-reference", "iri", "iri-reference", "uuid", "uri-template"],
  ...["json-pointer", "relative-json-pointer", "regex"],
  ...["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "double-int", "unixtime"],
  ...["float", "double", "decimal", "decimal128", "sf-integer", "sf-decimal"],
  ...["sf-boolean", "sf-string", "sf-token", "sf-binary", "date-time-local", "time-local", "http-date"],
  ...["media-range", "language", "ipv4-cidr", "ipv6-cidr", "char", "byte", "base64url"],
  ...["binary", "password", "commonmark", "html"],
]);

/** Whether a text is a regular expression as JSON Schema wants it: ECMA-262, in Unicode mode. */
export function isPattern(source: string): boolean {
  try {
    return new RegExp(source, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
