import { error, type Checked, type Diagnostic } from "../diagnostics.ts";
import { appendPointer } from "./json-pointer.ts";
import { isObject, own, type Json } from "./json.ts";
import { parseJson } from "./parse-json.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { DocumentKind, SourceDocument, SourceFile, SourceText } from "./source-document.ts";

/** What was read: every text, and the documents in those that could be parsed. */
export interface ParsedSource {
  readonly texts: readonly SourceText[];
  readonly documents: readonly SourceDocument[];
}

/**
 * Decodes and parses documents, JSON or YAML 1.2, and tells which kind each is. A broken document is
 * kept as far as it can be read, so that references to it are not reported on top of the fault.
 */
export function parse(files: readonly SourceFile[]): Checked<ParsedSource> {
  const diagnostics: Diagnostic[] = [];
  const texts: SourceText[] = [];
  const documents: SourceDocument[] = [];
  for (const file of files) {
    const { path } = file;
    const text = decode(file, diagnostics);
    if (text === undefined) continue;

    const syntax = isYaml(path, text) ? "yaml" : "json";
    texts.push({ path, text, syntax });
    const parsed = syntax === "yaml" ? parseYaml(path, text) : parseJson(path, text);
    diagnostics.push(...parsed.diagnostics);
    const data = checkShape(
      { path, text, syntax },
      parsed.data,
      parsed.diagnostics.length === 0,
      diagnostics,
    );
    if (data !== undefined) documents.push({ path, text, syntax, kind: documentKind(data), data });
  }
  return { value: { texts, documents }, diagnostics };
}

function isYaml(path: string, text: string): boolean {
  if (/\.ya?ml$/i.test(path)) return true;
  if (/\.json$/i.test(path)) return false;
  return !/^\s*[{[]/.test(text);
}

function decode({ path, bytes }: SourceFile, diagnostics: Diagnostic[]): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const help = "Save the document as UTF-8, the only encoding that RFC 8259 and sdkmill know.";
    diagnostics.push(error("source-encoding", "The document is not UTF-8.", help, { path, pointer: "" }));
    return undefined;
  }
}

function documentKind(data: Json): DocumentKind {
  if (own(data, "openapi") !== undefined || own(data, "swagger") !== undefined) return "openapi";
  return own(data, "overlay") !== undefined ? "overlay" : "schema";
}

/** Halves of surrogate pairs are no characters: they can not be written as UTF-8 (RFC 8259, section 8.2). */
function loneSurrogates(path: string, value: Json, pointer: string): readonly Diagnostic[] {
  const help = "Write the whole character, or leave it out.";
  const fault = (at: string): Diagnostic =>
    error("source-encoding", "A string holds half of a surrogate pair.", help, { path, pointer: at });
  if (typeof value === "string") return value.isWellFormed() ? [] : [fault(pointer)];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...(key.isWellFormed() ? [] : [fault(pointer)]),
    ...loneSurrogates(path, item, appendPointer(pointer, key)),
  ]);
}

/** The data, frozen, if it can be a document at all. */
function checkShape(
  { path, text }: SourceText,
  data: Json | undefined,
  whole: boolean,
  diagnostics: Diagnostic[],
): Json | undefined {
  const place = { path, pointer: "" };
  if (data === undefined) return undefined;
  if (!isObject(data) && typeof data !== "boolean") {
    if (whole) {
      const help = "A document is a mapping at its root (or `true` or `false`, as a boolean schema).";
      diagnostics.push(error("not-an-object", "The document is not a mapping.", help, place));
    }
    return undefined;
  }
  if (/\\ud[89a-f]/i.test(text)) diagnostics.push(...loneSurrogates(path, data, ""));
  freeze(data);
  return data;
}

/** Freezes a value and all that it holds; the parsers have seen to its depth. */
function freeze(value: Json): void {
  if (typeof value !== "object" || value === null) return;
  Object.freeze(value);
  for (const item of Object.values(value)) freeze(item);
}
