import { isObject, own, type Json, type JsonObject } from "../../src/source/json.ts";
import { declaredNames, propertyNodes, requiredNames, valuesOf } from "./conjuncts-of.ts";
import type { WrongValue } from "./wrong-values.ts";

/** An object with a wrong set of properties, and the property that it is about. */
export interface WrongProperty extends WrongValue {
  readonly name: string;
}

/** An object without a property that is required, and with one that is unknown. */
export function wrongProperties(schemas: readonly JsonObject[], value: Json): readonly WrongProperty[] {
  if (!isObject(value)) return [];
  const missing = requiredNames(schemas).flatMap((name): readonly WrongProperty[] => {
    if (!Object.hasOwn(value, name)) return [];
    const rest = Object.entries(value).filter(([key]) => key !== name);
    return [{ name, kind: "required", value: Object.fromEntries(rest) }];
  });
  const name = "unknown_property";
  const isClosed =
    valuesOf(schemas, "unevaluatedProperties").includes(false) ||
    schemas.some((schema) => own(schema, "additionalProperties") === false);
  const isKnown =
    declaredNames(schemas).includes(name) || propertyNodes(schemas, name).some((node) => node !== false);
  return isClosed && !isKnown
    ? [...missing, { name, kind: "unknown", value: { ...value, [name]: "text" } }]
    : missing;
}
