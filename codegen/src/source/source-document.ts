import type { Json } from "./json.ts";

/** A file as it lies on the disk: its path within the source, with `/`, and its bytes. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The text of a file, whether or not it can be parsed. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  readonly syntax: "json" | "yaml";
}

/** What a document says it is, by its own first keys, never by its file name. */
export type DocumentKind = "openapi" | "overlay" | "schema";

/** A parsed document. Its data is frozen. */
export interface SourceDocument extends SourceText {
  readonly kind: DocumentKind;
  readonly data: Json;
}
