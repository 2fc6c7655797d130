import { describe, expect, test } from "vitest";
import { type Redact, redactor } from "../src/redact.ts";

const names = ["password", "session_token", "pins", "authorization", "x-session"];

function redactJson(redact: Redact, value: unknown, errorType: readonly string[] = ["error_type"]): unknown {
  const revive = (name: string, inner: unknown): unknown => redact.json(name, inner, errorType);
  return JSON.parse(JSON.stringify(value), revive) as unknown;
}

describe("values of secret names are found wherever they were sent", () => {
  test.each<[string, unknown, string, string]>([
    ["a property", { password: "hidden" }, "is hidden", "[redacted]"],
    ["of an object in it", { a: { b: { password: "hidden" } } }, "is hidden", "[redacted]"],
    ["of an array in it", [{ a: [{ password: "hidden" }] }], "is hidden", "[redacted]"],
    [
      "everything under a secret name",
      { password: { a: ["hidden", { b: "veiled" }] } },
      "hidden veiled",
      "[redacted]",
    ],
    ["a number", { pins: [4711, -0.5] }, "4711 and -0.5", "[redacted]"],
    ["a header", { "x-session": "hidden" }, "is hidden", "[redacted]"],
    [
      "headers beside a body",
      [{ password: "veiled" }, { authorization: "hidden" }],
      "hidden veiled",
      "[redacted]",
    ],
    ["true and false are no secrets", { password: true, pins: [false] }, "true false", "true false"],
    ["nor is nothing", { password: null, pins: ["", undefined] }, "null undefined", "null undefined"],
    ["nor what has another name", { name: "hidden" }, "is hidden", "is hidden"],
    ["nothing was sent", undefined, "undefined", "undefined"],
    ["a text was sent", "hidden", "is hidden", "is hidden"],
  ])("%s", (_, sent, value, told) => {
    expect(redactor(names, sent, []).text(value)).toBe(told);
  });

  test("a body that is nested deeper than a stack is", () => {
    let body: object = { password: "hidden" };
    for (let depth = 0; depth < 100_000; depth += 1) body = depth % 2 === 0 ? [body] : { a: body };

    expect(redactor(names, body, []).text("is hidden")).toBe("[redacted]");
  });
});

test("values that are secret besides them", () => {
  const redact = redactor([], undefined, ["key-1", "key-2"]);

  expect(["key-1 and key-3", "key-2", "key-3"].map(redact.text)).toStrictEqual([
    "[redacted]",
    "[redacted]",
    "key-3",
  ]);
});

describe("a secret is known in another writing", () => {
  const secret = `p4"s\\w<o>rd&'/ü+% 1`;

  test.each([
    ["as it is", secret],
    ["in a URL", encodeURIComponent(secret)],
    ["in a URL, with small letters", encodeURIComponent(secret).toLowerCase()],
    ["in a text of JSON", JSON.stringify(secret).slice(1, -1)],
    ["in JSON in JSON", JSON.stringify(JSON.stringify(secret))],
    ["in JSON for HTML", `p4\\"s\\\\w\\u003co\\u003erd\\u0026'/\\u00fc+% 1`],
    ["in HTML", "p4&quot;s\\w&lt;o&gt;rd&amp;&#39;/&uuml;+% 1"],
    ["in a form", new URLSearchParams({ a: secret }).toString().slice(2)],
  ])("%s", (_, written) => {
    expect(redactor(names, { password: secret }, []).text(`It is ${written}.`)).toBe("[redacted]");
  });

  test("a line of it", () => {
    const key = "-----BEGIN-----\nabcd+efgh/\nijkl\n-----END-----\n";
    const redact = redactor(names, { password: key }, []);

    expect(redact.text("A key: abcd%2Befgh%2F")).toBe("[redacted]");
    expect(redact.text("A key.")).toBe("A key.");
  });

  test("a short one is found as it is, and given up wherever something is encoded", () => {
    const redact = redactor(names, { password: "жъ!" }, []);

    expect(
      ["It is жъ!.", "It is %d0%b6%d1%8a!", "It is \\u0436", "It is not."].map(redact.text),
    ).toStrictEqual(["[redacted]", "[redacted]", "[redacted]", "It is not."]);
  });

  test("a text that has no percent-encoding", () => {
    expect(redactor(names, { password: "hidden\ud800" }, []).text("hidden\ud800")).toBe("[redacted]");
  });

  test("characters that mean something in a pattern, or in a replacement", () => {
    expect(redactor(names, { password: "$&.*(" }, []).text("a $&.*( b")).toBe("[redacted]");
  });
});

describe("JSON", () => {
  const redact = redactor(names, { password: "hidden", pins: [4711] }, ["key-1"]);

  test.each<[string, unknown, unknown]>([
    ["a secret name", { password: "other", name: "Ada" }, { password: "[redacted]", name: "Ada" }],
    [
      "a secret name, whatever it holds",
      { session_token: { a: 1 }, pins: [1], password: null },
      { session_token: "[redacted]", pins: "[redacted]", password: "[redacted]" },
    ],
    ["a secret name inside", { a: [{ b: { password: "x" } }] }, { a: [{ b: { password: "[redacted]" } }] }],
    ["a secret that was sent", { message: "hidden is weak" }, { message: "[redacted]" }],
    ["in an array", ["hidden", ["key-1"]], ["[redacted]", ["[redacted]"]]],
    ["a number that was sent", { count: 4711, more: 47 }, { count: "[redacted]", more: 47 }],
    [
      "what is no secret",
      { a: 1, b: true, c: null, d: "x", e: [] },
      { a: 1, b: true, c: null, d: "x", e: [] },
    ],
    ["a text alone", "hidden", "[redacted]"],
    ["a secret as a name", { fields: { "key-1": "is weak" } }, { fields: { "[redacted]": "is weak" } }],
    ["a word as a name, whatever somebody's password is", { hidden: 1 }, { hidden: 1 }],
  ])("%s", (_, value, told) => {
    expect(redactJson(redact, value)).toStrictEqual(told);
  });

  test("a secret with characters that JSON escapes", () => {
    expect(
      redactJson(redactor(names, { password: 'a"b\\c\n' }, []), { said: 'not a"b\\c\n!' }),
    ).toStrictEqual({
      said: "[redacted]",
    });
  });

  test("a word that says the type of an error stays, whatever somebody's password is", () => {
    const weak = redactor(names, { password: "password" }, []);

    expect(
      redactJson(weak, { error_type: "weak_password", error_message: "The password is weak." }),
    ).toStrictEqual({ error_type: "weak_password", error_message: "[redacted]" });
    expect(redactJson(weak, { error: "weak_password" })).toStrictEqual({ error: "[redacted]" });
    expect(redactJson(weak, { error_type: "Not a password." })).toStrictEqual({
      error_type: "[redacted]",
    });
    expect(
      redactJson(redactor(names, { password: "x".repeat(81) }, []), { error_type: "x".repeat(81) }),
    ).toStrictEqual({
      error_type: "[redacted]",
    });
  });
});

describe("a text that was to be JSON ends at the first secret name", () => {
  const redact = redactor([...names, "a.b|c"], { password: "hidden" }, []);

  test.each([
    ['{"a":1,"password":"other","b', '{"a":1,"[redacted]'],
    ['{"session_token" \n: "oth', '{"[redacted]'],
    ['{"a":"hidden","b', "[redacted]"],
    ['{"a.b|c":1', '{"[redacted]'],
    ['{"aXb":1', '{"aXb":1'],
    ['{"my_password":1', '{"my_password":1'],
    ["password: other", "password: other"],
    ["", ""],
  ])("%j", (text, told) => {
    expect(redact.cut(text)).toBe(told);
  });
});

test("names", () => {
  const { isSecret } = redactor(names, undefined, []);

  expect(["password", "Password", "toString", "x-session", ""].map(isSecret)).toStrictEqual([
    true,
    false,
    false,
    true,
    false,
  ]);
});

describe("a cause", () => {
  const redact = redactor(names, { password: "hidden" }, ["key 1"]);

  test("is an error of the same name, message, code and cause, without secrets", () => {
    const inner = Object.assign(new RangeError("connect https://x.example/?key%201"), { code: "ECONNRESET" });
    const told = redact.cause(new TypeError("hidden failed", { cause: inner }));

    expect(told).toBeInstanceOf(Error);
    expect(told).toMatchObject({
      name: "TypeError",
      message: "[redacted]",
      stack: "[redacted]",
      cause: { name: "RangeError", message: "[redacted]", code: "ECONNRESET" },
    });
    expect("code" in (told as Error)).toBe(false);
    expect("cause" in ((told as Error).cause as Error)).toBe(false);
  });

  test("keeps nothing else of it", () => {
    const thrown = Object.assign(new Error("No."), { request: { password: "hidden" }, errors: ["hidden"] });

    expect(Object.keys(redact.cause(thrown) as object).toSorted()).toStrictEqual(["name"]);
  });

  test.each([
    ["a text", "hidden", "[redacted]"],
    ["nothing", undefined, undefined],
    ["null", null, null],
  ])("%s", (_, thrown, told) => {
    expect(redact.cause(thrown)).toBe(told);
  });

  test("an object that is no error", () => {
    expect(redact.cause({ message: "hidden" })).toMatchObject({ message: "[redacted]" });
  });

  test("an error that is its own cause", () => {
    const thrown = new Error("hidden");
    thrown.cause = new Error("inner", { cause: thrown });

    expect(redact.cause(thrown)).toMatchObject({ message: "[redacted]", cause: { message: "inner" } });
  });
});
