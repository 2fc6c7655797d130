import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/source/json.ts";
import { contractOf, readSource, schemaOf } from "../contract-of.ts";
import { api, reference } from "../contract-parts.ts";
import { dialectUris, type DraftName } from "../raised-source.ts";
import type { SourceTexts } from "../source-of.ts";

/** The schema that `a.json` refers to under its property `a`, as the contract has it. */
function target(source: SourceTexts): unknown {
  const contract = contractOf(source);
  const { a } = (schemaOf(contract, "A").schema as { properties: { a: { $ref: string } } }).properties;
  return schemaOf(contract, a.$ref.replace("#/components/schemas/", "")).schema;
}

function document(draft: DraftName, title: string, schema: JsonObject): JsonObject {
  return { $schema: dialectUris[draft], title, ...schema };
}

const found: JsonObject = { type: "string", minLength: 7 };

describe("a reference in terms of an older draft", () => {
  it.each<{ draft: DraftName; schema: JsonObject; fragment: string }>([
    { draft: "draft-07", schema: { items: [{}, found] }, fragment: "/items/1" },
    { draft: "2019-09", schema: { items: [{}], additionalItems: found }, fragment: "/additionalItems" },
    { draft: "draft-06", schema: { items: found }, fragment: "/items" },
    { draft: "draft-04", schema: { dependencies: { b: found, c: ["b"] } }, fragment: "/dependencies/b" },
    {
      draft: "2020-12",
      schema: { dependentRequired: { b: [] }, allOf: [{}], dependencies: { b: found, c: ["b"] } },
      fragment: "/dependencies/b",
    },
    {
      draft: "draft-07",
      schema: { definitions: { "a/b~c": { dependencies: { b: { items: [{ items: [found] }] } } } } },
      fragment: "/definitions/a~1b~0c/dependencies/b/items/0/items/0",
    },
    { draft: "draft-04", schema: { definitions: { b: { id: "#here", ...found } } }, fragment: "here" },
    { draft: "draft-07", schema: { items: [{ $id: "#here", ...found }] }, fragment: "here" },
  ])("finds the schema at its new place: $draft $fragment", ({ draft, schema, fragment }) => {
    const properties = { a: { $ref: `#${fragment}` } };
    const own = { "a.json": document(draft, "A", { ...schema, properties }) };
    const other = (from: DraftName, $ref: string): SourceTexts => ({
      "a.json": document(from, "A", { properties: { a: { $ref } } }),
      "deep/b.json": document(draft, "B", schema),
    });
    const raised = expect.objectContaining(found) as unknown;
    expect(target(own)).toEqual(raised);
    // From a document of another draft, by the path of the file.
    for (const from of ["2020-12", "2019-09", "draft-04"] as const)
      expect(target(other(from, `deep/b.json#${fragment}`))).toEqual(raised);
  });

  it("finds it in the form of the house", () => {
    const source = {
      "api.json": api({ components: { schemas: { A: { properties: { a: reference("B/items/1") } } } } }),
      "b.json": document("draft-07", "B", { items: [{}, found] }),
    };
    expect(target(source)).toEqual(found);
  });

  it("finds it in an OpenAPI root of an older draft", () => {
    const B = { items: [{ additionalItems: false, items: [{}, found] }] };
    const A = { properties: { a: reference("B/items/0/items/1") } };
    const source = {
      "api.json": api({ jsonSchemaDialect: dialectUris["draft-07"], components: { schemas: { A, B } } }),
    };
    expect(target(source)).toEqual(found);
  });

  it("begins at a resource that has moved itself", () => {
    const inner = { $id: "https://shop.example/inner", dependencies: { b: { items: [found] } } };
    const source = {
      "a.json": document("2020-12", "A", {
        properties: { a: { $ref: "https://shop.example/inner#/dependencies/b/items/0" } },
      }),
      "b.json": document("draft-07", "B", { items: [inner] }),
    };
    expect(target(source)).toEqual(found);
  });

  it.each<JsonObject>([
    // A list of schemas is none, and a keyword that the draft does not have has no schemas.
    { $ref: "#/items" },
    { $ref: "#/prefixItems/0" },
    { $ref: "#/dependencies/b" },
  ])("dangles where its draft has no schema: %j", (dangling) => {
    const schema = { items: [{}], prefixItems: [{}], dependencies: { b: ["c"] }, not: dangling };
    const { faults } = readSource({ "a.json": document("draft-07", "A", schema) });
    expect(faults).toContainEqual(
      expect.stringMatching(/^error reference-dangling a\.json:.* \/not\/\$ref$/),
    );
  });
});
