import * as fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { fine } from "../fault-answers.ts";
import { type Fault, startFaultServer } from "../fault-server.ts";
import { givenOf } from "./fault-catalogue.ts";
import { cells, isRepeated, names } from "./fault-table.ts";
import { holdTimers } from "./hold-timers.ts";
import { playCall } from "./play-call.ts";
import { clientOf } from "./set-up.ts";
import { callRoute } from "./call-route.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** After these alone a single-use request is sent again: the server says that it did nothing, and when to come back. */
const invitations = new Set([
  "429, Retry-After: 0",
  "429, Retry-After: 7",
  "429, Retry-After a date",
  "429, Retry-After a past date",
  "503, Retry-After: 7",
]);

const large = new Set([
  "a byte more than is read",
  "500 with more than is read",
  "as many bytes as are read",
  "without an end",
  "a gzip bomb",
]);
const playable = names.filter((name) => name !== "connection refused" && !large.has(name));
const again = playable.filter((name) => cells.some((cell) => cell.name === name && isRepeated(cell.wanted)));

function faultOf(name: string): Fault {
  const { fault } = givenOf(name);
  if (fault === "refused") throw new Error("The server can not refuse a connection.");
  return fault;
}

/** An aborted `fetch` of Node makes a new connection at once: what is to come of a connection can not follow then. */
function withoutStrays(script: readonly string[]): readonly string[] {
  return script.filter(
    (name, index) => faultOf(name).at !== "accept" || !script.slice(0, index).some(isHanging),
  );
}

function isHanging(name: string): boolean {
  return /^hang|longer than the timeout$/.test(name);
}

// Half of the faults of a run are such that some class is sent again after them, so that runs are long.
const scripts = fc
  .array(fc.oneof(fc.constantFrom(...again), fc.constantFrom(...playable)), { minLength: 1, maxLength: 7 })
  .map(withoutStrays);
const settings = fc.record({ maxRetries: fc.nat(6), retryBudget: fc.nat(10) });

test("single-use: never sent again once it may have arrived, but on invitation", async () => {
  await fc.assert(
    fc.asyncProperty(scripts, settings, fc.boolean(), async (script, client, throughMiddleware) => {
      const { server } = await playCall({
        script: [...script.map(faultOf), fine],
        retry: "single-use",
        client,
        throughMiddleware,
      });
      await server.end();
      vi.restoreAllMocks();
      const played = server.played.map((_, index) => script[index] ?? "fine");

      expect(played.slice(0, -1).filter((name) => !invitations.has(name))).toStrictEqual([]);
      expect(played.length).toBeLessThanOrEqual(1 + Math.min(client.maxRetries, client.retryBudget));
    }),
    { numRuns: 100 },
  );
});

test("every class: sent again as the table says, as long as retries and budget last", async () => {
  const retries = fc.constantFrom("safe", "idempotent", "single-use");
  await fc.assert(
    fc.asyncProperty(
      scripts,
      settings,
      retries,
      fc.boolean(),
      async (script, client, retry, throughMiddleware) => {
        const repeated = new Set(
          cells.filter((cell) => cell.retry === retry && isRepeated(cell.wanted)).map(({ name }) => name),
        );
        const end = script.findIndex((name) => !repeated.has(name));
        const most = 1 + Math.min(client.maxRetries, client.retryBudget);
        const { server, told, timers } = await playCall({
          script: [...script.map(faultOf), fine],
          retry,
          client,
          throughMiddleware,
        });
        await server.end();
        vi.restoreAllMocks();

        expect(server.played).toHaveLength(Math.min(most, end === -1 ? script.length + 1 : end + 1));
        expect(told.filter((name) => name === "onRequest")).toHaveLength(server.played.length);
        expect(server.whole().filter(({ body }) => body !== '{"name":"Ada"}')).toStrictEqual([]);
        expect(timers.waiting).toStrictEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});

test("calls side by side: each is sent as often as its own answers allow", async () => {
  const alone = playable.filter((name) => faultOf(name).at !== "accept" && !isHanging(name));
  const some = fc.array(fc.array(fc.constantFrom(...alone), { maxLength: 4 }), {
    minLength: 2,
    maxLength: 10,
  });
  await fc.assert(
    fc.asyncProperty(some, async (plans) => {
      vi.spyOn(Math, "random").mockReturnValue(0);
      holdTimers();
      const pathOf = (index: number): string => `/call/${index}`;
      const server = await startFaultServer(
        Object.fromEntries(plans.map((plan, index) => [pathOf(index), [...plan.map(faultOf), fine]])),
      );
      const client = clientOf(server, { maxRetries: 10, retryBudget: Infinity });
      await Promise.allSettled(
        plans.map((_, index) => callRoute(client, `POST ${pathOf(index)} json`, { index })),
      );
      await server.end();
      vi.restoreAllMocks();
      const wanted = plans.map((plan) => 1 + [...plan, "fine"].findIndex((name) => !invitations.has(name)));

      expect(plans.map((_, index) => server.begun(pathOf(index)).length)).toStrictEqual(wanted);
    }),
    { numRuns: 50 },
  );
});
