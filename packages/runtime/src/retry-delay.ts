import type { ApiError } from "./api-error.js";
import type { ConnectionError } from "./connection-error.js";
import type { RetryClass } from "./retry-class.js";
import type { TimeoutError } from "./timeout-error.js";

const FIRST_DELAY = 500;
const MAX_DELAY = 8_000;
/** A longer wait is the caller's to decide. */
const MAX_RETRY_AFTER = 60_000;

/**
 * How long to wait before a call is sent again.
 *
 * @param error of the call itself: an ApiError, ConnectionError or TimeoutError
 * @param attempt the one that failed, counted from 1
 * @param notRetried types of failed answers that waiting does not change
 * @returns milliseconds; Infinity if it is not to be sent again
 */
export function retryDelay(
  retry: RetryClass,
  error: unknown,
  attempt: number,
  notRetried: readonly string[] = [],
): number {
  const { status, headers, type, outcome, limit } = error as Partial<
    ApiError & ConnectionError & TimeoutError
  >;
  // Whatever else a caller says, it is no promise.
  const isRepeatable = retry === "safe" || retry === "idempotent";
  const after = headers && retryAfter(headers);
  // A server that says when to come back has not done what it was asked.
  const statuses = isRepeatable ? /408|425|429|50[0234]/ : after === undefined ? /^$/ : /429|503/;
  const mayBeSent = headers
    ? statuses.test(`${status}`) && !notRetried.includes(`${type}`) && !(after && after > MAX_RETRY_AFTER)
    : limit !== "total" && (isRepeatable || (!limit && outcome === "not-sent"));
  // Full jitter: clients that failed together do not come back together.
  const backoff = Math.random() * Math.min(MAX_DELAY, FIRST_DELAY * 2 ** (attempt - 1));
  return mayBeSent ? (after ?? backoff) : Infinity;
}

/**
 * The wait that `Retry-After` asks for (RFC 9110, section 10.2.3), in milliseconds; a date is taken by the
 * clock of the server, if it told its own. Undefined if there is none, or it can not be read.
 */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(value)) return +value * 1_000;
  const wait = Date.parse(value) - (Date.parse(headers.get("date") ?? "") || Date.now());
  return value.endsWith("GMT") && wait === wait ? Math.max(0, wait) : undefined;
}
