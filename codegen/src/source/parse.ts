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
  /** Texts with a fault in their syntax: what they would have said is not known in full. */
  readonly broken: readonly SourceText[];
}

/**
 * Decodes and parses documents, JSON or YAML 1.2, and tells which kind each is. A broken document is
 * kept as far as it can be read, so that references to it are not reported on top of the fault.
 */
export function parse(files: readonly SourceFile[]): Checked<ParsedSource> {
  const diagnostics: Diagnostic[] = [];
  const texts: SourceText[] = [];
  const documents: SourceDocument[] = [];
  const broken: SourceText[] = [];
  for (const file of files) {
    const { path } = file;
    const text = decode(file, diagnostics);
    const syntax = isYaml(path, text ?? "") ? "yaml" : "json";
    if (text === undefined) {
      broken.push({ path, text: "", syntax });
      continue;
    }

    texts.push({ path, text, syntax });
    const parsed = syntax === "yaml" ? parseYaml(path, text) : parseJson(path, text);
    diagnostics.push(...parsed.diagnostics);
    if (parsed.diagnostics.length > 0) broken.push({ path, text, syntax });
    const data = checkShape(path, parsed.data, parsed.diagnostics.length === 0, diagnostics);
    if (data !== undefined) documents.push({ path, text, syntax, kind: documentKind(data), data });
  }
  return { value: { texts, documents, broken }, diagnostics };
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

/** The data, frozen, if it can be a document at all. */
function checkShape(
  path: string,
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
  if (!freeze(data)) diagnostics.push(...unwritable(path, data, ""));
  return data;
}

/**
 * Freezes a value and all that it holds; the parsers have seen to its depth.
 *
 * @returns false if something in it can not be written as JSON in UTF-8
 */
function freeze(value: Json): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  Object.freeze(value);
  let isFine = true;
  for (const [key, item] of Object.entries(value)) isFine = freeze(item) && key.isWellFormed() && isFine;
  return isFine;
}

/** Half of a surrogate pair is no character (RFC 8259, section 8.2); infinity is no number (section 6). */
function unwritable(path: string, value: Json, pointer: string): readonly Diagnostic[] {
  const place = { path, pointer };
  if (typeof value === "string" && !value.isWellFormed()) {
    const help = "Write the whole character, or leave it out.";
    return [error("source-encoding", "A string holds half of a surrogate pair.", help, place)];
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    return [
      error("number-infinite", "This is no number that JSON can hold.", "Write a finite number.", place),
    ];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const inKey = key.isWellFormed() ? [] : unwritable(path, key, pointer);
    return [...inKey, ...unwritable(path, item, appendPointer(pointer, key))];
  });
}
