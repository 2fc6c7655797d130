import { isArray, isObject, ownString, withProperties, type Json } from "../src/source/json.ts";
import type { SourceTexts } from "./source-of.ts";
import { drafts, remoteDocument, type SuiteGroup } from "./suite-groups.ts";

/** Where the suite serves its remote documents. */
const server = "http://localhost:1234/";

/** The title of a group's schema, and so the name of its validator. */
export const caseTitle = "Case";

/**
 * The source that a user would have for a group: its schema, the remote documents that it refers to, and
 * where formats are to be checked, an overlay that says so.
 */
export function sourceOf({ draft, tier, schema }: SuiteGroup): SourceTexts {
  const dialect = drafts[draft];
  const documents = new Map<string, Json>([["case.json", document(schema, dialect, {}, caseTitle)]]);
  const pending = references(schema, server);
  for (let uri = pending.pop(); uri !== undefined; uri = pending.pop()) {
    const path = uri.slice(server.length);
    const remote = documents.has(path) ? undefined : remoteDocument(path);
    if (remote === undefined) continue;
    documents.set(path, document(remote, dialect, { id: uri }, path));
    // A document that calls itself something else has to be found under both.
    const own = ownId(remote, uri);
    if (own !== undefined && own !== uri)
      documents.set(`served/${path}`, { $id: uri, title: `served ${path}`, $ref: own });
    pending.push(...references(remote, uri));
  }
  const overlay = tier === "format" ? { "overlay.json": formatsAsserted } : {};
  return { ...Object.fromEntries(documents), ...overlay };
}

const formatsAsserted: Json = {
  overlay: "1.0.0",
  info: { title: "Formats", version: "1" },
  actions: [{ target: "$", update: { "x-sdkmill": { formats: "assertion" } } }],
};

/** A schema as a document of its own: of a known dialect, with a title, and with the URI that it is served at. */
function document(schema: Json, dialect: string, { id }: { readonly id?: string }, title: string): Json {
  if (!isObject(schema)) return schema;
  const $schema = ownString(schema, "$schema") ?? dialect;
  const keyword = $schema.includes("/draft-04/") ? "id" : "$id";
  const own = id === undefined ? undefined : (ownId(schema, id) ?? id);
  return { $schema, ...withProperties(schema, own === undefined ? {} : { [keyword]: own }), title };
}

function ownId(schema: Json, base: string): string | undefined {
  const id = ownString(schema, "$id") ?? ownString(schema, "id");
  return id === undefined ? undefined : (URL.parse(id, base)?.href ?? undefined);
}

/** URIs of remote documents that anything in a schema may refer to. */
function references(value: Json, base: string): string[] {
  if (isArray(value)) return value.flatMap((item) => references(item, base));
  if (!isObject(value)) return [];
  const inner = ownId(value, base) ?? base;
  const own = ["$ref", "$dynamicRef", "$recursiveRef", "$schema"].flatMap((keyword) => {
    const reference = ownString(value, keyword);
    const uri = reference === undefined ? undefined : URL.parse(reference, inner)?.href.replace(/#.*$/, "");
    return uri?.startsWith(server) ? [uri] : [];
  });
  return [...own, ...Object.values(value).flatMap((item) => references(item, inner))];
}
