import { componentSchemas, schemaPointer } from "../../contract/component-schemas.ts";
import type { NamedSchema } from "../../contract/contract.ts";
import type { JsonObject } from "../../source/json.ts";
import { compareText, isObject, ownObject } from "../../source/json.ts";
import type { SchemaPart } from "./normal-schema.ts";
import type { Revision } from "../revision.ts";

/** Which component of the new revision each one of the old is: the same key, or the same structure. */
export interface ComponentPairs {
  /** Old key → new key, for those in both. */
  readonly keys: ReadonlyMap<string, string>;
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

/**
 * Pairs the components of two revisions by key, and what is left by structure: of schemas with the same
 * structure that several have, those whose names are most alike.
 */
export function pairComponents(
  old: Revision,
  next: Revision,
  isSame: (old: readonly SchemaPart[], next: readonly SchemaPart[]) => boolean,
): ComponentPairs {
  const before = componentSchemas(old.document);
  const after = componentSchemas(next.document);
  const keys = new Map(
    Object.keys(before)
      .filter((key) => Object.hasOwn(after, key))
      .map((key) => [key, key]),
  );
  const gone = Object.keys(before)
    .filter((key) => !Object.hasOwn(after, key))
    .toSorted(compareText);
  const added = Object.keys(after)
    .filter((key) => !Object.hasOwn(before, key))
    .toSorted(compareText);
  const free = new Set(added);
  const outlined = Map.groupBy(added, (key) => outline(after, key));
  for (const key of gone.filter((name) => isTelling(before, name))) {
    const alike = (outlined.get(outline(before, key)) ?? []).filter((other) => free.has(other));
    const [best] = alike
      .filter((other) => isSame(partOf(before, key), partOf(after, other)))
      .toSorted((a, b) => likeness(key, b) - likeness(key, a) || compareText(a, b));
    if (best === undefined) continue;
    keys.set(key, best);
    free.delete(best);
  }
  return { keys, gone: gone.filter((key) => !keys.has(key)), added: [...free] };
}

function partOf(schemas: JsonObject, key: string): readonly SchemaPart[] {
  return [{ schema: schemas[key] ?? true, pointer: schemaPointer(key) }];
}

/** Whether a structure says enough to know a schema by: `{ type: string }` is no one's own. */
function isTelling(schemas: JsonObject, key: string): boolean {
  const schema = schemas[key];
  if (!isObject(schema)) return false;
  return (
    Object.keys(ownObject(schema, "properties")).length > 0 ||
    Object.hasOwn(schema, "enum") ||
    Object.hasOwn(schema, "oneOf") ||
    Object.hasOwn(schema, "anyOf") ||
    Object.hasOwn(schema, "allOf")
  );
}

/** What two schemas of the same structure have in common at a glance. */
function outline(schemas: JsonObject, key: string): string {
  const schema = schemas[key];
  return JSON.stringify([
    Object.keys(ownObject(schema, "properties")).toSorted(),
    isObject(schema) ? (schema["enum"] ?? null) : null,
  ]);
}

/** How many pairs of neighbouring letters two names share. */
function likeness(a: string, b: string): number {
  const pairs = new Set(
    Array.from({ length: Math.max(a.length - 1, 0) }, (_, index) => a.slice(index, index + 2)),
  );
  return (
    Array.from({ length: Math.max(b.length - 1, 0) }, (_, index) => b.slice(index, index + 2)).filter(
      (pair) => pairs.has(pair),
    ).length / Math.max(b.length, 1)
  );
}

/** The named schemas of a contract by key. */
export function namedByKey({ contract }: Revision): ReadonlyMap<string, NamedSchema> {
  return new Map(contract.schemas.map((schema) => [schema.key, schema]));
}
