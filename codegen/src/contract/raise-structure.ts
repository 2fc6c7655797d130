/** Keywords of older drafts that 2020-12 says with others. */

import {
  isArray,
  isObject,
  own,
  ownArray,
  withProperties,
  type Json,
  type JsonObject,
} from "../source/json.ts";
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
 * The drafts from 2019-09 on have it no more, but their meta-schemas keep its shape and its name for it, so
 * it means there what it always did.
 *
 * @see https://json-schema.org/draft/2019-09/release-notes#semi-incompatible-changes
 * @see https://json-schema.org/draft/2020-12/schema (on `dependencies`)
 */
export const raiseDependencies: RaiseStep = (schema) => {
  const dependencies = own(schema, "dependencies");
  if (dependencies === undefined) return unchanged(schema);
  const { required, schemas } = splitDependencies(dependencies);
  const dependent: JsonObject = {
    ...(required === undefined ? {} : { dependentRequired: required }),
    ...(schemas === undefined ? {} : { dependentSchemas: schemas }),
  };
  const rest = withProperties(schema, { dependencies: undefined });
  // What stands there already says something of its own: `allOf` demands both.
  const isTaken = Object.keys(dependent).some((keyword) => own(schema, keyword) !== undefined);
  const allOf = ownArray(schema, "allOf");
  const place = isTaken ? appendPointer("/allOf", allOf.length) : "";
  const requiredPlace = appendPointer(place, "dependentRequired");
  return {
    schema: isTaken
      ? withProperties(rest, { allOf: [...allOf, dependent] })
      : withProperties(rest, dependent),
    moves: [
      { from: "/dependencies", to: requiredPlace },
      { from: "/dependencies", to: appendPointer(place, "dependentSchemas") },
      ...Object.keys(required ?? {}).map((name) => ({
        from: appendPointer("/dependencies", name),
        to: appendPointer(requiredPlace, name),
      })),
    ],
    faults: [],
  };
};

/** The lists and the rest; what is no map at all goes along with the schemas, to be reported there. */
function splitDependencies(dependencies: Json): {
  readonly required: JsonObject | undefined;
  readonly schemas: Json | undefined;
} {
  if (!isObject(dependencies)) return { required: undefined, schemas: dependencies };
  const entries = Object.entries(dependencies);
  const required = entries.filter(([, value]) => isArray(value));
  const schemas = entries.filter(([, value]) => !isArray(value));
  return {
    required: required.length === 0 ? undefined : Object.fromEntries(required),
    schemas: schemas.length === 0 && required.length > 0 ? undefined : Object.fromEntries(schemas),
  };
}

const bounds = [
  ["minimum", "exclusiveMinimum"],
  ["maximum", "exclusiveMaximum"],
] as const;

/**
 * Before draft-06 `exclusiveMinimum: true` says how `minimum` is meant; later it is a limit of its own.
 *
 * @see https://json-schema.org/draft-06/json-schema-release-notes#rfc.section.2
 */
export const raiseBounds: RaiseStep = (schema, { dialect }) => {
  if (!isBefore(dialect.draft, "draft-06")) return unchanged(schema);
  const given = bounds.filter(([, exclusive]) => typeof own(schema, exclusive) === "boolean");
  if (given.length === 0) return unchanged(schema);
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
