/** What the steps of raising one schema take and give. Each changes a few keywords of that schema alone. */

import { error, warning, type Diagnostic } from "../diagnostics.ts";
import type { JsonObject } from "../source/json.ts";
import type { Dialect } from "./raise-dialects.ts";
import { removed, type Move } from "./raise-moves.ts";

/** What is known of a schema from where it stands. */
export interface SchemaScope {
  readonly dialect: Dialect;
  /** It is the root of its document, or says itself which dialect it is in. */
  readonly isRoot: boolean;
  /** It is the root of a schema resource (2019-09 core, section 4.3.4). */
  readonly isResource: boolean;
  /** The root of the resource that it is part of has `$recursiveAnchor: true`. */
  readonly isRecursive: boolean;
}

/** What is to be said about a keyword of the schema. */
export interface KeywordFault {
  readonly keyword: string;
  readonly diagnostic: Diagnostic;
}

/** The schema after a step. */
export interface RaisedSchema {
  readonly schema: JsonObject;
  readonly moves: readonly Move[];
  readonly faults: readonly KeywordFault[];
}

export type RaiseStep = (schema: JsonObject, scope: SchemaScope) => RaisedSchema;

/** The schema of a step that has nothing to do. */
export function unchanged(schema: JsonObject): RaisedSchema {
  return { schema, moves: [], faults: [] };
}

/** The schema without some keywords that have no effect, each with what is to be said about it. */
export function withoutKeywords(schema: JsonObject, faults: readonly KeywordFault[]): RaisedSchema {
  if (faults.length === 0) return unchanged(schema);
  const gone = new Set(faults.map(({ keyword }) => keyword));
  return {
    schema: Object.fromEntries(Object.entries(schema).filter(([keyword]) => !gone.has(keyword))),
    moves: [...gone].map(removed),
    faults,
  };
}

/** A keyword that the dialect does not have. */
export function foreignKeyword(keyword: string, { name }: Dialect): KeywordFault {
  const message = `\`${keyword}\` is not a keyword of ${name}; it has no effect.`;
  const help = "Remove it, or raise the schema to a dialect that has it.";
  return { keyword, diagnostic: warning("keyword-unknown", message, help) };
}

/** A keyword that the dialect has, but that has no effect where it stands. */
export function ignoredKeyword(keyword: string, reason: string, help: string): KeywordFault {
  const message = `\`${keyword}\` has no effect here: ${reason}.`;
  return { keyword, diagnostic: warning("keyword-ignored", message, help) };
}

/** A keyword with a value that only a later dialect has, and that is read as that one reads it. */
export function laterForm(keyword: string, what: string, help: string, { name }: Dialect): KeywordFault {
  const message = `${name} does not have ${what}; it is read as later versions read it.`;
  return { keyword, diagnostic: warning("schema-shape", message, help) };
}

/** A keyword with a value that it can not have, where the meta-schema does not say so. */
export function misshapenKeyword(keyword: string, message: string, { name }: Dialect): KeywordFault {
  const help = `Mend the value: ${name} does not allow it here.`;
  return { keyword, diagnostic: error("schema-shape", message, help) };
}
