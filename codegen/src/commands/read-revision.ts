import { basename, dirname, resolve } from "node:path";
import { readPlacedContract } from "../contract/read-contract.ts";
import { hasErrors, type Diagnostic, type DiagnosticCode } from "../diagnostics.ts";
import type { Site } from "../evolve/change.ts";
import type { Revision } from "../evolve/revision.ts";
import { isObject, ownString } from "../source/json.ts";
import { load } from "../source/load.ts";
import { locate, positionFinder, type LocatedDiagnostic } from "../source/locate.ts";
import { parse } from "../source/parse.ts";
import type { SourceDocument } from "../source/source-document.ts";

/**
 * Errors that only a generator minds: what the contract says is known all the same. With any other one
 * it is not, and nothing can be said of how it changed.
 */
const harmlessHere: ReadonlySet<DiagnosticCode> = new Set([
  "schema-title-mismatch",
  "format-unknown",
  "keyword-ignored",
  "keyword-unknown",
  "pattern-invalid",
  "pattern-slow",
  "pattern-unsafe",
  "overlay-no-match",
  "operation-id-duplicate",
  "operation-parameter",
  "operation-path",
  "operation-unsupported",
  "server-missing",
  "name-collision",
  "name-invalid",
  "name-locked",
  "name-underivable",
  "lock-invalid",
]);

/** A revision, and what there is to say about its source. */
export interface ReadRevision {
  readonly revision: Revision;
  /** The line of a site in one of its files, counted from 1. */
  readonly lineOf: (site: Site) => number | undefined;
  /** With an error among them, the revision is not fit to be compared. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** What the files of diagnostics are relative to. */
  readonly folder: string;
}

/**
 * Reads a contract to compare it: a folder, or one document such as `released.json`. An error that only a
 * generator minds becomes a warning.
 *
 * @param root the folder that the command was started in
 * @param source how the user named it, relative to that folder or absolute
 */
export function readRevision(root: string, source: string): ReadRevision {
  const path = resolve(root, source);
  const loaded = load(path);
  const isFile = loaded.value.folder !== path;
  const label = source.replace(/(?<=.)[/\\]+$/, "");
  const parsed = parse(loaded.value.documents);
  const name = isFile ? basename(path).replace(/\.\w+$/, "") : basename(path);
  const { texts, documents, broken } = parsed.value;
  const named = isFile ? documents.map(withTitle) : documents;
  const placed = readPlacedContract({ name, label }, named, loaded.value.lock, broken);
  const revision = { ...placed.value, label, isFile };
  const find = positionFinder(texts.map((text) => ({ ...text, path: fileOf(revision, text.path) })));
  return {
    revision,
    lineOf: ({ file, pointer }) => find({ path: file, pointer })?.line,
    diagnostics: locate(
      [...loaded.diagnostics, ...parsed.diagnostics, ...placed.diagnostics].map(asMinded),
      texts,
    ),
    folder: isFile ? dirname(label) : label,
  };
}

/** A schema without a name of its own is called after its file: two files are compared, and not what they are called. */
function withTitle(document: SourceDocument): SourceDocument {
  const { kind, data } = document;
  const isNamed = ["title", "$id", "id"].some((keyword) => ownString(data, keyword) !== undefined);
  return kind !== "schema" || !isObject(data) || isNamed
    ? document
    : { ...document, data: { title: "Schema", ...data } };
}

/** How sites call a file of a source. */
function fileOf({ label, isFile }: Revision, path: string): string {
  return isFile ? label : `${label}/${path}`;
}

function asMinded(diagnostic: Diagnostic): Diagnostic {
  return harmlessHere.has(diagnostic.code) ? { ...diagnostic, severity: "warning" } : diagnostic;
}

/** Whether a revision can be compared. */
export function isReadable({ diagnostics }: ReadRevision): boolean {
  return !hasErrors(diagnostics);
}
