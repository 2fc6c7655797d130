// oxlint-disable unicorn/no-thenable -- `then` is a keyword of JSON Schema
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/source/json.ts";
import { dialectUris, raisedSchema, raisedSource, type DraftName } from "../raised-source.ts";

interface RaiseCase {
  readonly drafts: readonly DraftName[];
  readonly given: JsonObject;
  readonly want: JsonObject;
}

const untilSeven = ["draft-04", "draft-06", "draft-07"] as const;
const older = [...untilSeven, "2019-09"] as const;
const sinceNine = ["2019-09", "2020-12"] as const;
const all = [...older, "2020-12"] as const;
const string = { type: "string" };

const structure: readonly RaiseCase[] = [
  { drafts: older, given: { items: [string, {}] }, want: { prefixItems: [string, {}] } },
  {
    drafts: older,
    given: { items: [string], additionalItems: false },
    want: { prefixItems: [string], items: false },
  },
  { drafts: older, given: { items: string, additionalItems: false }, want: { items: string } },
  { drafts: older, given: { additionalItems: false }, want: {} },
  { drafts: older, given: { items: [], additionalItems: string }, want: { items: string } },
  {
    drafts: older,
    given: { properties: { a: { items: [{ items: [string], additionalItems: { items: [{}] } }] } } },
    want: { properties: { a: { prefixItems: [{ prefixItems: [string], items: { prefixItems: [{}] } }] } } },
  },
  // What looks like a keyword is data, or the name of a property.
  {
    drafts: older,
    given: { enum: [{ items: [] }], default: { id: "a" }, properties: { items: {}, additionalItems: {} } },
    want: { enum: [{ items: [] }], default: { id: "a" }, properties: { items: {}, additionalItems: {} } },
  },
  {
    drafts: all,
    given: { dependencies: { a: ["b"], c: { required: ["d"] } } },
    want: { dependentRequired: { a: ["b"] }, dependentSchemas: { c: { required: ["d"] } } },
  },
  {
    drafts: all,
    given: { dependencies: { a: { dependencies: { b: ["c"] } } } },
    want: { dependentSchemas: { a: { dependentRequired: { b: ["c"] } } } },
  },
  { drafts: all, given: { dependencies: { a: [] } }, want: { dependentRequired: { a: [] } } },
  { drafts: all, given: { dependencies: {} }, want: { dependentSchemas: {} } },
  // Beside the keywords that came for it, both count.
  {
    drafts: sinceNine,
    given: { allOf: [{}], dependencies: { a: ["b"], c: false }, dependentRequired: { a: ["d"] } },
    want: {
      allOf: [{}, { dependentRequired: { a: ["b"] }, dependentSchemas: { c: false } }],
      dependentRequired: { a: ["d"] },
    },
  },
  {
    drafts: sinceNine,
    given: { dependencies: { a: ["b"] }, dependentSchemas: { a: false } },
    want: { dependentRequired: { a: ["b"] }, dependentSchemas: { a: false } },
  },
  { drafts: all, given: { properties: { dependencies: {} } }, want: { properties: { dependencies: {} } } },
  {
    drafts: ["draft-04"],
    given: { minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: false },
    want: { exclusiveMinimum: 1, maximum: 2 },
  },
  {
    drafts: ["draft-04"],
    given: { minimum: 1, exclusiveMinimum: false, maximum: 2, exclusiveMaximum: true },
    want: { minimum: 1, exclusiveMaximum: 2 },
  },
  { drafts: ["draft-06", "draft-07"], given: { exclusiveMinimum: 1 }, want: { exclusiveMinimum: 1 } },
];

const identifiers: readonly RaiseCase[] = [
  { drafts: ["draft-04"], given: { id: "http://a.example/b" }, want: { $id: "http://a.example/b" } },
  { drafts: ["draft-04"], given: { $id: "http://a.example/b" }, want: { $id: "http://a.example/b" } },
  { drafts: ["draft-04"], given: { id: "a", $id: "b" }, want: { $id: "a" } },
  { drafts: ["draft-04"], given: { not: { id: "#b", $id: "c" } }, want: { not: { $anchor: "b" } } },
  { drafts: ["draft-06", "draft-07"], given: { not: { $id: "#b" } }, want: { not: { $anchor: "b" } } },
  { drafts: ["draft-06", "draft-07"], given: { id: "a" }, want: { id: "a" } },
  {
    drafts: ["draft-07"],
    given: { not: { $id: "b.json#c" } },
    want: { not: { $id: "b.json", $anchor: "c" } },
  },
  { drafts: ["draft-07"], given: { not: { $id: "b.json#" } }, want: { not: { $id: "b.json#" } } },
  { drafts: ["draft-07"], given: { $id: "#" }, want: {} },
  // The name that a document of the house has; below, generators write it for no reason.
  { drafts: ["draft-07"], given: { $id: "#/components/schemas/A" }, want: { $id: "#/components/schemas/A" } },
  {
    drafts: ["draft-07"],
    given: { properties: { a: { $id: "#/properties/a" } } },
    want: { properties: { a: {} } },
  },
  { drafts: ["2019-09"], given: { not: { $anchor: "b" } }, want: { not: { $anchor: "b" } } },
];

const references: readonly RaiseCase[] = [
  {
    drafts: untilSeven,
    given: { $ref: "#/definitions/a", type: "string", format: "date", definitions: { a: { items: [{}] } } },
    want: { $ref: "#/definitions/a", definitions: { a: { prefixItems: [{}] } } },
  },
  {
    drafts: untilSeven,
    given: { not: { $ref: "#", description: "A.", default: 1, "x-a": 1, allOf: [{}] } },
    want: { not: { $ref: "#", description: "A.", default: 1, "x-a": 1 } },
  },
  {
    drafts: ["draft-06", "draft-07"],
    given: { $id: "http://a.example/a", $ref: "#", not: {} },
    want: { $id: "http://a.example/a", $ref: "#" },
  },
  { drafts: ["draft-06", "draft-07"], given: { not: { $id: "b", $ref: "#" } }, want: { not: { $ref: "#" } } },
  { drafts: ["draft-04"], given: { not: { id: "b", $ref: "#" } }, want: { not: { $ref: "#" } } },
  // A property of this name is no reference.
  {
    drafts: untilSeven,
    given: { properties: { $ref: string }, type: "object" },
    want: { properties: { $ref: string }, type: "object" },
  },
  { drafts: ["2019-09"], given: { $ref: "#", type: "string" }, want: { $ref: "#", type: "string" } },
];

/** Keywords of 2020-12 that an older draft does not have, by the draft that brought them. */
const brought: readonly { readonly drafts: readonly DraftName[]; readonly keywords: JsonObject }[] = [
  { drafts: ["draft-04"], keywords: { const: 1, contains: {}, propertyNames: {} } },
  { drafts: ["draft-04", "draft-06"], keywords: { if: {}, then: false, else: false } },
  { drafts: untilSeven, keywords: { dependentRequired: { a: ["b"] }, dependentSchemas: { a: false } } },
  { drafts: untilSeven, keywords: { unevaluatedItems: false, unevaluatedProperties: false } },
  { drafts: untilSeven, keywords: { minContains: 2, maxContains: 2, $anchor: "a", contentSchema: {} } },
  { drafts: older, keywords: { prefixItems: [false], $dynamicRef: "#a", $dynamicAnchor: "a" } },
];

const recursion: readonly { readonly given: JsonObject; readonly want: JsonObject }[] = [
  {
    given: { $recursiveAnchor: true, not: { $recursiveRef: "#" } },
    want: { $dynamicAnchor: "sdkmill-recursive", not: { $dynamicRef: "#sdkmill-recursive" } },
  },
  {
    given: { $recursiveAnchor: true, not: { $recursiveRef: "#", $ref: "#/$defs/a" } },
    want: {
      $dynamicAnchor: "sdkmill-recursive",
      not: { $ref: "#/$defs/a", $dynamicRef: "#sdkmill-recursive" },
    },
  },
  { given: { not: { $recursiveRef: "#" } }, want: { not: { $ref: "#" } } },
  { given: { $recursiveAnchor: false, not: { $recursiveRef: "#" } }, want: { not: { $ref: "#" } } },
  {
    given: { not: { $recursiveRef: "#", $ref: "#/$defs/a", allOf: [{}] } },
    want: { not: { $ref: "#/$defs/a", allOf: [{}, { $ref: "#" }] } },
  },
  // The resource counts, not the document.
  {
    given: { $recursiveAnchor: true, not: { $id: "b", not: { $recursiveRef: "#" } } },
    want: { $dynamicAnchor: "sdkmill-recursive", not: { $id: "b", not: { $ref: "#" } } },
  },
  {
    given: { not: { $id: "b", $recursiveAnchor: true, not: { $recursiveRef: "#" } } },
    want: {
      not: {
        $id: "b",
        $dynamicAnchor: "sdkmill-recursive",
        not: { $dynamicRef: "#sdkmill-recursive" },
      },
    },
  },
  { given: { not: { $recursiveAnchor: true } }, want: { not: {} } },
  { given: { not: { $id: "#b", $recursiveAnchor: true } }, want: { not: { $id: "#b" } } },
];

const each = (cases: readonly RaiseCase[]) =>
  cases.flatMap(({ drafts, given, want }) => drafts.map((draft) => ({ draft, given, want })));

describe("a schema of an older draft, in 2020-12,", () => {
  it.each(each(structure))("has the structure of 2020-12: $draft $given", ({ draft, given, want }) => {
    expect(raisedSchema(draft, given)).toEqual(want);
  });

  it.each(each(identifiers))("has the identifiers of 2020-12: $draft $given", ({ draft, given, want }) => {
    expect(raisedSchema(draft, given)).toEqual(want);
  });

  it.each(each(references))("means the same by `$ref`: $draft $given", ({ draft, given, want }) => {
    expect(raisedSchema(draft, given)).toEqual(want);
  });

  it.each(recursion)("recurs as it did: $given", ({ given, want }) => {
    expect(raisedSchema("2019-09", given)).toEqual(want);
  });

  it.each(
    brought.flatMap(({ drafts, keywords }) =>
      drafts.flatMap((draft) => Object.keys(keywords).map((keyword) => ({ draft, keyword, keywords }))),
    ),
  )("has no keyword of a later one: $draft $keyword", ({ draft, keyword, keywords }) => {
    const given = { $schema: dialectUris[draft], not: { [keyword]: keywords[keyword] ?? null, title: "A" } };
    const { documents, faults } = raisedSource({ "a.json": given });
    expect(documents).toEqual({ "a.json": { $schema: dialectUris["2020-12"], not: { title: "A" } } });
    expect(faults).toEqual([`warning keyword-unknown a.json /not/${keyword}`]);
  });

  it("keeps `$defs` that its draft does not have, for the references into it", () => {
    const source = { "a.json": { $schema: dialectUris["draft-07"], $defs: { a: { items: [{}] } } } };
    expect(raisedSource(source)).toEqual({
      documents: { "a.json": { $schema: dialectUris["2020-12"], $defs: { a: { prefixItems: [{}] } } } },
      faults: ["warning keyword-unknown a.json /$defs"],
    });
  });

  it.each<DraftName>(["draft-06", "draft-07", "2019-09"])(
    "says that `contains` evaluates nothing: %s",
    (draft) => {
      expect(raisedSchema(draft, { contains: {} })).toEqual({
        contains: {},
        "x-sdkmill-contains-unevaluated": true,
      });
    },
  );

  // Prevents: a name that is special to JavaScript getting lost, or setting a prototype.
  it("keeps names that JavaScript has plans for", () => {
    const given = JSON.parse(
      '{ "dependencies": { "__proto__": ["a"], "constructor": { "items": [{}] } } }',
    ) as JsonObject;
    expect(JSON.stringify(raisedSchema("draft-07", given))).toBe(
      '{"dependentRequired":{"__proto__":["a"]},"dependentSchemas":{"constructor":{"prefixItems":[{}]}}}',
    );
  });
});

describe("a document in 2020-12", () => {
  it.each<JsonObject>([
    { $schema: "https://json-schema.org/draft/2020-12/schema", additionalItems: false },
    { $schema: "https://spec.openapis.org/oas/3.1/dialect/base", contains: {}, id: "a", format: "date" },
    { $ref: "#/$defs/a", type: "string", $defs: { a: {} }, $recursiveRef: "#" },
    { $schema: "https://shop.example/unknown", items: [{}] },
  ])("comes back as it is: %j", (given) => {
    const { documents, faults } = raisedSource({ "a.json": given });
    expect({ documents, faults }).toEqual({ documents: { "a.json": given }, faults: [] });
  });
});
