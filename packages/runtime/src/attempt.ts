import type { ApiDescription } from "./api-description.js";
import type { ClientOptions } from "./client-options.js";
import { ConnectionError, type Outcome } from "./connection-error.js";
import { ATTEMPT_TIMEOUT, MAX_RESPONSE_BYTES } from "./default-limits.js";
import { setHeaders } from "./header-value.js";
import type { CallEvent, Hooks } from "./hooks.js";
import { isNotSent } from "./is-not-sent.js";
import type { Outgoing } from "./outgoing.js";
import type { Answer } from "./answer.js";
import { readBytes } from "./read-bytes.js";
import { redactor, type Redact } from "./redact.js";
import { TimeoutError } from "./timeout-error.js";
import { within } from "./within.js";

/** Headers that are secret in every API. */
const SECRET_HEADERS = ["authorization", "cookie"];

/**
 * Sends a call once, with credentials and whatever hooks add, and reads the answer to its end.
 *
 * @param timeout milliseconds for the whole call
 * @param left those that are left of them
 * @param wasSent whether the API may have got the request in an attempt before
 * @returns also, so that they are not taken for what others throw: a {@link TimeoutError} if that takes longer
 *   than it may, a {@link ConnectionError} if there is no answer, or no end of it
 * @throws the reason of the caller's signal, as soon as it is aborted; also what a hook or a function for a
 *   credential throws
 */
export type Attempt = (
  outgoing: Outgoing,
  event: CallEvent,
  timeout: number,
  left: number,
  wasSent: boolean,
) => Promise<Answer | TimeoutError | ConnectionError>;

/**
 * Makes the function that sends calls once.
 *
 * @throws {TypeError} if a credential is missing or can not be used
 */
export function attempter(
  description: ApiDescription,
  client: ClientOptions & Readonly<Record<string, unknown>>,
  hooks: readonly Hooks[],
): Attempt {
  const { attemptTimeout = ATTEMPT_TIMEOUT, maxResponseBytes = MAX_RESPONSE_BYTES } = client;
  const authorize = description.credentials?.(client);

  return async (outgoing, event, timeout, left, wasSent) => {
    const { operation, route, options, body, url } = outgoing;
    const { signal } = options;
    const own = options.attemptTimeout ?? attemptTimeout;
    const controller = new AbortController();
    const headers = new Headers(outgoing.headers);
    let secrets: readonly string[] = [];
    let outcome: Outcome = wasSent ? "unknown" : "not-sent";
    let isFetching = false;
    const redact = (): Redact =>
      redactor(
        [description.secrets ?? [], route.secrets ?? [], SECRET_HEADERS].flat(),
        [outgoing.parameters, { body: outgoing.value() }, Object.fromEntries(headers)],
        secrets,
      );
    const exchange = async (): Promise<Answer> => {
      for (const hook of hooks) setHeaders(headers, await hook.onRequest?.(event));
      const { header, locate, ...known } = (await authorize?.()) ?? { secrets };
      ({ secrets } = known);
      if (header) headers.set(...header);
      controller.signal.throwIfAborted();
      isFetching = true;
      const response = await (client.fetch ?? globalThis.fetch)(locate?.(url) ?? url, {
        method: route.method,
        headers,
        body: body ?? null,
        signal: controller.signal,
        // A redirect could carry the body, and every header but one, to another origin (Fetch, section 4.4).
        redirect: "manual",
        // Frameworks keep what is fetched, and give it to the next user. Not every `fetch` knows of it.
        ...("cache" in Request.prototype ? { cache: "no-store" } : {}),
      });
      wasSent = true;
      return { response, bytes: await readBytes(response, maxResponseBytes), redact };
    };
    const expired = (): TimeoutError => {
      if (isFetching) outcome = "unknown";
      const isTotal = left < own;
      const allowed = isTotal ? timeout : own;
      const message = `No answer to ${operation} within ${allowed} ms.`;
      return new TimeoutError(message, {
        operation,
        limit: isTotal ? "total" : "attempt",
        timeout: allowed,
        outcome,
      });
    };
    signal?.throwIfAborted();
    // A machine may have slept longer than it was to.
    if (left <= 0) return expired();
    try {
      const result = await within(signal, Math.min(left, own), exchange(), expired);
      if (result instanceof TimeoutError) controller.abort(result);
      return result;
    } catch (thrown) {
      controller.abort(thrown);
      if (!isFetching || (signal?.aborted && thrown === signal.reason)) throw thrown;
      if (wasSent || !isNotSent(thrown)) outcome = "unknown";
      const cause = redact().cause(thrown);
      return new ConnectionError(`No answer to ${operation}.`, { operation, outcome, cause });
    }
  };
}
