import { describe, expect, it } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { contractOf, readSource, schemaOf } from "../contract-of.ts";
import { apiWithOperation, json, reference } from "../contract-parts.ts";
import type { SourceTexts } from "../source-of.ts";

/** Schemas of a contract by key. */
function schemasOf(source: SourceTexts): Readonly<Record<string, Json>> {
  return Object.fromEntries(contractOf(source).schemas.map(({ key, schema }) => [key, schema]));
}

/** The dynamic anchors of those schemas that have some. */
function anchorsOf(source: SourceTexts): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    contractOf(source)
      .schemas.filter(({ dynamicAnchors }) => Object.keys(dynamicAnchors).length > 0)
      .map(({ key, dynamicAnchors }) => [key, dynamicAnchors]),
  );
}

const dynamic = (key: string): Json => ({ $dynamicRef: `#/components/schemas/${key}` });

const base = "https://shop.example/";

/** A tree, and one that allows nothing else in its nodes. */
const trees: SourceTexts = {
  "tree.json": {
    title: "Tree",
    $id: `${base}tree`,
    $dynamicAnchor: "node",
    type: "object",
    properties: { value: true, children: { type: "array", items: { $dynamicRef: "#node" } } },
  },
  "strict.json": {
    title: "StrictTree",
    $id: `${base}strict`,
    $dynamicAnchor: "node",
    $ref: "tree",
    unevaluatedProperties: false,
  },
};

describe("a $dynamicRef", () => {
  it("stays where several resources have an anchor of its name, as a reference to its own", () => {
    expect(schemasOf(trees)).toEqual({
      Tree: {
        title: "Tree",
        type: "object",
        properties: { value: true, children: { type: "array", items: dynamic("Tree") } },
      },
      StrictTree: { title: "StrictTree", ...reference("Tree"), unevaluatedProperties: false },
    });
    expect(anchorsOf(trees)).toEqual({ Tree: { node: "Tree" }, StrictTree: { node: "StrictTree" } });
    expect(schemaOf(contractOf(trees), "Tree").references).toEqual(["Tree"]);
  });

  it.each<{ name: string; schema: Json; others?: SourceTexts }>([
    {
      name: "has the only anchor of its name",
      schema: { $defs: { x: { $dynamicAnchor: "x" } }, items: { $dynamicRef: "#x" } },
    },
    {
      name: "names a plain anchor",
      schema: { $defs: { x: { $anchor: "x" }, y: { $dynamicAnchor: "y" } }, items: { $dynamicRef: "#x" } },
    },
    {
      name: "names a plain anchor, and others are dynamic ones",
      schema: { $defs: { x: { $anchor: "x" } }, items: { $dynamicRef: "#x" } },
      others: {
        "b.json": { title: "B", $dynamicAnchor: "x" },
        "c.json": { title: "C", $dynamicAnchor: "x" },
      },
    },
    {
      name: "goes by a pointer",
      schema: { $defs: { x: { $dynamicAnchor: "x" } }, items: { $dynamicRef: "#/$defs/x" } },
      others: { "b.json": { title: "B", $dynamicAnchor: "x" } },
    },
  ])("is a plain reference if it $name", ({ schema, others = {} }) => {
    const source = { ...others, "a.json": { title: "A", ...(schema as object) } };
    expect(schemasOf(source)["A"]).toEqual({ title: "A", items: reference("A.x") });
    expect(anchorsOf(source)).toEqual({});
  });

  it("that is a $ref stands beside a $ref that is there", () => {
    const schema = {
      title: "A",
      $defs: { x: { $anchor: "x" }, y: {} },
      items: { allOf: [{ type: "string" }], $ref: "#/$defs/y", $dynamicRef: "#x" },
    };
    expect(schemasOf({ "a.json": schema })["A"]).toEqual({
      title: "A",
      items: { allOf: [{ type: "string" }, reference("A.x")], ...reference("A.y") },
    });
  });

  it("may name an anchor of another resource", () => {
    const source = {
      ...trees,
      "a.json": { title: "A", $id: `${base}a`, items: { $dynamicRef: "tree#node" } },
    };
    expect(schemasOf(source)["A"]).toEqual({ title: "A", items: dynamic("Tree") });
    expect(Object.keys(anchorsOf(source))).toEqual(["StrictTree", "Tree"]);
  });

  it.each([
    { $dynamicRef: "#nope", want: "reference-dangling" },
    { $dynamicRef: "b.json#x", want: "reference-dangling" },
    { $dynamicRef: "https://other.example/x#node", want: "reference-external" },
  ])("is reported as a plain reference is: $$dynamicRef", ({ $dynamicRef, want }) => {
    const { diagnostics } = readSource({ "a.json": { title: "A", items: { $dynamicRef } } });
    expect(diagnostics.map(({ code, place }) => `${code} ${place?.pointer}`)).toEqual([
      `${want} /items/$dynamicRef`,
    ]);
  });

  it("is data in data", () => {
    const schema = { title: "A", const: { $dynamicRef: "#nope" } };
    expect(schemasOf({ "a.json": schema })).toEqual({ A: schema });
  });
});

describe("dynamic anchors of a component", () => {
  it("are those of its resource: its document, or the nearest schema around it with an $id", () => {
    const source: SourceTexts = {
      "list.json": {
        title: "List",
        $id: `${base}list`,
        items: { $dynamicRef: "#item" },
        $defs: { item: { $dynamicAnchor: "item" } },
      },
      "numbers.json": {
        title: "Numbers",
        $id: `${base}numbers`,
        $ref: "list",
        $defs: {
          item: { $dynamicAnchor: "item", type: "number" },
          other: { type: "string" },
          inner: {
            $id: "inner",
            $ref: "list",
            $defs: { item: { $dynamicAnchor: "item", type: "string" } },
          },
        },
      },
    };
    expect(anchorsOf(source)).toEqual({
      List: { item: "List.item" },
      "List.item": { item: "List.item" },
      Numbers: { item: "Numbers.item" },
      "Numbers.item": { item: "Numbers.item" },
      "Numbers.other": { item: "Numbers.item" },
      "Numbers.inner": { item: "Numbers.inner.item" },
      "Numbers.inner.item": { item: "Numbers.inner.item" },
    });
  });

  it("of an OpenAPI root are those of all components in it", () => {
    const list = { items: { $dynamicRef: "#item" }, $defs: { item: { $dynamicAnchor: "item" } } };
    const source = apiWithOperation(
      { responses: { 200: json(reference("List")) } },
      { components: { schemas: { List: list, Other: {} } } },
    );
    const strict = { title: "Strict", $dynamicAnchor: "item", not: {} };
    expect(anchorsOf({ "a.json": source, "b.json": strict })).toEqual({
      List: { item: "List.item" },
      "List.item": { item: "List.item" },
      Other: { item: "List.item" },
      Strict: { item: "Strict" },
    });
  });

  it("need a component where they are, and for a resource inside of another one that has some", () => {
    const schema = {
      title: "A",
      $dynamicAnchor: "x",
      if: { $id: `${base}first`, $dynamicAnchor: "x", items: { $dynamicRef: "#x" } },
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
      then: { $id: `${base}second`, items: { $dynamicAnchor: "x", type: "string" } },
      else: { $id: `${base}third`, items: { type: "string" } },
    };
    expect(schemasOf({ "a.json": schema })).toEqual({
      A: {
        title: "A",
        if: reference("A.if"),
        // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
        then: reference("A.then"),
        else: { items: { type: "string" } },
      },
      "A.if": { items: dynamic("A.if") },
      "A.then": { items: reference("A.then.items") },
      "A.then.items": { type: "string" },
    });
  });

  // Prevents: an anchor that is called like what every object has being taken for one, or lost.
  it("may be called like what every object has", () => {
    const source: SourceTexts = {
      "a.json": { title: "A", $dynamicAnchor: "__proto__", items: { $dynamicRef: "#__proto__" } },
      "b.json": { title: "B", $dynamicAnchor: "__proto__", $ref: "a.json" },
    };
    expect(
      Object.entries(anchorsOf(source)).map(([key, anchors]) => [key, Object.entries(anchors ?? {})]),
    ).toEqual([
      ["A", [["__proto__", "A"]]],
      ["B", [["__proto__", "B"]]],
    ]);
  });
});

describe("the position of an anchor", () => {
  it("is that of what leads to its resource, though only a $dynamicRef leads to itself", () => {
    const list = { items: { $dynamicRef: "#item" }, $defs: { item: { $dynamicAnchor: "item" } } };
    const numbers = {
      title: "Numbers",
      $ref: "#/components/schemas/List",
      $defs: { item: { $dynamicAnchor: "item", type: "number" } },
    };
    const source = apiWithOperation(
      { responses: { 200: json(reference("Numbers")) } },
      { components: { schemas: { List: list } } },
    );
    const contract = contractOf({ "a.json": source, "b.json": numbers });
    expect(contract.schemas.map(({ key, position }) => `${key} ${position}`)).toEqual([
      "List response",
      "List.item response",
      "Numbers response",
      "Numbers.item response",
    ]);
  });
});

describe("circles without data in between", () => {
  it("may go by way of a $dynamicRef, to any anchor of its name", () => {
    const source: SourceTexts = {
      "a.json": { title: "A", $dynamicAnchor: "x", $ref: "b.json" },
      "b.json": { title: "B", allOf: [{ $dynamicRef: "#x" }], $defs: { x: { $dynamicAnchor: "x" } } },
    };
    const { diagnostics } = readSource(source);
    expect(diagnostics.map(({ code, place }) => `${code} ${place?.path} ${place?.pointer}`)).toEqual([
      "reference-cycle b.json /allOf/0/$dynamicRef",
    ]);
  });
});
