import { describe, expect, it } from "vitest";
import { link } from "../../src/contract/link.ts";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { ownObject } from "../../src/source/json.ts";
import { assembledOf } from "../contract-of.ts";
import { api, apiWithOperation, apiWithSchemas, json, reference } from "../contract-parts.ts";
import { faultPlaces } from "../source-faults.ts";
import type { SourceTexts } from "../source-of.ts";

/** Component schemas after linking; nothing may have gone wrong. */
function linked(source: SourceTexts): JsonObject {
  const { value, diagnostics } = link(assembledOf(source));
  expect(faultPlaces(diagnostics)).toEqual([]);
  return ownObject(ownObject(value.document, "components"), "schemas");
}

function faultsOf(source: SourceTexts): readonly string[] {
  return faultPlaces(link(assembledOf(source)).diagnostics);
}

/** Two documents, of which the first refers to the second or into it. */
function pair($ref: string, target: Json = { title: "B" }): SourceTexts {
  return { "folder/a.json": { title: "A", items: { $ref } }, "folder/b.json": target };
}

describe("a reference to another document", () => {
  it.each([
    { as: "a component, the house's own form", $ref: "#/components/schemas/B" },
    { as: "a component, with an escape", $ref: "#/components/schemas/%42" },
    { as: "a file beside it", $ref: "b.json" },
    { as: "a file beside it, with a dot", $ref: "./b.json" },
    { as: "a file by way of its folder", $ref: "../folder/b.json" },
    { as: "a file with an empty fragment", $ref: "b.json#" },
  ])("may name $as", ({ $ref }) => {
    expect(linked(pair($ref))).toMatchObject({ A: { items: reference("B") } });
  });

  it.each([
    {
      as: "absolute URI",
      id: "https://shop.example/schemas/b.json",
      $ref: "https://shop.example/schemas/b.json",
    },
    { as: "relative URI", id: "other.json", $ref: "other.json" },
    { as: "URN", id: "urn:shop:b", $ref: "urn:shop:b" },
  ])("may name its $id, an $as", ({ id, $ref }) => {
    const schemas = linked(pair($ref, { $id: id, title: "B" }));
    expect(schemas).toEqual({ A: { title: "A", items: reference("B") }, B: { title: "B" } });
  });

  it("is relative to the $id of the document that it stands in", () => {
    const source = {
      "a.json": { $id: "https://shop.example/v1/a", title: "A", items: { $ref: "b" } },
      "b.json": { $id: "https://shop.example/v1/b", title: "B" },
    };
    expect(linked(source)).toMatchObject({ A: { items: reference("B") } });
  });

  it("may name its anchor", () => {
    const schemas = linked(pair("b.json#here", { title: "B", $anchor: "here" }));
    expect(schemas).toEqual({ A: { title: "A", items: reference("B") }, B: { title: "B" } });
  });

  it.each(["a b.json", "größe.json", "user@v1.json", "a,b;c=d+e&f.json", "[a].json", "a'(b)!.json"])(
    "may name a file called %s",
    (name) => {
      const source = { "a.json": { title: "A", items: { $ref: `./${name}` } }, [name]: { title: "B" } };
      expect(linked(source)).toMatchObject({ A: { items: reference("B") } });
    },
  );

  it("leaves what stands beside it", () => {
    const source = pair("b.json");
    const beside = { ...source, "folder/c.json": { title: "C", $ref: "b.json", description: "Text." } };
    expect(linked(beside)).toMatchObject({ C: { ...reference("B"), title: "C", description: "Text." } });
  });
});

describe("a reference to itself", () => {
  it.each(["#", "#/components/schemas/A", "a.json", "a.json#"])("may be %s", ($ref) => {
    expect(linked({ "a.json": { title: "A", items: { $ref } } })).toEqual({
      A: { title: "A", items: reference("A") },
    });
  });
});

describe("what looks like a reference but is data", () => {
  it.each(["default", "const", "example", "x-other"])("is left alone in `%s`", (keyword) => {
    const schema = { title: "A", [keyword]: { $ref: "#/nowhere" } };
    expect(linked({ "a.json": schema })).toEqual({ A: schema });
  });

  it("is left alone as a property called $ref", () => {
    const schema = { title: "A", properties: { $ref: { type: "string" } } };
    expect(linked({ "a.json": schema })).toEqual({ A: schema });
  });
});

describe("a reference that can not be followed", () => {
  const at = "folder/a.json /items/$ref";

  it.each([
    { name: "to a component that is not there", $ref: "#/components/schemas/C", want: "dangling" },
    { name: "into a document, beside everything", $ref: "b.json#/properties/x", want: "dangling" },
    { name: "to something that is no schema", $ref: "b.json#/required", want: "dangling" },
    { name: "into data", $ref: "b.json#/default", want: "dangling" },
    { name: "to an anchor that is not there", $ref: "#nope", want: "dangling" },
    { name: "to a file that is not there", $ref: "c.json", want: "dangling" },
    { name: "to a file above the source", $ref: "../../../etc/passwd", want: "dangling" },
    { name: "with a broken escape", $ref: "#/components/schemas/%", want: "dangling" },
    { name: "to what every object inherits", $ref: "#/components/schemas/constructor", want: "dangling" },
    { name: "with a broken host", $ref: "https://[", want: "dangling" },
    { name: "to the web", $ref: "https://shop.example/b.json", want: "external" },
    { name: "to the disk", $ref: "file:///etc/passwd", want: "external" },
  ])("is one $name", ({ $ref, want }) => {
    const target = { title: "B", required: ["x"], default: {} };
    expect(faultsOf(pair($ref, target))).toEqual([`error reference-${want} ${at}`]);
  });

  it("is reported as often as it stands in the source", () => {
    const source = {
      "openapi.json": apiWithOperation({
        parameters: [{ $ref: "#/components/parameters/Nope" }],
        requestBody: { $ref: "#/components/requestBodies/Nope" },
        responses: { 200: json(reference("Nope")), 400: { $ref: "#/components/responses/Nope" } },
      }),
      "a.json": { title: "A", allOf: [reference("Nope"), { not: reference("Nope") }] },
    };
    expect(faultsOf(source).toSorted()).toEqual([
      "error reference-dangling a.json /allOf/0/$ref",
      "error reference-dangling a.json /allOf/1/not/$ref",
      "error reference-dangling openapi.json /paths/~1orders/get/parameters/0/$ref",
      "error reference-dangling openapi.json /paths/~1orders/get/requestBody/$ref",
      "error reference-dangling openapi.json /paths/~1orders/get/responses/200/content/application~1json/schema/$ref",
      "error reference-dangling openapi.json /paths/~1orders/get/responses/400/$ref",
    ]);
  });

  it("is one to a part of another kind", () => {
    const source = api({
      components: { schemas: { Order: {} }, parameters: { Order: { name: "a", in: "query" } } },
      paths: { "/a": { get: { parameters: [reference("Order")], responses: {} } } },
    });
    expect(faultsOf({ "a.json": source })).toEqual([
      "error reference-dangling a.json /paths/~1a/get/parameters/0/$ref",
    ]);
  });

  it.each([
    { $ref: "#/components/schemas/OrderLin", want: 'Did you mean "#/components/schemas/OrderLine"?' },
    { $ref: "#/components/schemas/orderline", want: 'Did you mean "#/components/schemas/OrderLine"?' },
    { $ref: "#/definitions/Order", want: 'Did you mean "#/components/schemas/Order"?' },
    { $ref: "#/components/schemas/Zebra", want: "Mend the reference, or add what it points at." },
  ])("comes with the nearest name for $$ref", ({ $ref, want }) => {
    const source = apiWithSchemas({ Order: {}, OrderLine: {}, A: { items: { $ref } } });
    const { diagnostics } = link(assembledOf({ "a.json": source }));
    expect(diagnostics.map(({ help }) => help)).toEqual([want]);
  });
});
