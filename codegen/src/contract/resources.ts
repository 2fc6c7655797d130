/**
 * The URIs under which the parts of a source can be referred to: one per file, one per `$id`, one per
 * anchor.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
 */

import { isDeepStrictEqual } from "node:util";
import { error, type Diagnostic } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { ownString } from "../source/json.ts";
import { childNodes, type DocumentNode } from "../source/openapi-shape.ts";
import type { Assembled } from "./assemble.ts";
import { schemaPointer } from "./component-schemas.ts";
import { placeOf } from "./place.ts";

/** Files have no URI of their own as far as a contract goes; this scheme keeps them apart from the web. */
const fileScheme = "sdkmill:/";

/** Places are pointers into the assembled document. */
export interface Resources {
  /** Absolute URI, without fragment or with an anchor as fragment → the place. */
  readonly pointers: ReadonlyMap<string, string>;
  /** Place of every schema node → the base URI that its references are relative to. */
  readonly bases: ReadonlyMap<string, string>;
  /** Place of every node → the root of the schema resource that it is part of (core, section 4.3.5). */
  readonly roots: ReadonlyMap<string, string>;
  /** Roots of resources that stand inside of another one: subschemas with an `$id` (core, section 4.3.5.1). */
  readonly embedded: ReadonlySet<string>;
  /** Root of a resource → its `$dynamicAnchor`s by name, and where they are. */
  readonly dynamicAnchors: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Every `$id` that two different schemas claim. */
  readonly diagnostics: readonly Diagnostic[];
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

/** What the references of a node are relative to, and the resource that it is part of. */
interface Scope {
  readonly base: string;
  readonly root: string;
}

export function indexResources(assembled: Assembled): Resources {
  const { document, origins, rootPath } = assembled;
  const pointers = new Map<string, string>();
  const bases = new Map<string, string>();
  const roots = new Map<string, string>();
  const embedded = new Set<string>();
  const dynamicAnchors = new Map<string, Map<string, string>>();
  const claims = new Map<string, DocumentNode>();
  const diagnostics: Diagnostic[] = [];
  const files = new Map([...origins.values()].map(({ key, path }) => [schemaPointer(key), fileUri(path)]));
  if (rootPath !== undefined) pointers.set(fileUri(rootPath), "");

  /** A node with an `$id` is a resource of its own. */
  const identify = (node: DocumentNode, { base, root }: Scope): Scope => {
    const id = ownId(node, base);
    if (id === undefined) return { base, root };
    const first = claims.get(id);
    if (first === undefined) claims.set(id, node);
    else if (!isDeepStrictEqual(first.node, node.node)) {
      diagnostics.push(duplicate(assembled, node.pointer, id, first.pointer));
    }
    if (!pointers.has(id)) pointers.set(id, node.pointer);
    if (root !== node.pointer) embedded.add(node.pointer);
    return { base: id, root: node.pointer };
  };
  const index = (node: DocumentNode, inherited: Scope): void => {
    const { pointer } = node;
    const file = files.get(pointer);
    if (file !== undefined && !pointers.has(file)) pointers.set(file, pointer);
    const isDocument = file !== undefined && file !== inherited.base;
    const scope = identify(node, isDocument ? { base: file, root: pointer } : inherited);
    bases.set(pointer, scope.base);
    roots.set(pointer, scope.root);

    const dynamic = keywordOf(node, "$dynamicAnchor");
    for (const anchor of [keywordOf(node, "$anchor"), dynamic]) {
      const uri = `${scope.base}#${anchor}`;
      if (anchor !== undefined && !pointers.has(uri)) pointers.set(uri, pointer);
    }
    if (dynamic !== undefined) {
      const anchors = dynamicAnchors.get(scope.root) ?? new Map<string, string>();
      if (!anchors.has(dynamic)) dynamicAnchors.set(scope.root, anchors.set(dynamic, pointer));
    }
    for (const child of childNodes(node)) index(child, scope);
  };
  index({ node: document, kind: "document", pointer: "" }, { base: fileUri(rootPath ?? ""), root: "" });
  return { pointers, bases, roots, embedded, dynamicAnchors, diagnostics };
}

function keywordOf({ node, kind }: DocumentNode, keyword: string): string | undefined {
  return kind === "schema" ? ownString(node, keyword) : undefined;
}

/** The absolute URI that a schema claims by its `$id` (core, section 8.2.1); a fragment alone is none. */
function ownId(node: DocumentNode, base: string): string | undefined {
  const id = keywordOf(node, "$id");
  if (id === undefined || id.startsWith("#")) return undefined;
  const uri = resolveUri(id, base);
  if (uri === undefined) return undefined;
  uri.hash = "";
  return uri.href;
}

function duplicate(assembled: Assembled, pointer: string, id: string, first: string): Diagnostic {
  const { path } = placeOf(assembled, first);
  return error(
    "schema-id-duplicate",
    `${JSON.stringify(id)} is already the \`$id\` of another schema in ${path}.`,
    "Give each of the two an `$id` of its own, or remove one.",
    placeOf(assembled, appendPointer(pointer, "$id")),
  );
}
