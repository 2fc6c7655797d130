import { error, warning, type Checked, type Diagnostic, type Place } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import {
  compareText,
  isObject,
  own,
  ownObject,
  ownString,
  withProperties,
  type Json,
  type JsonObject,
} from "../source/json.ts";
import type { SourceDocument } from "../source/source-document.ts";

/** A component schema and the place that it was written at. */
export interface SchemaOrigin {
  readonly key: string;
  readonly path: string;
  /** Pointer of the schema in its document: empty for a document of its own. */
  readonly pointer: string;
  /** For a schema that was a part of another one: that one's key, and the steps from there. */
  readonly within?: { readonly key: string | undefined; readonly steps: readonly string[] };
}

/** One value that an overlay put into the document. */
export interface OverlayUpdate {
  /** Where it was put, in the assembled document. */
  readonly pointer: string;
  readonly value: Json;
  /** Where it stands in the overlay. */
  readonly place: Place;
}

/** All documents of a source as one OpenAPI document. */
export interface Assembled {
  /** OpenAPI in shape: the root, or an empty one, with every schema under `components.schemas`. */
  readonly document: JsonObject;
  /** By component key, in the order of keys. */
  readonly origins: ReadonlyMap<string, SchemaOrigin>;
  /** What overlays put in, in the order of their actions. */
  readonly updates: readonly OverlayUpdate[];
  /** Path of the OpenAPI root; undefined if there are schemas alone. */
  readonly rootPath: string | undefined;
}

const componentPrefix = "#/components/schemas/";

/**
 * Joins an OpenAPI root and JSON Schema documents into one document. A schema document becomes the
 * component that its `$id` names, if that is a bare `#/components/schemas/X`; otherwise the one that
 * its title names; otherwise the one that its file is called. References are left as they are.
 */
export function assemble(documents: readonly SourceDocument[]): Checked<Assembled> {
  const diagnostics: Diagnostic[] = [];
  const root = findRoot(documents, diagnostics);
  const schemas = new Map<string, { readonly schema: Json; readonly origin: SchemaOrigin }>();

  const inline = Object.entries(ownObject(own(root?.data, "components"), "schemas")).map(([key, schema]) => ({
    schema,
    origin: { key, path: root?.path ?? "", pointer: appendPointer("/components/schemas", key) },
  }));
  const documentSchemas = documents
    .filter(({ kind }) => kind === "schema")
    .map((document) => fromDocument(document, diagnostics));
  for (const entry of [...inline, ...documentSchemas].toSorted(byKeyThenPath)) {
    const { key, path, pointer } = entry.origin;
    const first = schemas.get(key)?.origin;
    if (first === undefined) schemas.set(key, entry);
    else {
      diagnostics.push(
        error(
          "schema-title-duplicate",
          `${JSON.stringify(key)} is already the title of ${first.path}.`,
          "Give one of the two documents another title, or remove it.",
          { path, pointer: pointer === "" ? "/title" : pointer },
        ),
      );
    }
  }

  return {
    value: {
      document: withSchemas(root?.data, new Map([...schemas].map(([key, { schema }]) => [key, schema]))),
      origins: new Map([...schemas].map(([key, { origin }]) => [key, origin])),
      updates: [],
      rootPath: root?.path,
    },
    diagnostics,
  };
}

function byKeyThenPath(a: { readonly origin: SchemaOrigin }, b: { readonly origin: SchemaOrigin }): number {
  return compareText(a.origin.key, b.origin.key) || compareText(a.origin.path, b.origin.path);
}

function withSchemas(root: Json | undefined, schemas: ReadonlyMap<string, Json>): JsonObject {
  const base = isObject(root) ? root : {};
  const components = withProperties(ownObject(base, "components"), { schemas: Object.fromEntries(schemas) });
  return withProperties(base, { components });
}

function findRoot(
  documents: readonly SourceDocument[],
  diagnostics: Diagnostic[],
): SourceDocument | undefined {
  const [root, ...others] = documents.filter(({ kind }) => kind === "openapi");
  for (const other of others) {
    diagnostics.push(
      error("openapi-several", `${root?.path} is an OpenAPI root as well.`, "Keep one root in a source.", {
        path: other.path,
        pointer: "/openapi",
      }),
    );
  }
  if (root === undefined) return undefined;
  const version = ownString(root.data, "openapi") ?? ownString(root.data, "swagger");
  if (version === undefined || !/^3\.1\.\d+$/.test(version)) {
    diagnostics.push(
      error(
        "openapi-version",
        `${JSON.stringify(version ?? own(root.data, "openapi") ?? null)} is not a version of OpenAPI that sdkmill reads.`,
        "Raise the document to OpenAPI 3.1.",
        { path: root.path, pointer: "/openapi" },
      ),
    );
  }
  return root;
}

function fromDocument(
  document: SourceDocument,
  diagnostics: Diagnostic[],
): { schema: Json; origin: SchemaOrigin } {
  const { data, path } = document;
  const id = ownString(data, "$id");
  const title = ownString(data, "title");
  const named = id?.startsWith(componentPrefix)
    ? decodeURIComponent(id.slice(componentPrefix.length))
    : undefined;
  if (named !== undefined && title !== undefined && named !== title) {
    diagnostics.push(
      warning(
        "schema-title-mismatch",
        `The title is ${JSON.stringify(title)}, but the \`$id\` names ${JSON.stringify(named)}; the \`$id\` counts.`,
        "Make the two agree.",
        { path, pointer: "/title" },
      ),
    );
  }
  const key = componentKey(named ?? title ?? fileStem(path));
  // A fragment alone is no legal `$id` in 2020-12 (core, section 8.2.1); it has done its work here.
  const schema = isObject(data) && id?.startsWith("#") ? withProperties(data, { $id: undefined }) : data;
  return { schema, origin: { key, path, pointer: "" } };
}

/** OpenAPI 3.1.1, section 4.8.7: component keys are made of letters, digits, `.`, `_` and `-`. */
function componentKey(title: string): string {
  return title.replaceAll(/[^A-Za-z0-9._-]+/g, "_");
}

function fileStem(path: string): string {
  return path
    .replace(/^.*\//, "")
    .replace(/\.[^.]*$/, "")
    .replace(/[-.]schema$/, "");
}
