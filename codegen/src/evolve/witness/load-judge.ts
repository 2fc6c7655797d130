import type { Contract, NamedSchema } from "../../contract/contract.ts";
import { isPattern } from "../../contract/keywords.ts";
import { patternCost } from "../../contract/pattern-cost.ts";
import { schemaReferences } from "../../contract/positions.ts";
import { ownObject, ownString, type Json } from "../../source/json.ts";
import { walkNodes } from "../../source/openapi-shape.ts";
import type { Root } from "./changed-place.ts";
import { loadChecks, type Check } from "./load-checks.ts";

/** `none`: by the letter of the contract; else as the validators that are published for what clients send or get. */
export type Manner = "none" | "request" | "response";

/** The validator of the schema at a pointer; undefined if there is none to be had. */
export type Judge = (pointer: string) => Check | undefined;

/** Loads the validators of some schemas of a contract, of those that are no components as well. */
export async function loadJudge(
  contract: Contract,
  roots: readonly Root[],
  position: Manner,
): Promise<Judge> {
  const components = new Map(contract.schemas.map((schema) => [schema.key, schema]));
  const keys = new Map(roots.map(({ pointer }) => [pointer, freeKey(pointer, components)]));
  const schemasOf = new Map(roots.map(({ pointer, schema }) => [pointer, schema]));
  const added = [...schemasOf].map(([pointer, schema]) => component(keys.get(pointer) ?? pointer, schema));
  const all = new Map([...components, ...added.map((schema) => [schema.key, schema] as const)]);
  const slow = new Set([...all.values()].filter(({ schema }) => isSlow(schema)).map(({ key }) => key));
  const kept = added.filter(({ key }) => ![...closure(key, all)].some((inside) => slow.has(inside)));
  const needed = new Set(kept.flatMap(({ key }) => [...closure(key, all)]));
  const schemas = [...needed].flatMap((key) => all.get(key) ?? []).map((schema) => ({ ...schema, position }));
  const checks = await loadChecks(
    { ...contract, schemas },
    kept.map(({ key }) => key),
  );
  return (pointer) => checks.get(keys.get(pointer) ?? "");
}

/** A pointer is a key that no component has, as a rule. */
function freeKey(pointer: string, taken: ReadonlyMap<string, unknown>): string {
  let key = pointer;
  while (taken.has(key)) key = `${key}'`;
  return key;
}

function component(key: string, schema: Json): NamedSchema {
  return {
    ...{ key, name: key, slug: key, module: "", path: "", aliases: [], position: "none", dynamicAnchors: {} },
    ...{ schema, references: schemaReferences(schema) },
  };
}

/** The keys of a component and of all that it leads to. */
function closure(key: string, all: ReadonlyMap<string, NamedSchema>): ReadonlySet<string> {
  const found = new Set([key]);
  for (const next of found) for (const reference of all.get(next)?.references ?? []) found.add(reference);
  return found;
}

/** Steps that a pattern may take, for a text as long as any that is made up here. */
const mostSteps = 1_000_000;
const longestText = 300;

/**
 * Whether a schema has a pattern that could take long for a text that is made up here, or is none at all: such a
 * schema is not tried, since its document may be anyone's.
 */
function isSlow(schema: Json): boolean {
  let found = false;
  walkNodes({ node: schema, kind: "schema", pointer: "" }, ({ node }) => {
    const pattern = ownString(node, "pattern");
    const sources = [
      ...(pattern === undefined ? [] : [pattern]),
      ...Object.keys(ownObject(node, "patternProperties")),
    ];
    found ||= sources.some((source) => !isPattern(source) || isCostly(source));
  });
  return found;
}

function isCostly(source: string): boolean {
  const { steps, isAnchored } = patternCost(source);
  return steps.times * longestText ** (steps.degree + (isAnchored ? 0 : 1)) > mostSteps;
}
