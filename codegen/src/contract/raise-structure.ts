/** Keywords of older drafts that 2020-12 says with others. */

import { isArray, isObject, own, withProperties, type Json, type JsonObject } from "../source/json.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { isBefore } from "./raise-keywords.ts";
import { renamed } from "./raise-moves.ts";
import { ignoredKeyword, unchanged, withoutKeywords, type RaiseStep } from "./raise-step.ts";

/**
 * A list in `items` becomes `prefixItems`, and `additionalItems` beside it `items`.
 *
 * @see https://json-schema.org/draft/2020-12/release-notes#changes-to-items-and-additionalitems
 */
export const raiseItems: RaiseStep = (schema, { dialect }) => {
  if (!isBefore(dialect.draft, "2020-12")) return unchanged(schema);
  const items = own(schema, "items");
  const additional = own(schema, "additionalItems");
  if (!isArray(items)) {
    if (additional === undefined) return unchanged(schema);
    const help = "Remove it, or use `items` for all items.";
    return withoutKeywords(schema, [
      ignoredKeyword("additionalItems", "only a list in `items` leaves items over", help),
    ]);
  }
  return {
    schema: withProperties(schema, {
      additionalItems: undefined,
      items: additional,
      // 2020-12 does not allow an empty list.
      prefixItems: items.length === 0 ? undefined : items,
    }),
    moves: [
      renamed("items", "prefixItems"),
      ...(additional === undefined ? [] : [renamed("additionalItems", "items")]),
    ],
    faults: [],
  };
};

/**
 * `dependencies` becomes `dependentRequired` for its lists of names and `dependentSchemas` for its schemas.
 *
 * @see https://json-schema.org/draft/2019-09/release-notes#semi-incompatible-changes
 */
export const raiseDependencies: RaiseStep = (schema, { dialect }) => {
  const dependencies = own(schema, "dependencies");
  if (!isBefore(dialect.draft, "2019-09") || dependencies === undefined) return unchanged(schema);
  const entries = isObject(dependencies) ? Object.entries(dependencies) : [];
  const required = entries.filter(([, value]) => isArray(value));
  const schemas = entries.filter(([, value]) => !isArray(value));
  const isMixed = required.length > 0 && schemas.length > 0;
  const dependentSchemas = isObject(dependencies) ? Object.fromEntries(schemas) : dependencies;
  return {
    schema: withProperties(schema, {
      dependencies: undefined,
      dependentRequired: required.length === 0 ? undefined : Object.fromEntries(required),
      dependentSchemas: isMixed || required.length === 0 ? dependentSchemas : undefined,
    }),
    moves: [
      renamed("dependencies", "dependentRequired"),
      renamed("dependencies", "dependentSchemas"),
      ...required.map(([name]) => ({
        from: appendPointer("/dependencies", name),
        to: appendPointer("/dependentRequired", name),
      })),
    ],
    faults: [],
  };
};

const bounds = [
  ["minimum", "exclusiveMinimum"],
  ["maximum", "exclusiveMaximum"],
] as const;

/**
 * In draft-04 `exclusiveMinimum: true` says how `minimum` is meant; later it is a limit of its own.
 *
 * @see https://json-schema.org/draft-06/json-schema-release-notes#rfc.section.2
 */
export const raiseBounds: RaiseStep = (schema, { dialect }) => {
  if (dialect.draft !== "draft-04") return unchanged(schema);
  const given = bounds.filter(([, exclusive]) => typeof own(schema, exclusive) === "boolean");
  const moved = given.filter(
    ([limit, exclusive]) => own(schema, exclusive) === true && own(schema, limit) !== undefined,
  );
  return {
    schema: given.reduce((result: JsonObject, bound) => raiseBound(result, bound), schema),
    moves: moved.map(([limit, exclusive]) => renamed(limit, exclusive)),
    faults: [],
  };
};

function raiseBound(schema: JsonObject, [limit, exclusive]: (typeof bounds)[number]): JsonObject {
  const value: Json | undefined = own(schema, limit);
  return own(schema, exclusive) === true
    ? withProperties(schema, { [limit]: undefined, [exclusive]: value })
    : withProperties(schema, { [exclusive]: undefined });
}
