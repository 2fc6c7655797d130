import * as fc from "fast-check";
import { ownArray, type Json, type JsonObject } from "../../src/source/json.ts";
import { arrayArbitrary } from "./array-arbitrary.ts";
import { conjunctsOf, listedValues, valuesOf } from "./conjuncts-of.ts";
import type { Drawing } from "./drawing.ts";
import { allowedTypes, typeOf, type JsonType } from "./json-types.ts";
import { objectArbitrary } from "./object-arbitrary.ts";
import { numberArbitrary, stringArbitrary } from "./scalar-arbitraries.ts";

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
      return arrayArbitrary(schemas, drawing, valueArbitrary);
    case "object":
      return objectArbitrary(schemas, drawing, valueArbitrary);
  }
}
