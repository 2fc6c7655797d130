import type { ApiDescription } from "./api-description.js";
import { ApiError } from "./api-error.js";
import { attempter, type Attempted } from "./attempt.js";
import type { ClientOptions } from "./client-options.js";
import type { CallEvent, Hooks } from "./hooks.js";
import { notifier } from "./notifier.js";
import type { Send } from "./outgoing.js";
import { readAnswer, requestIdOf } from "./read-answer.js";
import { retryDelay } from "./retry-delay.js";
import { within } from "./within.js";

/** Each call that is answered at once gives back as much of the retry budget; each retry takes 1. */
const BUDGET_BACK = 0.1;

/**
 * Makes the function that sends calls, and sends them again. It keeps the credentials, the count of calls
 * and the retry budget of one client.
 *
 * @throws {TypeError} if a credential is missing or can not be used
 */
export function sender(
  description: ApiDescription,
  client: ClientOptions & Readonly<Record<string, unknown>>,
): Send {
  const { retryBudget = 10, validation } = client;
  const hooks: readonly Hooks[] = [client.hooks ?? []].flat();
  const attempt = attempter(description, client, hooks);
  const notify = notifier(hooks);
  let calls = 0;
  let budget = retryBudget;

  return async (outgoing) => {
    const { operation, options, value } = outgoing;
    const retry = options.retry ?? outgoing.route.retry;
    const timeout = options.timeout ?? client.timeout ?? 60_000;
    const maxRetries = options.maxRetries ?? client.maxRetries ?? 2;
    const start = performance.now();
    const elapsed = (): number => performance.now() - start;
    const call = (calls += 1);
    let attempts = 1;
    let wasSent = false;
    let attempted: Attempted | undefined;
    const event = (): CallEvent => ({ call, operation, retry, attempt: attempts });
    try {
      await validation?.check({ ...event(), subject: "request" }, value, hooks);
      for (; ; attempts += 1) {
        try {
          const since = elapsed();
          attempted = undefined;
          attempted = await attempt(outgoing, event(), timeout, timeout - since, wasSent);
          const { status, headers } = attempted.response;
          const data = readAnswer(outgoing, attempted, description, attempted.redact);
          const isError = data instanceof ApiError;
          const requestId = isError ? data.requestId : requestIdOf(data, headers, description.requestId);
          notify("onResponse", { ...event(), status, requestId, duration: elapsed() - since });
          if (isError) throw data;
          if (attempts === 1) budget = Math.min(retryBudget, budget + BUDGET_BACK);
          await validation?.check({ ...event(), subject: "response" }, data, hooks);
          return { data, status, headers, requestId, attempts, bytes: attempted.bytes };
        } catch (error) {
          const delay = retryDelay(retry, error, attempts, description.notRetried) ?? Infinity;
          if (attempts > maxRetries || budget < 1 || elapsed() + delay >= timeout || delay === Infinity)
            throw error;
          budget -= 1;
          const { outcome, status = 429 } = error as { readonly outcome?: string; readonly status?: number };
          // An answer of 429 or 503 says that nothing was done; other ones do not.
          wasSent ||= outcome === "unknown" || !/429|503/.test(`${status}`);
          notify("onRetry", { ...event(), delay, error });
          await within(options.signal, delay, (resolve) => resolve(undefined));
        }
      }
    } catch (error) {
      notify("onError", { ...event(), error, duration: elapsed() });
      if (outgoing.isRaw && attempted?.bytes && error instanceof ApiError)
        return {
          ...error,
          data: undefined,
          headers: attempted.response.headers,
          attempts,
          bytes: attempted.bytes,
          error,
        };
      throw error;
    }
  };
}
