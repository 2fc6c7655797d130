import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callForms } from "./call-form.ts";
import { failures } from "./failures.ts";
import { leaksOfAll, listen, stopListening } from "./listening.ts";
import { type Case, summaryOf } from "./outcome.ts";
import { operationClasses, operations, plantCall } from "./planted-call.ts";
import { headerTexts, secretTexts } from "./secret-text.ts";
import { sampledSupply, seed, supplyOf } from "./supply.ts";

const classes = operationClasses();

beforeAll(listen);
afterAll(stopListening);

describe("no secret comes out of a call that fails", () => {
  test("all operations, in classes by the secrets that they take and answer", () => {
    expect(operations.length).toBeGreaterThan(100);
    expect(classes.flat()).toHaveLength(operations.length);
    expect(classes.length).toBeGreaterThan(60);
  });

  // One operation of each class in turn, by one form of a call in turn.
  test.each(failures)("$name", async (failure) => {
    const number = failures.indexOf(failure);
    const supply = sampledSupply(number);
    const cases = classes.flatMap((list, index): readonly Case[] => {
      const operation = list[number % list.length];
      const form = callForms[(index + number) % callForms.length];
      if (operation === undefined || form === undefined) return [];
      const planted = plantCall(operation, supply);
      return [{ planted, failure, form, isAsked: index % 2 === 0, isClientSeen: index < callForms.length }];
    });

    expect(summaryOf(await leaksOfAll(cases)), `SECRETS_SEED=${seed}`).toStrictEqual([]);
  });

  test("any failure of any operation in any form", async () => {
    const property = fc.asyncProperty(
      fc.nat(operations.length - 1),
      fc.nat(failures.length - 1),
      fc.nat(callForms.length - 1),
      fc.boolean(),
      fc.array(secretTexts, { minLength: 1, maxLength: 12 }),
      fc.array(headerTexts, { minLength: 1, maxLength: 4 }),
      async (...drawn) => {
        const [operation, failure, form] = [operations[drawn[0]], failures[drawn[1]], callForms[drawn[2]]];
        if (operation === undefined || failure === undefined || form === undefined) return;
        const planted = plantCall(operation, supplyOf(drawn[4], drawn[5]));
        const leaks = await leaksOfAll([{ planted, failure, form, isAsked: drawn[3], isClientSeen: false }]);
        expect(summaryOf(leaks), `${failure.name}, ${form.name}`).toStrictEqual([]);
      },
    );
    await fc.assert(property, { seed, numRuns: 300, interruptAfterTimeLimit: 10_000 });
  });
});
