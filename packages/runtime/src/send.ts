import type { ApiDescription } from "./api-description.js";
import { ApiError } from "./api-error.js";
import { attempter } from "./attempt.js";
import { ClientError } from "./client-error.js";
import type { ClientOptions } from "./client-options.js";
import type { CallEvent, Hooks } from "./hooks.js";
import type { ConnectionError } from "./connection-error.js";
import { TIMEOUT } from "./default-limits.js";
import { notifier } from "./notifier.js";
import type { Send } from "./outgoing.js";
import { readAnswer, requestIdOf } from "./read-answer.js";
import type { Answer } from "./answer.js";
import { retryDelay } from "./retry-delay.js";
import { within } from "./within.js";

/** In what a call that is answered at once gives back of the retry budget. */
const RETRY_COST = 10;

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
  const fullBudget = retryBudget * RETRY_COST;
  let budget = fullBudget;
  let calls = 0;

  return async (outgoing) => {
    const { operation, options } = outgoing;
    const { retry = outgoing.route.retry } = options;
    const timeout = options.timeout ?? client.timeout ?? TIMEOUT;
    const maxRetries = options.maxRetries ?? client.maxRetries ?? 2;
    const start = performance.now();
    const elapsed = (): number => performance.now() - start;
    const call = (calls += 1);
    let attempts = 1;
    let wasSent = false;
    const event = (): CallEvent => ({ call, operation, retry, attempt: attempts });
    try {
      await validation?.check({ ...event(), subject: "request" }, outgoing.value(), hooks);
      for (; ; attempts += 1) {
        const since = elapsed();
        let error: unknown = await attempt(outgoing, event(), timeout, timeout - since, wasSent);
        if (!(error instanceof ClientError)) {
          const answer = error as Answer;
          const { status, headers } = answer.response;
          outgoing.onAnswer?.(answer);
          const data = readAnswer(outgoing, answer, description);
          const requestId =
            data instanceof ApiError ? data.requestId : requestIdOf(data, headers, description.requestId);
          // An answer can say anything. Who asked for it gets it as it is; those who look on do not.
          const told = requestId && hooks[0] && answer.redact().text(requestId);
          notify("onResponse", { ...event(), status, requestId: told, duration: elapsed() - since });
          // A refusal says as well that the API is there.
          if (attempts === 1 && status < 429) budget = Math.min(fullBudget, budget + 1);
          if (!(data instanceof ApiError)) {
            await validation?.check({ ...event(), subject: "response" }, data, hooks);
            return { data, status, headers, requestId, attempts };
          }
          error = data;
        }
        const delay = retryDelay(retry, error, attempts, description.notRetried);
        if (!(attempts <= maxRetries && budget >= RETRY_COST) || !(elapsed() + delay < timeout)) throw error;
        budget -= RETRY_COST;
        // What is sent once is sent again only if it was not done.
        wasSent ||= retry !== "single-use" && (error as ConnectionError).outcome !== "not-sent";
        notify("onRetry", { ...event(), delay, error });
        await within(options.signal, delay);
      }
    } catch (error) {
      notify("onError", { ...event(), error, duration: elapsed() });
      throw error;
    }
  };
}
