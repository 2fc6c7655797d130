import { raiseDocuments } from "../src/contract/raise-documents.ts";
import type { Json, JsonObject } from "../src/source/json.ts";
import { faultPlaces } from "./source-faults.ts";
import { documentsOf, type SourceTexts } from "./source-of.ts";

/** The `$schema` of each draft, as its documents have it. */
export const dialectUris = {
  "draft-04": "http://json-schema.org/draft-04/schema#",
  "draft-06": "http://json-schema.org/draft-06/schema#",
  "draft-07": "http://json-schema.org/draft-07/schema#",
  "2019-09": "https://json-schema.org/draft/2019-09/schema",
  "2020-12": "https://json-schema.org/draft/2020-12/schema",
} as const;

export type DraftName = keyof typeof dialectUris;

/** The documents of a source in 2020-12, by path, and what was found on the way. */
export function raisedSource(source: SourceTexts): {
  readonly documents: Readonly<Record<string, Json>>;
  readonly faults: readonly string[];
} {
  const { value, diagnostics } = raiseDocuments(documentsOf(source));
  return {
    documents: Object.fromEntries(value.documents.map(({ path, data }) => [path, data])),
    faults: faultPlaces(diagnostics),
  };
}

/** A schema of a draft in 2020-12, without its `$schema`. */
export function raisedSchema(draft: DraftName, schema: JsonObject): JsonObject {
  const { "a.json": raised } = raisedSource({
    "a.json": { $schema: dialectUris[draft], ...schema },
  }).documents;
  return Object.fromEntries(Object.entries(raised ?? {}).filter(([keyword]) => keyword !== "$schema"));
}
