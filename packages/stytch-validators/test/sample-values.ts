import { referencedTitle, type Schema } from "../../stytch-types/test/stytch-contract.ts";

type Schemas = ReadonlyMap<string, Schema>;

/** The smallest value that a schema accepts: required properties alone, no items. */
export function smallestValue(schema: Schema, schemas: Schemas): unknown {
  return sample(schema, schemas, (object) => object.required ?? [], false);
}

/** A value with everything that a schema knows: every property, an item in every array. */
export function fullValue(schema: Schema, schemas: Schemas): unknown {
  return sample(schema, schemas, (object) => Object.keys(object.properties ?? {}), true);
}

function sample(
  schema: Schema,
  schemas: Schemas,
  propertiesOf: (schema: Schema) => readonly string[],
  hasItems: boolean,
): unknown {
  const next = (inner: Schema): unknown => sample(inner, schemas, propertiesOf, hasItems);
  const { $ref, type, enum: values, properties = {}, items, additionalProperties, minimum } = schema;
  if ($ref !== undefined) return next(known(schemas.get(referencedTitle($ref)), $ref));
  if (values !== undefined) return values.at(-1);
  switch (type) {
    case "string":
      return hasItems ? "ü😀" : "";
    case "boolean":
      return hasItems;
    case "integer":
      return hasItems ? 2_147_483_647 : (minimum ?? 0);
    case "array":
      return hasItems ? [next(known(items, "items"))] : [];
    case "object": {
      const named = propertiesOf(schema).map((name) => [name, next(known(properties[name], name))] as const);
      const others = typeof additionalProperties === "object" ? [["a/b~c", next(additionalProperties)]] : [];
      return Object.fromEntries(hasItems ? [...named, ...others] : named);
    }
    default:
      throw new Error(`There is no value for the type ${type}.`);
  }
}

function known<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`There is no schema for ${name}.`);
  return value;
}
