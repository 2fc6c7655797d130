import type { ApiClient, ClientOptions } from "@sdkmill/runtime";
import { afterEach, describe, expect, test, vi } from "vitest";
import { answer, fine } from "../fault-answers.ts";
import { clientOf, startFaults } from "./set-up.ts";
import { callRoute } from "./call-route.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

function read(client: ApiClient, path = "/down"): Promise<unknown> {
  return callRoute(client, `GET ${path}`).catch(() => undefined);
}

const outage = { "/down": [answer(503)], "/up": [fine] };

describe("an outage of a hundred calls is not multiplied", () => {
  test.each<[string, ClientOptions, number]>([
    ["by default ten more", {}, 110],
    ["as many more as the budget says", { retryBudget: 25 }, 125],
    ["none", { retryBudget: 0 }, 100],
    ["none either, without retries", { maxRetries: 0 }, 100],
    ["all, without a limit", { retryBudget: Infinity }, 300],
  ])("%s", async (_, options, requests) => {
    const server = await startFaults(outage);
    const client = clientOf(server, options);
    for (let index = 0; index < 100; index += 1) await read(client);

    expect(server.begun()).toHaveLength(requests);
  });

  test("of calls side by side neither", async () => {
    const server = await startFaults(outage);
    const client = clientOf(server);
    await Promise.all(Array.from({ length: 100 }, () => read(client)));

    expect(server.begun()).toHaveLength(110);
  });
});

// Prevents: ten tenths that are less than one, so that the tenth success gave nothing back.
describe("the budget comes back by calls that are answered at once, a tenth each", () => {
  test.each<[number, number]>([
    [9, 0],
    [10, 1],
    [19, 1],
    [20, 2],
    [30, 3],
    [120, 10],
  ])("%i successes, then %i retries", async (successes, retries) => {
    const server = await startFaults(outage);
    const client = clientOf(server);
    for (let index = 0; index < 10; index += 1) await read(client);
    for (let index = 0; index < successes; index += 1) await read(client, "/up");
    const before = server.begun("/down").length;
    for (let index = 0; index < 20; index += 1) await read(client);

    expect(before).toBe(20);
    expect(server.begun("/down").length - before - 20).toBe(retries);
  });

  test("a call that took a retry gives nothing back", async () => {
    const flaky = Array.from({ length: 10 }, () => [answer(503), fine]).flat();
    const server = await startFaults({ "/flaky": flaky, "/down": [answer(503)] });
    const client = clientOf(server);
    for (let index = 0; index < 10; index += 1) await read(client, "/flaky");
    await read(client);

    expect([server.begun("/flaky").length, server.begun("/down").length]).toStrictEqual([20, 1]);
  });
});

test("each client has a budget of its own", async () => {
  const server = await startFaults(outage);
  const [first, second] = [clientOf(server), clientOf(server)];
  for (let index = 0; index < 20; index += 1) await read(first);
  const before = server.begun().length;
  for (let index = 0; index < 20; index += 1) await read(second);

  expect([before, server.begun().length]).toStrictEqual([30, 60]);
});
