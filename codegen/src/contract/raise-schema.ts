import { own, ownString, withProperties } from "../source/json.ts";
import { latestDialect } from "./raise-dialects.ts";
import { raiseExample } from "./raise-example.ts";
import { raiseIdentifier } from "./raise-identifiers.ts";
import { isBefore, keywordEffect, type Draft } from "./raise-keywords.ts";
import { readLaterForms } from "./raise-later-forms.ts";
import type { Move } from "./raise-moves.ts";
import { raiseNullable } from "./raise-nullable.ts";
import { raiseRecursion } from "./raise-recursion.ts";
import {
  foreignKeyword,
  ignoredKeyword,
  unchanged,
  withoutKeywords,
  type KeywordFault,
  type RaisedSchema,
  type RaiseStep,
} from "./raise-step.ts";
import { raiseBounds, raiseDependencies, raiseItems } from "./raise-structure.ts";
import { raiseDiscriminator, raiseFile } from "./raise-swagger-schema.ts";

/**
 * Says one schema, without those inside of it, in 2020-12: the keywords of its dialect in those of
 * 2020-12, and none that its dialect does not have.
 */
export const raiseSchema: RaiseStep = (written, scope) => {
  // Of what 2020-12 has no more, only `dependencies` still counts there.
  if (scope.dialect === latestDialect) return raiseDependencies(written, scope);
  let schema = written;
  const moves: Move[] = [];
  const faults: KeywordFault[] = [];
  for (const step of stepsOf[scope.dialect.draft] ?? steps) {
    const raised: RaisedSchema = step(schema, scope);
    schema = raised.schema;
    moves.push(...raised.moves);
    faults.push(...raised.faults);
  }
  return { schema, moves, faults };
};

/** Drops what has no effect in the dialect: left in, it would have one in 2020-12. */
const dropForeign: RaiseStep = (schema, { dialect, isRoot }) => {
  const foreign = Object.keys(schema).filter((keyword) => {
    if (keyword === "$id" && isRoot && own(schema, "id") === undefined) return false;
    return keywordEffect(dialect, keyword) === "foreign";
  });
  const faults = foreign.map((keyword) => foreignKeyword(keyword, dialect));
  // It constrains nothing, and older documents have references into it.
  const dropped = faults.filter(({ keyword }) => keyword !== "$defs");
  return { ...withoutKeywords(schema, dropped), faults };
};

/**
 * Before 2019-09 a `$ref` stands alone: what constrains beside it is dropped. Descriptions stay, and so
 * does the `$id` of a document, by which others find it.
 *
 * @see https://json-schema.org/draft-07/draft-handrews-json-schema-01#rfc.section.8.3
 * @see https://spec.openapis.org/oas/v3.0.4.html#reference-object
 */
const dropBesideReference: RaiseStep = (schema, { dialect, isRoot }) => {
  if (!isBefore(dialect.draft, "2019-09") || ownString(schema, "$ref") === undefined)
    return unchanged(schema);
  const kept = new Set(["$ref", "$defs", ...(isRoot ? ["id", "$id"] : [])]);
  const ignored = Object.keys(schema).filter(
    (keyword) => !kept.has(keyword) && keywordEffect(dialect, keyword) === "effective",
  );
  const reason = `${dialect.name} ignores what stands beside \`$ref\``;
  const help = "Remove it, or put the `$ref` into an `allOf`.";
  return withoutKeywords(
    schema,
    ignored.map((keyword) => ignoredKeyword(keyword, reason, help)),
  );
};

/**
 * Marks what 2020-12 has no keyword for: `contains` that evaluates no items (it does since 2020-12, core
 * section 10.3.1.3), and `format` that is an assertion by its dialect.
 */
const mark: RaiseStep = (schema, { dialect }) => {
  const isUnevaluated = isBefore(dialect.draft, "2020-12") && own(schema, "contains") !== undefined;
  const isAsserted = dialect.assertsFormat && own(schema, "format") !== undefined;
  if (!isUnevaluated && !isAsserted) return unchanged(schema);
  return unchanged(
    withProperties(schema, {
      ...(isUnevaluated ? { "x-sdkmill-contains-unevaluated": true } : {}),
      ...(isAsserted ? { "x-sdkmill-format": "assertion" } : {}),
    }),
  );
};

const steps: readonly RaiseStep[] = [
  dropForeign,
  dropBesideReference,
  raiseIdentifier,
  raiseBounds,
  raiseItems,
  raiseDependencies,
  raiseRecursion,
  mark,
];

/** The dialects of OpenAPI have less of their drafts, and something of their own. */
const stepsOf: Readonly<Partial<Record<Draft, readonly RaiseStep[]>>> = {
  "openapi-2.0": [
    ...[dropForeign, readLaterForms, raiseFile, raiseDiscriminator],
    ...[dropBesideReference, raiseBounds, raiseItems, raiseExample],
  ],
  "openapi-3.0": [
    ...[dropForeign, readLaterForms, raiseNullable],
    ...[dropBesideReference, raiseBounds, raiseItems, raiseExample],
  ],
};
