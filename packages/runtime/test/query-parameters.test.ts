import * as fc from "fast-check";
import { createQuerySerializer } from "openapi-fetch";
import { describe, expect, test } from "vitest";
import { queryParameters } from "../src/query-parameters.ts";

describe("a query", () => {
  test.each<[string, Record<string, unknown>, string]>([
    ["nothing", {}, ""],
    ["values", { a: "x&y=1", b: "ü /?#%+" }, "?a=x%26y%3D1&b=%C3%BC%20%2F%3F%23%25%2B"],
    ["numbers and booleans", { a: 0, b: false, c: -1.5, d: 10n }, "?a=0&b=false&c=-1.5&d=10"],
    ["empty text", { a: "" }, "?a="],
    ["nothing for undefined, null and no items", { a: undefined, b: null, c: [], d: {} }, ""],
    ["nothing for such items", { a: [undefined, 1, null], b: { c: undefined, d: 2 } }, "?a=1&b[d]=2"],
    ["arrays", { a: ["x", "y z"] }, "?a=x&a=y%20z"],
    ["objects", { a: { b: 1, c: "x y" } }, "?a[b]=1&a[c]=x%20y"],
    ["what is in them", { a: { b: { c: [1, 2] } } }, "?a[b][c]=1&a[b][c]=2"],
    ["names", { "a b": { "c]&d=": 1 } }, "?a%20b[c%5D%26d%3D]=1"],
  ])("%s", (_, values, query) => {
    expect(queryParameters(...Object.keys(values)).write(values)).toBe(query);
  });

  test("in the order of the names, of which each counts once, and of no others", () => {
    const { names, write } = queryParameters("b", "a", "constructor", "toString");

    expect(write({ a: 1, c: 2, b: 3 })).toBe("?b=3&a=1");
    expect(write(Object.create({ a: 1 }) as Record<string, unknown>)).toBe("");
    expect(names).toStrictEqual(["b", "a", "constructor", "toString"]);
  });
});

test("is what openapi-fetch makes of it", () => {
  // openapi-fetch encodes no names, and writes an empty parameter for an item that is null.
  const name = fc.stringMatching(/^[a-zA-Z_][\w.-]{0,10}$/);
  const plain = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.boolean(),
  );
  const value = fc.oneof(
    plain,
    fc.constantFrom(undefined, null),
    fc.array(plain),
    fc.dictionary(name, plain, { noNullPrototype: true }),
  );
  const serialize = createQuerySerializer();

  fc.assert(
    fc.property(fc.dictionary(name, value, { noNullPrototype: true }), (values) => {
      const written = queryParameters(...Object.keys(values)).write(values);
      // It leaves an empty place for an object without properties.
      const expected = serialize(values).split("&").filter(Boolean).join("&");
      expect(written.slice(1)).toBe(expected);
      expect(written.startsWith("?")).toBe(expected !== "");
    }),
    { numRuns: 300 },
  );
});
