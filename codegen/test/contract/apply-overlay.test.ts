import { describe, expect, it } from "vitest";
import { applyOverlay } from "../../src/contract/apply-overlay.ts";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { overlay } from "../contract-parts.ts";
import { documentOf } from "../source-of.ts";

/** What a document is after some actions. It goes in frozen, so that a change of it would throw. */
function after(content: JsonObject, ...actions: readonly Json[]): JsonObject {
  const document = documentOf("document.json", content).data as JsonObject;
  const { value, diagnostics } = applyOverlay(document, documentOf("overlay.json", overlay(...actions)));
  expect(diagnostics).toEqual([]);
  expect(document).toEqual(content);
  return value.document;
}

describe("an update of an object", () => {
  it("is merged into it at every depth", () => {
    const document = { info: { title: "Shop", contact: { name: "A", url: "b" } }, tags: [] };
    const update = { title: "Store", contact: { name: "C", email: "d" }, version: "1" };
    expect(after(document, { target: "$.info", update })).toEqual({
      info: { title: "Store", contact: { name: "C", url: "b", email: "d" }, version: "1" },
      tags: [],
    });
  });

  it("keeps the order of keys, new ones at the end", () => {
    expect(Object.keys(after({ b: 1, a: 2 }, { target: "$", update: { c: 3, a: 4 } }))).toEqual([
      "b",
      "a",
      "c",
    ]);
  });

  it("reaches every object that the target selects", () => {
    const document = { paths: { "/a": { get: {} }, "/b": { get: { x: 1 }, post: {} } } };
    expect(after(document, { target: "$.paths.*.get", update: { "x-safe": true } })).toEqual({
      paths: { "/a": { get: { "x-safe": true } }, "/b": { get: { x: 1, "x-safe": true }, post: {} } },
    });
  });

  it("adds a property to the root", () => {
    expect(after({ a: 1 }, { target: "$", update: { b: { c: 2 } } })).toEqual({ a: 1, b: { c: 2 } });
  });

  it("puts a value in the place of one of another type", () => {
    expect(after({ a: { b: { c: 1 }, d: 2 } }, { target: "$.a", update: { b: 1, d: { e: 3 } } })).toEqual({
      a: { b: 1, d: { e: 3 } },
    });
  });

  it("keeps a property called __proto__ an ordinary one", () => {
    const action = JSON.parse('{ "target": "$.a", "update": { "__proto__": { "x": 1 } } }') as Json;
    const { a } = after({ a: {} }, action);
    expect([Object.keys(a as object), Object.getPrototypeOf(a)]).toEqual([["__proto__"], Object.prototype]);
  });
});

describe("an update of an array", () => {
  it("is appended to it as one more item", () => {
    expect(after({ tags: [{ name: "a" }] }, { target: "$.tags", update: { name: "b" } })).toEqual({
      tags: [{ name: "a" }, { name: "b" }],
    });
  });

  it("may be a primitive", () => {
    expect(after({ required: ["a"] }, { target: "$.required", update: "b" })).toEqual({
      required: ["a", "b"],
    });
  });

  it("is appended item by item if it is a list", () => {
    expect(after({ required: ["a"] }, { target: "$.required", update: ["b", "c"] })).toEqual({
      required: ["a", "b", "c"],
    });
  });

  it("merges into items that the target selects", () => {
    const document = { servers: [{ url: "a" }, { url: "b" }] };
    expect(after(document, { target: '$.servers[?@.url == "b"]', update: { x: 1 } })).toEqual({
      servers: [{ url: "a" }, { url: "b", x: 1 }],
    });
  });
});

describe("a removal", () => {
  it.each([
    { name: "a property", target: "$.a", want: { list: [0, 1, 2, 3] } },
    { name: "a property in it", target: "$.a.b", want: { a: {}, list: [0, 1, 2, 3] } },
    { name: "an item", target: "$.list[1]", want: { a: { b: 1 }, list: [0, 2, 3] } },
    // Prevents: the removal of an item moving the ones that are still to be removed.
    { name: "several items", target: "$.list[0,2]", want: { a: { b: 1 }, list: [1, 3] } },
    { name: "items in another order", target: "$.list[2,0]", want: { a: { b: 1 }, list: [1, 3] } },
    { name: "items by a filter", target: "$.list[?@ > 0]", want: { a: { b: 1 }, list: [0] } },
    { name: "all items", target: "$.list[*]", want: { a: { b: 1 }, list: [] } },
    { name: "things within each other", target: "$..*", want: {} },
    // Prevents: an item that is selected twice taking its neighbour with it.
    { name: "an item that is selected twice", target: "$.list[1,1]", want: { a: { b: 1 }, list: [0, 2, 3] } },
  ])("takes $name away", ({ target, want }) => {
    expect(after({ a: { b: 1 }, list: [0, 1, 2, 3] }, { target, remove: true })).toEqual(want);
  });

  it("wins over an update in the same action", () => {
    expect(after({ a: {}, b: 1 }, { target: "$.a", update: { x: 1 }, remove: true })).toEqual({ b: 1 });
  });

  it("does not happen for `remove: false`", () => {
    expect(after({ a: {} }, { target: "$.a", update: { x: 1 }, remove: false })).toEqual({ a: { x: 1 } });
  });

  it("selects items of lists in lists", () => {
    const document = {
      a: [
        [{ drop: true }, 1],
        [2, { drop: true }, { drop: true }],
      ],
    };
    expect(after(document, { target: "$.a[*][?@.drop == true]", remove: true })).toEqual({ a: [[1], [2]] });
  });
});

describe("actions", () => {
  it("are applied in their order, each to what the one before made", () => {
    const actions = [
      { target: "$", update: { a: { b: 1 } } },
      { target: "$.a", update: { c: 2 } },
      { target: "$.a.b", remove: true },
      { target: "$.a", update: { b: 3 } },
    ];
    expect(after({}, ...actions)).toEqual({ a: { c: 2, b: 3 } });
  });

  it.each([
    { filter: '[?@.in == "query"]', want: ["a", "c"] },
    { filter: "[?@.deprecated]", want: ["b"] },
    { filter: '[?@.in == "query" && !@.required]', want: ["c"] },
    { filter: "[?match(@.name, '[ab]')]", want: ["a", "b"] },
    { filter: "[-1]", want: ["c"] },
    { filter: "[0:2]", want: ["a", "b"] },
  ])("select by $filter", ({ filter, want }) => {
    const parameters = [
      { name: "a", in: "query", required: true },
      { name: "b", in: "path", deprecated: true },
      { name: "c", in: "query" },
    ];
    const { parameters: changed } = after(
      { parameters },
      { target: `$.parameters${filter}`, update: { hit: true } },
    );
    const hits = (changed as readonly JsonObject[]).filter(({ hit }) => hit === true);
    expect(hits.map(({ name }) => name)).toEqual(want);
  });
});
