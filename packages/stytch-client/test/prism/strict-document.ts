import { componentSchemas } from "../../../../codegen/src/contract/component-schemas.ts";
import type { Contract } from "../../../../codegen/src/contract/contract.ts";
import { isObject, own, ownObject, type JsonObject } from "../../../../codegen/src/source/json.ts";

/**
 * The OpenAPI document of a contract in which requests have the properties that they list and no others.
 * Otherwise a client that sends a property under a wrong name would be as good as one that leaves it out.
 */
export function strictDocument({ document, schemas }: Contract): JsonObject {
  if (document === undefined) throw new Error("The contract has no OpenAPI document.");
  const components = ownObject(document, "components");
  const closed = schemas.flatMap(({ key, position, schema }) => {
    const isOpen =
      own(schema, "properties") !== undefined && own(schema, "additionalProperties") === undefined;
    return position === "request" && isObject(schema) && isOpen
      ? [[key, { ...schema, additionalProperties: false }] as const]
      : [];
  });
  const all = { ...componentSchemas(document), ...Object.fromEntries(closed) };
  return { ...document, components: { ...components, schemas: all } };
}
