import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { apiPromise, type ApiResponse } from "../src/api-promise.ts";

const response: ApiResponse<string> = {
  data: "data",
  status: 200,
  headers: new Headers(),
  requestId: "request-1",
  attempts: 1,
};
const failure = new Error("No.");
const unhandled = vi.fn<(reason: unknown) => void>();
let others: readonly NodeJS.UnhandledRejectionListener[];

beforeEach(() => {
  // Those of the test runner would fail the run.
  others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", unhandled);
});

afterEach(() => {
  process.removeAllListeners("unhandledRejection");
  for (const other of others) process.on("unhandledRejection", other);
  unhandled.mockClear();
});

/** Node tells of rejections that nobody handles when all microtasks are done. */
async function isOver(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
}

describe("the answer", () => {
  test("is its data", async () => {
    expect(await apiPromise(Promise.resolve(response))).toBe("data");
  });

  test("with what came besides it", async () => {
    expect(await apiPromise(Promise.resolve(response)).withResponse()).toBe(response);
  });

  test("both, of the same call", async () => {
    const promise = apiPromise(Promise.resolve(response));

    expect([await promise, await promise.withResponse(), await promise.withResponse()]).toStrictEqual([
      "data",
      response,
      response,
    ]);
  });

  test("is a promise as any other", () => {
    expect(apiPromise(Promise.resolve(response))).toBeInstanceOf(Promise);
  });
});

describe("a failure", () => {
  test("that is awaited is handled", async () => {
    await expect(apiPromise(Promise.reject(failure))).rejects.toBe(failure);
    await isOver();

    expect(unhandled).not.toHaveBeenCalled();
  });

  test("that is awaited by `withResponse` alone is handled", async () => {
    await expect(apiPromise(Promise.reject(failure)).withResponse()).rejects.toBe(failure);
    await isOver();

    expect(unhandled).not.toHaveBeenCalled();
  });

  test("that nobody awaits is told, once", async () => {
    apiPromise(Promise.reject(failure));
    await isOver();

    expect(unhandled.mock.calls.map(([reason]) => reason)).toStrictEqual([failure]);
  });

  test("that nobody awaits is told, with `withResponse` too", async () => {
    void apiPromise(Promise.reject(failure)).withResponse();
    await isOver();

    expect(unhandled.mock.calls.map(([reason]) => reason)).toStrictEqual([failure]);
  });
});
