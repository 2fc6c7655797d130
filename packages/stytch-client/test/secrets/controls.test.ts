import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failures } from "./failures.ts";
import { leaksOfAll, listen, stopListening } from "./listening.ts";
import { leaksIn, type Leak } from "./outcome.ts";
import { operations, plantCall } from "./planted-call.ts";
import type { Secret } from "./secret-text.ts";
import { sampledSupply } from "./supply.ts";
import { toldBy } from "./told-texts.ts";
import { unredactedForm } from "./unredacted-form.ts";
import { foundIn, writings } from "./writings.ts";

// That the other tests can fail: what they look with finds secrets where there are some.

beforeAll(listen);
afterAll(stopListening);

const mark = "m4rk3dS3cr3t";
const getting = { get: () => mark };

describe("a secret is seen wherever it is", () => {
  test.each<[string, unknown]>([
    ["a text", mark],
    ["the message of an error", new Error(mark)],
    ["its stack", Object.assign(new Error("No."), { stack: mark })],
    ["its name", Object.assign(new Error("No."), { name: mark })],
    ["its cause", new Error("No.", { cause: new Error("No.", { cause: mark }) })],
    ["one of its errors", new AggregateError([new Error(mark)])],
    ["a property", { a: [{ b: mark }] }],
    ["the name of a property", { a: { [mark]: 1 } }],
    ["a symbol", { [Symbol(mark)]: 1 }],
    ["a property that is not enumerable", Object.defineProperty({}, "a", { value: mark })],
    ["a getter", Object.defineProperty({}, "a", getting)],
    [
      "an inherited getter",
      new (class {
        get a(): string {
          return mark;
        }
      })(),
    ],
    ["a header", { headers: new Headers({ a: mark }) }],
    ["a map", new Map([[{}, new Map([[mark, 1]])]])],
    ["a set", new Set([mark])],
    ["a form", new URLSearchParams({ a: mark })],
    ["bytes", { bytes: new TextEncoder().encode(mark) }],
    ["what JSON is made of", { toJSON: () => mark }],
    ["what a text is made of", { toString: () => mark }],
    ["a property of a function", Object.assign(() => undefined, { a: mark })],
  ])("%s", (_, value) => {
    const secret: Secret = { name: "password", text: mark, marks: [mark] };

    expect(toldBy("it", value).some(({ text }) => foundIn(text, secret) !== undefined)).toBe(true);
  });
});

describe("a secret is known in every writing", () => {
  const text = `a"b'c<d>e&f\\g/h ü%+\u{1F600}`;

  test.each(Object.entries(writings))("%s", (_, write) => {
    expect(foundIn(`It is {{${write(text)}}}.`, { name: "", text, marks: [] })).toBeDefined();
    expect(
      foundIn(`It is ${write(`${mark}${text}`)}.`, { name: "", text: `${mark}${text}`, marks: [mark] }),
    ).toBeDefined();
  });

  test("and in part, but not without its quotes if it is short", () => {
    expect(foundIn(`It is ${mark}.`, { name: "", text: `${mark}${text}`, marks: [mark] })).toBe(
      "a part of it",
    );
    expect(foundIn("It is x.", { name: "", text: "x", marks: [] })).toBeUndefined();
    expect(foundIn("It is other.", { name: "", text: mark, marks: [mark] })).toBeUndefined();
  });
});

describe("without redaction", () => {
  const silent = [
    ...["no answer within", "no end of the answer in time", "no answer in time", "the caller"],
    ...[
      "fetch throws null",
      "fetch throws an error that is its own cause",
      "fetch throws an error whose code",
      "fetch gives",
      "what a network error looks like",
      "an answer whose body can not be",
    ],
    ...["a hook before the attempt fails", "a hook adds a header that", "the credential", "a path parameter"],
    ...[
      "a body that leads back",
      "a body with a number",
      "a header that no header",
      "a request that is not valid, to throw",
    ],
    ...["a response that is not valid"],
  ];
  const operation = operations.find(({ path }) => path === "/v1/b2b/passwords/email/reset");
  const telling = operations.find(({ path }) => path === "/v1/b2b/organizations/{organization_id}/members");

  async function leaksOf(name: string): Promise<readonly Leak[]> {
    const failure = failures.find((one) => one.name === name);
    if (failure === undefined || operation === undefined || telling === undefined)
      throw new Error("No such case.");
    const supply = sampledSupply(1);
    const cases = [operation, telling].map((one) => {
      const planted = plantCall(one, supply);
      return { planted, failure, form: unredactedForm, isAsked: true, isClientSeen: true };
    });
    return leaksOfAll(cases);
  }

  test.each(failures.map(({ name }) => name).filter((name) => !silent.some((one) => name.startsWith(one))))(
    "%s: secrets are found",
    async (name) => {
      expect((await leaksOf(name)).length).toBeGreaterThan(0);
    },
  );

  test("they are found in errors, events, the log and on the console", async () => {
    const leaks = [
      ...(await leaksOf("503 with Retry-After, again and again")),
      ...(await leaksOf("hooks that observe fail")),
    ];
    const places = new Set(leaks.map(({ where }) => /^\w+/.exec(where)?.[0]));

    expect([...places].toSorted()).toStrictEqual([
      "console",
      "error",
      "log",
      "onError",
      "onResponse",
      "onRetry",
    ]);
  });

  test("each of the secrets that are sent is found", async () => {
    if (operation === undefined) return;
    const sent = plantCall(operation, sampledSupply(1)).secrets.map(({ name }) => name);
    const found = new Set((await leaksOf("400 with JSON that quotes the request")).map(({ name }) => name));

    expect(sent.length).toBeGreaterThan(6);
    expect(sent.filter((name) => !found.has(name))).toStrictEqual([]);
  });
});

test("nothing is found where nothing is", () => {
  if (operations[0] === undefined || failures[0] === undefined) return;
  const planted = plantCall(operations[0], sampledSupply(1));

  expect(
    leaksIn(toldBy("it", new Error("No.")), planted.secrets, {
      planted,
      failure: failures[0],
      form: unredactedForm,
    }),
  ).toStrictEqual([]);
});
