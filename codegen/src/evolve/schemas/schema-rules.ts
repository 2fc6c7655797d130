import { rule, type Rule } from "../rule.ts";

/** A constraint more, one less, and another one in its place. Types do not show these. */
const added = (kind: string): Rule => rule("-/M", "-/m/M", kind);
const removed = (kind: string): Rule => rule("-/m", "-/M", kind);
const replaced = (kind: string): Rule => rule("-/M", "-/M", kind);

/** The four changes of a bound that is a number. */
function bound(name: string, tightening: "increased" | "decreased"): readonly (readonly [string, Rule])[] {
  const relaxing = tightening === "increased" ? "decreased" : "increased";
  return [
    [`${name}-added`, added(`${name}-removed`)],
    [`${name}-removed`, removed(`${name}-added`)],
    [`${name}-${tightening}`, added(`${name}-${relaxing}`)],
    [`${name}-${relaxing}`, removed(`${name}-${tightening}`)],
  ];
}

/** A constraint that is there or not, or is another one. */
function constraint(name: string): readonly (readonly [string, Rule])[] {
  return [
    [`${name}-added`, added(`${name}-removed`)],
    [`${name}-removed`, removed(`${name}-added`)],
    [`${name}-changed`, replaced(`${name}-changed`)],
  ];
}

/** A constraint that answers are not held against more strictly than the wire: older answers are no fault. */
function structure(name: string): readonly (readonly [string, Rule])[] {
  return [
    [`${name}-added`, rule("-/M", "-/m", `${name}-removed`)],
    [`${name}-removed`, rule("-/m", "-/M", `${name}-added`)],
  ];
}

/**
 * What a change of a schema demands, by kind. The wire asks whether what clients send is still accepted, and
 * whether what they get is still what they were made for: a schema that accepts less breaks requests, one
 * that accepts more breaks answers. Types ask what TypeScript shows of it.
 */
export const schemaRules: Readonly<Record<string, Rule>> = {
  // Components: their names are what packages export.
  "schema-added": rule("m/-/m", "m/-/m", "schema-removed"),
  "schema-removed": rule("M/-/M", "M/-/M", "schema-added"),
  "schema-renamed": rule("M/-/M", "M/-/M", "schema-renamed"),
  "schema-renamed-with-alias": rule("m/-/m", "m/-/m", "schema-renamed"),
  "alias-removed": rule("M/-/M", "M/-/M", "alias-added"),
  "alias-added": rule("m/-/m", "m/-/m", "alias-removed"),
  // Same structure under another name: the text of the types differs, and nothing else.
  "reference-moved": rule("p/-", "p/-", "reference-moved"),

  // Types and values. Where answers lose something, who compares with it may no longer compile (TS2367):
  // that is a matter of policy (`deadBranch`).
  "type-changed": rule("M/M", "M/M", "type-changed"),
  "type-widened": rule("m/m", "M/M", "type-narrowed"),
  "type-narrowed": rule("M/M", "m/m", "type-widened"),
  "integer-became-number": rule("-/m", "-/M", "number-became-integer"),
  "number-became-integer": rule("-/M", "-/m", "integer-became-number"),
  "nullable-added": rule("m/m", "M/M", "nullable-removed"),
  "nullable-removed": rule("M/M", "m/m", "nullable-added"),
  "enum-value-added": rule("m/m", "M/M", "enum-value-removed"),
  "enum-value-removed": rule("M/M", "m/m", "enum-value-added"),
  "enum-added": rule("M/M", "m/m", "enum-removed"),
  "enum-removed": rule("m/m", "M/M", "enum-added"),
  "enum-opened": rule("m/m", "M/m", "enum-closed"),
  "enum-closed": rule("M/M", "m/m", "enum-opened"),
  "const-added": rule("M/M", "m/m", "const-removed"),
  "const-removed": rule("m/m", "M/M", "const-added"),
  "const-changed": rule("M/M", "M/M", "const-changed"),

  // Bounds.
  ...Object.fromEntries(
    ["minimum", "min-length", "min-items", "min-properties"].flatMap((name) => bound(name, "increased")),
  ),
  ...Object.fromEntries(
    ["maximum", "max-length", "max-items", "max-properties"].flatMap((name) => bound(name, "decreased")),
  ),
  ...Object.fromEntries(
    ["pattern", "format", "multiple-of", "content-encoding", "content-media-type"].flatMap(constraint),
  ),
  // int32 is in int64, and float in double.
  "format-widened": rule("-/m", "-/M", "format-narrowed"),
  "format-narrowed": rule("-/M", "-/m/M", "format-widened"),
  "multiple-of-relaxed": rule("-/m", "-/M", "multiple-of-tightened"),
  "multiple-of-tightened": rule("-/M", "-/m/M", "multiple-of-relaxed"),
  "unique-items-added": added("unique-items-removed"),
  "unique-items-removed": removed("unique-items-added"),

  // Objects. Answers are read by name: one that is gone is missed, one that is new is passed over.
  "property-added": rule("m/m", "m/m", "property-removed"),
  "required-property-added": rule("M/M", "m/m", "required-property-removed"),
  // A server may pass over what it does not know; strict validators of requests do not.
  "property-removed": rule("M/m/M", "M/M", "property-added"),
  "required-property-removed": rule("M/m/M", "M/M", "required-property-added"),
  "property-became-required": rule("M/M", "m/m", "property-became-optional"),
  "property-became-optional": rule("m/m", "M/M", "property-became-required"),
  // A property that clients do not send (`readOnly`) or do not get (`writeOnly`); types show all of them.
  "read-only-added": rule("-/m", "-/-", "read-only-removed"),
  "read-only-removed": rule("-/m", "-/-", "read-only-added"),
  "required-read-only-removed": rule("-/M", "-/-", "read-only-added"),
  "write-only-added": rule("-/-", "-/M", "write-only-removed"),
  "write-only-removed": rule("-/-", "-/m", "write-only-added"),
  "additional-properties-closed": rule("-/M", "-/m/-", "additional-properties-opened"),
  "additional-properties-opened": rule("-/m", "-/m/-", "additional-properties-closed"),
  "index-signature-added": rule("m/-", "m/-", "index-signature-removed"),
  "index-signature-removed": rule("M/-", "M/-", "index-signature-added"),
  "pattern-property-added": rule("M/M", "m/m", "pattern-property-removed"),
  "pattern-property-removed": rule("m/m", "M/M", "pattern-property-added"),
  ...Object.fromEntries(
    ["property-names", "dependent-required", "dependent-schema", "unevaluated-properties"].flatMap(structure),
  ),

  // Arrays.
  "tuple-added": rule("M/-", "m/-", "tuple-removed"),
  "tuple-removed": rule("m/-", "M/-", "tuple-added"),
  "tuple-length-changed": rule("M/-", "M/-", "tuple-length-changed"),
  "further-items-closed": rule("M/M", "m/m", "further-items-opened"),
  "further-items-opened": rule("m/m", "M/M", "further-items-closed"),
  ...Object.fromEntries(["contains", "min-contains", "max-contains", "unevaluated-items"].flatMap(structure)),

  // Compositions.
  "union-branch-added": rule("m/m", "M/M", "union-branch-removed"),
  "union-branch-removed": rule("M/M", "m/m", "union-branch-added"),
  "union-added": rule("M/M", "m/m", "union-removed"),
  "union-removed": rule("m/m", "M/M", "union-added"),
  "one-of-became-any-of": rule("-/m", "-/m", "any-of-became-one-of"),
  "any-of-became-one-of": rule("-/M", "-/m", "one-of-became-any-of"),
  "composition-changed": rule("M/M", "M/M", "composition-changed"),
  ...Object.fromEntries(["not", "condition"].flatMap(structure)),
  // Types do not read it; readers of answers who go by it do.
  "discriminator-added": rule("-/m", "-/M", "discriminator-removed"),
  "discriminator-removed": rule("-/m", "-/M", "discriminator-added"),
  "discriminator-changed": rule("-/M", "-/M", "discriminator-changed"),

  // What servers assume, and what people read.
  "default-added": rule("-/m", "-/-", "default-removed"),
  "default-removed": rule("-/m", "-/-", "default-added"),
  "default-changed": rule("-/m", "-/-", "default-changed"),
  "deprecated-added": rule("m/-", "m/-", "deprecated-removed"),
  "deprecated-removed": rule("p/-", "p/-", "deprecated-added"),
  "description-changed": rule("p/-", "p/-", "description-changed"),
  "title-changed": rule("-/-", "-/-", "title-changed"),
  "examples-changed": rule("-/-", "-/-", "examples-changed"),
  "external-docs-changed": rule("-/-", "-/-", "external-docs-changed"),
  "extension-changed": rule("-/-", "-/-", "extension-changed"),
  "xml-changed": rule("-/M", "-/M", "xml-changed"),
};

/** Kinds by which answers lose something that code may name. */
export const deadBranches: ReadonlySet<string> = new Set([
  "type-narrowed",
  "enum-value-removed",
  "enum-added",
  "enum-closed",
  "const-added",
  "union-branch-removed",
  "union-added",
  "error-response-removed",
]);
