import { isArray, isObject, ownString, type Json } from "../source/json.ts";
import { resolveUri } from "./resources.ts";

/** Keywords whose values are data: what looks like a reference in there is none. */
const dataKeywords = new Set(["const", "enum", "default", "examples", "example"]);

/** Keywords whose values have names of any kind for keys: in some draft, or in OpenAPI. */
const mapKeywords = new Set([
  ...["properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies"],
  ...["schemas", "responses", "parameters", "headers", "requestBodies", "callbacks"],
]);

/** URIs without fragment. */
export interface NamedResources {
  /** What the schemas of a document are called. */
  readonly identified: ReadonlySet<string>;
  /** What they refer to. */
  readonly referred: ReadonlySet<string>;
}

/**
 * Tells which schema resources a document, of any draft, names. It looks at whatever can be a schema, so it
 * may tell too much of a document with extensions, but never too little.
 *
 * @param base what the references of the document are relative to
 */
export function namedResources(document: Json, base: string): NamedResources {
  const identified = new Set<string>();
  const referred = new Set<string>();
  const read = (value: Json, inherited: string): void => {
    if (isArray(value)) for (const item of value) read(item, inherited);
    if (!isObject(value)) return;
    const inner =
      addUri(identified, ownString(value, "$id") ?? ownString(value, "id"), inherited) ?? inherited;
    for (const keyword of ["$ref", "$dynamicRef", "$recursiveRef"])
      addUri(referred, ownString(value, keyword), inner);
    for (const [keyword, below] of Object.entries(value)) {
      if (mapKeywords.has(keyword) && isObject(below))
        for (const item of Object.values(below)) read(item, inner);
      else if (!dataKeywords.has(keyword)) read(below, inner);
    }
  };
  read(document, base);
  return { identified, referred };
}

/** Adds what a reference leads to, and returns it; nothing, if it is no reference. */
function addUri(uris: Set<string>, reference: string | undefined, base: string): string | undefined {
  const uri = reference === undefined ? undefined : resolveUri(reference, base)?.href.replace(/#.*$/, "");
  if (uri !== undefined) uris.add(uri);
  return uri;
}
