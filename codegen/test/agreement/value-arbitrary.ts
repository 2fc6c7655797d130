import * as fc from "fast-check";
import { isArray, own, ownArray, ownObject, type Json, type JsonObject } from "../../src/source/json.ts";
import {
  conjunctsOf,
  declaredNames,
  itemNodes,
  listedValues,
  numbersOf,
  propertyNodes,
  requiredNames,
  valuesOf,
  type Resolve,
} from "./conjuncts-of.ts";
import { allowedTypes, typeOf, type JsonType } from "./json-types.ts";
import { numberArbitrary, stringArbitrary } from "./scalar-arbitraries.ts";

/** How much of what is optional a value has. */
export type Presence = "required" | "all" | "some";

export interface Drawing {
  readonly resolve: Resolve;
  readonly presence: Presence;
  /** References that were followed on the way here; one that comes a third time is not followed. */
  readonly path: readonly string[];
}

type Arbitrary = fc.Arbitrary<Json>;

const anything: Arbitrary = fc.constantFrom<Json[]>(null, true, 7, 0.5, "text", [1, "x"], { a: null }, []);

/**
 * Values that a schema accepts, as far as its types, bounds, properties, items, references and unions tell;
 * keywords that judge a value once it is there (`not`, `if`, `contains` and the like) are left to the caller.
 *
 * @returns undefined if there is no such value, or none that ends
 */
export function valueArbitrary(node: Json, drawing: Drawing): Arbitrary | undefined {
  const { schemas, references } = conjunctsOf([node], drawing.resolve);
  const isEndless = references.some(
    (reference) => drawing.path.filter((earlier) => earlier === reference).length > 1,
  );
  if (isEndless || valuesOf(schemas, "not").some((inner) => Object.keys(inner ?? {}).length === 0))
    return undefined;
  if (schemas.length === 0) return anything;
  const below = { ...drawing, path: [...drawing.path, ...references] };
  const listed = listedValues(schemas);
  const union = schemas.flatMap((schema) => unionsOf(schema))[0];
  if (union !== undefined && listed === undefined) return unionArbitrary(schemas, union, below);

  const types = allowedTypes(schemas, drawing.resolve);
  if (listed !== undefined) {
    const fitting = listed.filter((value) => types.has(typeOf(value)));
    return fitting.length === 0 ? undefined : fc.constantFrom(...fitting);
  }
  return oneOf([...meantTypes(schemas, types)].map((type) => arbitraryOfType(type, schemas, below)));
}

interface Union {
  readonly schema: JsonObject;
  readonly keyword: "anyOf" | "oneOf";
}

function unionsOf(schema: JsonObject): readonly Union[] {
  return (["anyOf", "oneOf"] as const).flatMap((keyword) =>
    Object.hasOwn(schema, keyword) ? [{ schema, keyword }] : [],
  );
}

function unionArbitrary(
  schemas: readonly JsonObject[],
  union: Union,
  drawing: Drawing,
): Arbitrary | undefined {
  const { [union.keyword]: _branches, ...rest } = union.schema;
  const others = schemas.map((schema) => (schema === union.schema ? rest : schema));
  const branches = ownArray(union.schema, union.keyword);
  return oneOf(branches.map((branch) => valueArbitrary({ allOf: [...others, branch] }, drawing)));
}

function oneOf(arbitraries: readonly (Arbitrary | undefined)[]): Arbitrary | undefined {
  const possible = arbitraries.filter((arbitrary) => arbitrary !== undefined);
  return possible.length === 0 ? undefined : fc.oneof(...possible);
}

/** A schema without a type says by its keywords which one it is about. */
function meantTypes(schemas: readonly JsonObject[], allowed: ReadonlySet<JsonType>): ReadonlySet<JsonType> {
  const meant = (
    [
      ["object", "properties"],
      ["object", "required"],
      ["array", "items"],
    ] as const
  ).flatMap(([type, keyword]) => (valuesOf(schemas, keyword).length > 0 && allowed.size === 7 ? [type] : []));
  return meant.length === 0 ? allowed : new Set(meant);
}

function arbitraryOfType(
  type: JsonType,
  schemas: readonly JsonObject[],
  drawing: Drawing,
): Arbitrary | undefined {
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
    case "number":
      return numberArbitrary(schemas, type === "integer");
    case "string":
      return stringArbitrary(schemas);
    case "array":
      return arrayArbitrary(schemas, drawing);
    case "object":
      return objectArbitrary(schemas, drawing);
  }
}

function arrayArbitrary(schemas: readonly JsonObject[], drawing: Drawing): Arbitrary | undefined {
  const minimum = Math.max(0, ...numbersOf(schemas, "minItems"));
  const wanted = { required: [minimum, minimum], all: [1, 2], some: [0, 3] }[drawing.presence];
  const maximum = Math.max(minimum, Math.min(wanted[1] ?? 0, ...numbersOf(schemas, "maxItems")));
  const tuple = Math.max(
    0,
    ...valuesOf(schemas, "prefixItems").map((items) => (isArray(items) ? items.length : 0)),
  );
  const fixed = Array.from({ length: Math.min(tuple, maximum) }, (_, index) =>
    valueArbitrary({ allOf: itemNodes(schemas, index) }, drawing),
  );
  const others = valueArbitrary({ allOf: itemNodes(schemas, tuple) }, drawing);
  const prefix = fixed.every((item) => item !== undefined) ? fixed : [];
  const bounds = {
    minLength:
      others === undefined
        ? 0
        : Math.max(0, Math.min(maximum, Math.max(minimum, wanted[0] ?? 0)) - prefix.length),
    maxLength: others === undefined ? 0 : Math.max(0, maximum - prefix.length),
  };
  const isUnique = valuesOf(schemas, "uniqueItems").includes(true);
  const rest = isUnique
    ? fc.uniqueArray(others ?? fc.constant(null), { ...bounds, selector: (item) => JSON.stringify(item) })
    : fc.array(others ?? fc.constant(null), bounds);
  if (minimum > prefix.length + bounds.maxLength) return undefined;
  return fc.tuple(fc.tuple(...prefix), rest).map(([first, last]) => [...first, ...last]);
}

type Entries = readonly (readonly [name: string, value: Json])[];

function objectArbitrary(schemas: readonly JsonObject[], drawing: Drawing): Arbitrary | undefined {
  const required = new Set(requiredNames(schemas));
  const declared = new Set([...required, ...declaredNames(schemas)]);
  const properties: fc.Arbitrary<Entries>[] = [];
  for (const name of declared) {
    if (drawing.presence === "required" && !required.has(name)) continue;
    const value = valueArbitrary({ allOf: propertyNodes(schemas, name) }, drawing);
    if (value === undefined && required.has(name)) return undefined;
    if (value === undefined) continue;
    const present = value.map((item): Entries => [[name, item]]);
    const isOptional = drawing.presence === "some" && !required.has(name);
    properties.push(isOptional ? fc.oneof(present, fc.constant<Entries>([])) : present);
  }
  return fc
    .tuple(...properties, otherProperties(schemas, declared, drawing))
    .map((entries) => Object.fromEntries(entries.flat()));
}

const oddNames = ["", "a/b~c", "__proto__", "constructor", "0", "\u{FC}", "a b"];

/** Properties with names of their own, where a schema asks for them in so many words. */
function otherProperties(
  schemas: readonly JsonObject[],
  declared: ReadonlySet<string>,
  drawing: Drawing,
): fc.Arbitrary<Entries> {
  const others = valuesOf(schemas, "additionalProperties");
  const minimum = Math.max(0, ...numbersOf(schemas, "minProperties")) - declared.size;
  const wanted = { required: [0, 0], all: [1, 1], some: [0, 2] }[drawing.presence];
  const patterns = schemas.flatMap((schema) => Object.keys(ownObject(schema, "patternProperties")));
  const value = valueArbitrary({ allOf: others }, drawing);
  const isClosed = schemas.some((schema) => own(schema, "unevaluatedProperties") === false);
  if (others.length === 0 || value === undefined || isClosed) return fc.constant([]);
  const names = valuesOf(schemas, "propertyNames");
  const name =
    names.length === 0
      ? fc.oneof(fc.constantFrom(...oddNames), fc.string({ maxLength: 6 }))
      : valueArbitrary({ allOf: [{ type: "string" }, ...names] }, drawing);
  if (name === undefined) return fc.constant([]);
  return fc
    .array(fc.tuple(name.map(String), value), {
      minLength: Math.max(minimum, wanted[0] ?? 0),
      maxLength: Math.max(minimum, wanted[1] ?? 0),
    })
    .map((entries) =>
      entries.filter(
        ([key]) => !declared.has(key) && !patterns.some((pattern) => new RegExp(pattern, "u").test(key)),
      ),
    );
}
