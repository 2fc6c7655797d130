/**
 * What a call does on the server, and so when it may be sent again.
 *
 * - `safe`: it only reads (RFC 9110, section 9.2.1).
 * - `idempotent`: sent twice it leaves what it leaves once (section 9.2.2).
 * - `single-use`: it consumes a one-time token, sends a message or makes something new. It is never sent
 *   again once the server may have got it.
 */
export type RetryClass = "safe" | "idempotent" | "single-use";

/** The class of a method of which nothing else is known (RFC 9110, section 9.2). */
export function defaultRetryClass(method: string): RetryClass {
  if (/^(GET|HEAD|OPTIONS|TRACE)$/.test(method)) return "safe";
  return /^(PUT|DELETE)$/.test(method) ? "idempotent" : "single-use";
}
