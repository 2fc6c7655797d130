import { describe, expect, it } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { contractOf, readSource, schemaNames, schemaOf } from "../contract-of.ts";
import { overlay } from "../contract-parts.ts";
import type { SourceTexts } from "../source-of.ts";

/** Names of the documents that a source got beside its own. */
function added(source: SourceTexts): readonly string[] {
  const paths = new Set(contractOf(source).schemas.map(({ path }) => path));
  return [...paths].filter((path) => !Object.hasOwn(source, path)).toSorted();
}

const latest = "https://json-schema.org/draft/2020-12/";

describe("a meta-schema that a source refers to", () => {
  it.each([
    { $ref: `${latest}schema`, count: 8 },
    { $ref: `${latest}schema#`, count: 8 },
    { $ref: `${latest}meta/core#/$defs/anchorString`, count: 1 },
    { $ref: `${latest}meta/format-assertion`, count: 1 },
    { $ref: "https://json-schema.org/draft/2019-09/schema", count: 7 },
    { $ref: "http://json-schema.org/draft-07/schema#", count: 1 },
    { $ref: "http://json-schema.org/draft-06/schema#/definitions/simpleTypes", count: 1 },
    { $ref: "http://json-schema.org/draft-04/schema#", count: 1 },
  ])("is there, with all that it refers to: $$ref", ({ $ref, count }) => {
    const paths = added({ "a.json": { title: "A", items: { $ref } } });
    expect(paths).toHaveLength(count);
    expect(paths).toContain($ref.replace(/#.*$/, ""));
  });

  it.each<{ name: string; schema: Json }>([
    { name: "relative to an $id", schema: { $id: `${latest}mine`, items: { $ref: "meta/content" } } },
    { name: "in a definition", schema: { $defs: { default: { $ref: `${latest}meta/content` } } } },
    { name: "in a property", schema: { properties: { const: { $ref: `${latest}meta/content` } } } },
    {
      name: "in an older draft",
      schema: {
        $schema: "http://json-schema.org/draft-07/schema#",
        items: [{ $ref: `${latest}meta/content` }],
      },
    },
  ])("is there, $name", ({ schema }) => {
    expect(added({ "a.json": { title: "A", ...(schema as object) } })).toContain(`${latest}meta/content`);
  });

  it("is there for an overlay too", () => {
    const update = { items: { $ref: `${latest}meta/content` } };
    const source = {
      "a.json": { title: "A" },
      "overlay.json": overlay({ target: "$.components.schemas.A", update }),
    };
    expect(added(source)).toEqual([`${latest}meta/content`]);
  });

  it.each<{ name: string; schema: Json }>([
    { name: "as a dialect", schema: { $schema: `${latest}schema` } },
    {
      name: "in data",
      schema: { const: { $ref: `${latest}schema` }, default: [{ $ref: `${latest}schema` }] },
    },
    { name: "in a description", schema: { description: `${latest}schema` } },
  ])("is not there if it is mentioned $name", ({ schema }) => {
    expect(added({ "a.json": { title: "A", ...(schema as object) } })).toEqual([]);
  });

  it("is not there if the source has one of its own", () => {
    const source = {
      "a.json": { title: "A", items: { $ref: `${latest}schema` } },
      "b.json": { title: "B", $id: `${latest}schema`, type: "object" },
    };
    const contract = contractOf(source);
    expect(schemaNames(contract)).toEqual({ A: "A", B: "B" });
    expect(schemaOf(contract, "A").references).toEqual(["B"]);
  });

  it.each(["https://json-schema.org/draft/2020-12/meta/nope", "http://json-schema.org/draft-03/schema"])(
    "has to be one that is known: %s",
    ($ref) => {
      const { diagnostics } = readSource({ "a.json": { title: "A", items: { $ref } } });
      expect(diagnostics.map(({ code }) => code)).toEqual(["reference-external"]);
    },
  );
});

describe("meta-schemas of several drafts", () => {
  it("have names of their own", () => {
    const drafts = [
      `${latest}schema`,
      "https://json-schema.org/draft/2019-09/schema",
      "http://json-schema.org/draft-07/schema",
      "http://json-schema.org/draft-06/schema",
      "http://json-schema.org/draft-04/schema",
    ];
    const source = { "a.json": { title: "A", anyOf: drafts.map(($ref) => ({ $ref })) } };
    const names = Object.values(schemaNames(contractOf(source)));
    expect(names).toEqual(expect.arrayContaining(["JSONSchema202012", "JSONSchema201909MetaCore"]));
    expect(names).toEqual(expect.arrayContaining(["JSONSchema07", "JSONSchema06", "JSONSchema04"]));
  });
});

describe("the meta-schema of 2020-12", () => {
  it("leads by its dynamic references to itself, whichever part of it they stand in", () => {
    const contract = contractOf({ "a.json": { title: "A", items: { $ref: `${latest}schema` } } });
    const core = schemaOf(contract, "JSON_Schema_2020-12_meta_core");
    expect(core.dynamicAnchors).toEqual({ meta: core.key });
    expect(schemaOf(contract, "JSON_Schema_2020-12").dynamicAnchors).toEqual({ meta: "JSON_Schema_2020-12" });
  });
});
