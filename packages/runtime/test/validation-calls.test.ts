import {
  ApiClient,
  call,
  type Hooks,
  type Route,
  validateBy,
  type ValidationOptions,
} from "@sdkmill/runtime";
import { afterEach, describe, expect, test, vi } from "vitest";
import { describeApi, describeRoute } from "./sent-request.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** What a call comes to whose request and answer are never valid, and who heard of it. */
async function play(
  manner: ValidationOptions,
  {
    hooks,
    answer = Response.json({}),
    result,
  }: {
    readonly hooks?: Hooks | readonly Hooks[];
    readonly answer?: Response;
    readonly result?: Route["result"];
  } = {},
): Promise<{ readonly outcome: unknown; readonly warned: readonly unknown[] }> {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  const load = async (): Promise<{
    issues: () => readonly { pointer: string; keyword: string; message: string }[];
  }> => ({
    issues: () => [{ pointer: "", keyword: "required", message: 'must have "id"' }],
  });
  const client = new ApiClient(describeApi(), {
    hooks,
    validation: validateBy(manner, { "POST /things": { request: load, response: load } }),
    fetch: async () => answer,
  });
  const route = describeRoute({ method: "POST", body: "json", result });
  const outcome: unknown = await call(client, route).catch((thrown: unknown) => thrown);
  return { outcome, warned: warn.mock.calls.flat() };
}

describe("a warning", () => {
  test("is for hooks alone, if one of them takes it", async () => {
    const onInvalid = vi.fn<NonNullable<Hooks["onInvalid"]>>();
    const { outcome, warned } = await play(
      { requests: "warn", responses: "warn" },
      { hooks: [{}, { onInvalid }] },
    );

    expect(outcome).toStrictEqual({});
    expect(onInvalid).toHaveBeenCalledTimes(2);
    expect(warned).toStrictEqual([]);
  });

  test("is for the console, if there is none; the root has a place too", async () => {
    const { warned } = await play({ requests: "warn" });

    expect(warned).toStrictEqual(["The request of POST /things is not valid: / (required)"]);
  });

  test("is not for hooks, if it is thrown", async () => {
    const onInvalid = vi.fn<NonNullable<Hooks["onInvalid"]>>();
    const onError = vi.fn<NonNullable<Hooks["onError"]>>();
    const { outcome, warned } = await play({ responses: "throw" }, { hooks: { onInvalid, onError } });

    expect(outcome).toMatchObject({ name: "ValidationError", subject: "response" });
    expect(onInvalid).not.toHaveBeenCalled();
    expect(onError.mock.calls).toMatchObject([[{ error: outcome }]]);
    expect(warned).toStrictEqual([]);
  });
});

describe("only what an operation answered with success is held against the contract", () => {
  test("no failure", async () => {
    const { outcome } = await play({ responses: "throw" }, { answer: Response.json({}, { status: 400 }) });

    expect(outcome).toMatchObject({ name: "ApiError", status: 400 });
  });

  test.each<[string, Route["result"]]>([
    ["no empty answer", "empty"],
    ["no answer that means nothing", "void"],
  ])("%s", async (_, result) => {
    const answer = new Response(null, { status: 204 });

    expect((await play({ responses: "throw" }, { answer, result })).outcome).toBeUndefined();
  });
});
