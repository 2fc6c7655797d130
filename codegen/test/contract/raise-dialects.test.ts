import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/source/json.ts";
import { readSource } from "../contract-of.ts";
import { api, overlay } from "../contract-parts.ts";
import { dialectUris, raisedSource } from "../raised-source.ts";

const latest = dialectUris["2020-12"];
const tuple: JsonObject = { items: [{}] };
const raisedTuple: JsonObject = { prefixItems: [{}] };

describe("the dialect of a schema", () => {
  it.each([
    "http://json-schema.org/draft-04/schema#",
    "http://json-schema.org/draft-04/schema",
    "https://json-schema.org/draft-06/schema#",
    "https://json-schema.org/draft-07/schema",
    "http://json-schema.org/draft/2019-09/schema",
    "https://json-schema.org/draft/2019-09/schema#",
  ])("is what `$schema` names, however that is spelled: %s", ($schema) => {
    expect(raisedSource({ "a.json": { $schema, ...tuple } })).toEqual({
      documents: { "a.json": { $schema: latest, ...raisedTuple } },
      faults: [],
    });
  });

  it("is the one of the document, until a schema inside of it names another", () => {
    const given = {
      $schema: latest,
      $defs: {
        old: {
          $id: "https://shop.example/old",
          $schema: dialectUris["draft-07"],
          properties: { a: tuple, new: { $id: "new", $schema: latest, items: { additionalItems: {} } } },
        },
        // An `$id` alone does not change it.
        same: { $id: "https://shop.example/same", prefixItems: [{}] },
      },
    };
    expect(raisedSource({ "a.json": given })).toEqual({
      documents: {
        "a.json": {
          $schema: latest,
          $defs: {
            old: {
              $id: "https://shop.example/old",
              $schema: latest,
              properties: {
                a: raisedTuple,
                new: { $id: "new", $schema: latest, items: { additionalItems: {} } },
              },
            },
            same: { $id: "https://shop.example/same", prefixItems: [{}] },
          },
        },
      },
      faults: [],
    });
  });

  it("is named by `jsonSchemaDialect` for the schemas of an OpenAPI root, and for no other document", () => {
    const parameters = { list: { name: "list", in: "query", schema: tuple } };
    const schemas = { A: tuple, B: { $schema: latest, prefixItems: [{}] } };
    const root = api({ jsonSchemaDialect: dialectUris["draft-04"], components: { parameters, schemas } });
    const { documents } = raisedSource({ "api.json": root, "c.json": { title: "C", prefixItems: [{}] } });
    expect(documents).toEqual({
      "api.json": api({
        jsonSchemaDialect: latest,
        components: {
          parameters: { list: { name: "list", in: "query", schema: raisedTuple } },
          schemas: { A: raisedTuple, B: { $schema: latest, prefixItems: [{}] } },
        },
      }),
      "c.json": { title: "C", prefixItems: [{}] },
    });
  });

  it("makes no resource of a component of an OpenAPI root, which is a part of the root", () => {
    const A = { $recursiveAnchor: true, not: { $recursiveRef: "#" } };
    const root = api({ jsonSchemaDialect: dialectUris["2019-09"], components: { schemas: { A } } });
    expect(raisedSource({ "api.json": root })).toEqual({
      documents: {
        "api.json": api({
          jsonSchemaDialect: latest,
          components: { schemas: { A: { not: { $ref: "#" } } } },
        }),
      },
      faults: ["warning keyword-ignored api.json /components/schemas/A/$recursiveAnchor"],
    });
  });

  it("is 2020-12 for what overlays say", () => {
    const source = {
      "a.json": { $schema: dialectUris["draft-07"], title: "A", ...tuple },
      "overlay.json": overlay({
        target: "$.components.schemas.A",
        update: { prefixItems: [{ type: "string" }], items: false },
      }),
    };
    const { contract, faults } = readSource(source);
    expect({ schema: contract.schemas[0]?.schema, faults }).toEqual({
      schema: { title: "A", prefixItems: [{ type: "string" }], items: false },
      faults: [],
    });
  });
});

/** A source with a meta-schema of its own, and one schema in it. */
function inDialect(metaSchema: JsonObject, schema: JsonObject): ReturnType<typeof raisedSource> {
  const { documents, faults } = raisedSource({
    "a.json": { $schema: "https://shop.example/dialect", ...schema },
    "dialect.json": { $id: "https://shop.example/dialect", ...metaSchema },
  });
  return { documents: { "a.json": documents["a.json"] ?? null }, faults };
}

const vocabulary = (draft: string, ...names: readonly string[]): JsonObject => ({
  $schema: `https://json-schema.org/draft/${draft}/schema`,
  $vocabulary: Object.fromEntries(
    names.map((name) => [`https://json-schema.org/draft/${draft}/vocab/${name}`, true]),
  ),
});

describe("a meta-schema of the source", () => {
  const schema = { properties: { a: { minimum: 1, title: "A" } }, unevaluatedProperties: false };

  it.each<{ metaSchema: JsonObject; schema: JsonObject; want: JsonObject; gone: readonly string[] }>([
    {
      metaSchema: vocabulary("2020-12", "core", "applicator"),
      schema,
      want: { properties: { a: { title: "A" } } },
      gone: ["/unevaluatedProperties", "/properties/a/minimum"],
    },
    {
      metaSchema: vocabulary("2020-12", "core", "validation"),
      schema: { ...schema, type: "object", $ref: "#/$defs/b", $defs: { b: {} } },
      want: { type: "object", $ref: "#/$defs/b", $defs: { b: {} } },
      gone: ["/properties", "/unevaluatedProperties"],
    },
    {
      metaSchema: vocabulary("2020-12", "core", "applicator", "validation", "unevaluated"),
      schema: { ...schema, format: "date" },
      want: schema,
      gone: ["/format"],
    },
    {
      metaSchema: vocabulary("2020-12", "core", "validation"),
      schema: { required: ["a"], dependencies: { a: ["b"], c: false } },
      want: { required: ["a"] },
      gone: ["/dependencies"],
    },
    {
      metaSchema: vocabulary("2020-12", "core", "applicator", "validation"),
      schema: { required: ["a"], dependencies: { a: ["b"], c: false } },
      want: { required: ["a"], dependentRequired: { a: ["b"] }, dependentSchemas: { c: false } },
      gone: [],
    },
    // Core counts, whether it is listed or not.
    {
      metaSchema: vocabulary("2019-09", "validation"),
      schema: { $id: "a", $anchor: "b", maximum: 2, ...tuple, additionalItems: false },
      want: { $id: "a", $anchor: "b", maximum: 2 },
      gone: ["/items", "/additionalItems"],
    },
    // In 2019-09 those were applicators.
    {
      metaSchema: vocabulary("2019-09", "core", "applicator"),
      schema: { ...schema, ...tuple },
      want: { properties: { a: { title: "A" } }, unevaluatedProperties: false, ...raisedTuple },
      gone: ["/properties/a/minimum"],
    },
  ])("leaves no effect to vocabularies that it does not list: $metaSchema.$vocabulary", (given) => {
    expect(inDialect(given.metaSchema, given.schema)).toEqual({
      documents: { "a.json": { $schema: latest, ...given.want } },
      faults: given.gone.map((pointer) => `warning keyword-unknown a.json ${pointer}`),
    });
  });

  it.each<{ metaSchema: JsonObject; want: JsonObject }>([
    { metaSchema: vocabulary("2020-12", "core", "format-annotation"), want: {} },
    {
      metaSchema: vocabulary("2020-12", "core", "format-assertion"),
      want: { "x-sdkmill-format": "assertion" },
    },
    { metaSchema: vocabulary("2019-09", "core", "format"), want: { "x-sdkmill-format": "assertion" } },
    {
      metaSchema: {
        $schema: latest,
        $vocabulary: { "https://json-schema.org/draft/2020-12/vocab/format-assertion": false },
      },
      want: { "x-sdkmill-format": "assertion" },
    },
    {
      metaSchema: {
        $schema: dialectUris["2019-09"],
        $vocabulary: { "https://json-schema.org/draft/2019-09/vocab/format": false },
      },
      want: {},
    },
  ])("says whether `format` is an assertion: $metaSchema.$vocabulary", ({ metaSchema, want }) => {
    const { documents } = inDialect(metaSchema, { format: "date" });
    expect(documents).toEqual({ "a.json": { $schema: latest, format: "date", ...want } });
  });

  it.each<{ metaSchema: JsonObject }>([
    { metaSchema: { $schema: dialectUris["draft-07"] } },
    { metaSchema: { $schema: dialectUris["draft-04"], $vocabulary: {} } },
    { metaSchema: { $schema: dialectUris["2019-09"], type: "object" } },
  ])("is of the dialect that it names itself: $metaSchema", ({ metaSchema }) => {
    const { documents, faults } = inDialect(metaSchema, { ...tuple, minimum: 1 });
    expect({ documents, faults }).toEqual({
      documents: { "a.json": { $schema: latest, minimum: 1, ...raisedTuple } },
      faults: [],
    });
  });

  it("may demand a vocabulary that nobody knows, and that is an error; or offer one, and that is none", () => {
    const $vocabulary = {
      "https://json-schema.org/draft/2020-12/vocab/validation": true,
      "https://shop.example/demanded": true,
      "https://shop.example/offered": false,
      "https://spec.openapis.org/oas/3.1/vocab/base": true,
    };
    expect(inDialect({ $schema: latest, $vocabulary }, { minimum: 1 })).toEqual({
      documents: { "a.json": { $schema: latest, minimum: 1 } },
      faults: ["error dialect-unknown a.json /$schema"],
    });
  });

  it("is not missed if it is in a document that can not be read", () => {
    const inIt = { $schema: "https://shop.example/dialect", title: "A", type: "string" };
    const { faults } = readSource({ "a.json": inIt, "dialect.json": "{" });
    expect(faults).toEqual([expect.stringMatching(/^error json-syntax dialect\.json/)]);
  });

  it.each<{ metaSchema: JsonObject }>([
    { metaSchema: { $schema: "https://shop.example/dialect" } },
    { metaSchema: { $schema: "https://shop.example/other" } },
  ])("that is of no known dialect makes none known: $metaSchema", ({ metaSchema }) => {
    const { faults } = readSource({
      "a.json": { $schema: "https://shop.example/dialect", title: "A", type: "string" },
      "dialect.json": { $id: "https://shop.example/dialect", title: "Dialect", ...metaSchema },
    });
    expect(faults).toEqual([
      "error dialect-unknown a.json:2:3 /$schema",
      expect.stringMatching(/^error dialect-unknown dialect\.json:\d:3 \/\$schema$/),
    ]);
  });
});
