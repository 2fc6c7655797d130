import * as fc from "fast-check";
import { own, ownObject, type Json, type JsonObject } from "../../src/source/json.ts";
import { declaredNames, numbersOf, propertyNodes, requiredNames, valuesOf } from "./conjuncts-of.ts";
import type { Draw, Drawing } from "./drawing.ts";

type Entries = readonly (readonly [name: string, value: Json])[];

/** Objects with the properties that the schemas require, and those of the others that are wanted. */
export function objectArbitrary(
  schemas: readonly JsonObject[],
  drawing: Drawing,
  draw: Draw,
): fc.Arbitrary<Json> | undefined {
  const required = new Set(requiredNames(schemas));
  const declared = new Set([...required, ...declaredNames(schemas)]);
  const properties: fc.Arbitrary<Entries>[] = [];
  for (const name of declared) {
    if (drawing.presence === "required" && !required.has(name)) continue;
    const value = draw({ allOf: propertyNodes(schemas, name) }, drawing);
    if (value === undefined && required.has(name)) return undefined;
    if (value === undefined) continue;
    const present = value.map((item): Entries => [[name, item]]);
    const isOptional = drawing.presence === "some" && !required.has(name);
    properties.push(isOptional ? fc.oneof(present, fc.constant<Entries>([])) : present);
  }
  return fc
    .tuple(...properties, otherProperties(schemas, declared, drawing, draw))
    .map((entries) => Object.fromEntries(entries.flat()));
}

const anyName = fc.oneof(
  fc.constantFrom("", "a/b~c", "__proto__", "constructor", "0", "\u{FC}", "a b"),
  fc.string({ maxLength: 6 }),
);

const lengths = { required: [0, 0], all: [1, 1], some: [0, 2] } as const;

/** Properties with names of their own, where a schema asks for them in so many words. */
function otherProperties(
  schemas: readonly JsonObject[],
  declared: ReadonlySet<string>,
  drawing: Drawing,
  draw: Draw,
): fc.Arbitrary<Entries> {
  const others = valuesOf(schemas, "additionalProperties");
  const isClosed = schemas.some((schema) => own(schema, "unevaluatedProperties") === false);
  const value = draw({ allOf: others }, drawing);
  const names = valuesOf(schemas, "propertyNames");
  const name = names.length === 0 ? anyName : draw({ allOf: [{ type: "string" }, ...names] }, drawing);
  if (others.length === 0 || isClosed || value === undefined || name === undefined) return fc.constant([]);

  const patterns = schemas.flatMap((schema) => Object.keys(ownObject(schema, "patternProperties")));
  const expressions = patterns.map((pattern) => new RegExp(pattern, "u"));
  const isOther = (key: string): boolean =>
    !declared.has(key) && !expressions.some((expression) => expression.test(key));
  const minimum = Math.max(0, ...numbersOf(schemas, "minProperties")) - declared.size;
  const [fewest, most] = lengths[drawing.presence];
  return fc
    .array(fc.tuple(name.map(String), value), {
      minLength: Math.max(minimum, fewest),
      maxLength: Math.max(minimum, most),
    })
    .map((entries) => entries.filter(([key]) => isOther(key)));
}
