import type { ApiDescription } from "./api-description.js";
import { ApiError } from "./api-error.js";

/** As much of an answer that is not JSON as an error keeps. */
const MAX_TEXT = 2_000;

/**
 * Reads the answer to a call.
 *
 * @param error the body of an answer without success, as openapi-fetch read it: JSON parsed, or text
 * @returns the JSON of a successful answer; undefined if it is empty
 * @throws {ApiError} for every other answer
 */
export async function readAnswer(
  operation: string,
  response: Response,
  error: unknown,
  { name, requestId }: ApiDescription,
): Promise<unknown> {
  const fail = (problem: string, body: unknown, text: string | undefined): ApiError => {
    const id = requestIdOf(response, body, requestId);
    const suffix = id === undefined ? "" : ` (request id ${id})`;
    const message = `${name} answered ${operation} with ${problem}${suffix}.`;
    return new ApiError(message, {
      operation,
      status: response.status,
      headers: response.headers,
      requestId: id,
      body,
      text,
    });
  };
  if (!response.ok) {
    const isText = typeof error === "string";
    throw fail(
      `status ${response.status}`,
      isText ? undefined : error,
      isText && error !== "" ? error.slice(0, MAX_TEXT) : undefined,
    );
  }
  const text = response.bodyUsed ? "" : await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw fail(`status ${response.status}, but not with JSON`, undefined, text.slice(0, MAX_TEXT));
  }
}

function requestIdOf(response: Response, body: unknown, property: string | undefined): string | undefined {
  const inBody =
    property !== undefined && typeof body === "object" && body !== null && Object.hasOwn(body, property)
      ? (body as Readonly<Record<string, unknown>>)[property]
      : undefined;
  if (typeof inBody === "string") return inBody;
  return response.headers.get("x-request-id") ?? undefined;
}
