import { error, type Checked, type Diagnostic } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { isObject, own, type Json, type JsonObject } from "../source/json.ts";
import type { DocumentNode } from "../source/openapi-shape.ts";
import type { Assembled } from "./assemble.ts";
import type { Operation, Pagination } from "./contract.ts";
import { placeOf } from "./place.ts";
import { isDangling, namesType, propertySchemas, schemaParts } from "./property-schemas.ts";

const extension = "x-sdkmill-pagination";
const example = "`{ cursor: cursor, next: metadata.next_cursor, items: results }`";
const fields = ["cursor", "next", "items"] as const;
type Field = (typeof fields)[number];

/** What is known of an operation when its pagination is read. */
export type PagedContents = Pick<Operation, "parameters" | "body" | "results" | "mayBeEmpty">;

/**
 * Reads `x-sdkmill-pagination` of an operation: `cursor` is a query parameter or a property of the merged
 * body, `next` and `items` are names with dots between, from the answer to a text and to an array. Every
 * one is held against the schemas; with a fault in any, the operation counts as one without pages.
 */
export function readPagination(
  assembled: Assembled,
  { node, pointer }: DocumentNode,
  contents: PagedContents,
): Checked<Pagination | undefined> {
  const given = own(node, extension);
  if (given === undefined) return { value: undefined, diagnostics: [] };
  const fault = (below: readonly string[], message: string, help: string): Diagnostic =>
    error("option-invalid", message, help, placeOf(assembled, appendPointer(pointer, extension, ...below)));
  const refuse = (...diagnostics: readonly Diagnostic[]): Checked<undefined> => ({
    value: undefined,
    diagnostics,
  });
  if (!isObject(given)) return refuse(fault([], `\`${extension}\` is not a mapping.`, `Write ${example}.`));
  if (contents.results.length === 0 || contents.mayBeEmpty) {
    const message = "An answer that means success may come without content, so it has no pages.";
    return refuse(fault([], message, `Describe the content of the answer, or remove \`${extension}\`.`));
  }

  const { document } = assembled;
  const unknown = Object.keys(given)
    .filter((name) => !fields.some((field) => field === name))
    .map((name) => fault([name], `\`${extension}\` has no ${JSON.stringify(name)}.`, `Write ${example}.`));
  // What is looked for may be in a document that could not be read.
  const isUnreadable = assembled.broken.length > 0;
  const reasons = fields.flatMap((field) => {
    const text = own(given, field);
    if (text === undefined) return [fault([], `\`${field}\` is missing.`, `Write ${example}.`)];
    if (typeof text === "string" && isUnreadable) return [];
    const reason = typeof text === "string" ? faultOf(document, contents, field, text) : "It is no text.";
    if (reason === undefined) return [];
    return [fault([field], `\`${field}\` can not be ${JSON.stringify(text)}: ${reason}`, helps[field])];
  });
  const { cursor, next, items } = given;
  const isSound = unknown.length + reasons.length === 0;
  if (!isSound || typeof cursor !== "string" || typeof next !== "string" || typeof items !== "string")
    return refuse(...unknown, ...reasons);
  return { value: { cursor, next: steps(next), items: steps(items) }, diagnostics: [] };
}

const helps: Readonly<Record<Field, string>> = {
  cursor: "Name a query parameter, or a property of the JSON object that is sent, that is a text.",
  next: "Name the properties from the answer to the text that is the next cursor, with dots between.",
  items: "Name the properties from the answer to the array of items, with dots between.",
};

function steps(path: string): readonly string[] {
  return path.split(".");
}

/** Why a field does not fit the schemas, as a sentence; undefined if it does. */
function faultOf(
  document: JsonObject,
  contents: PagedContents,
  field: Field,
  text: string,
): string | undefined {
  if (field === "cursor") return cursorFault(document, contents, text);
  const wanted = field === "next" ? "string" : "array";
  return contents.results
    .map((result) => pathFault(document, result, steps(text), wanted))
    .find((reason) => reason !== undefined);
}

function cursorFault(
  document: JsonObject,
  { parameters, body }: PagedContents,
  name: string,
): string | undefined {
  const parameter = parameters.find((candidate) => candidate.in === "query" && candidate.name === name);
  const merged = body?.form === "merged" ? schemaParts(document, [body.schema]) : [];
  const schemas = parameter === undefined ? propertySchemas(merged, name) : [parameter.schema];
  const parts = schemaParts(document, schemas);
  if (isDangling(document, [...merged, ...parts])) return undefined;
  if (schemas.length === 0) {
    if (body?.form !== "whole") return "Neither the query nor the body of the request has it.";
    return "It is no query parameter, and the body of the request is sent as a whole.";
  }
  return namesType(schemaParts(document, schemas), "string")
    ? undefined
    : "Its schema is not that of a text.";
}

function pathFault(
  document: JsonObject,
  result: Json,
  path: readonly string[],
  wanted: "string" | "array",
): string | undefined {
  let parts = schemaParts(document, [result]);
  for (const [index, name] of path.entries()) {
    if (isDangling(document, parts)) return undefined;
    const schemas = propertySchemas(parts, name);
    if (schemas.length === 0) {
      const parent = index === 0 ? "The answer" : `\`${path.slice(0, index).join(".")}\``;
      return `${parent} has no property ${JSON.stringify(name)}.`;
    }
    parts = schemaParts(document, schemas);
  }
  if (namesType(parts, wanted) || isDangling(document, parts)) return undefined;
  return `Its schema is not that of ${wanted === "string" ? "a text" : "an array"}.`;
}
