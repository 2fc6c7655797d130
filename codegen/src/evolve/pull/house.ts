import { assemble } from "../../contract/assemble.ts";
import { componentSchemas } from "../../contract/component-schemas.ts";
import { raiseDocuments } from "../../contract/raise-documents.ts";
import type { Checked } from "../../diagnostics.ts";
import { isObject, type Json, type JsonObject } from "../../source/json.ts";
import type { SourceDocument } from "../../source/source-document.ts";

/** A component schema of the house and where it stands. */
export interface HouseSchema {
  readonly path: string;
  /** It stands among the components of the root, and has no document of its own. */
  readonly isInline: boolean;
  readonly data: Json;
}

/** The folder of an API as it is before a pull. */
export interface House {
  /** By path, as they are written. */
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /** Path of the OpenAPI root; undefined if there is none yet. */
  readonly rootPath: string | undefined;
  /** The root in 2020-12. */
  readonly root: JsonObject;
  /** Component schemas in 2020-12, by key. */
  readonly schemas: ReadonlyMap<string, HouseSchema>;
}

/** Reads the documents of an API's folder as far as a pull has to know them: no overlay is applied. */
export function readHouse(documents: readonly SourceDocument[]): Checked<House> {
  const raised = raiseDocuments(documents);
  const { value: assembled, diagnostics } = assemble(raised.value.documents);
  const byPath = new Map(raised.value.documents.map((document) => [document.path, document]));
  const { rootPath } = assembled;
  const root = rootPath === undefined ? undefined : byPath.get(rootPath)?.data;
  const inline = componentSchemas(root);
  return {
    value: {
      documents: new Map(documents.map((document) => [document.path, document])),
      rootPath,
      root: isObject(root) ? root : {},
      schemas: new Map(
        [...assembled.origins].map(([key, { path, pointer }]) => {
          const isInline = pointer !== "";
          const data = (isInline ? inline[key] : byPath.get(path)?.data) ?? true;
          return [key, { path, isInline, data }];
        }),
      ),
    },
    diagnostics,
  };
}
