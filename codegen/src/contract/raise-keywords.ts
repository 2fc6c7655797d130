/**
 * Which keywords each draft of JSON Schema has, and of which vocabulary they are. Annotations are not
 * among them: they say the same in every draft, whether it knows them or not.
 *
 * @see https://json-schema.org/specification-links
 */

/**
 * The drafts that are read, oldest first. The schemas of Swagger 2.0 are a part of draft-04; those of OpenAPI 3.0
 * are one of Wright draft 00, also called draft-05, which came between draft-04 and draft-06.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#schema-object
 * @see https://spec.openapis.org/oas/v3.0.4.html#schema-object
 */
export const drafts = [
  ...(["draft-04", "openapi-2.0", "openapi-3.0"] as const),
  ...(["draft-06", "draft-07", "2019-09", "2020-12"] as const),
];
export type Draft = (typeof drafts)[number];

/** Whether a draft is older than another one. */
export function isBefore(draft: Draft, other: Draft): boolean {
  return drafts.indexOf(draft) < drafts.indexOf(other);
}

/** A keyword with an effect: the draft that brought it, and its vocabulary in 2020-12. */
interface Keyword {
  readonly since: Draft;
  readonly vocabulary: string;
}

/** Keywords of 2020-12. */
const keywords: ReadonlyMap<string, Keyword> = new Map([
  ...keywordsOf("core", "draft-04", ["$ref"]),
  ...keywordsOf("core", "draft-06", ["$id"]),
  ...keywordsOf("core", "2019-09", ["$anchor", "$defs"]),
  ...keywordsOf("core", "2020-12", ["$dynamicRef", "$dynamicAnchor"]),
  ...keywordsOf("applicator", "draft-04", ["allOf", "anyOf", "oneOf", "not", "items"]),
  ...keywordsOf("applicator", "draft-04", ["properties", "patternProperties", "additionalProperties"]),
  ...keywordsOf("applicator", "draft-06", ["contains", "propertyNames"]),
  ...keywordsOf("applicator", "draft-07", ["if", "then", "else"]),
  ...keywordsOf("applicator", "2019-09", ["dependentSchemas"]),
  ...keywordsOf("applicator", "2020-12", ["prefixItems"]),
  ...keywordsOf("unevaluated", "2019-09", ["unevaluatedItems", "unevaluatedProperties"]),
  ...keywordsOf("validation", "draft-04", ["type", "enum", "multipleOf", "minimum", "maximum"]),
  ...keywordsOf("validation", "draft-04", ["exclusiveMinimum", "exclusiveMaximum", "required"]),
  ...keywordsOf("validation", "draft-04", ["minLength", "maxLength", "pattern", "uniqueItems"]),
  ...keywordsOf("validation", "draft-04", ["minItems", "maxItems", "minProperties", "maxProperties"]),
  ...keywordsOf("validation", "draft-06", ["const"]),
  ...keywordsOf("validation", "2019-09", ["minContains", "maxContains", "dependentRequired"]),
  ...keywordsOf("format", "draft-04", ["format"]),
  ...keywordsOf("content", "2019-09", ["contentSchema"]),
]);

/**
 * Keywords that 2020-12 has no more: the last draft in which they have an effect, and their vocabulary. The
 * meta-schemas of 2019-09 and 2020-12 still describe `dependencies`.
 */
const formerKeywords: ReadonlyMap<string, { readonly until: Draft; readonly vocabulary: string }> = new Map([
  ["id", { until: "draft-04", vocabulary: "core" }],
  ["dependencies", { until: "2020-12", vocabulary: "applicator" }],
  ["additionalItems", { until: "2019-09", vocabulary: "applicator" }],
]);

/** What a dialect of OpenAPI makes of the draft that it is a part of. */
interface OpenapiKeywords {
  /** Keywords of the draft that it does not have: "strictly unsupported" in 3.0. */
  readonly foreign: ReadonlySet<string>;
  /** Its own ones that do more than to describe: beside a `$ref` they have no effect. */
  readonly brought: ReadonlySet<string>;
}

const notInOpenapi = ["$schema", "patternProperties", "additionalItems", "dependencies"];

const openapiKeywords: Readonly<Partial<Record<Draft, OpenapiKeywords>>> = {
  "openapi-2.0": {
    foreign: new Set([...notInOpenapi, "anyOf", "oneOf", "not", "writeOnly"]),
    brought: new Set(["discriminator", "readOnly"]),
  },
  "openapi-3.0": {
    foreign: new Set(notInOpenapi),
    brought: new Set(["discriminator", "readOnly", "writeOnly"]),
  },
};

/** Whether a dialect is one of OpenAPI before 3.1: a whole document is in it. */
export function isOpenapi({ draft }: { readonly draft: Draft }): boolean {
  return openapiKeywords[draft] !== undefined;
}

function keywordsOf(
  vocabulary: string,
  since: Draft,
  names: readonly string[],
): readonly (readonly [string, Keyword])[] {
  return names.map((name) => [name, { since, vocabulary }]);
}

/** What a dialect is made of, as far as keywords go. */
export interface KeywordSet {
  readonly draft: Draft;
  /** The vocabularies in use, as 2020-12 calls them; undefined if all of the draft's are. */
  readonly vocabularies: ReadonlySet<string> | undefined;
}

/**
 * Whether a keyword has an effect in a dialect. `foreign` has one in 2020-12, or in its own draft, but not
 * in this dialect; `other` is an annotation, or known to nobody.
 */
export function keywordEffect(set: KeywordSet, keyword: string): "effective" | "foreign" | "other" {
  const openapi = openapiKeywords[set.draft];
  if (openapi?.foreign.has(keyword) === true) return "foreign";
  if (openapi?.brought.has(keyword) === true) return "effective";
  const known = keywords.get(keyword);
  if (known !== undefined) {
    return !isBefore(set.draft, known.since) && isInUse(set, known.vocabulary) ? "effective" : "foreign";
  }
  const former = formerKeywords.get(keyword);
  if (former === undefined || isBefore(former.until, set.draft)) return "other";
  return isInUse(set, former.vocabulary) ? "effective" : "foreign";
}

/** Core is not optional (core, section 8.1.2); what only describes does no harm. */
function isInUse({ vocabularies }: KeywordSet, vocabulary: string): boolean {
  return (
    vocabularies === undefined ||
    vocabulary === "core" ||
    vocabulary === "content" ||
    vocabularies.has(vocabulary)
  );
}
