import { compareText, isObject, own, ownString, type Json, type JsonObject } from "../source/json.ts";
import type { SourceDocument } from "../source/source-document.ts";
import type { Draft, KeywordSet } from "./raise-keywords.ts";

/** What `$schema` chooses: a draft, and which of its vocabularies count. */
export interface Dialect extends KeywordSet {
  /** How messages call it. */
  readonly name: string;
  /** Whether `format` is an assertion by the dialect itself (2020-12 validation, section 7.2.2). */
  readonly assertsFormat: boolean;
  /** Vocabularies that it demands and that sdkmill does not know (core, section 8.1.2). */
  readonly unknownVocabularies: readonly string[];
}

/** URIs of the meta-schemas, without scheme and empty fragment: people write both `http` and `https`. */
const draftsByUri: ReadonlyMap<string, Draft> = new Map([
  ["json-schema.org/draft-04/schema", "draft-04"],
  ["json-schema.org/draft-06/schema", "draft-06"],
  ["json-schema.org/draft-07/schema", "draft-07"],
  ["json-schema.org/draft/2019-09/schema", "2019-09"],
  ["json-schema.org/draft/2020-12/schema", "2020-12"],
  ["spec.openapis.org/oas/3.1/dialect/base", "2020-12"],
]);

/** The dialect of schemas that name none. */
export const latestDialect: Dialect = dialectOf("2020-12");

/** The dialects of OpenAPI before 3.1, each of all schemas of a document: `$schema` is no keyword of them. */
const swaggerDialect: Dialect = { ...dialectOf("openapi-2.0"), name: "Swagger 2.0" };
const openapiDialect: Dialect = { ...dialectOf("openapi-3.0"), name: "OpenAPI 3.0" };

/** The dialect that an OpenAPI root is in by its version, whose last number is not to make a difference. */
export function rootDialect(root: Json): Dialect {
  if (own(root, "openapi") === undefined && own(root, "swagger") === "2.0") return swaggerDialect;
  return /^3\.0\.\d+$/.test(ownString(root, "openapi") ?? "") ? openapiDialect : latestDialect;
}

function dialectOf(draft: Draft): Dialect {
  const name = `JSON Schema ${draft}`;
  return { draft, name, vocabularies: undefined, assertsFormat: false, unknownVocabularies: [] };
}

function wholeDialect(draft: Draft): Dialect {
  return draft === latestDialect.draft ? latestDialect : dialectOf(draft);
}

/** Tells the dialect of a `$schema`; undefined if it names nothing known. */
export type DialectReader = (uri: string | undefined) => Dialect | undefined;

/**
 * A reader of the dialects that the documents of a source can name: the drafts, and meta-schemas that are
 * documents of the source themselves, by their `$id`.
 */
export function readDialects(documents: readonly SourceDocument[]): DialectReader {
  const metaSchemas = new Map<string, JsonObject>();
  for (const { kind, data } of documents.toSorted((a, b) => compareText(a.path, b.path))) {
    const id = ownString(data, "$id") ?? ownString(data, "id");
    const uri = withoutFragment(id ?? "");
    if (kind === "schema" && uri !== "" && isObject(data) && !metaSchemas.has(uri))
      metaSchemas.set(uri, data);
  }
  const known = new Map<string, Dialect | undefined>();
  const read: DialectReader = (uri) => {
    if (uri === undefined) return undefined;
    const key = withoutFragment(uri);
    if (known.has(key)) return known.get(key);
    // Meta-schemas that name each other in a circle name nothing known.
    known.set(key, undefined);
    const draft = draftsByUri.get(key.replace(/^https?:\/\//, ""));
    const metaSchema = metaSchemas.get(key);
    const dialect =
      draft !== undefined ? wholeDialect(draft) : metaSchema && customDialect(key, metaSchema, read);
    known.set(key, dialect);
    return dialect;
  };
  return read;
}

function withoutFragment(uri: string): string {
  return uri.replace(/#$/, "");
}

/** The dialect of a meta-schema that someone wrote: the one that it is written in itself, and `$vocabulary`. */
function customDialect(uri: string, metaSchema: JsonObject, read: DialectReader): Dialect | undefined {
  const named = ownString(metaSchema, "$schema");
  const base = named === undefined ? latestDialect : read(named);
  const vocabulary = own(metaSchema, "$vocabulary");
  const prefix = `https://json-schema.org/draft/${base?.draft}/vocab/`;
  const names = base === undefined ? undefined : vocabularyNames[base.draft];
  if (base === undefined || names === undefined || !isObject(vocabulary)) return base;

  const listed = Object.entries(vocabulary).map(([id, isRequired]) => ({
    id,
    isRequired,
    counts: id.startsWith(prefix) ? names(id.slice(prefix.length), isRequired) : otherVocabularies.get(id),
  }));
  const used = new Set(listed.flatMap(({ counts }) => counts ?? []));
  return {
    draft: base.draft,
    name: JSON.stringify(uri),
    vocabularies: used,
    assertsFormat: used.has("format-assertion"),
    unknownVocabularies: listed
      .filter(({ counts, isRequired }) => counts === undefined && isRequired === true)
      .map(({ id }) => id),
  };
}

type VocabularyNames = (name: string, isRequired: Json) => readonly string[] | undefined;

/** What a vocabulary of a draft is called in the table of keywords; undefined for none of the draft's. */
const vocabularyNames: Readonly<Partial<Record<Draft, VocabularyNames>>> = {
  // `unevaluated*` were applicators. The value of `format` says whether it asserts (validation, section 7.2).
  "2019-09": (name, isRequired) => {
    if (name === "applicator") return ["applicator", "unevaluated"];
    if (name === "format") return isRequired === true ? ["format", "format-assertion"] : ["format"];
    return ["core", "validation", "meta-data", "content"].includes(name) ? [name] : undefined;
  },
  "2020-12": (name) => {
    if (name === "format-annotation") return ["format"];
    if (name === "format-assertion") return ["format", "format-assertion"];
    return ["core", "applicator", "unevaluated", "validation", "meta-data", "content"].includes(name)
      ? [name]
      : undefined;
  },
};

/** Vocabularies that only describe. */
const otherVocabularies: ReadonlyMap<string, readonly string[]> = new Map([
  ["https://spec.openapis.org/oas/3.1/vocab/base", []],
]);
