import {
  ApiError,
  type CallOptions,
  type ClientOptions,
  ConnectionError,
  type Hooks,
  type RetryClass,
  TimeoutError,
} from "@sdkmill/runtime";
import { vi } from "vitest";
import { hang, hangInBody, slowDrip } from "../fault-answers.ts";
import { type FaultServer, refusingOrigin, type Script } from "../fault-server.ts";
import { callRoute } from "./call-route.ts";
import { type HeldTimers, holdTimers } from "./hold-timers.ts";
import { clientOf, startFaults } from "./set-up.ts";

/** One call against a server that fails, seen from all sides. */
export interface PlayedCall {
  readonly server: FaultServer;
  readonly timers: HeldTimers;
  /** The names of the hooks, in the order in which they were told. */
  readonly told: readonly string[];
  /** What `onRetry` was told of the waits, in milliseconds. */
  readonly delays: readonly number[];
  /** The result, or the error. */
  readonly outcome: unknown;
  readonly isFailed: boolean;
}

export interface PlayOptions {
  /** `"refused"`: nobody listens. */
  readonly script: Script | "refused";
  readonly retry: RetryClass;
  /** Further flags of the route. */
  readonly flags?: string | undefined;
  readonly client?: ClientOptions;
  readonly options?: CallOptions;
  /** Which timers are over at once; by default those of less than ten seconds. */
  readonly isSleep?: ((delay: number) => boolean) | undefined;
  /** Whether the call goes through a middleware, which does nothing. */
  readonly throughMiddleware?: boolean;
  /** What `Math.random` gives: 0 for backoff that takes no time. */
  readonly random?: number;
}

/**
 * Calls an operation of a class of a server that plays a script. Backoff takes no time. An attempt that hangs
 * runs into its timeout as soon as it hangs, whenever that is.
 */
export async function playCall({
  script,
  retry,
  flags,
  client = {},
  options,
  isSleep,
  random = 0,
  throughMiddleware = false,
}: PlayOptions): Promise<PlayedCall> {
  const timers = holdTimers(isSleep);
  const server = await startFaults(script === "refused" ? [] : script);
  vi.spyOn(Math, "random").mockReturnValue(random);
  const { told, delays, hooks } = recordHooks();
  const api = clientOf(script === "refused" ? { origin: await refusingOrigin() } : server, {
    fetch: async (url, init) => {
      const count = server.played.length + 1;
      void endHanging(server, count, timers);
      const response = await fetch(url, init);
      const last = server.played.at(-1);
      if (last === hangInBody || last === slowDrip) setImmediate(timers.fire);
      return response;
    },
    ...client,
    hooks: [hooks, client.hooks ?? []].flat(),
  });
  const route = ["POST /call json", retry, flags].filter((part) => part !== undefined).join(" ");
  let isFailed = false;
  const outcome: unknown = await callRoute(
    api,
    route,
    { name: "Ada" },
    options,
    throughMiddleware ? [{ onRequest: () => undefined }] : [],
  ).catch((error: unknown) => {
    isFailed = true;
    return error;
  });
  return { server, timers, told, delays, outcome, isFailed };
}

/** Ends the attempt that meets the fault of this number, if it hangs. */
async function endHanging(server: FaultServer, number: number, timers: HeldTimers): Promise<void> {
  await server.hasPlayed(number);
  if (server.played[number - 1] === hang) timers.fire();
}

/** Hooks that write down what they are told. */
export function recordHooks(): { readonly told: string[]; readonly delays: number[]; readonly hooks: Hooks } {
  const told: string[] = [];
  const delays: number[] = [];
  const hooks: Hooks = {
    onRequest: () => void told.push("onRequest"),
    onResponse: ({ status }) => void told.push(`onResponse ${status}`),
    onRetry: ({ delay }) => {
      told.push("onRetry");
      delays.push(delay);
    },
    onError: () => void told.push("onError"),
  };
  return { told, delays, hooks };
}

/** What came of a call, in a few words. */
export function tellOutcome(outcome: unknown): string {
  if (outcome instanceof ApiError) {
    const { status, body, text } = outcome;
    const kept = body === undefined ? undefined : "body";
    return `ApiError ${status} ${kept ?? (text === undefined ? "nothing" : "text")}`;
  }
  if (outcome instanceof ConnectionError) return `ConnectionError ${outcome.outcome}`;
  if (outcome instanceof TimeoutError) return `TimeoutError ${outcome.limit} ${outcome.outcome}`;
  return outcome instanceof Error ? String(outcome) : "result";
}
