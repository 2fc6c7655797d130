import { error, type Checked, type Diagnostic, type Place } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { isObject, own, ownString, withProperties, type Json, type JsonObject } from "../source/json.ts";
import { mapNodesDown, type DocumentNode } from "../source/openapi-shape.ts";
import type { SourceDocument } from "../source/source-document.ts";
import {
  latestDialect,
  readDialects,
  rootDialect,
  type Dialect,
  type DialectReader,
} from "./raise-dialects.ts";
import { isOpenapi } from "./raise-keywords.ts";
import { collectMoves, writtenPointer, type Moves } from "./raise-moves.ts";
import { raiseOpenapi } from "./raise-openapi.ts";
import { raiseSchema } from "./raise-schema.ts";
import type { RaisedSchema } from "./raise-step.ts";
import { raiseSwagger } from "./raise-swagger.ts";

const latestUri = "https://json-schema.org/draft/2020-12/schema";

/** A schema as it was written, from where its dialect counts down to where another one does. */
export interface WrittenSchema {
  readonly path: string;
  /** In the document as written. */
  readonly pointer: string;
  readonly schema: Json;
  readonly dialect: Dialect;
}

/** Documents in 2020-12, whatever they were written in. */
export interface RaisedDocuments {
  readonly documents: readonly SourceDocument[];
  /** Path of a document → what moved in it; not there if nothing did. */
  readonly moves: ReadonlyMap<string, Moves>;
  readonly written: readonly WrittenSchema[];
}

/**
 * Says every schema in JSON Schema 2020-12: documents of older drafts, schemas inside of others that name
 * one by `$schema`, those of an OpenAPI root with a `jsonSchemaDialect`, and those of a meta-schema that is
 * a document of the source. A Swagger 2.0 or OpenAPI 3.0 root becomes one of 3.1, with its schemas and with the documents
 * beside it that name no dialect: there is no other that they could be in, as parts of it. What is in 2020-12 comes back as it is, and so does what names a dialect that
 * nobody knows: the check of schemas says so, once overlays had their say. Overlays are written against
 * 2020-12, like every stage after this one.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.1.1
 * @see https://spec.openapis.org/oas/v3.1.1.html#schema-object (on `jsonSchemaDialect`)
 * @see https://spec.openapis.org/oas/v3.0.4.html#reference-object (on documents of a schema)
 */
export function raiseDocuments(documents: readonly SourceDocument[]): Checked<RaisedDocuments> {
  const read = readDialects(documents);
  const unnamed =
    documents
      .filter(({ kind }) => kind === "openapi")
      .map(({ data }) => rootDialect(data))
      .find(isOpenapi) ?? latestDialect;
  const raised = documents.map((document) =>
    document.kind === "overlay" ? untouched(document) : raiseDocument(document, unnamed, read),
  );
  return {
    value: {
      documents: raised.map(({ document }) => document),
      moves: new Map(
        raised
          .filter(({ moves }) => moves.toRaised.size > 0)
          .map(({ document, moves }) => [document.path, moves]),
      ),
      written: raised.flatMap(({ written }) => written),
    },
    diagnostics: raised.flatMap(({ diagnostics }) => diagnostics),
  };
}

interface RaisedDocument {
  readonly document: SourceDocument;
  readonly moves: Moves;
  readonly written: readonly WrittenSchema[];
  readonly diagnostics: readonly Diagnostic[];
}

function untouched(document: SourceDocument): RaisedDocument {
  return { document, moves: collectMoves(), written: [], diagnostics: [] };
}

/** What a node knows from those above it. */
interface Scope {
  readonly dialect: Dialect;
  /** Nothing above it is a schema. */
  readonly isOutermost: boolean;
  /** The resource that it is part of has `$recursiveAnchor: true` at its root. */
  readonly isRecursive: boolean;
}

interface Replaced {
  readonly node: Json;
  readonly scope: Scope;
}

/** @param unnamed the dialect of documents that name none */
function raiseDocument(document: SourceDocument, unnamed: Dialect, read: DialectReader): RaisedDocument {
  const { path, data, kind } = document;
  const moves = collectMoves();
  const written: WrittenSchema[] = [];
  const diagnostics: Diagnostic[] = [];

  /** The dialect that a keyword names, or the one from above. */
  const choose = (node: Json, keyword: string, pointer: string, inherited: Dialect): Dialect => {
    // In a document of OpenAPI before 3.1 all schemas are of its version.
    const dialect = isOpenapi(inherited) ? inherited : (read(ownString(node, keyword)) ?? inherited);
    if (dialect !== inherited)
      diagnostics.push(...checkVocabularies(dialect, { path, pointer: appendPointer(pointer, keyword) }));
    return dialect;
  };

  /** What is left of a node, once its moves and faults are noted. */
  const note = (raised: RaisedSchema, at: string, pointer: string): JsonObject => {
    moves.add(at, raised.moves);
    for (const { keyword, diagnostic } of raised.faults)
      diagnostics.push({ ...diagnostic, place: { path, pointer: appendPointer(pointer, keyword) } });
    return raised.schema;
  };

  const replaceSwagger = (root: JsonObject): Json => {
    const raised = raiseSwagger(root);
    moves.add("", raised.moves);
    for (const { pointer, diagnostic } of raised.faults)
      diagnostics.push({ ...diagnostic, place: { path, pointer } });
    return raised.value;
  };

  const replaceSchema = ({ node, pointer: at }: DocumentNode, scope: Scope): Replaced => {
    const pointer = writtenPointer(moves, at);
    const dialect = choose(node, "$schema", pointer, scope.dialect);
    if (scope.isOutermost || dialect !== scope.dialect)
      written.push({ path, pointer, schema: node, dialect });
    if (!isObject(node)) return { node, scope };

    const isDocument = scope.isOutermost && kind === "schema";
    const isResource = isDocument || hasIdentifier(node);
    const isRecursive = isResource ? own(node, "$recursiveAnchor") === true : scope.isRecursive;
    const isRoot = isDocument || own(node, "$schema") !== undefined;
    const raised = note(raiseSchema(node, { dialect, isRoot, isResource, isRecursive }), at, pointer);
    return {
      node: inLatest(raised, "$schema", read),
      scope: { dialect, isRecursive, isOutermost: false },
    };
  };

  const value = mapNodesDown(
    { node: data, kind: kind === "openapi" ? "document" : "schema", pointer: "" },
    { dialect: startOf(document, unnamed), isOutermost: true, isRecursive: false },
    (node, scope) => {
      if (node.kind === "schema") return replaceSchema(node, scope);
      if (scope.dialect.draft === "openapi-2.0" && node.kind === "document" && isObject(node.node))
        return { node: replaceSwagger(node.node), scope };
      if (scope.dialect.draft === "openapi-3.0" && isObject(node.node))
        return { node: note(raiseOpenapi(node.node, node.kind), node.pointer, node.pointer), scope };
      if (node.kind !== "document") return { node: node.node, scope };
      const dialect = choose(node.node, "jsonSchemaDialect", "", scope.dialect);
      return { node: inLatest(node.node, "jsonSchemaDialect", read), scope: { ...scope, dialect } };
    },
  );
  return { document: value === data ? document : { ...document, data: value }, moves, written, diagnostics };
}

/** The dialect that a document begins in, before it has said a word of its own. */
function startOf({ kind, data }: SourceDocument, unnamed: Dialect): Dialect {
  if (kind === "openapi") return rootDialect(data);
  return own(data, "$schema") === undefined ? unnamed : latestDialect;
}

/** Whether a schema of 2019-09 is the root of a resource: only there is there recursion that depends on it. */
function hasIdentifier(schema: JsonObject): boolean {
  return ownString(schema, "$id")?.startsWith("#") === false;
}

/** What named an older dialect names 2020-12 now; what names nothing known is left for the check of schemas. */
function inLatest(node: Json, keyword: string, read: DialectReader): Json {
  const dialect = read(ownString(node, keyword));
  return dialect === undefined || dialect === latestDialect || !isObject(node)
    ? node
    : withProperties(node, { [keyword]: latestUri });
}

/** A vocabulary that is demanded can not be left out (core, section 8.1.2). */
function checkVocabularies({ name, unknownVocabularies }: Dialect, place: Place): readonly Diagnostic[] {
  const help = "Set it to `false` in `$vocabulary` if values can be checked without it.";
  return unknownVocabularies.map((uri) =>
    error(
      "dialect-unknown",
      `${name} demands the vocabulary ${JSON.stringify(uri)}, which sdkmill does not know.`,
      help,
      place,
    ),
  );
}
