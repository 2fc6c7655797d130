import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as faults from "../../../runtime/test/fault-answers.ts";
import { type Fault, refusingOrigin, startFaultServer } from "../../../runtime/test/fault-server.ts";
import { callForms } from "./call-form.ts";
import type { Failure } from "./failure.ts";
import { leaksOfAll, listen, stopListening } from "./listening.ts";
import { type Case, summaryOf } from "./outcome.ts";
import { operationClasses, plantCall } from "./planted-call.ts";
import { sampledSupply, seed } from "./supply.ts";

const classes = operationClasses();
const script: readonly (readonly [name: string, fault: Fault])[] = [
  ["a reset at once", faults.resetAtConnect],
  ["a reset before anything is read", faults.resetUnread],
  ["a reset after the headers", faults.resetAfterHeaders],
  ["a reset after the body", faults.resetAfterBody],
  ["the end of the connection", faults.closedAfterBody],
  ["no answer", faults.hang],
  ["no end of an answer", faults.hangInBody],
  ["a reset within an answer", faults.resetInBody],
  ["half of an answer", faults.truncated],
  ["what is not HTTP", faults.notHttp],
  ["what is not gzip", faults.brokenGzip],
  ["an answer without an end", faults.endless],
  ["400 with the request in JSON", faults.echo(400, "json")],
  ["400 with the request in HTML", faults.echo(400, "html")],
  ["200 with the request in HTML", faults.echo(200, "html")],
];

beforeAll(listen);
afterAll(stopListening);

/** What comes over a real connection; every third class of operations, by one form of a call in turn. */
async function summaryAt(origin: string, number: number, attemptTimeout: number): Promise<readonly string[]> {
  const supply = sampledSupply(1_000 + number);
  const failure: Failure = {
    name: "over a connection",
    trial: () => ({
      fetch: (url, init) => fetch(url, init),
      client: { baseUrl: () => origin, allowLoopbackHttp: true, maxResponseBytes: 200_000 },
      call: { attemptTimeout, maxRetries: 1 },
    }),
  };
  const cases = classes.flatMap((list, index): readonly Case[] => {
    const operation = list[number % list.length];
    const form = callForms[index % callForms.length];
    if (operation === undefined || form === undefined || index % 3 !== number % 3) return [];
    return [{ planted: plantCall(operation, supply), failure, form, isAsked: false, isClientSeen: false }];
  });
  return summaryOf(await leaksOfAll(cases));
}

describe("no secret comes out of a call over a real connection", () => {
  test.each(script)("%s", async (name, fault) => {
    const server = await startFaultServer([fault]);
    try {
      // Only those that never end are waited for.
      const isSilent = fault === faults.hang || fault === faults.hangInBody;
      const number = script.findIndex(([other]) => other === name);
      expect(
        await summaryAt(server.origin, number, isSilent ? 10 : 5_000),
        `SECRETS_SEED=${seed}`,
      ).toStrictEqual([]);
      expect(server.played.length).toBeGreaterThan(20);
    } finally {
      await server.end();
    }
  });

  test("nobody there", async () => {
    expect(await summaryAt(await refusingOrigin(), 0, 5_000), `SECRETS_SEED=${seed}`).toStrictEqual([]);
  });
});
