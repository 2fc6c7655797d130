import { error, warning, type Diagnostic, type Place } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { isObject, ownString, type Json, type JsonObject } from "../source/json.ts";
import { walkNodes } from "../source/openapi-shape.ts";
import type { Assembled } from "./assemble.ts";
import { mayBeIn } from "./broken-documents.ts";
import { isKnownDialect, isKnownKeyword, knownFormats } from "./keywords.ts";
import { shapeFaults } from "./raise-meta-schemas.ts";
import { placeOf } from "./place.ts";

/**
 * Holds every schema against the meta-schema of JSON Schema 2020-12, and names each keyword, dialect
 * and format that sdkmill would otherwise pass over in silence.
 *
 * @see https://json-schema.org/draft/2020-12/schema
 */
export function checkSchemas(assembled: Assembled): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const dialect = ownString(assembled.document, "jsonSchemaDialect");
  if (dialect !== undefined)
    diagnostics.push(...checkDialect(assembled, dialect, placeOf(assembled, "/jsonSchemaDialect")));

  let checked = "\u0000";
  walkNodes({ node: assembled.document, kind: "document", pointer: "" }, ({ node, kind, pointer }) => {
    if (kind !== "schema") return;
    const within = pointer.startsWith(`${checked}/`);
    // The meta-schema goes down by itself; ask it once for each outermost schema.
    if (!within) {
      checked = pointer;
      diagnostics.push(...checkShape(assembled, node, pointer));
    }
    if (isObject(node))
      diagnostics.push(
        ...checkKeywords(assembled, node, (keyword) => placeOf(assembled, appendPointer(pointer, keyword))),
      );
  });
  return diagnostics;
}

function checkShape(assembled: Assembled, schema: Json, pointer: string): readonly Diagnostic[] {
  const help = "Mend the value: JSON Schema does not allow it here.";
  return shapeFaults("2020-12", schema).map((fault) =>
    error("schema-shape", fault.message, help, placeOf(assembled, pointer + fault.pointer)),
  );
}

/** Dialects that sdkmill knows are 2020-12 by now; what is left names no known one, or came with an overlay. */
function checkDialect({ broken }: Assembled, dialect: string, place: Place): readonly Diagnostic[] {
  if (isKnownDialect(dialect) || mayBeIn(dialect, broken)) return [];
  const message = `${JSON.stringify(dialect)} is not a dialect that sdkmill reads here.`;
  const help =
    "Name a draft from draft-04 to 2020-12, or a meta-schema whose `$id` it is in the source; an overlay is written in 2020-12.";
  return [error("dialect-unknown", message, help, place)];
}

function checkKeywords(
  assembled: Assembled,
  schema: JsonObject,
  place: (keyword: string) => Place,
): readonly Diagnostic[] {
  const faults = Object.keys(schema)
    .filter((keyword) => !isKnownKeyword(keyword))
    .map((keyword) => {
      const message = `\`${keyword}\` is not a keyword of JSON Schema 2020-12; it has no effect.`;
      const help = "Remove it, or start its name with `x-` if it is meant for another tool.";
      return warning("keyword-unknown", message, help, place(keyword));
    });
  const dialect = ownString(schema, "$schema");
  const dialectFaults = dialect === undefined ? [] : checkDialect(assembled, dialect, place("$schema"));
  return [...faults, ...dialectFaults, ...checkFormat(schema, place)];
}

function checkFormat(schema: Json, place: (keyword: string) => Place): readonly Diagnostic[] {
  const format = ownString(schema, "format");
  if (format === undefined || knownFormats.has(format)) return [];
  const help = "Use a format of JSON Schema or of the OpenAPI registry, or say it with `pattern`.";
  return [
    warning(
      "format-unknown",
      `The format ${JSON.stringify(format)} is not known; it is not checked.`,
      help,
      place("format"),
    ),
  ];
}
