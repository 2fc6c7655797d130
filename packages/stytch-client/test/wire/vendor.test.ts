import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Operation } from "../../../../codegen/src/contract/contract.ts";
import { dottedName, operationIdentity } from "../../../../codegen/src/contract/operation-names.ts";
import { contractIn } from "../../../../codegen/test/agreement/contract-in.ts";
import { sampleArguments } from "../sample-arguments.ts";
import { compare, type Comparison } from "./compare.ts";
import { knownDifferences, otherMethods, partialMethods } from "./known-differences.ts";
import { type Recorder, startRecorder } from "./recorder.ts";
import { differencesOf, type SentRequest } from "./sent-request.ts";

const contract = contractIn(join(import.meta.dirname, "../../../../schemas/stytch"));
const warn = vi.spyOn(console, "warn").mockImplementation(() => {});

let recorder: Recorder;
let comparison: Comparison;
/** The operations that both clients have. */
let shared: readonly string[];

beforeAll(async () => {
  recorder = await startRecorder();
  comparison = await compare(contract, recorder, partialMethods);
  shared = [...comparison.operations.keys()].toSorted();
});

afterAll(async () => {
  await recorder?.end();
  warn.mockRestore();
});

/** A parameter that the vendor's client does not send: the contract that ours was made of is newer. */
function isNewer(difference: string): boolean {
  return difference.startsWith("query: without ");
}

/** The operations of a comparison that differ in some way, by the way; without what is newer. */
function differing({ operations }: Comparison): Readonly<Record<string, readonly string[]>> {
  const kinds = new Set([...operations.values()].flat().filter((kind) => !isNewer(kind)));
  const having = (kind: string): readonly string[] =>
    [...operations].flatMap(([operation, found]) => (found.includes(kind) ? [operation] : [])).toSorted();
  return Object.fromEntries([...kinds].map((kind) => [kind, having(kind)]));
}

const known = Object.fromEntries(
  knownDifferences.map(({ difference, operations }) => [difference, operations]),
);

describe("the vendor's client", () => {
  test("has the operations that ours has, but for those that are newer than the version here", () => {
    const newer = contract.operations.map(operationIdentity).filter((one) => !shared.includes(one));
    if (newer.length > 0) process.stdout.write(`Not in the vendor's client: ${newer.join(", ")}\n`);

    // All of this version, whatever ours has besides.
    expect(shared).toHaveLength(184);
  });

  test("has these methods besides", () => {
    expect(comparison.unmatched).toStrictEqual(otherMethods);
    expect(recorder.theirs.filter(({ name }) => partialMethods.has(name))).toHaveLength(partialMethods.size);
  });

  test("says nothing but that it does not know the server", () => {
    expect(
      warn.mock.calls.flat().filter((text) => !String(text).includes("custom 'env' value")),
    ).toStrictEqual([]);
  });
});

test("requests are the same, byte for byte, but for the known differences", () => {
  const found = differing(comparison);
  const equal = [...comparison.operations.values()].filter((kinds) => kinds.every(isNewer)).length;
  const lines = Object.entries(found).map(([kind, operations]) => `  ${operations.length} ${kind}`);
  const { size } = comparison.operations;
  process.stdout.write(
    [
      `${comparison.methods.size} methods, ${size} operations, ${comparison.calls} calls: ${equal} equal`,
      ...lines,
      "",
    ].join("\n"),
  );

  expect(found, "A newer version of `stytch` may not differ; else: known-differences.ts").toStrictEqual(
    known,
  );
  expect(equal).toBe(130);
  expect(comparison.calls).toBeGreaterThan(900);
});

// Prevents: operations that are encoded otherwise when openapi-fetch sends them.
test("requests are the same if they go through a middleware", async () => {
  let seen = 0;
  const onRequest = (): void => {
    seen += 1;
  };
  const through = await startRecorder({ middleware: [{ onRequest }] });
  try {
    const { operations, calls } = await compare(contract, through, partialMethods);

    expect([...operations]).toStrictEqual([...comparison.operations]);
    expect(seen).toBe(calls);
  } finally {
    await through.end();
  }
});

// So that it is known that the test above sees a difference in any operation.
describe("a client of ours that sends something else is noticed:", () => {
  /** Compares with a client that changes what it gets. */
  async function differingWith(
    change: (parameters: object, headers: object) => readonly [parameters: object, headers: object],
  ) {
    const ours: Recorder["ours"] = new Map(
      [...recorder.ours].map(([name, call]) => [
        name,
        (parameters, options) => {
          const [changed, headers] = change(parameters, Reflect.get(options ?? {}, "headers"));
          return call(changed, { ...options, headers });
        },
      ]),
    );
    return differing(await compare(contract, { ...recorder, ours }, partialMethods));
  }

  test("a header, of every operation", async () => {
    const found = await differingWith((parameters, headers) => [parameters, { ...headers, "X-Trace": "1" }]);

    expect(found).toStrictEqual({ ...known, "x-trace": shared });
  });

  test("a path parameter, a parameter of a query, a property of a body", async () => {
    const found = await differingWith((parameters, headers) => [
      Object.hasOwn(parameters, "user_id") ? { ...parameters, user_id: "user-test-2" } : parameters,
      headers,
    ]);
    const having = (place: string): readonly string[] =>
      contract.operations
        .filter(({ parameters }) => parameters.some((one) => one.name === "user_id" && one.in === place))
        .map(operationIdentity)
        .filter((one) => shared.includes(one))
        .toSorted();

    expect(found.path).toStrictEqual(having("path"));
    expect(found.query).toStrictEqual(having("query"));
    expect(found.body?.length).toBeGreaterThan(10);
    expect([found.path?.length, found.query]).toStrictEqual([8, ["GET /v1/sessions"]]);
  });
});

/** An error if a call throws, at once or later. */
async function thrownBy(call: () => unknown): Promise<unknown> {
  try {
    await call();
    return undefined;
  } catch (error) {
    return error;
  }
}

// The one thing that can not be the same: what the vendor's client sends then is a request for something else.
test.each(["", ".", ".."])(
  "ours refuses a path parameter that is %j, theirs sends it elsewhere",
  async (text) => {
    const accepting: string[] = [];
    const inPlace: string[] = [];
    let others = 0;
    for (const [method, operation] of comparison.methods) {
      const sample = sampleArguments(contract, operation)[0]?.parameters;
      for (const { name } of operation.parameters.filter(({ in: place }) => place === "path")) {
        const parameters = { ...sample, [name]: text };
        const call = recorder.ours.get(dottedName(operation.name));
        const sent = await recorder.sentBy(async () => {
          const error = await thrownBy(() => call?.(parameters));
          if (!(error instanceof TypeError)) accepting.push(`${operationIdentity(operation)} ${name}`);
        });
        if (sent.length > 0) accepting.push(`${operationIdentity(operation)} ${name}`);

        const [theirs] = await recorder.sentBy(() => method.call(parameters));
        const path = theirs?.path.replace(/\/$/, "");
        if (isOf(operation, theirs?.method, path)) inPlace.push(method.name);
        if (contract.operations.some((one) => isOf(one, theirs?.method, path))) others += 1;
      }
    }
    process.stdout.write(
      `${JSON.stringify(text)}: ${others} times the vendor's client calls another operation\n`,
    );

    expect(accepting).toStrictEqual([]);
    expect(inPlace).toStrictEqual([]);
  },
);

/** Whether a request is for an operation, with a text for each parameter of the path. */
function isOf({ httpMethod, path }: Operation, method = "", sent = ""): boolean {
  const steps = sent.split("/");
  const template = path.split("/");
  return (
    method === httpMethod.toUpperCase() &&
    steps.length === template.length &&
    template.every((step, index) => step === steps[index] || (step.startsWith("{") && steps[index] !== ""))
  );
}

describe("a difference is noticed:", () => {
  const request: SentRequest = {
    server: "api",
    method: "POST",
    path: "/v1/users/a%20b",
    query: "cursor=a%20b",
    headers: { authorization: "Basic x", "content-type": "application/json" },
    body: '{"a":1,"b":[2]}',
  };
  const { "content-type": _type, ...untyped } = request.headers;

  test.each<[found: readonly string[], change: Partial<SentRequest>, both?: Partial<SentRequest>]>([
    [[], {}],
    [["server"], { server: "telemetry" }],
    [["method"], { method: "PUT" }],
    [["path"], { path: "/v1/users/a+b" }],
    [["query: encoding"], { query: "cursor=a+b" }],
    [["query"], { query: "cursor=a%2Bb" }],
    [["query"], { query: "" }],
    [["query: without `a b`"], { query: "cursor=a%20b&a%20b=1" }],
    [["query: without `limit`", "query: encoding"], { query: "limit=1&cursor=a+b" }],
    [["query: without `next`", "query"], { query: "next=a%20b" }],
    [["authorization"], { headers: { ...request.headers, authorization: "Basic y" } }],
    [["x-stytch-member-session"], { headers: { ...request.headers, "x-stytch-member-session": "t" } }],
    [["content-type"], { headers: untyped }],
    [["body: order of properties"], { body: '{"b":[2],"a":1}' }],
    [["body: order of properties"], { body: '{"a":1, "b":[2]}' }],
    [["body: with `b`"], { body: '{"a":1}' }],
    [["body: without `c`"], { body: '{"a":1,"b":[2],"c":null}' }],
    [["body"], { body: '{"a":1,"b":["2"]}' }],
    [["content-type without content"], { body: "", headers: untyped }, { body: "" }],
    [["empty object as body"], { body: "", headers: untyped }, { body: "{}" }],
  ])("%s", (found, change, both = {}) => {
    expect(differencesOf({ ...request, ...both }, { ...request, ...both, ...change })).toStrictEqual(found);
  });
});
