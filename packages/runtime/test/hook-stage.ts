import { ApiClient, bearer, call, type CallOptions, type Hooks, type RetryClass } from "@sdkmill/runtime";
import { vi } from "vitest";
import { describeApi, describeRoute, type TestOptions } from "./sent-request.ts";

type Step = Response | Error;

/** A client whose `fetch` gives these, one after the other, and the headers that were sent. */
export function clientOf(
  steps: readonly Step[],
  options: TestOptions = {},
): { readonly client: ApiClient; readonly sent: Headers[] } {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const sent: Headers[] = [];
  const fetch = async (_: string, init: RequestInit): Promise<Response> => {
    const step = steps[sent.length];
    sent.push(new Headers(init.headers));
    if (step instanceof Response) return step;
    throw step ?? new Error("There are no more steps.");
  };
  const api = describeApi({ credentials: bearer("token") });
  return { client: new ApiClient(api, { token: "mine", fetch, ...options }), sent };
}

/** Calls an operation that is told of as `event` says. */
export function callThing(
  client: ApiClient,
  retry: RetryClass = "safe",
  options?: CallOptions,
): Promise<unknown> {
  return call(client, describeRoute({ path: "/things/{id}", retry }), { id: "hidden-id" }, options);
}

/** Hooks that write down what they are told, without its times. */
export function recorder(): { readonly told: unknown[]; readonly hooks: Hooks } {
  const told: unknown[] = [];
  const write =
    (name: string) =>
    (event: object): void =>
      void told.push([name, "duration" in event ? { ...event, duration: typeof event.duration } : event]);
  const hooks: Hooks = {
    onRequest: (event) => write("onRequest")(event),
    onResponse: write("onResponse"),
    onRetry: write("onRetry"),
    onError: write("onError"),
    onInvalid: write("onInvalid"),
  };
  return { told, hooks };
}

export const fine = (): Response => Response.json({ request_id: "request-2" });
export const busy = (): Response => Response.json({ request_id: "request-1" }, { status: 503 });
/** What hooks are told of an attempt, whatever it is that happened. */
export const event = (number: number, attempt: number): object => ({
  call: number,
  operation: "GET /things/{id}",
  retry: "safe",
  attempt,
});
