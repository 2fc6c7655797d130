import type { Json } from "../src/source/json.ts";
import { parse, type ParsedSource } from "../src/source/parse.ts";
import type { SourceDocument, SourceFile } from "../src/source/source-document.ts";
import type { Checked } from "../src/diagnostics.ts";

/** A source as a test writes it, by path: a string is the text, anything else is printed as JSON. */
export type SourceTexts = Readonly<Record<string, Json>>;

/** The files of a source, as they would be read from a disk. */
export function filesOf(source: SourceTexts): readonly SourceFile[] {
  return Object.entries(source).map(([path, content]) => ({
    path,
    bytes: new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content, null, 2)),
  }));
}

export function parseSource(source: SourceTexts): Checked<ParsedSource> {
  return parse(filesOf(source));
}

/** The documents of a source that has no fault in its syntax. */
export function documentsOf(source: SourceTexts): readonly SourceDocument[] {
  const { value, diagnostics } = parseSource(source);
  if (diagnostics.length > 0) throw new Error(`A test has a broken source: ${JSON.stringify(diagnostics)}`);
  return value.documents;
}

/** The only document of a source. */
export function documentOf(path: string, content: Json): SourceDocument {
  const [document] = documentsOf({ [path]: content });
  if (document === undefined) throw new Error("A test has an empty source.");
  return document;
}
