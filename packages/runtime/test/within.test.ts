import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { within } from "../src/within.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  const count = vi.getTimerCount();
  vi.useRealTimers();
  // Whatever came of the work, nothing of it is left.
  if (count > 0) throw new Error(`${count} timers are left.`);
});

const never = new Promise<never>(() => undefined);
const reason = new Error("Enough.");
const late = (): string => "late";

/** What becomes of a promise, as one that is not rejected. */
function settled(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => ["value", value],
    (thrown: unknown) => ["thrown", thrown],
  );
}

describe("work that ends in time", () => {
  test.each<[string, () => Promise<unknown>, unknown]>([
    ["with a value", () => Promise.resolve(1), ["value", 1]],
    ["with an error", () => Promise.reject(reason), ["thrown", reason]],
  ])("%s", async (_, work, expected) => {
    const { signal } = new AbortController();

    expect(await settled(within(signal, 1_000, work(), late))).toStrictEqual(expected);
    expect(getEventListeners(signal, "abort")).toStrictEqual([]);
  });
});

test("work that takes longer: what `late` gives", async () => {
  const { signal } = new AbortController();
  const waiting = settled(within(signal, 1_000, never, late));
  await vi.advanceTimersByTimeAsync(999);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);

  expect(await waiting).toStrictEqual(["value", "late"]);
  expect(getEventListeners(signal, "abort")).toStrictEqual([]);
});

test("no work: the time alone", async () => {
  const waiting = settled(within(undefined, 1_000));
  await vi.advanceTimersByTimeAsync(1_000);

  expect(await waiting).toStrictEqual(["value", undefined]);
});

describe("a signal", () => {
  test("that was aborted before", async () => {
    expect(await settled(within(AbortSignal.abort(reason), 1_000, never, late))).toStrictEqual([
      "thrown",
      reason,
    ]);
  });

  test("that is aborted meanwhile: at once, and its reason as it is", async () => {
    const controller = new AbortController();
    const waiting = settled(within(controller.signal, Infinity, never, late));
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
    controller.abort("a text");

    expect(await waiting).toStrictEqual(["thrown", "a text"]);
    expect(getEventListeners(controller.signal, "abort")).toStrictEqual([]);
  });

  test("that is aborted afterwards changes nothing", async () => {
    const controller = new AbortController();
    const waiting = within(controller.signal, 1_000, Promise.resolve(1), late);
    await waiting;
    controller.abort(reason);

    expect(await settled(waiting)).toStrictEqual(["value", 1]);
  });

  test("work that fails after it is of no interest, and not unhandled either", async () => {
    const { promise, reject } = Promise.withResolvers<never>();
    const waiting = settled(within(AbortSignal.abort(reason), 1_000, promise, late));
    await waiting;
    reject(new Error("Too late."));

    expect(await waiting).toStrictEqual(["thrown", reason]);
  });
});

describe("a time that no timer can be set to is for ever", () => {
  test.each([
    [Infinity, 0],
    [2_147_483_648, 0],
    [2_147_483_647, 1],
  ])("%d: %i timers", async (milliseconds, timers) => {
    const controller = new AbortController();
    const waiting = settled(within(controller.signal, milliseconds, never, late));
    expect(vi.getTimerCount()).toBe(timers);
    controller.abort(reason);

    expect(await waiting).toStrictEqual(["thrown", reason]);
  });
});
