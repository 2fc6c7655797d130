import { describe, expect, test } from "vitest";
import { operationRuleTable } from "../../../src/evolve/operations/operation-rules.ts";

const kinds = Object.entries(operationRuleTable);

describe("the rules outside of schemas", () => {
  test("have a mirror each, whose mirror they are", () => {
    const lonely = kinds.filter(([kind, { mirror }]) => operationRuleTable[mirror]?.mirror !== kind);
    expect(lonely.map(([kind]) => kind)).toStrictEqual([]);
  });

  test("are called by words with hyphens", () => {
    expect(kinds.map(([kind]) => kind).filter((kind) => !/^[a-z]+(-[a-z]+)+$/.test(kind))).toStrictEqual([]);
  });

  test("say nothing of validators, which are of schemas", () => {
    const cells = kinds.flatMap(([, { request, response }]) => [request, response]);
    expect(new Set(cells.map(({ validators }) => validators))).toStrictEqual(new Set(["none"]));
  });

  test("of operations, of what the API is and of servers are the same from both sides", () => {
    const general =
      /^(operation|path|retry|pagination|credentials|server|oauth|webhook|callback|option|info)-/;
    const unequal = kinds.filter(
      ([kind, { request, response }]) =>
        general.test(kind) && (request.types !== response.types || request.wire !== response.wire),
    );
    expect(unequal.map(([kind]) => kind)).toStrictEqual([]);
  });

  // What one side sends is what the other one gets: to add a duty there is to give a promise here.
  test("of what is required are turned around by the side", () => {
    const turned = kinds.filter(([kind]) => /^(parameter|response-header|request-body)-became-/.test(kind));
    expect(turned.length).toBe(6);
    for (const [, { request, response, mirror }] of turned) {
      const back = operationRuleTable[mirror];
      expect([back?.response, back?.request]).toStrictEqual([request, response]);
    }
  });
});
