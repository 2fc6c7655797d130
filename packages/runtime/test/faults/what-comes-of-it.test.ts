import { ApiError } from "@sdkmill/runtime";
import { afterEach, describe, expect, test, vi } from "vitest";
import { fine } from "../fault-answers.ts";
import type { Fault } from "../fault-server.ts";
import { type Cell, cells, isRepeated, names } from "./fault-table.ts";
import { catalogue, givenOf } from "./fault-catalogue.ts";
import { playCall, type PlayedCall, tellOutcome } from "./play-call.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Plays the fault of this cell, then those that follow, if the request is sent again. */
function play({ name, retry }: Omit<Cell, "wanted">, ...following: readonly Fault[]): Promise<PlayedCall> {
  const { fault, flags } = givenOf(name);
  return playCall({ script: fault === "refused" ? fault : [fault, ...following], retry, flags });
}

test("the table has every fault", () => {
  expect(names.toSorted()).toStrictEqual([...catalogue.keys()].toSorted());
});

describe("what comes of a fault", () => {
  test.each(cells)("$name, $retry: $wanted", async ({ wanted, ...cell }) => {
    const { server, timers, told, outcome, isFailed } = await play(cell);
    const attempts = count(told, "onRequest");

    expect(
      `${attempts}/${server.begun("/call").length}/${server.whole("/call").length} ${tellOutcome(outcome)}`,
    ).toBe(wanted);
    expect(count(told, "onRetry")).toBe(attempts - 1);
    expect(count(told, "onError")).toBe(isFailed ? 1 : 0);
    expect(told.at(-1)).toMatch(isFailed ? /^onError$/ : /^onResponse 20[04]$/);
    expect(timers.waiting).toStrictEqual([]);
    if (!(outcome instanceof ApiError)) return;
    expect(count(told, `onResponse ${outcome.status}`)).toBe(attempts);
    expect(outcome).toMatchObject({ requestId: "request-1", operation: "POST /call" });
  });
});

describe("a fault that is over at the second attempt", () => {
  test.each(cells.filter(({ name, wanted }) => isRepeated(wanted) && name !== "connection refused"))(
    "$name, $retry",
    async (cell) => {
      const { server, timers, told, outcome } = await play(cell, fine);

      expect(tellOutcome(outcome)).toBe("result");
      expect(outcome).toStrictEqual({ ok: true });
      expect(server.played).toHaveLength(2);
      expect(told.filter((each) => !each.startsWith("onResponse"))).toStrictEqual([
        "onRequest",
        "onRetry",
        "onRequest",
      ]);
      expect(timers.waiting).toStrictEqual([]);
    },
  );
});

function count(told: readonly string[], name: string): number {
  return told.filter((each) => each === name).length;
}
