import { error, warning, type Checked, type Diagnostic, type Place } from "../diagnostics.ts";
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
import type { SourceDocument, SourceText } from "../source/source-document.ts";
import { componentKey, componentSchemas, referencedKey, schemaPointer } from "./component-schemas.ts";
import type { Moves } from "./raise-moves.ts";

/** A component schema and the place that it was written at. */
export interface SchemaOrigin {
  readonly key: string;
  /** What its public name is made of: the title of a document, the key of a component of the root. */
  readonly title: string;
  readonly path: string;
  /** Pointer of the schema in its document: empty for a document of its own. */
  readonly pointer: string;
  /**
   * For a schema that was a part of another one: that one's key, the steps from there, and the pointer to
   * it in the document that overlays see.
   */
  readonly within?: {
    readonly key: string | undefined;
    readonly steps: readonly string[];
    readonly pointer: string;
  };
}

/** One value that an overlay put into the document. */
export interface OverlayUpdate {
  /** Where it was put, in the assembled document. */
  readonly pointer: string;
  readonly value: Json;
  /** Where it stands in the overlay. */
  readonly place: Place;
  /** Nothing was there before; an object that was there is merged with. */
  readonly isWhole: boolean;
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
  /** Documents that could not be read, in full or at all. */
  readonly broken: readonly SourceText[];
  /** Path of a document → what moved in it when it was raised to 2020-12. */
  readonly moves: ReadonlyMap<string, Moves>;
}

/**
 * Joins an OpenAPI root and JSON Schema documents into one document. A schema document becomes the
 * component that its `$id` names, if that is a bare `#/components/schemas/X`; otherwise the one that
 * its title names; otherwise the one that its file is called. References are left as they are.
 *
 * @param broken documents that could not be read
 * @param moves what moved in each document since it was written
 */
export function assemble(
  documents: readonly SourceDocument[],
  broken: readonly SourceText[] = [],
  moves: ReadonlyMap<string, Moves> = new Map(),
): Checked<Assembled> {
  const diagnostics: Diagnostic[] = [];
  const root = findRoot(
    documents.toSorted((a, b) => compareText(a.path, b.path)),
    diagnostics,
  );
  const schemas = new Map<string, { readonly schema: Json; readonly origin: SchemaOrigin }>();

  const inline = Object.entries(componentSchemas(root?.data)).map(([key, schema]) => ({
    schema,
    origin: { key, title: key, path: root?.path ?? "", pointer: schemaPointer(key) },
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
          `${JSON.stringify(key)} is already the name of the schema in ${first.path}.`,
          "Give one of the two documents another title, or remove it.",
          { path, pointer: pointer === "" ? namePointer(entry.schema) : pointer },
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
      broken,
      moves,
    },
    diagnostics,
  };
}

/** Where a document says what it is called. */
function namePointer(schema: Json): string {
  return ownString(schema, "title") === undefined ? "/$id" : "/title";
}

function byKeyThenPath(a: { readonly origin: SchemaOrigin }, b: { readonly origin: SchemaOrigin }): number {
  return compareText(a.origin.key, b.origin.key) || compareText(a.origin.path, b.origin.path);
}

/** The root with all schemas in it; where it has something else than a mapping, it is left as it is, for the check of shapes. */
function withSchemas(root: Json | undefined, schemas: ReadonlyMap<string, Json>): JsonObject {
  const base = isObject(root) ? root : {};
  const given = own(base, "components");
  const isOdd =
    (given !== undefined && !isObject(given)) ||
    (own(given, "schemas") !== undefined && !isObject(own(given, "schemas")));
  if (isOdd && schemas.size === 0) return base;
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
        `${JSON.stringify(version ?? own(root.data, "openapi") ?? own(root.data, "swagger") ?? null)} is not a version of OpenAPI that sdkmill reads.`,
        'Known are 2.0, 3.0 and 3.1, written as `swagger: "2.0"`, `openapi: 3.0.4`, `openapi: 3.1.1`.',
        { path: root.path, pointer: own(root.data, "openapi") === undefined ? "/swagger" : "/openapi" },
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
  const key = referencedKey(id);
  const named = key === undefined ? undefined : decoded(key);
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
  const name = named ?? title ?? fileStem(path);
  // A fragment alone is no legal `$id` in 2020-12 (core, section 8.2.1); it has done its work here.
  const schema = isObject(data) && id?.startsWith("#") ? withProperties(data, { $id: undefined }) : data;
  return { schema, origin: { key: componentKey(name), title: name, path, pointer: "" } };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fileStem(path: string): string {
  return path
    .replace(/^.*\//, "")
    .replace(/\.[^.]*$/, "")
    .replace(/[-.]schema$/, "");
}
