import { appendPointer } from "../../source/json-pointer.ts";
import { isObject, own, type Json } from "../../source/json.ts";
import type { View } from "../finding.ts";
import type { PartPair } from "./part.ts";
import { report, type Scope } from "./scope.ts";

/** What a field with a schema belongs to. */
export interface SchemaFieldContext {
  /** How kinds begin: `parameter` of `parameter-schema-added`. */
  readonly kind: string;
  /** Such as "the query parameter `limit`". */
  readonly what: string;
  readonly view: View;
}

/** Compares the schemas of two parts; where only one part has a schema that says anything, reports that. */
export function compareSchemaFields(scope: Scope, pair: PartPair, context: SchemaFieldContext): void {
  const { comparison, subject } = scope;
  const { kind, what, view } = context;
  const old = appendPointer(pair.old.pointer, "schema");
  const next = appendPointer(pair.new.pointer, "schema");
  const [before, after] = [own(pair.old.node, "schema"), own(pair.new.node, "schema")];
  if (before !== undefined && after !== undefined) comparison.compareSchemas(old, next, view, subject, what);
  else if (!isAnything(after)) {
    report(scope, view, `${kind}-schema-added`, `The value of ${what} has a schema now.`, {
      old: pair.old.pointer,
      new: next,
    });
  } else if (!isAnything(before)) {
    report(scope, view, `${kind}-schema-removed`, `The value of ${what} has no schema any more.`, {
      old,
      new: pair.new.pointer,
    });
  }
}

function isAnything(schema: Json | undefined): boolean {
  return schema === undefined || schema === true || (isObject(schema) && Object.keys(schema).length === 0);
}
