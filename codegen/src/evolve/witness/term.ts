import { referencedKey } from "../../contract/component-schemas.ts";
import { isObject, own, ownArray, ownString, type Json, type JsonObject } from "../../source/json.ts";
import type { Witness } from "../change.ts";

/** The same thing of both revisions. */
export type Sides<T> = Readonly<Record<Witness["accepted"], T>>;

/** One of the two revisions, as far as its schemas go. */
export interface World {
  readonly side: Witness["accepted"];
  /** Component schemas by key. */
  readonly schemas: JsonObject;
  /** What may still be done for a change, so that no document makes it last long. */
  readonly effort: Effort;
}

/** A counter, the same one for all that is done for a change. */
export interface Effort {
  left: number;
}

/** Whether some more may be done for schemas; then it counts as done. */
export function spend(terms: readonly Term[], amount = 1): boolean {
  const effort = terms[0]?.world.effort ?? { left: amount };
  effort.left -= amount;
  return effort.left >= 0;
}

/** A schema that a value has to satisfy, and the revision that it is from. */
export interface Term {
  readonly world: World;
  readonly schema: Json;
}

/** One without a reference and without `allOf` that still has to be looked into. */
export interface Conjunct extends Term {
  readonly schema: JsonObject;
}

/**
 * The schemas that a value has to satisfy at once: references and `allOf` taken apart. Nodes are the ones of the
 * document themselves.
 *
 * @returns undefined if one of them is `false`
 */
export function conjunctsOf(terms: readonly Term[]): readonly Conjunct[] | undefined {
  const found: Conjunct[] = [];
  const seen = new Set<Json>();
  const pending = [...terms];
  // What is put at the end while the list is walked comes later: in the order of the document, as far as it goes.
  for (const { world, schema } of pending) {
    if (schema === false) return undefined;
    if (!isObject(schema) || seen.has(schema)) continue;
    seen.add(schema);
    found.push({ world, schema });
    for (const keyword of ["$ref", "$dynamicRef"]) {
      const key = referencedKey(ownString(schema, keyword));
      if (key !== undefined) pending.push({ world, schema: own(world.schemas, key) ?? true });
    }
    for (const part of ownArray(schema, "allOf")) pending.push({ world, schema: part });
  }
  return found;
}
