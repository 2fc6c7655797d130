import type { Answer } from "./answer.js";
import type { ApiDescription } from "./api-description.js";
import { ApiError } from "./api-error.js";
import { isObject } from "./is-object.js";
import type { Outgoing } from "./outgoing.js";

/** As much of an answer that is not JSON as an error keeps. */
const MAX_TEXT = 2_000;

/**
 * Reads the answer to a call.
 *
 * @returns the JSON of a successful answer; undefined if there is none and need not be; for every other
 *   answer the error
 */
export function readAnswer(
  { operation, route: { result } }: Outgoing,
  { response, bytes, redact }: Answer,
  { name, requestId: idProperty, errorType = [] }: ApiDescription,
): unknown {
  const { ok, status, headers } = response;
  if (ok && result === "void") return undefined;
  const text = new TextDecoder().decode(bytes);
  const parsed = parse(text);
  const isJson = parsed !== undefined && /json|^$/i.test(headers.get("content-type") ?? "");
  let problem = "";
  // A redirect is no success either; of it a browser shows the status 0 (Fetch, section 2.2.6).
  if (ok) {
    if (bytes === undefined) problem = ", but more than `maxResponseBytes`";
    else if (text === "" && result === "empty") return undefined;
    else if (!isJson) problem = text ? ", but not JSON" : ", but empty";
    else if (parsed === null && !result) problem = ", but `null`";
    else return parsed;
  }

  const secrets = redact();
  const told = new Headers();
  headers.forEach((value, header) => {
    if (header !== "set-cookie" && !secrets.isSecret(header)) told.set(header, secrets.text(value));
  });
  const body = isObject(parsed)
    ? parse(text, (property, value) => secrets.json(property, value, errorType))
    : undefined;
  const requestId = requestIdOf(body, told, idProperty);
  const type = errorType.map((property) => textIn(body, property)).find((found) => found);
  const shown = [type, requestId].map((part) =>
    part ? ` (${part.slice(0, 100).replace(/[^\x20-\x7e]/g, "?")})` : "",
  );
  // The message has nothing of the answer but status, type and id.
  return new ApiError(`${name} answered ${operation} with status ${status}${problem}${shown.join("")}.`, {
    operation,
    status,
    headers: told,
    requestId,
    type,
    body,
    text: body || !text ? undefined : secrets.cut(text).slice(0, MAX_TEXT),
  });
}

/** The id that an answer gives the request: in a property of its body, or in a header. */
export function requestIdOf(
  body: unknown,
  headers: Headers,
  property: string | undefined,
): string | undefined {
  return textIn(body, property) ?? headers.get("x-request-id") ?? undefined;
}

/** The text in a property of a value, if there is one. */
function textIn(value: unknown, property = ""): string | undefined {
  const text = (value as Readonly<Record<string, unknown>> | null | undefined)?.[property];
  return typeof text === "string" ? text : undefined;
}

/** Undefined for what is not JSON; JSON itself has no such value. */
function parse(text: string, reviver?: (property: string, value: unknown) => unknown): unknown {
  try {
    return JSON.parse(text, reviver) as unknown;
  } catch {
    return undefined;
  }
}
