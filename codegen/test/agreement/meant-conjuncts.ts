import { isObject, ownArray, type Json, type JsonObject } from "../../src/source/json.ts";
import { conjunctsOf, listedValues, type Conjuncts, type Resolve } from "./conjuncts-of.ts";
import { allowedTypes, typeOf } from "./json-types.ts";

/** What a value has to satisfy, with the one branch of each union that can be meant. */
export function meantConjuncts(nodes: readonly Json[], value: Json, resolve: Resolve): Conjuncts {
  const direct = conjunctsOf(nodes, resolve);
  const branches = direct.schemas.flatMap((schema) =>
    [ownArray(schema, "anyOf"), ownArray(schema, "oneOf")].flatMap((union) => {
      const fitting = union.filter((branch) => mayFit(branch, value, resolve));
      return fitting.length === 1 ? fitting : [];
    }),
  );
  if (branches.length === 0) return direct;
  const chosen = conjunctsOf(branches, resolve);
  return {
    schemas: [...direct.schemas, ...chosen.schemas],
    references: [...direct.references, ...chosen.references],
  };
}

/**
 * Whether a value can belong to a branch of a union, by its type, the names that are required, and the types
 * and listed values of its own properties. Does not look any deeper.
 */
function mayFit(branch: Json, value: Json, resolve: Resolve, depth = 1): boolean {
  const { schemas } = conjunctsOf([branch], resolve);
  if (!allowedTypes(schemas, resolve).has(typeOf(value))) return false;
  const listed = listedValues(schemas);
  if (listed !== undefined && !listed.some((item) => JSON.stringify(item) === JSON.stringify(value)))
    return false;
  if (!isObject(value) || depth === 0) return true;
  return schemas.every(
    (schema) =>
      ownArray(schema, "required").every((name) => typeof name !== "string" || Object.hasOwn(value, name)) &&
      Object.entries(value).every(([name, item]) =>
        mayFit(propertyNode(schema, name), item, resolve, depth - 1),
      ),
  );
}

function propertyNode(schema: JsonObject, name: string): Json {
  const { properties } = schema;
  return (isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined) ?? true;
}
