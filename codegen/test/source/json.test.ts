import { describe, expect, it } from "vitest";
import {
  compareText,
  own,
  ownArray,
  ownObject,
  ownString,
  withProperties,
  type Json,
} from "../../src/source/json.ts";

describe("own", () => {
  const object: Json = { text: "x", list: [1], map: { a: 1 }, no: null };

  it("reads own properties, as the type that was asked for", () => {
    expect([own(object, "no"), ownString(object, "text"), ownArray(object, "list")]).toEqual([
      null,
      "x",
      [1],
    ]);
    expect(ownObject(object, "map")).toEqual({ a: 1 });
  });

  it("reads a property of another type as absent", () => {
    expect([ownString(object, "list"), ownArray(object, "map"), ownObject(object, "list")]).toEqual([
      undefined,
      [],
      {},
    ]);
  });

  it.each<{ value: Json | undefined }>([
    { value: undefined },
    { value: null },
    { value: true },
    { value: 1 },
    { value: "text" },
    { value: ["text"] },
  ])("finds nothing in $value", ({ value }) => {
    expect(own(value, "length")).toBeUndefined();
  });

  it.each(["constructor", "toString", "__proto__"])("does not find the inherited %s", (key) => {
    expect(own(object, key)).toBeUndefined();
  });
});

describe("withProperties", () => {
  it("replaces, adds and leaves out, and leaves the original alone", () => {
    const original = Object.freeze({ a: 1, b: 2 });
    expect(withProperties(original, { a: 3, b: undefined, c: 4 })).toEqual({ a: 3, c: 4 });
    expect(original).toEqual({ a: 1, b: 2 });
  });

  it("keeps a property called __proto__ an ordinary one", () => {
    const original = JSON.parse('{ "__proto__": { "a": 1 } }') as { readonly [key: string]: Json };
    const copy = withProperties(original, { b: 2 });
    expect(Object.keys(copy)).toEqual(["__proto__", "b"]);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  });
});

describe("compareText", () => {
  it("orders by code unit, whatever the locale", () => {
    expect(["b", "ä", "a", "B", "_", "1", "a"].toSorted(compareText)).toEqual([
      "1",
      "B",
      "_",
      "a",
      "a",
      "b",
      "ä",
    ]);
  });
});
