import { own, ownArray, withProperties, type Json, type JsonObject } from "../../source/json.ts";
import { conjunctsOf, spend, type Conjunct } from "./term.ts";

/** Ways to satisfy the unions of a place that are tried, and decisions that are taken to find them. */
const mostWays = 12;
const mostDecisions = 64;

/**
 * The same with every `anyOf`, `oneOf` and `if` decided: one list of schemas for each way to do it, those
 * with the first branches first.
 */
export function decidedWays(conjuncts: readonly Conjunct[]): readonly (readonly Conjunct[])[] {
  const found: (readonly Conjunct[])[] = [];
  let decisions = 0;
  const decide = (open: readonly Conjunct[]): void => {
    const union = open.find(({ schema }) => unionKeyword(schema) !== undefined);
    if (union === undefined) {
      found.push(open);
      return;
    }
    for (const branch of branchesOf(union)) {
      if (found.length === mostWays || decisions === mostDecisions || !spend(open, open.length)) return;
      decisions += 1;
      const closed = decided(open, union, branch);
      if (closed !== undefined) decide(closed);
    }
  };
  decide(conjuncts);
  return found;
}

/** A way to satisfy a union: the schemas to add, in place of the keywords to leave out. */
export interface Branch {
  readonly instead: readonly string[];
  readonly schemas: readonly Json[];
}

/** The schemas of a value with a union in one of them decided; undefined if nothing can satisfy them. */
export function decided(
  conjuncts: readonly Conjunct[],
  union: Conjunct,
  { instead, schemas }: Branch,
): readonly Conjunct[] | undefined {
  const { world } = union;
  const added = conjunctsOf(schemas.map((schema) => ({ world, schema })));
  if (added === undefined) return undefined;
  const gone = Object.fromEntries(instead.map((keyword) => [keyword, undefined]));
  const rest: Conjunct = { world, schema: withProperties(union.schema, gone) };
  const known = new Set(conjuncts.map(({ schema }) => schema));
  return [
    ...conjuncts.map((conjunct) => (conjunct === union ? rest : conjunct)),
    ...added.filter(({ schema }) => !known.has(schema)),
  ];
}

function branchesOf({ schema }: Conjunct): readonly Branch[] {
  const keyword = unionKeyword(schema);
  if (keyword === undefined) return [];
  if (keyword !== "if")
    return ownArray(schema, keyword).map((branch) => ({ instead: [keyword], schemas: [branch] }));
  return ["then", "else"].map((outcome) => conditionBranch(schema, outcome));
}

/** `then` with what it depends on; `else`, for which nothing can be said but that it holds. */
export function conditionBranch(schema: JsonObject, outcome: string): Branch {
  const condition = outcome === "then" ? [own(schema, "if") ?? true] : [];
  return { instead: ["if", "then", "else"], schemas: [...condition, own(schema, outcome) ?? true] };
}

function unionKeyword(schema: JsonObject): "oneOf" | "anyOf" | "if" | undefined {
  if (ownArray(schema, "oneOf").length > 0) return "oneOf";
  if (ownArray(schema, "anyOf").length > 0) return "anyOf";
  return Object.hasOwn(schema, "if") ? "if" : undefined;
}
