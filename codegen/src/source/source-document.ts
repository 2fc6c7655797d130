import type { Json } from "./json.ts";

/** A file as it lies on the disk: its path within the source, with `/`, and its bytes. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a document says it is, by its own first keys, never by its file name. */
export type DocumentKind = "openapi" | "overlay" | "schema";

/** A parsed document. Its data is frozen. */
export interface SourceDocument {
  readonly path: string;
  readonly text: string;
  readonly syntax: "json" | "yaml";
  readonly kind: DocumentKind;
  readonly data: Json;
  /** False if the text is broken and `data` is only what could be saved of it. */
  readonly whole: boolean;
}
