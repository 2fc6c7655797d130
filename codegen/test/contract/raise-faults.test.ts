import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { readSource } from "../contract-of.ts";
import { api, overlay } from "../contract-parts.ts";
import { dialectUris, type DraftName } from "../raised-source.ts";
import { faultPlaces } from "../source-faults.ts";
import type { SourceTexts } from "../source-of.ts";

function faultsOf(source: SourceTexts): readonly string[] {
  return faultPlaces(readSource(source).diagnostics);
}

function document(draft: DraftName, schema: JsonObject): JsonObject {
  return { $schema: dialectUris[draft], title: "A", ...schema };
}

const color = { format: "color" };

describe("a fault of an older document", () => {
  it.each<{ draft: DraftName; schema: JsonObject; want: string }>([
    {
      draft: "draft-07",
      schema: { items: [{}, color] },
      want: "warning format-unknown a.json /items/1/format",
    },
    {
      draft: "2019-09",
      schema: { items: [{ items: [{}], additionalItems: color }] },
      want: "warning format-unknown a.json /items/0/additionalItems/format",
    },
    {
      draft: "draft-06",
      schema: { dependencies: { "a/b": color, c: ["d"] } },
      want: "warning format-unknown a.json /dependencies/a~1b/format",
    },
    {
      draft: "draft-07",
      schema: { dependencies: { b: { not: { $ref: "#/nowhere" } } } },
      want: "error reference-dangling a.json /dependencies/b/not/$ref",
    },
    {
      draft: "2020-12",
      schema: { dependentSchemas: { c: {} }, dependencies: { b: color, d: ["e"] } },
      want: "warning format-unknown a.json /dependencies/b/format",
    },
    {
      draft: "2020-12",
      schema: { dependencies: { b: { $ref: "#/nowhere" } } },
      want: "error reference-dangling a.json /dependencies/b/$ref",
    },
    {
      draft: "2020-12",
      schema: { dependencies: { b: [1] } },
      want: "error schema-shape a.json /dependencies/b/0",
    },
    {
      draft: "2020-12",
      schema: { dependencies: 1 },
      want: "error schema-shape a.json /dependencies",
    },
    {
      draft: "2019-09",
      schema: { not: { allOf: [{}], $recursiveRef: "#", $ref: "#/$defs/b" }, $defs: { b: {} } },
      want: "error reference-cycle a.json /not/$recursiveRef",
    },
    // The schema that a name can not be made of was written elsewhere than it is now.
    {
      draft: "draft-04",
      schema: { items: [{}, { "x-sdkmill-name": "no name" }], not: { $ref: "#/items/1" } },
      want: "error name-invalid a.json /items/1/x-sdkmill-name",
    },
  ])("is reported where it was written: $want", ({ draft, schema, want }) => {
    expect(faultsOf({ "a.json": document(draft, schema) })).toEqual([want]);
  });

  it.each<{ draft: DraftName; schema: JsonObject; want: string }>([
    { draft: "draft-07", schema: { items: {}, additionalItems: false }, want: "/additionalItems" },
    { draft: "draft-07", schema: { not: { $ref: "#", maxItems: 2 } }, want: "/not/maxItems" },
    { draft: "draft-06", schema: { not: { $ref: "#", $id: "b" } }, want: "/not/$id" },
    { draft: "draft-04", schema: { items: [{ id: "#/items/0" }] }, want: "/items/0/id" },
    { draft: "2019-09", schema: { not: { $recursiveAnchor: true } }, want: "/not/$recursiveAnchor" },
  ])("is a keyword without effect: $draft $schema", ({ draft, schema, want }) => {
    const faults = faultsOf({ "a.json": document(draft, schema) });
    expect(faults).toContain(`warning keyword-ignored a.json ${want}`);
    expect(faults.filter((fault) => !fault.includes("reference-cycle"))).toHaveLength(1);
  });
});

describe("schema-shape, of an older draft,", () => {
  it.each<{ drafts: readonly DraftName[]; schema: JsonObject; want: readonly string[] }>([
    { drafts: ["draft-04", "draft-06", "draft-07", "2019-09"], schema: { type: "strin" }, want: ["/type"] },
    { drafts: ["draft-04"], schema: { minimum: 0, exclusiveMinimum: 1 }, want: ["/exclusiveMinimum"] },
    { drafts: ["draft-04"], schema: { exclusiveMinimum: true }, want: [""] },
    { drafts: ["draft-04"], schema: { properties: { a: true } }, want: ["/properties/a"] },
    { drafts: ["draft-04"], schema: { items: [{ allOf: [false] }] }, want: ["/items/0/allOf/0"] },
    { drafts: ["draft-04"], schema: { id: 1 }, want: ["/id"] },
    {
      drafts: ["draft-06", "draft-07", "2019-09"],
      schema: { exclusiveMinimum: true },
      want: ["/exclusiveMinimum"],
    },
    {
      drafts: ["draft-04", "draft-06", "draft-07"],
      schema: { dependencies: { a: 1 } },
      want: ["/dependencies/a"],
    },
    { drafts: ["draft-04", "draft-06", "draft-07"], schema: { dependencies: 1 }, want: ["/dependencies"] },
    {
      drafts: ["draft-06", "draft-07", "2019-09"],
      schema: { items: [{ minLength: "1" }, { maxLength: -1 }] },
      want: ["/items/0/minLength", "/items/1/maxLength"],
    },
    {
      drafts: ["draft-06", "draft-07", "2019-09"],
      schema: { items: [{}], additionalItems: 1 },
      want: ["/additionalItems"],
    },
    { drafts: ["2019-09"], schema: { not: { $recursiveRef: "#/a" } }, want: ["/not/$recursiveRef"] },
  ])("is said of $schema, once for each place, where it was written", ({ drafts, schema, want }) => {
    const lines = want.map((pointer) => `error schema-shape a.json ${pointer}`.trimEnd());
    expect(drafts.map((draft) => [draft, faultsOf({ "a.json": document(draft, schema) })])).toEqual(
      drafts.map((draft) => [draft, lines]),
    );
  });

  it.each<{ draft: DraftName; schema: JsonObject }>([
    { draft: "draft-04", schema: { additionalProperties: false, items: [{}], additionalItems: true } },
    { draft: "draft-04", schema: { minimum: 1, exclusiveMinimum: true, required: ["a"] } },
    {
      draft: "draft-07",
      schema: { items: [true, {}], if: {}, const: null, dependencies: { a: ["b"], c: true } },
    },
    { draft: "2019-09", schema: { items: [true], $recursiveAnchor: true, unevaluatedItems: false } },
    // No keyword of its draft.
    { draft: "draft-04", schema: { "x-const": 1, examples: [] } },
  ])("is not said of what the draft allows: $draft $schema", ({ draft, schema }) => {
    expect(faultsOf({ "a.json": document(draft, schema) })).toEqual([]);
  });

  it("names the draft", () => {
    const { diagnostics } = readSource({ "a.json": document("draft-07", { type: "strin" }) });
    expect(diagnostics.map(({ help }) => help)).toEqual([
      "Mend the value: JSON Schema draft-07 does not allow it here.",
    ]);
  });

  it("is said by the draft of the schema, not by that of the document around it", () => {
    const inner = { $id: "urn:shop:inner", $schema: dialectUris["2019-09"], minContains: "1" };
    const outer = {
      $id: "urn:shop:outer",
      $schema: dialectUris["draft-04"],
      not: { minimum: 0, exclusiveMinimum: 1 },
    };
    expect(faultsOf({ "a.json": document("draft-04", { not: { ...inner, exclusiveMinimum: 1 } }) })).toEqual([
      "error schema-shape a.json /not/minContains",
    ]);
    expect(faultsOf({ "a.json": document("2020-12", { $defs: { outer } }) })).toEqual([
      "error schema-shape a.json /$defs/outer/not/exclusiveMinimum",
    ]);
  });

  it("is said of an OpenAPI root of an older draft", () => {
    const schemas: Json = { A: { type: "number", minimum: 1, exclusiveMinimum: 1 } };
    const root = api({ jsonSchemaDialect: dialectUris["draft-04"], components: { schemas } });
    expect(faultsOf({ "api.json": root })).toEqual([
      "error schema-shape api.json /components/schemas/A/exclusiveMinimum",
    ]);
  });

  it.each<{ schema: JsonObject; target: string; update: JsonObject; left: readonly string[] }>([
    {
      schema: { items: [{ type: "strin" }, { type: "numbr" }] },
      target: "prefixItems[0]",
      update: { type: "string" },
      left: ["error schema-shape a.json /items/1/type"],
    },
    {
      schema: { dependencies: { a: [1], b: {} } },
      target: "dependentRequired",
      update: { a: ["c"] },
      left: [],
    },
  ])("is not said of what an overlay has mended: $target", ({ schema, target, update, left }) => {
    const mend = overlay({ target: `$.components.schemas.A.${target}`, update });
    const faulty = document("draft-07", schema);
    expect(faultsOf({ "a.json": faulty, "overlay.json": mend })).toEqual(left);
  });
});
