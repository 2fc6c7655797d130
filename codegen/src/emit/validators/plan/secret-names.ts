import { ownObject, type Json } from "../../../source/json.ts";
import { subschemas } from "./subschema-places.ts";

/** Names of properties that are secret somewhere in a schema: they are so wherever it says something of them. */
export function secretNames(schema: Json, isSecret: (node: Json) => boolean): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (node: Json): void => {
    for (const [name, property] of Object.entries(ownObject(node, "properties"))) {
      if (isSecret(property)) names.add(name);
    }
    for (const below of subschemas(node)) collect(below.node);
  };
  collect(schema);
  return names;
}
