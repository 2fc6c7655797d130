import { error, type Checked, type Diagnostic } from "../diagnostics.ts";
import { appendPointer, resolvePointer } from "../source/json-pointer.ts";
import { isObject, own, ownArray, ownObject, ownString, type Json, type JsonObject } from "../source/json.ts";
import type { DocumentNode } from "../source/openapi-shape.ts";
import type { Assembled } from "./assemble.ts";
import type { Parameter, RequestBody } from "./contract.ts";
import { dereference } from "./positions.ts";
import { placeOf } from "./place.ts";

const jsonMediaType = /^application\/(json|[^;]+\+json)\s*(;|$)/i;

/**
 * Reads the request body of an operation. The properties of a JSON object stand beside the parameters
 * in the one argument of a call; a body that is no object, or that has a property of the name of a
 * path or query parameter, stands under `body`.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#request-body-object
 */
export function readBody(
  assembled: Assembled,
  operation: DocumentNode,
  parameters: readonly Parameter[],
): Checked<RequestBody | undefined> {
  const given = own(operation.node, "requestBody");
  if (given === undefined) return { value: undefined, diagnostics: [] };
  const { document } = assembled;
  const pointer = appendPointer(operation.pointer, "requestBody");
  const { node } = dereference(document, { node: given, kind: "requestBody", pointer });
  const content = Object.entries(ownObject(node, "content"));
  const [mediaType, media] = content.find(([type]) => jsonMediaType.test(type)) ?? content[0] ?? [];
  if (mediaType === undefined || !jsonMediaType.test(mediaType)) {
    const message = `The request body is ${mediaType === undefined ? "without content" : JSON.stringify(mediaType)}; the client sends JSON.`;
    const help = "Describe the body as `application/json`, or remove the operation in the overlay.";
    return {
      value: undefined,
      diagnostics: [error("operation-unsupported", message, help, placeOf(assembled, pointer))],
    };
  }
  if (/\/(get|head)$/.test(operation.pointer)) {
    const message = "The request body is left out by fetch: this method has none (RFC 9110, section 9.3.1).";
    const help = "Describe what is sent as query parameters, or remove the body in the overlay.";
    return {
      value: undefined,
      diagnostics: [error("operation-unsupported", message, help, placeOf(assembled, pointer))],
    };
  }
  const required = own(node, "required") === true;
  const schema = own(media, "schema") ?? true;
  const form = bodyForm(document, { schema, required }, parameters);
  const clashes =
    form === "whole" &&
    parameters.some((parameter) => parameter.in !== "header" && parameter.name === "body");
  const message = "The body stands under `body` in a call, and so would the parameter of that name.";
  const help = "Rename the parameter, or let the body be an object without a property of a parameter's name.";
  return {
    value: { mediaType, required, schema, form },
    diagnostics: clashes ? [error("operation-parameter", message, help, placeOf(assembled, pointer))] : [],
  };
}

const compositions = ["allOf", "anyOf", "oneOf", "not", "if"];

function bodyForm(
  document: JsonObject,
  { schema, required }: Pick<RequestBody, "schema" | "required">,
  parameters: readonly Parameter[],
): RequestBody["form"] {
  const resolved = resolveSchema(document, schema);
  const composes = compositions.some((keyword) => own(resolved, keyword) !== undefined);
  // Beside a reference, a schema may say more than what it refers to.
  const adds =
    resolved !== schema &&
    ["properties", "required", "additionalProperties", ...compositions].some(
      (keyword) => own(schema, keyword) !== undefined,
    );
  if (ownString(resolved, "type") !== "object" || composes || adds) return "whole";
  // A body that may be left out, but not in part, has to be given or not given as a whole.
  if (!required && ownArray(resolved, "required").length > 0) return "whole";
  // An open object may hold anything, and so the names of the parameters too.
  const rest = own(resolved, "additionalProperties");
  const isOpen = rest !== undefined && rest !== false;
  const placed = parameters.filter((parameter) => parameter.in !== "header");
  const clashes = placed.some(({ name }) => isOpen || Object.hasOwn(ownObject(resolved, "properties"), name));
  return clashes ? "whole" : "merged";
}

/** The schema that a reference, or a chain of them, leads to. */
export function resolveSchema(document: JsonObject, schema: Json): Json {
  const seen = new Set<string>();
  let current = schema;
  for (;;) {
    const reference = ownString(current, "$ref");
    if (reference === undefined || seen.has(reference)) return current;
    seen.add(reference);
    current = resolvePointer(document, reference.slice(1)) ?? true;
  }
}

export interface Responses {
  readonly results: readonly Json[];
  readonly mayBeEmpty: boolean;
  readonly errors: readonly Json[];
}

/**
 * Reads the answers of an operation: 2XX are results, everything else is an error. Errors without JSON
 * count as having no content.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#responses-object
 */
export function readResponses(assembled: Assembled, operation: DocumentNode): Checked<Responses> {
  const diagnostics: Diagnostic[] = [];
  const results: Json[] = [];
  let mayBeEmpty = false;
  const errors: Json[] = [];
  const responses = Object.entries(ownObject(operation.node, "responses")).filter(
    ([status]) => !status.startsWith("x-"),
  );
  const pointer = appendPointer(operation.pointer, "responses");
  const hasSuccess = responses.some(([status]) => /^2(\d\d|XX)$/.test(status));
  for (const [status, given] of responses) {
    if (!/^([1-5](\d\d|XX)|default)$/.test(status)) {
      const message = `${JSON.stringify(status)} is no status code.`;
      const help = "Use a code such as `200`, a range such as `4XX`, or `default`.";
      diagnostics.push(
        error("openapi-shape", message, help, placeOf(assembled, appendPointer(pointer, status))),
      );
    }
    const { node } = dereference(assembled.document, {
      node: given,
      kind: "response",
      pointer: appendPointer(pointer, status),
    });
    const content = Object.entries(ownObject(node, "content"));
    const schemas = content
      .filter(([mediaType, media]) => jsonMediaType.test(mediaType) && isObject(media))
      .map(([, media]) => own(media, "schema") ?? true);
    const isResult = status.startsWith("2") || (status === "default" && !hasSuccess);
    (isResult ? results : errors).push(...schemas);
    mayBeEmpty ||= isResult && content.length === 0;
    if (isResult && content.length > 0 && schemas.length === 0) {
      const message = `The answer is ${content.map(([mediaType]) => JSON.stringify(mediaType)).join(" or ")}; the client reads JSON.`;
      const help = "Describe the answer as `application/json`, or remove the operation in the overlay.";
      diagnostics.push(
        error("operation-unsupported", message, help, placeOf(assembled, appendPointer(pointer, status))),
      );
    }
  }
  return {
    value: { results: uniqueSchemas(results), mayBeEmpty, errors: uniqueSchemas(errors) },
    diagnostics,
  };
}

/** Each schema once. */
export function uniqueSchemas(schemas: readonly Json[]): readonly Json[] {
  return [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
}
