import { describe, expect, test } from "vitest";
import { checkHeaderValue, setHeaders } from "../src/header-value.ts";

describe("what a header can carry (RFC 9110, section 5.5)", () => {
  test.each(["", "a", "a b\tc", "!~", "\u0080ÿ", " padded "])("%j", (value) => {
    expect(() => checkHeaderValue("option `a`", value)).not.toThrow();
    // `Headers` is of the same opinion.
    expect(new Headers({ a: value }).get("a")).toBe(value.trim());
  });

  test.each(["a\nb", "a\rb", "a\r\n b", "a\u0000", "a\u001B", "a\u007F", "Ā", "€", "\ud83d\ude00", "a\n"])(
    "not %j, and it is not shown",
    (value) => {
      expect(() => checkHeaderValue("option `a`", value)).toThrow(
        new TypeError("The option `a` is missing or can not be used."),
      );
    },
  );
});

describe("headers that are set", () => {
  test("take the place of those that were there; undefined ones are left out", () => {
    const headers = new Headers({ a: "1", b: "2", c: "3" });

    expect(setHeaders(headers, { A: "4", b: undefined, d: 5 })).toBe(headers);
    expect(Object.fromEntries(headers)).toStrictEqual({ a: "4", b: "2", c: "3", d: "5" });
  });

  test.each([[undefined], [{}]])("none: %j", (values) => {
    expect([...setHeaders(new Headers({ a: "1" }), values)]).toStrictEqual([["a", "1"]]);
  });

  test("one that can not be sent is refused by its name", () => {
    expect(() => setHeaders(new Headers(), { "X-Own": "hidden\nvalue" })).toThrow(
      new TypeError("The header `X-Own` is missing or can not be used."),
    );
  });
});
