import { referencedKey, schemaReference } from "../src/contract/component-schemas.ts";
import { checkScope } from "../src/emit/validators/plan/check-scope.ts";
import { noBindings } from "../src/emit/validators/plan/dynamic-bindings.ts";
import { inPlaceFacts } from "../src/emit/validators/plan/in-place-facts.ts";
import { undeclaredNames } from "../src/emit/validators/plan/optional-names.ts";
import { isApplicator, mapSubschemas } from "../src/emit/validators/plan/subschema-places.ts";
import { isObject, ownString, type Json } from "../src/source/json.ts";
import { plannedContract } from "./planned-contract.ts";

type Schemas = Readonly<Record<string, Json>>;

/**
 * Schemas that say by their letter what the strict manner makes of others, in the simplest way: around every
 * schema that has a value for itself and declares properties of it stands another one that refuses what it
 * did not evaluate, nor requires. Every component is there as it is, as a part of a value, and as its whole.
 */
export function closedSchemas(schemas: Schemas): Schemas {
  const scope = checkScope(plannedContract(schemas));
  const factsOf = inPlaceFacts(scope);

  const whole = (node: Json): Json => {
    const { declares, says } = factsOf(node, noBindings);
    if (!declares || says) return part(node);
    const mentioned = undeclaredNames(node, noBindings, scope).map((name): [string, Json] => [name, true]);
    return { allOf: [part(node)], properties: Object.fromEntries(mentioned), unevaluatedProperties: false };
  };
  const part = (node: Json): Json => {
    if (!isObject(node)) return node;
    const entries = Object.entries(node).map(([keyword, value]): [string, Json] => {
      if (!isApplicator(keyword)) return [keyword, value];
      const replaced = mapSubschemas(node, keyword, value, ({ node: below, role }) => {
        if (role === "test") return below;
        return role === "location" ? whole(below) : part(below);
      });
      return [keyword, replaced];
    });
    const target = referencedKey(ownString(node, "$ref"));
    if (target === undefined) return Object.fromEntries(entries);
    return { ...Object.fromEntries(entries), $ref: schemaReference(`${target} as a part`) };
  };
  return Object.fromEntries(
    Object.entries(schemas).flatMap(([key, schema]) => [
      [key, schema],
      [`${key} as a part`, part(schema)],
      [`${key} as a whole`, whole(schema)],
    ]),
  );
}
