/** Keywords of JSON Schema 2020-12 and of the OpenAPI 3.1 base vocabulary. */

/** Read by the generator, or annotations that need no reading. */
const supported = new Set([
  ...[
    "$schema",
    "$id",
    "$ref",
    "$anchor",
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

/** Of a dialect that sdkmill reads, but with an effect that no emitter has yet. */
const unsupported = new Set(["$dynamicRef", "$recursiveRef", "$recursiveAnchor"]);

export type KeywordStanding = "supported" | "unsupported" | "unknown";

export function keywordStanding(keyword: string): KeywordStanding {
  if (supported.has(keyword) || keyword.startsWith("x-")) return "supported";
  return unsupported.has(keyword) ? "unsupported" : "unknown";
}

/** Dialects that mean the same to sdkmill. */
const dialects = new Set([
  "https://json-schema.org/draft/2020-12/schema",
  "https://spec.openapis.org/oas/3.1/dialect/base",
]);

export function isKnownDialect(uri: string): boolean {
  return dialects.has(uri.replace(/#$/, ""));
}

/**
 * Formats that validators check: those of the 2020-12 vocabulary and of the OpenAPI format registry.
 * What the validators package does for each stands in its runtime.
 */
export const knownFormats: ReadonlySet<string> = new Set([
  ...["date-time", "date", "time", "duration", "email", "hostname", "ipv4", "ipv6"],
  ...["uri", "uri-reference", "uuid", "uri-template", "json-pointer", "relative-json-pointer", "regex"],
  ...["int32", "int64", "float", "double", "byte", "binary", "password"],
]);

/** Whether a text is a regular expression as JSON Schema wants it: ECMA-262, in Unicode mode. */
export function isPattern(source: string): boolean {
  try {
    return new RegExp(source, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
