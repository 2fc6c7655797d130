import { error, hasErrors, type Checked, type Diagnostic } from "../../diagnostics.ts";
import { assemble } from "../../contract/assemble.ts";
import { raiseDocuments } from "../../contract/raise-documents.ts";
import { checkWritten } from "../../contract/raise-faults.ts";
import type { Moves } from "../../contract/raise-moves.ts";
import { isObject, type JsonObject } from "../../source/json.ts";
import { parse } from "../../source/parse.ts";
import type { SourceDocument, SourceFile, SourceText } from "../../source/source-document.ts";
import { repairUpstream, type Renames } from "./repair-upstream.ts";

/** The upstream document, raised to OpenAPI 3.1 and repaired. */
export interface Upstream {
  readonly document: JsonObject;
  /** The text as it came, and the name that messages give it. */
  readonly text: SourceText;
  /** What moved in it when it was raised. */
  readonly moves: Moves | undefined;
  readonly renames: Renames;
}

/**
 * Reads the upstream document of an API.
 *
 * @param file the document; its path is what messages call it
 * @param config the overlay that says how its known faults are repaired
 */
export function readUpstream(
  file: SourceFile,
  config: SourceDocument | undefined,
): Checked<Upstream | undefined> {
  const parsed = parse([file]);
  const [document] = parsed.value.documents;
  const [text] = parsed.value.texts;
  if (document === undefined || text === undefined || hasErrors(parsed.diagnostics))
    return { value: undefined, diagnostics: parsed.diagnostics };
  if (document.kind !== "openapi" || !isObject(document.data)) {
    const help = "Name the OpenAPI document of the API; JSON Schema documents alone have no operations.";
    const place = { path: file.path, pointer: "" };
    return {
      value: undefined,
      diagnostics: [
        error("upstream-not-openapi", "The upstream document is no OpenAPI document.", help, place),
      ],
    };
  }

  const raised = raiseDocuments([document]);
  const assembled = assemble(raised.value.documents, [], raised.value.moves);
  const data = raised.value.documents[0]?.data;
  const repaired = repairUpstream(isObject(data) ? data : {}, config);
  const seen = { ...assembled.value, document: repaired.value.document };
  const diagnostics: readonly Diagnostic[] = [
    ...parsed.diagnostics,
    ...raised.diagnostics,
    ...assembled.diagnostics,
    ...checkWritten(raised.value, assembled.value, seen),
    ...repaired.diagnostics,
  ];
  return {
    value: {
      document: repaired.value.document,
      text,
      moves: raised.value.moves.get(document.path),
      renames: repaired.value.renames,
    },
    diagnostics,
  };
}
