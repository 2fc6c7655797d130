import { describe, expect, it } from "vitest";
import { appendPointer, pointerTokens, resolvePointer } from "../../src/source/json-pointer.ts";

describe("appendPointer", () => {
  it.each([
    { pointer: "", tokens: [], want: "" },
    { pointer: "", tokens: ["a", 0], want: "/a/0" },
    { pointer: "/a", tokens: [""], want: "/a/" },
    { pointer: "", tokens: ["/v1/a~b"], want: "/~1v1~1a~0b" },
    // Prevents: escaping `/` before `~`, which would escape its own escapes.
    { pointer: "", tokens: ["~1"], want: "/~01" },
  ])("adds $tokens to $pointer", ({ pointer, tokens, want }) => {
    expect(appendPointer(pointer, ...tokens)).toBe(want);
  });
});

describe("pointerTokens", () => {
  it.each([
    { pointer: "", want: [] },
    { pointer: "/", want: [""] },
    { pointer: "/a/0", want: ["a", "0"] },
    { pointer: "/~1v1~1a~0b", want: ["/v1/a~b"] },
    { pointer: "/~01", want: ["~1"] },
    { pointer: "a", want: undefined },
    { pointer: "#/a", want: undefined },
    { pointer: "/~2", want: undefined },
    { pointer: "/~", want: undefined },
  ])("reads $pointer", ({ pointer, want }) => {
    expect(pointerTokens(pointer)).toEqual(want);
  });
});

describe("resolvePointer", () => {
  const value = { a: ["x", { "b/c": { "~": 1 } }], "": 2, no: null };

  it.each([
    { pointer: "", want: value },
    { pointer: "/a/0", want: "x" },
    { pointer: "/a/1/b~1c/~0", want: 1 },
    { pointer: "/", want: 2 },
    { pointer: "/no", want: null },
    { pointer: "/missing", want: undefined },
    { pointer: "/a/2", want: undefined },
    { pointer: "/a/0/x", want: undefined },
    { pointer: "/no/x", want: undefined },
    { pointer: "no pointer", want: undefined },
    // RFC 6901, section 4: no leading zeros, no sign, and `-` is the item after the last.
    { pointer: "/a/00", want: undefined },
    { pointer: "/a/-1", want: undefined },
    { pointer: "/a/-", want: undefined },
    // Prevents: reaching what every object and array inherits.
    { pointer: "/constructor", want: undefined },
    { pointer: "/__proto__", want: undefined },
    { pointer: "/a/length", want: undefined },
  ])("finds what is at $pointer", ({ pointer, want }) => {
    expect(resolvePointer(value, pointer)).toEqual(want);
  });
});
