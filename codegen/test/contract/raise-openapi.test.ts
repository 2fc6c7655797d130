import { describe, expect, it } from "vitest";
import { raiseDocuments } from "../../src/contract/raise-documents.ts";
import { writtenPointer } from "../../src/contract/raise-moves.ts";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { contractOf, readSource, schemaOf } from "../contract-of.ts";
import { api, json, overlay, reference } from "../contract-parts.ts";
import { api30, faultsOf, withSchemas } from "../raised-openapi.ts";
import { dialectUris, raisedSource } from "../raised-source.ts";
import { faultPlaces } from "../source-faults.ts";
import { documentsOf, type SourceTexts } from "../source-of.ts";

describe("an OpenAPI root", () => {
  it.each(["3.0.0", "3.0.1", "3.0.2", "3.0.3", "3.0.4"])("of %s becomes one of 3.1", (openapi) => {
    const parts = { paths: {}, tags: [{ name: "a" }], "x-a": { openapi: "3.0.0" } };
    expect(raisedSource({ "api.json": api({ openapi, ...parts }) })).toEqual({
      documents: { "api.json": api({ openapi: "3.1.0", ...parts }) },
      faults: [],
    });
    expect(contractOf({ "api.json": api({ openapi, ...parts }) }).document).toMatchObject({
      openapi: "3.1.0",
    });
  });

  it.each(["3.1.0", "3.1.1"])("of %s comes back as it is", (openapi) => {
    const given = api({
      openapi,
      jsonSchemaDialect: dialectUris["2020-12"],
      webhooks: {},
      components: { pathItems: {}, schemas: { A: { nullable: true, example: 1, const: 1 } } },
    });
    expect(raisedSource({ "api.json": given })).toEqual({ documents: { "api.json": given }, faults: [] });
  });

  it.each<Json>(["2.0", "3.0", "3.0.x", "3.0.3-rc1", "3.2.0", "4.0.0", "3.00.1", 3, 3.1, null])(
    "of any other version is not read: %j",
    (openapi) => {
      const { diagnostics } = readSource({ "api.json": api({ openapi }) });
      expect(faultPlaces(diagnostics)).toEqual(["error openapi-version api.json /openapi"]);
      expect(diagnostics[0]?.help).toMatch(/3\.0\b.*3\.1\b/);
    },
  );

  it("of 3.0 has no fields of 3.1", () => {
    const given = api30({
      jsonSchemaDialect: dialectUris["draft-04"],
      webhooks: { a: { post: { requestBody: json({ const: 1 }) } } },
      components: { pathItems: { a: { get: {} } }, schemas: {} },
    });
    expect(raisedSource({ "api.json": given })).toEqual({
      documents: { "api.json": api({ paths: {}, components: { schemas: {} } }) },
      faults: [
        "warning keyword-unknown api.json /jsonSchemaDialect",
        "warning keyword-unknown api.json /webhooks",
        "warning keyword-unknown api.json /components/pathItems",
      ],
    });
  });

  it("of 3.0 may have schemas alone", () => {
    const { paths: _, ...given } = withSchemas({ A: { type: "string", nullable: true } });
    expect(schemaOf(contractOf({ "api.json": given }), "A").schema).toEqual({ type: ["string", "null"] });
  });
});

describe("a document beside an OpenAPI 3.0 root", () => {
  const given = { title: "B", properties: { a: { type: "string", nullable: true } }, const: 1 };

  it("is a part of it, if it names no dialect", () => {
    const house = { ...given, $id: "#/components/schemas/B" };
    expect(raisedSource({ "api.json": api30({}), "b.json": house })).toEqual({
      documents: {
        "api.json": api({ paths: {} }),
        "b.json": {
          title: "B",
          properties: { a: { type: ["string", "null"] } },
          $id: "#/components/schemas/B",
        },
      },
      faults: ["warning keyword-unknown b.json /const"],
    });
  });

  it.each([
    { source: { "api.json": api30({}), "b.json": { ...given, $schema: dialectUris["2020-12"] } } },
    { source: { "api.json": api30({}), "b.json": { ...given, $schema: dialectUris["draft-07"] } } },
    { source: { "api.json": api({}), "b.json": given } },
    { source: { "b.json": given } },
  ])("is none of it, if it names one, or if there is no such root: $source", ({ source }) => {
    const { documents, faults } = raisedSource(source);
    expect(documents["b.json"]).toMatchObject(given);
    expect(faults).toEqual([]);
  });

  it("that names a dialect that nobody knows is told so", () => {
    const source = {
      "api.json": api30({}),
      "b.json": { title: "B", $schema: "https://shop.example/unknown" },
    };
    expect(faultsOf(source)).toEqual(["error dialect-unknown b.json /$schema"]);
  });

  it("may be a meta-schema, which every validator knows", () => {
    const $ref = "http://json-schema.org/draft-04/schema#";
    const source = { "api.json": api30({}), "b.json": { title: "B", items: { $ref } } };
    expect(faultsOf(source)).toEqual([]);
  });
});

describe("a reference in terms of OpenAPI 3.0", () => {
  const found = { type: "string", minLength: 7 };

  /** The schema that A refers to, as the contract has it. */
  function target(source: SourceTexts): unknown {
    const { contract } = readSource(source);
    const { $ref } = schemaOf(contract, "A").schema as { $ref: string };
    return schemaOf(contract, $ref.replace("#/components/schemas/", "")).schema;
  }

  it.each<{ B: Json; at: string }>([
    { B: { items: [{}, found] }, at: "/items/1" },
    { B: { properties: { a: { items: [{ items: [found] }] } } }, at: "/properties/a/items/0/items/0" },
    { B: { type: "array", nullable: true, items: found, example: [] }, at: "/items" },
  ])("finds the schema at its new place: $at", ({ B, at }) => {
    expect(target({ "api.json": withSchemas({ A: reference(`B${at}`), B }) })).toEqual(found);
    expect(target({ "api.json": withSchemas({ A: { $ref: `b.json#${at}` } }), "b.json": B })).toEqual(found);
    const A = { title: "A", $ref: `api.json#/components/schemas/B${at}` };
    expect(target({ "api.json": withSchemas({ B }), "a.json": A })).toEqual(found);
  });

  it("dangles where 3.0 has no schema", () => {
    const B = { patternProperties: { a: found } };
    expect(faultsOf({ "api.json": withSchemas({ A: reference("B/patternProperties/a"), B }) })).toEqual([
      "error reference-dangling api.json /components/schemas/A/$ref",
      "warning keyword-unknown api.json /components/schemas/B/patternProperties",
    ]);
  });
});

describe("a part of a schema of OpenAPI 3.0", () => {
  const type = "string";

  it.each<{ schema: JsonObject; raisedAt: string; writtenAt: string }>([
    { schema: { type, nullable: true }, raisedAt: "/type", writtenAt: "/type" },
    { schema: { type, nullable: true }, raisedAt: "/type/0", writtenAt: "/type" },
    { schema: { type, nullable: true }, raisedAt: "/type/1", writtenAt: "/nullable" },
    { schema: { type: [type], nullable: true }, raisedAt: "/type/0", writtenAt: "/type/0" },
    { schema: { type: [type], nullable: true }, raisedAt: "/type/1", writtenAt: "/nullable" },
    { schema: { example: { a: 1 } }, raisedAt: "/examples", writtenAt: "/example" },
    { schema: { example: { a: 1 } }, raisedAt: "/examples/0/a", writtenAt: "/example/a" },
    { schema: { example: 2, examples: [1] }, raisedAt: "/examples", writtenAt: "/examples" },
    { schema: { example: 2, examples: [1] }, raisedAt: "/examples/0", writtenAt: "/examples/0" },
    { schema: { example: 2, examples: [1] }, raisedAt: "/examples/1", writtenAt: "/example" },
    { schema: { minimum: 1, exclusiveMinimum: true }, raisedAt: "/exclusiveMinimum", writtenAt: "/minimum" },
    {
      schema: { items: [{ type, nullable: true }] },
      raisedAt: "/prefixItems/0/type/1",
      writtenAt: "/items/0/nullable",
    },
  ])("at $raisedAt is known to have been written at $writtenAt", ({ schema, raisedAt, writtenAt }) => {
    const { value } = raiseDocuments(documentsOf({ "api.json": withSchemas({ A: schema }) }));
    const moves = value.moves.get("api.json") ?? { toRaised: new Map(), toWritten: new Map() };
    const A = "/components/schemas/A";
    expect(writtenPointer(moves, A + raisedAt)).toBe(A + writtenAt);
  });
});

describe("a fault of a schema of OpenAPI 3.0", () => {
  it.each<{ schema: JsonObject; want: readonly string[] }>([
    { schema: { type: "strin" }, want: ["error schema-shape/type"] },
    { schema: { type: "strin", nullable: true }, want: ["error schema-shape/type"] },
    { schema: { type: 1, nullable: true }, want: ["error schema-shape/type"] },
    { schema: { minimum: "1", exclusiveMinimum: true }, want: ["error schema-shape/minimum"] },
    { schema: { exclusiveMinimum: "1" }, want: ["error schema-shape/exclusiveMinimum"] },
    {
      schema: { items: [{}, { minLength: -1 }] },
      want: ["warning schema-shape/items", "error schema-shape/items/1/minLength"],
    },
    { schema: { type: "string", required: true }, want: ["error schema-shape/required"] },
    { schema: { type: "string", nullable: true, format: "color" }, want: ["warning format-unknown/format"] },
    { schema: { id: "a" }, want: ["warning keyword-unknown/id"] },
    // Written, if seldom with a purpose, and harmless.
    { schema: { type: "object", required: [], enum: [] }, want: [] },
    { schema: { type: "array" }, want: [] },
  ])("is reported where it was written: $schema", ({ schema, want }) => {
    const faults = faultsOf({ "api.json": withSchemas({ A: schema }) });
    expect(faults.map((fault) => fault.replace(" api.json /components/schemas/A", ""))).toEqual(want);
  });

  it("is told with the version that it is a fault of, and with a way out", () => {
    const A = { $ref: "#/components/schemas/B", nullable: true };
    const B = { allOf: [{ type: "object", const: 1 }], nullable: true };
    const { diagnostics } = readSource({ "api.json": withSchemas({ A, B }) });
    expect(diagnostics.map(({ message, help }) => `${message} ${help}`)).toEqual([
      expect.stringMatching(/OpenAPI 3\.0 ignores what stands beside `\$ref`.*schema that is referred to/),
      expect.stringMatching(/`const` is not a keyword of OpenAPI 3\.0/),
      expect.stringMatching(/adds null to the `type`.*the schemas in `allOf`/),
    ]);
  });

  it("is none any more once an overlay, in terms of 3.1, has mended it", () => {
    const A = { type: "strin", nullable: true };
    const update = { type: "string" };
    const source = {
      "api.json": withSchemas({ A }),
      "overlay.json": overlay({ target: "$.components.schemas.A", update }),
    };
    const { contract, faults } = readSource(source);
    expect({ schema: schemaOf(contract, "A").schema, faults }).toEqual({ schema: update, faults: [] });
  });
});
