import { describe, expect, it } from "vitest";
import { error } from "../../src/diagnostics.ts";
import { locate } from "../../src/source/locate.ts";
import type { SourceText } from "../../src/source/source-document.ts";

/** `line:column` of a pointer. */
function placeIn(text: string, syntax: SourceText["syntax"], pointer: string): string {
  const diagnostic = error("schema-shape", "Something is wrong.", "Mend it.", { path: "a", pointer });
  const [located] = locate([diagnostic], [{ path: "a", text, syntax }]);
  return `${located?.line}:${located?.column}`;
}

describe("a pointer into JSON", () => {
  const text = `{
  "title": "Order",
  "paths": {
    "/v1/a~b": { "get": [1, { "x": 2 }, [3]] }
  },
  "": 4, "say \\"hi\\"": 5, "größe 😀": { "x": 6 }
}`;

  it.each([
    { at: "the whole", pointer: "", want: "1:1" },
    { at: "a property", pointer: "/title", want: "2:3" },
    { at: "a key with ~ and /", pointer: "/paths/~1v1~1a~0b", want: "4:5" },
    { at: "an item", pointer: "/paths/~1v1~1a~0b/get/0", want: "4:26" },
    { at: "an object in a list", pointer: "/paths/~1v1~1a~0b/get/1", want: "4:29" },
    { at: "a property in a list", pointer: "/paths/~1v1~1a~0b/get/1/x", want: "4:31" },
    { at: "a list in a list", pointer: "/paths/~1v1~1a~0b/get/2/0", want: "4:42" },
    { at: "an empty key", pointer: "/", want: "6:3" },
    { at: "a key with an escape", pointer: '/say "hi"', want: "6:10" },
    { at: "what follows characters beyond ASCII", pointer: "/größe 😀/x", want: "6:41" },
    { at: "nothing: the parent", pointer: "/paths/~1nope", want: "3:3" },
    { at: "nothing: an ancestor further up", pointer: "/paths/~1nope/get/responses", want: "3:3" },
    { at: "an item too many: the list", pointer: "/paths/~1v1~1a~0b/get/9", want: "4:18" },
    { at: "a name in a list: the list", pointer: "/paths/~1v1~1a~0b/get/x", want: "4:18" },
    { at: "something in a text: the text", pointer: "/title/x", want: "2:3" },
    { at: "nothing at all", pointer: "/nope", want: "1:1" },
    { at: "no pointer", pointer: "nope", want: "1:1" },
  ])("finds $at", ({ pointer, want }) => {
    expect(placeIn(text, "json", pointer)).toBe(want);
  });

  it("finds what can be found in a broken text", () => {
    expect(placeIn('{\n  "a": 1\n  "b": { "c": 1', "json", "/b/c")).toBe("3:10");
  });
});

describe("a pointer into YAML", () => {
  const text = `# A comment
---
title: Order
paths:
  /v1/a~b:
    get:
      - 1
      - x: 2
        y: 3
      -
        - deep
flow: { a: 1, b: [x, { c: 2 }] }
anchored: &one
  x: 1
alias: *one
200: number
? explicit
: 5
text: |
  a: b
  c: d
tagged: !!str 6
last: 7
`;

  it.each([
    { at: "the whole", pointer: "", want: "1:1" },
    { at: "a property", pointer: "/title", want: "3:1" },
    { at: "a key with ~ and /", pointer: "/paths/~1v1~1a~0b", want: "5:3" },
    { at: "an item", pointer: "/paths/~1v1~1a~0b/get/0", want: "7:9" },
    { at: "a mapping in a list", pointer: "/paths/~1v1~1a~0b/get/1", want: "8:9" },
    { at: "its second property", pointer: "/paths/~1v1~1a~0b/get/1/y", want: "9:9" },
    { at: "a list in a list", pointer: "/paths/~1v1~1a~0b/get/2/0", want: "11:11" },
    { at: "a property in flow style", pointer: "/flow/b", want: "12:15" },
    { at: "an item in flow style", pointer: "/flow/b/0", want: "12:19" },
    { at: "a mapping in a list in flow style", pointer: "/flow/b/1/c", want: "12:24" },
    { at: "an anchored property", pointer: "/anchored", want: "13:1" },
    { at: "a property below an anchor", pointer: "/anchored/x", want: "14:3" },
    { at: "an alias", pointer: "/alias", want: "15:1" },
    { at: "something below an alias: the alias", pointer: "/alias/x", want: "15:1" },
    { at: "a number as a key", pointer: "/200", want: "16:1" },
    { at: "an explicit key", pointer: "/explicit", want: "17:3" },
    { at: "something in a text: the text", pointer: "/text/a", want: "19:1" },
    { at: "what follows a text of several lines", pointer: "/tagged", want: "22:1" },
    { at: "what follows a tag", pointer: "/last", want: "23:1" },
    { at: "nothing: the parent", pointer: "/paths/~1nope/get", want: "4:1" },
    { at: "an item too many: the list", pointer: "/paths/~1v1~1a~0b/get/9", want: "6:5" },
  ])("finds $at", ({ pointer, want }) => {
    expect(placeIn(text, "yaml", pointer)).toBe(want);
  });

  it.each([
    { at: "double quotes", text: '"a b": 1\n"c": 2\n', pointer: "/c", want: "2:1" },
    { at: "single quotes", text: "'a': 1\n'it''s': 2\n", pointer: "/it's", want: "2:1" },
    { at: "an alias in a list", text: "a: &x 1\nb: [*x]\n", pointer: "/b/0", want: "2:5" },
  ])("counts the sign before $at as a part", ({ text: given, pointer, want }) => {
    expect(placeIn(given, "yaml", pointer)).toBe(want);
  });

  it("finds items of a list at the root", () => {
    expect(placeIn("- a\n- b\n", "yaml", "/1")).toBe("2:3");
  });

  it("finds the line of an alias in a list", () => {
    expect(placeIn("a: &x 1\nb:\n  - *x\n  - *x\n", "yaml", "/b/1")).toMatch(/^4:/);
  });

  it("points at the beginning of a broken text", () => {
    expect(placeIn("a: 1\nb: [\n", "yaml", "/b")).toBe("1:1");
  });
});
