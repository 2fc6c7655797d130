import type { DiagnosticCode } from "../src/diagnostics.ts";
import type { SourceTexts } from "./source-of.ts";

/** The smallest source that has one fault, and the one line that should be said about it. */
export interface FaultCase {
  readonly code: DiagnosticCode;
  readonly source: SourceTexts;
  readonly lock?: string;
  readonly want: string;
}

function act(action: string): SourceTexts {
  return {
    "a.yaml": "title: A\ntype: string\n",
    "overlay.yaml": `overlay: 1.0.0\ninfo: { title: A, version: 1.0.0 }\nactions:\n${action}`,
  };
}

function schema(...lines: readonly string[]): SourceTexts {
  return { "a.yaml": ["title: A", ...lines, ""].join("\n") };
}

/** Faults of syntax, of schemas, of references and of the overlay. */
export const faultsOfDocuments: readonly FaultCase[] = [
  {
    code: "source-too-deep",
    source: { "a.json": "[".repeat(300) },
    want: "error source-too-deep a.json:1:1",
  },
  {
    code: "source-encoding",
    source: { "a.json": '{\n  "title": "A",\n  "description": "\\ud800"\n}' },
    want: "error source-encoding a.json:3:3 /description",
  },
  {
    code: "number-infinite",
    source: { "a.json": '{\n  "title": "A",\n  "maximum": 1e999\n}' },
    want: "error number-infinite a.json:3:3 /maximum",
  },
  { code: "json-syntax", source: { "a.json": '{\n  "title" "A"\n}' }, want: "error json-syntax a.json:2:11" },
  { code: "yaml-syntax", source: schema("type: [string"), want: "error yaml-syntax a.yaml:3:1" },
  {
    code: "duplicate-key",
    source: { "a.json": '{\n  "title": "A",\n  "title": "B"\n}' },
    want: "error duplicate-key a.json:3:3 /title",
  },
  { code: "not-an-object", source: { "a.yaml": "- title: A\n" }, want: "error not-an-object a.yaml:1:1" },
  {
    code: "schema-shape",
    source: schema("properties:", "  b: { type: strin }"),
    want: "error schema-shape a.yaml:3:8 /properties/b/type",
  },
  {
    code: "dialect-unknown",
    source: schema("$schema: http://json-schema.org/draft-03/schema#"),
    want: "error dialect-unknown a.yaml:2:1 /$schema",
  },
  {
    code: "keyword-unknown",
    source: schema("type: string", "nullable: true"),
    want: "warning keyword-unknown a.yaml:3:1 /nullable",
  },
  {
    code: "keyword-ignored",
    source: schema("$schema: http://json-schema.org/draft-07/schema#", "items: {}", "additionalItems: false"),
    want: "warning keyword-ignored a.yaml:4:1 /additionalItems",
  },
  {
    code: "format-unknown",
    source: schema("type: string", "format: color"),
    want: "warning format-unknown a.yaml:3:1 /format",
  },
  {
    code: "pattern-invalid",
    source: schema("type: string", "pattern: '('"),
    want: "error pattern-invalid a.yaml:3:1 /pattern",
  },
  {
    code: "pattern-unsafe",
    source: schema("type: string", "pattern: '^(a+)+$'"),
    want: "error pattern-unsafe a.yaml:3:1 /pattern",
  },
  {
    code: "pattern-slow",
    source: schema("patternProperties:", "  '^a*a*$': {}"),
    want: "warning pattern-slow a.yaml:3:3 /patternProperties/^a*a*$",
  },
  {
    code: "schema-title-duplicate",
    source: { ...schema(), "b.json": '{\n  "type": "string",\n  "title": "A"\n}' },
    want: "error schema-title-duplicate b.json:3:3 /title",
  },
  {
    code: "schema-id-duplicate",
    source: {
      ...schema("$id: urn:shop:a"),
      "b.json": '{\n  "title": "B",\n  "$id": "urn:shop:a"\n}',
    },
    want: "error schema-id-duplicate b.json:3:3 /$id",
  },
  {
    code: "schema-title-mismatch",
    source: schema("$id: '#/components/schemas/B'"),
    want: "warning schema-title-mismatch a.yaml:1:1 /title",
  },
  {
    code: "reference-dangling",
    source: schema("items:", "  $ref: b.json"),
    want: "error reference-dangling a.yaml:3:3 /items/$ref",
  },
  {
    code: "reference-external",
    source: schema("items:", "  $ref: https://shop.example/b.json"),
    want: "error reference-external a.yaml:3:3 /items/$ref",
  },
  {
    code: "reference-cycle",
    source: schema("anyOf:", "- type: string", "- $ref: '#'"),
    want: "error reference-cycle a.yaml:4:3 /anyOf/1/$ref",
  },
  {
    code: "overlay-invalid",
    source: act("  - target: $\n"),
    want: "error overlay-invalid overlay.yaml:4:5 /actions/0",
  },
  {
    code: "overlay-target-invalid",
    source: act("  - update: {}\n    target: $[\n"),
    want: "error overlay-target-invalid overlay.yaml:5:5 /actions/0/target",
  },
  {
    code: "overlay-target-primitive",
    source: act("  - update: {}\n    target: $.components.schemas.A.type\n"),
    want: "error overlay-target-primitive overlay.yaml:5:5 /actions/0/target",
  },
  {
    code: "overlay-no-match",
    source: act("  - update: {}\n    target: $.components.schemas.B\n"),
    want: "warning overlay-no-match overlay.yaml:5:5 /actions/0/target",
  },
  {
    code: "name-underivable",
    source: { "a.yaml": "title: '!?'\n" },
    want: "error name-underivable a.yaml:1:1",
  },
  {
    code: "name-collision",
    source: { ...schema(), "b.yaml": "title: a\n" },
    want: "error name-collision b.yaml:1:1",
  },
  {
    code: "name-locked",
    source: schema(),
    lock: '{ "schemas": { "A": "B" }, "operations": {} }',
    want: "error name-locked a.yaml:1:1",
  },
  { code: "lock-invalid", source: schema(), lock: "{", want: "error lock-invalid names.lock.json:-:-" },
];
