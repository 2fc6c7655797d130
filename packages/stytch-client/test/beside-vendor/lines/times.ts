import { TimeoutError } from "@sdkmill/stytch-client";
import { setTimeout } from "node:timers/promises";
import { expect } from "vitest";
import { startFaults } from "../../../../runtime/test/faults/set-up.ts";
import { ownClient, vendorClients } from "../both-clients.ts";
import { failureOf } from "../failure-of.ts";
import { heldAnswer } from "../held-answer.ts";
import type { Line } from "../line.ts";
import { user, userId } from "../samples.ts";

const timeout = 50;

/** Calls of both clients, with what would end them; the vendor's client got it first. */
async function callBoth(sent: number | undefined, end: "timeout" | "signal") {
  const held = heldAnswer(user, sent);
  const server = await startFaults([held.fault]);
  const isTimeout = end === "timeout";
  const { client } = vendorClients({ env: server.origin, ...(isTimeout ? { timeout } : {}) });
  const controller = new AbortController();
  const options = isTimeout ? {} : { signal: controller.signal };
  // What it has no parameter for is handed over all the same.
  const theirs: Promise<unknown> = Reflect.apply(client.users.get, client.users, [userId, options]);
  let isOver = false;
  const setOver = (): void => {
    isOver = true;
  };
  theirs.then(setOver, setOver);
  const ours = ownClient(server.origin, isTimeout ? { timeout } : {}).users.get(userId, options);
  const failure = failureOf(ours);
  await server.hasPlayed(2);
  controller.abort(new Error("Enough."));
  const error = await failure;
  // As long again, and more.
  await setTimeout(2 * timeout);
  const wasOver = isOver;
  held.release();
  return { error, wasOver, theirs };
}

export const times: readonly Line[] = [
  {
    what: "a timeout ends a call that takes longer",
    ours: "`TimeoutError`",
    theirs: "waits for the answer: `timeout` does nothing",
    check: async () => {
      const { error, wasOver, theirs } = await callBoth(undefined, "timeout");

      expect(error).toBeInstanceOf(TimeoutError);
      expect(error).toMatchObject({ limit: "total", timeout, outcome: "unknown" });
      expect(wasOver).toBe(false);
      expect(await theirs).toStrictEqual(user);
    },
  },
  {
    what: "a timeout ends an answer that stops in the middle",
    ours: "`TimeoutError`",
    theirs: "waits for the rest",
    check: async () => {
      const { error, wasOver, theirs } = await callBoth(5, "timeout");

      expect(error).toBeInstanceOf(TimeoutError);
      expect(wasOver).toBe(false);
      expect(await theirs).toStrictEqual(user);
    },
  },
  {
    what: "an `AbortSignal` ends a call",
    ours: "throws the reason of the signal",
    theirs: "takes none",
    check: async () => {
      const { error, wasOver, theirs } = await callBoth(undefined, "signal");

      expect(error).toStrictEqual(new Error("Enough."));
      expect(wasOver).toBe(false);
      expect(await theirs).toStrictEqual(user);
    },
  },
];
