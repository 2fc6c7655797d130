import { isArray, type Json, type JsonObject } from "../../src/source/json.ts";
import { conjunctsOf, listedValues, valuesOf, type Resolve } from "./conjuncts-of.ts";

export const jsonTypes = ["null", "boolean", "integer", "number", "string", "array", "object"] as const;

/** The types of JSON Schema (2020-12, validation, section 6.1.1); `number` here is one with a fraction. */
export type JsonType = (typeof jsonTypes)[number];

export function typeOf(value: Json): JsonType {
  if (value === null) return "null";
  if (isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value === "object") return "object";
  return typeof value === "string" ? "string" : "boolean";
}

/** The types that a value can have under schemas that all hold for it. */
export function allowedTypes(schemas: readonly JsonObject[], resolve: Resolve): ReadonlySet<JsonType> {
  const sets: readonly ReadonlySet<JsonType>[] = [
    ...valuesOf(schemas, "type").map(namedTypes),
    ...[listedValues(schemas)].flatMap((values) =>
      values === undefined ? [] : [new Set(values.map(typeOf))],
    ),
    ...[...valuesOf(schemas, "anyOf"), ...valuesOf(schemas, "oneOf")].map((branches) =>
      typesOfBranches(branches, resolve),
    ),
  ];
  return new Set(jsonTypes.filter((type) => sets.every((set) => set.has(type))));
}

function namedTypes(type: Json): ReadonlySet<JsonType> {
  const names = isArray(type) ? type : [type];
  return new Set(
    jsonTypes.filter((known) => names.includes(known) || (known === "integer" && names.includes("number"))),
  );
}

function typesOfBranches(branches: Json, resolve: Resolve): ReadonlySet<JsonType> {
  if (!isArray(branches)) return new Set(jsonTypes);
  return new Set(
    branches.flatMap((branch) => [...allowedTypes(conjunctsOf([branch], resolve).schemas, resolve)]),
  );
}
