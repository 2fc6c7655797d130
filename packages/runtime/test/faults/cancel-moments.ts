import type { ApiClient, ClientOptions } from "@sdkmill/runtime";
import { setImmediate } from "node:timers/promises";
import { hang, hangInBody, json } from "../fault-answers.ts";
import type { Fault, FaultServer } from "../fault-server.ts";
import { type HeldTimers, holdTimers } from "./hold-timers.ts";
import { recordHooks } from "./play-call.ts";
import { clientOf, startFaults } from "./set-up.ts";

/** A call that a test can abort, and all that there is to see of it. */
export interface Stage {
  readonly server: FaultServer;
  readonly timers: HeldTimers;
  readonly told: readonly string[];
  readonly controller: AbortController;
  readonly client: ApiClient;
}

/** What the caller aborts with. */
export const reason = new Error("The user went away.");

/** Starts a server with one fault and makes a client of it, whose timers never fire. */
export async function setUp(
  fault: Fault,
  options: (controller: AbortController) => ClientOptions,
): Promise<Stage> {
  const timers = holdTimers(() => false);
  const server = await startFaults([fault]);
  const controller = new AbortController();
  const { told, hooks } = recordHooks();
  const own = options(controller);
  const client = clientOf(server, { ...own, hooks: [hooks, own.hooks ?? []].flat() });
  return { server, timers, told, controller, client };
}

/** At which moment of a call its signal is aborted, and what the server and the hooks had seen by then. */
export interface Moment {
  readonly fault?: Fault;
  /** Options of the client that abort. */
  readonly client?: (controller: AbortController) => ClientOptions;
  /** Resolves when it is time to abort, if no option does. */
  readonly ready?: (stage: Stage) => Promise<void>;
  readonly whole: number;
  readonly told: readonly string[];
}

export const moments: Readonly<Record<string, Moment>> = {
  "before the call": {
    ready: () => Promise.resolve(),
    whole: 0,
    told: ["onError"],
  },
  "before anything is sent": {
    client: (controller) => ({ hooks: { onRequest: () => controller.abort(reason) } }),
    whole: 0,
    told: ["onRequest", "onError"],
  },
  "while a hook is waited for": {
    client: (controller) => ({
      hooks: {
        onRequest: () => {
          void setImmediate().then(() => controller.abort(reason));
          return new Promise(() => undefined);
        },
      },
    }),
    whole: 0,
    told: ["onRequest", "onError"],
  },
  "while it connects": {
    client: (controller) => ({
      fetch: (url, init) => {
        const fetching = fetch(url, init);
        controller.abort(reason);
        return fetching;
      },
    }),
    whole: 0,
    told: ["onRequest", "onError"],
  },
  "while it waits for headers": {
    fault: hang,
    ready: ({ server }) => server.hasPlayed(1),
    whole: 1,
    told: ["onRequest", "onError"],
  },
  "in the middle of the answer": {
    fault: hangInBody,
    client: (controller) => ({
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        void setImmediate().then(() => controller.abort(reason));
        return response;
      },
    }),
    whole: 1,
    told: ["onRequest", "onError"],
  },
  "while a `fetch` ignores it": {
    client: (controller) => ({
      fetch: () => {
        void setImmediate().then(() => controller.abort(reason));
        return new Promise(() => undefined);
      },
    }),
    whole: 0,
    told: ["onRequest", "onError"],
  },
  "during a wait that the server asked for": {
    fault: json(503, {}, { "retry-after": "20" }),
    client: (controller) => ({
      hooks: { onRetry: () => void setImmediate().then(() => controller.abort(reason)) },
    }),
    whole: 1,
    told: ["onRequest", "onResponse 503", "onRetry", "onError"],
  },
  "as soon as a wait begins": {
    fault: json(503, {}, { "retry-after": "20" }),
    client: (controller) => ({ hooks: { onRetry: () => controller.abort(reason) } }),
    whole: 1,
    told: ["onRequest", "onResponse 503", "onRetry", "onError"],
  },
};
