import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { error, warning, type Diagnostic, type Place } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { isObject, ownObject, ownString, type Json } from "../source/json.ts";
import { walkNodes } from "../source/openapi-shape.ts";
import type { Assembled } from "./assemble.ts";
import { isKnownDialect, isPattern, keywordStanding, knownFormats } from "./keywords.ts";
import { placeOf } from "./place.ts";

/**
 * Holds every schema against the meta-schema of JSON Schema 2020-12, and names each keyword, dialect
 * and format that sdkmill would otherwise pass over in silence.
 *
 * @see https://json-schema.org/draft/2020-12/schema
 */
export function checkSchemas(assembled: Assembled): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const validator = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  const isSchema = validator.getSchema("https://json-schema.org/draft/2020-12/schema");

  const dialect = ownString(assembled.document, "jsonSchemaDialect");
  if (dialect !== undefined)
    diagnostics.push(...checkDialect(dialect, placeOf(assembled, "/jsonSchemaDialect")));

  let checked = "\u0000";
  walkNodes({ node: assembled.document, kind: "document", pointer: "" }, ({ node, kind, pointer }) => {
    if (kind !== "schema") return;
    const within = pointer.startsWith(`${checked}/`);
    // The meta-schema goes down by itself; ask it once for each outermost schema.
    if (!within) {
      checked = pointer;
      if (isSchema?.(node) === false)
        diagnostics.push(...shapeFaults(assembled, pointer, isSchema.errors ?? []));
    }
    if (isObject(node))
      diagnostics.push(
        ...checkKeywords(node, (keyword) => placeOf(assembled, appendPointer(pointer, keyword))),
      );
  });
  return diagnostics;
}

/** One fault for each place: the meta-schema says several things about the same wrong value. */
function shapeFaults(
  assembled: Assembled,
  pointer: string,
  errors: readonly ErrorObject[],
): readonly Diagnostic[] {
  const direct = errors.filter(
    ({ keyword }) => !["$ref", "$dynamicRef", "allOf", "anyOf", "if"].includes(keyword),
  );
  const byPlace = new Map(direct.toReversed().map((fault) => [fault.instancePath, fault]));
  return [...byPlace.values()].map(({ instancePath, message = "is not valid" }) =>
    error(
      "schema-shape",
      `This ${message}.`,
      "Mend the value: JSON Schema 2020-12 does not allow it here.",
      placeOf(assembled, pointer + instancePath),
    ),
  );
}

function checkDialect(dialect: string, place: Place): readonly Diagnostic[] {
  if (isKnownDialect(dialect)) return [];
  const message = `${JSON.stringify(dialect)} is not a dialect that sdkmill reads.`;
  const help = "Raise the document to JSON Schema 2020-12: https://json-schema.org/draft/2020-12/schema.";
  return [error("dialect-unknown", message, help, place)];
}

function checkKeywords(schema: Json, place: (keyword: string) => Place): readonly Diagnostic[] {
  if (!isObject(schema)) return [];
  const faults = Object.keys(schema).flatMap((keyword) => {
    const standing = keywordStanding(keyword);
    if (standing === "unknown") {
      const help = "Remove it, or start its name with `x-` if it is meant for another tool.";
      return [
        warning(
          "keyword-unknown",
          `\`${keyword}\` is not a keyword of JSON Schema 2020-12; it has no effect.`,
          help,
          place(keyword),
        ),
      ];
    }
    if (standing === "unsupported") {
      const help = "Write the schema with `$ref` for now.";
      return [error("keyword-unsupported", `\`${keyword}\` is not supported yet.`, help, place(keyword))];
    }
    return [];
  });
  const dialect = ownString(schema, "$schema");
  const dialectFaults = dialect === undefined ? [] : checkDialect(dialect, place("$schema"));
  return [...faults, ...dialectFaults, ...checkFormat(schema, place), ...checkPatterns(schema, place)];
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

function checkPatterns(schema: Json, place: (keyword: string) => Place): readonly Diagnostic[] {
  const pattern = ownString(schema, "pattern");
  const sources: readonly (readonly [string, string])[] = [
    ...Object.keys(ownObject(schema, "patternProperties")).map(
      (source) => ["patternProperties", source] as const,
    ),
    ...(pattern === undefined ? [] : [["pattern", pattern] as const]),
  ];
  return sources
    .filter(([, source]) => !isPattern(source))
    .map(([keyword, source]) =>
      error(
        "pattern-invalid",
        `${JSON.stringify(source)} is not a regular expression of ECMA-262 in Unicode mode.`,
        "Mend the pattern; JSON Schema reads it with the `u` flag.",
        place(keyword),
      ),
    );
}
