import { ApiClient, call, type CallOptions } from "@sdkmill/runtime";
import { describe, expect, test } from "vitest";
import { describeApi, describeRoute, rejection } from "./sent-request.ts";

const unusable: readonly unknown[] = [Number.NaN, -1, "1", "", true, {}, 1n];
const usable: readonly unknown[] = [0.5, 1, Infinity, undefined, null];

const ofClient = ["timeout", "attemptTimeout", "maxRetries", "retryBudget", "maxResponseBytes"];
const ofCall = ["timeout", "attemptTimeout", "maxRetries"];

describe("an option of the client that is no number from 0 on is refused at once", () => {
  test.each(ofClient)("%s", (name) => {
    for (const value of unusable) {
      expect(() => new ApiClient(describeApi(), { [name]: value })).toThrow(
        new TypeError(`The option \`${name}\` is missing or can not be used.`),
      );
    }
    for (const value of [...usable, 0]) expect(new ApiClient(describeApi(), { [name]: value })).toBeDefined();
  });
});

describe("one of a call is refused before anything is sent", () => {
  test.each(ofCall)("%s", async (name) => {
    let sent = 0;
    const client = new ApiClient(describeApi(), {
      fetch: async () => {
        sent += 1;
        return Response.json({});
      },
    });
    const calling = (value: unknown): Promise<unknown> =>
      call(client, describeRoute(), {}, { [name]: value } as CallOptions);

    for (const value of unusable) {
      expect(await rejection(calling(value))).toStrictEqual(
        new TypeError(`The option \`${name}\` is missing or can not be used.`),
      );
    }
    expect(sent).toBe(0);
    for (const value of [1_000, Infinity, undefined, null]) expect(await calling(value)).toStrictEqual({});
  });
});
