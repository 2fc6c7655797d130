import { createRequire } from "node:module";
import { compareText, own, withProperties, type JsonObject } from "../source/json.ts";
import type { SourceDocument } from "../source/source-document.ts";
import { metaSchemaDraft04 } from "./meta-schema-draft-04.ts";
import { namedResources } from "./named-resources.ts";
import { fileUri } from "./resources.ts";

const load = createRequire(import.meta.url);

/** How to get each meta-schema, by its URI: a document of any draft. */
const metaSchemas: ReadonlyMap<string, () => JsonObject> = new Map([
  ...vocabularies("2020-12", ["core", "applicator", "unevaluated", "validation"]),
  ...vocabularies("2020-12", ["meta-data", "format-annotation", "content"]),
  // It wants of a schema what its sibling wants, which is the one that Ajv has.
  [
    "https://json-schema.org/draft/2020-12/meta/format-assertion",
    copy("json-schema-2020-12/meta/format-annotation.json"),
  ],
  ...vocabularies("2019-09", ["core", "applicator", "validation", "meta-data", "format", "content"]),
  ["http://json-schema.org/draft-07/schema", copy("json-schema-draft-07.json")],
  ["http://json-schema.org/draft-06/schema", copy("json-schema-draft-06.json")],
  ["http://json-schema.org/draft-04/schema", () => metaSchemaDraft04],
]);

function vocabularies(
  draft: string,
  names: readonly string[],
): readonly (readonly [string, () => JsonObject])[] {
  return ["schema", ...names.map((name) => `meta/${name}`)].map((part) => [
    `https://json-schema.org/draft/${draft}/${part}`,
    copy(`json-schema-${draft}/${part}.json`),
  ]);
}

/** Ajv has copies; they are read when they are asked for. */
function copy(path: string): () => JsonObject {
  return () => load(`ajv/dist/refs/${path}`) as JsonObject;
}

/**
 * Adds the meta-schemas of JSON Schema that a source refers to and does not have itself. Every validator
 * knows them, so nobody has them at hand.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-9.1.2
 */
export function withMetaSchemas(documents: readonly SourceDocument[]): readonly SourceDocument[] {
  const identified = new Set<string>();
  const pending: string[] = [];
  const read = ({ path, data }: SourceDocument): void => {
    const named = namedResources(data, fileUri(path));
    for (const uri of named.identified) identified.add(uri);
    pending.push(...[...named.referred].filter((uri) => metaSchemas.has(uri)));
  };
  documents.forEach(read);

  const added: SourceDocument[] = [];
  for (let uri = pending.pop(); uri !== undefined; uri = pending.pop()) {
    // What the source has under such a URI counts, and so does what was added before.
    const schema = identified.has(uri) ? undefined : metaSchemas.get(uri)?.();
    if (schema === undefined) continue;
    const document = asDocument(uri, schema);
    read(document);
    added.push(document);
  }
  return [...documents, ...added.toSorted((a, b) => compareText(a.path, b.path))];
}

function asDocument(uri: string, schema: JsonObject): SourceDocument {
  // Several of them have the same title.
  const title = `JSON Schema ${uri.replace(/^.*\/draft[/-]/, "").replace(/\/schema$/, "")}`;
  // Without one it would be taken for what documents beside it are.
  const $schema = own(schema, "$schema") ?? "https://json-schema.org/draft/2020-12/schema";
  const data = withProperties(schema, { $schema, $id: uri, title });
  return { path: uri, text: "", syntax: "json", kind: "schema", data };
}
