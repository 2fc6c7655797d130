import { describe, expect, it } from "vitest";
import { link } from "../../src/contract/link.ts";
import { ownObject, type JsonObject } from "../../src/source/json.ts";
import { assembledOf } from "../contract-of.ts";
import { faultPlaces } from "../source-faults.ts";
import type { SourceTexts } from "../source-of.ts";

function faultsOf(source: SourceTexts): readonly string[] {
  return faultPlaces(link(assembledOf(source)).diagnostics);
}

/** Component schemas after linking; nothing may have gone wrong. */
function linked(source: SourceTexts): JsonObject {
  const { value, diagnostics } = link(assembledOf(source));
  expect(faultPlaces(diagnostics)).toEqual([]);
  return ownObject(ownObject(value.document, "components"), "schemas");
}

const $id = "https://shop.example/price";

describe("an $id that two schemas claim", () => {
  it.each<{ name: string; source: SourceTexts; want: string }>([
    {
      name: "of two documents",
      source: { "a.json": { title: "A", $id }, "b.json": { title: "B", $id } },
      want: "b.json /$id",
    },
    {
      name: "of a document and a part of another",
      source: { "a.json": { title: "A", $id }, "b.json": { title: "B", items: { $id, type: "number" } } },
      want: "b.json /items/$id",
    },
    {
      name: "of two parts",
      source: { "a.json": { title: "A", $defs: { x: { $id, type: "number" }, y: { $id, type: "string" } } } },
      want: "a.json /$defs/y/$id",
    },
    {
      name: "that becomes the same by what it is relative to",
      source: {
        "a.json": { title: "A", $id },
        "b.json": { title: "B", $id: "https://shop.example/b", items: { $id: "price" } },
      },
      want: "b.json /items/$id",
    },
  ])("is an error, $name", ({ source, want }) => {
    expect(faultsOf(source)).toEqual([`error schema-id-duplicate ${want}`]);
  });

  it.each<{ name: string; source: SourceTexts }>([
    {
      name: "if they are the same, as in bundles",
      source: {
        "a.json": { title: "A", $defs: { price: { $id, type: "number", minimum: 0 } } },
        "b.json": { title: "B", $defs: { price: { $id, minimum: 0, type: "number" } }, items: { $ref: $id } },
      },
    },
    {
      name: "if one of them is data",
      source: { "a.json": { title: "A", $defs: { x: { $id } }, const: { $id, type: "number" } } },
    },
    {
      name: "if one of them stands under a keyword that nobody knows",
      source: { "a.json": { title: "A", $defs: { x: { $id } }, "x-more": { $id, type: "number" } } },
    },
    {
      name: "if it is a fragment alone",
      source: { "a.json": { title: "A", $defs: { x: { $id: "#a" }, y: { $id: "#a", type: "number" } } } },
    },
  ])("is none, $name", ({ source }) => {
    expect(faultsOf(source)).toEqual([]);
  });
});

describe("a reference", () => {
  it.each([
    { $ref: "urn:shop:b#/items" },
    { $ref: "urn:shop:b#item" },
    { $ref: "urn:shop:inner#" },
    { $ref: "urn:shop:b#/%69tems" },
  ])("may name a resource by a URN: $$ref", ({ $ref }) => {
    const b = { title: "B", $id: "urn:shop:b", items: { $id: "urn:shop:inner", type: "string" }, not: {} };
    const anchored = { ...b, items: { $anchor: "item", type: "string" } };
    expect(
      linked({ "a.json": { title: "A", not: { $ref } }, "b.json": $ref.includes("inner") ? b : anchored }),
    ).toMatchObject({
      A: { not: { $ref: "#/components/schemas/B.items" } },
      "B.items": { type: "string" },
    });
  });

  it("may go by a pointer through a resource into one inside of it", () => {
    const schema = {
      title: "A",
      $defs: { b: { $id: "https://shop.example/b", properties: { c: { type: "string" } } } },
      items: { $ref: "#/$defs/b/properties/c" },
    };
    expect(linked({ "a.json": schema })).toMatchObject({
      A: { items: { $ref: "#/components/schemas/A.b.c" } },
      "A.b.c": { type: "string" },
    });
  });

  it("by an anchor leads to the first of its name in a resource", () => {
    const schema = {
      title: "A",
      $defs: { x: { $anchor: "n", type: "string" }, y: { $anchor: "n", type: "number" } },
      items: { $ref: "#n" },
    };
    expect(linked({ "a.json": schema })).toMatchObject({
      A: { items: { $ref: "#/components/schemas/A.x" } },
    });
  });
});
