import { error, type Checked } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { own } from "../source/json.ts";
import type { DocumentNode, HttpMethod } from "../source/openapi-shape.ts";
import type { Assembled } from "./assemble.ts";
import type { RetryClass } from "./contract.ts";
import { placeOf } from "./place.ts";

/** What HTTP promises of a method: safe or idempotent (RFC 9110, sections 9.2.1 and 9.2.2; RFC 5789 for PATCH). */
export const promised: Readonly<Record<HttpMethod, RetryClass>> = {
  get: "safe",
  head: "safe",
  options: "safe",
  trace: "safe",
  put: "idempotent",
  delete: "idempotent",
  post: "single-use",
  patch: "single-use",
};

/**
 * The retry class of an operation: what its `x-sdkmill-retry` says, otherwise what HTTP promises of its
 * method. A value that is no class is an error, and the class is that of the method.
 */
export function readRetry(
  assembled: Assembled,
  httpMethod: HttpMethod,
  { node, pointer }: DocumentNode,
): Checked<RetryClass> {
  const given = own(node, "x-sdkmill-retry");
  const value = promised[httpMethod];
  if (given === undefined) return { value, diagnostics: [] };
  if (isRetryClass(given)) return { value: given, diagnostics: [] };
  const message = `\`x-sdkmill-retry\` can not be ${JSON.stringify(given)}.`;
  const help =
    "It is `safe` (it only reads), `idempotent` (twice is like once) or `single-use` (it is not sent again).";
  const place = placeOf(assembled, appendPointer(pointer, "x-sdkmill-retry"));
  return { value, diagnostics: [error("option-invalid", message, help, place)] };
}

function isRetryClass(value: unknown): value is RetryClass {
  return value === "safe" || value === "idempotent" || value === "single-use";
}
