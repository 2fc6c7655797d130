import { answering, type Failure } from "./failure.ts";
import { quotationOf, quotingError } from "./quotation.ts";

const never = (): Promise<never> => new Promise(() => undefined);

/** Rejects when the call is over, as `fetch` does, but with the request in its error. */
const untilAborted: Failure["trial"] = ({ secrets }) => ({
  fetch: (url, init) =>
    new Promise((_, reject) => {
      init.signal?.addEventListener("abort", () => reject(quotingError(quotationOf(url, init, secrets))));
    }),
});

/** Calls that end before there is an answer. */
export const endedCalls: readonly Failure[] = [
  answering("no answer within the time of an attempt", never, { call: { attemptTimeout: 2, maxRetries: 1 } }),
  answering("no answer within the time of the call", never, { call: { timeout: 2 } }),
  answering(
    "no end of the answer in time",
    () => new Response(new ReadableStream(), { headers: { "content-type": "application/json" } }),
    { call: { attemptTimeout: 2 } },
  ),
  {
    name: "no answer in time, and then an error that holds the request",
    trial: (planted) => ({ ...untilAborted(planted), call: { attemptTimeout: 2 } }),
  },
  {
    name: "the caller aborts",
    trial: (planted) => ({ ...untilAborted(planted), call: { signal: AbortSignal.timeout(2) } }),
  },
  {
    name: "the caller has aborted",
    trial: (planted) => ({ ...untilAborted(planted), call: { signal: AbortSignal.abort() } }),
  },
];
