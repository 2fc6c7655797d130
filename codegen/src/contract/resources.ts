/**
 * The URIs under which the parts of a source can be referred to: one per file, one per `$id`, one per
 * anchor.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
 */

import { ownString } from "../source/json.ts";
import { childNodes, type DocumentNode } from "../source/openapi-shape.ts";
import type { Assembled } from "./assemble.ts";
import { schemaPointer } from "./component-schemas.ts";

/** Files have no URI of their own as far as a contract goes; this scheme keeps them apart from the web. */
const fileScheme = "sdkmill:/";

export interface Resources {
  /** Absolute URI, without fragment or with an anchor as fragment → pointer into the assembled document. */
  readonly pointers: ReadonlyMap<string, string>;
  /** Pointer of every schema node → the base URI that its references are relative to. */
  readonly bases: ReadonlyMap<string, string>;
}

export function fileUri(path: string): string {
  // What the URL parser would take for something else; it escapes the rest itself, as it does in a reference.
  const literal = path.replaceAll("%", "%25").replaceAll("#", "%23").replaceAll("?", "%3F");
  return new URL(`./${literal}`, fileScheme).href;
}

/** A reference made absolute; undefined if it is no URI reference at all. */
export function resolveUri(reference: string, base: string): URL | undefined {
  return URL.parse(reference, base) ?? undefined;
}

export function indexResources({ document, origins, rootPath }: Assembled): Resources {
  const pointers = new Map<string, string>();
  const bases = new Map<string, string>();
  const files = new Map([...origins.values()].map(({ key, path }) => [schemaPointer(key), fileUri(path)]));
  if (rootPath !== undefined) pointers.set(fileUri(rootPath), "");

  const index = (node: DocumentNode, inherited: string): void => {
    const file = files.get(node.pointer);
    if (file !== undefined && !pointers.has(file)) pointers.set(file, node.pointer);
    const base = ownBase(node, file ?? inherited);
    if (base !== inherited && !pointers.has(base)) pointers.set(base, node.pointer);
    for (const keyword of ["$anchor", "$dynamicAnchor"]) {
      const anchor = node.kind === "schema" ? ownString(node.node, keyword) : undefined;
      if (anchor !== undefined) pointers.set(`${base}#${anchor}`, node.pointer);
    }
    bases.set(node.pointer, base);
    for (const child of childNodes(node)) index(child, base);
  };
  index({ node: document, kind: "document", pointer: "" }, fileUri(rootPath ?? ""));
  return { pointers, bases };
}

/** The base URI that a node sets for itself and what is below it (`$id`), or the inherited one. */
function ownBase({ node, kind }: DocumentNode, inherited: string): string {
  const id = kind === "schema" ? ownString(node, "$id") : undefined;
  if (id === undefined || id.startsWith("#")) return inherited;
  const uri = resolveUri(id, inherited);
  if (uri === undefined) return inherited;
  uri.hash = "";
  return uri.href;
}
