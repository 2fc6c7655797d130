import { isArray, own, ownArray, ownObject, type Json } from "../../source/json.ts";
import type { Conjunct, Term } from "./term.ts";

/** The schemas that a property of a value has to satisfy. */
export function propertyTerms(conjuncts: readonly Conjunct[], name: string): readonly Term[] {
  const found = conjuncts.flatMap((conjunct) => {
    const declared = declaredTerms(conjunct, name);
    return declared.length > 0 ? declared : ofEach([conjunct], "additionalProperties");
  });
  return found.length > 0 ? found : ofEach(conjuncts, "unevaluatedProperties");
}

function declaredTerms({ world, schema }: Conjunct, name: string): readonly Term[] {
  const named = own(ownObject(schema, "properties"), name);
  const matching = Object.entries(ownObject(schema, "patternProperties"))
    .filter(([pattern]) => new RegExp(pattern, "u").test(name))
    .map(([, below]) => below);
  return [...(named === undefined ? [] : [named]), ...matching].map((below) => ({ world, schema: below }));
}

/** The schemas that an item of a value has to satisfy. */
export function itemTerms(conjuncts: readonly Conjunct[], index: number): readonly Term[] {
  const found = conjuncts.flatMap(({ world, schema }): readonly Term[] => {
    const below = ownArray(schema, "prefixItems")[index] ?? own(schema, "items");
    return below === undefined ? [] : [{ world, schema: below }];
  });
  return found.length > 0 ? found : ofEach(conjuncts, "unevaluatedItems");
}

/** What all of them have under a keyword, as schemas. */
export function ofEach(conjuncts: readonly Conjunct[], keyword: string): readonly Term[] {
  return conjuncts.flatMap(({ world, schema }): readonly Term[] => {
    const below = own(schema, keyword);
    return below === undefined ? [] : [{ world, schema: below }];
  });
}

/** All numbers that they have under some keywords. */
export function numbersOf(conjuncts: readonly Conjunct[], ...keywords: readonly string[]): readonly number[] {
  return valuesOf(conjuncts, ...keywords).filter((value) => typeof value === "number");
}

/** All texts that they have under a keyword. */
export function textsOf(conjuncts: readonly Conjunct[], keyword: string): readonly string[] {
  return valuesOf(conjuncts, keyword).filter((value) => typeof value === "string");
}

function valuesOf(conjuncts: readonly Conjunct[], ...keywords: readonly string[]): readonly Json[] {
  return keywords.flatMap((keyword) =>
    conjuncts.flatMap(({ schema }) => {
      const value = own(schema, keyword);
      return value === undefined ? [] : [value];
    }),
  );
}

/** The values of `const` and `enum`, of one schema after the other. */
export function listedValues(conjuncts: readonly Conjunct[]): readonly Json[] {
  return conjuncts.flatMap(({ schema }) => {
    const constant = own(schema, "const");
    const values = own(schema, "enum");
    return [...(constant === undefined ? [] : [constant]), ...(isArray(values) ? values : [])];
  });
}

/** Names of all properties that are required, those that others bring with them as well where these are. */
export function requiredNames(
  conjuncts: readonly Conjunct[],
  present: readonly string[] = [],
): ReadonlySet<string> {
  const names = new Set(present);
  for (const { schema } of conjuncts) for (const name of stringsIn(own(schema, "required"))) names.add(name);
  for (const name of names) {
    for (const { schema } of conjuncts) {
      const brought = own(ownObject(schema, "dependentRequired"), name);
      for (const other of stringsIn(brought)) names.add(other);
    }
  }
  return names;
}

export function stringsIn(value: Json | undefined): readonly string[] {
  return isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** Names of all properties that are declared. */
export function declaredNames(conjuncts: readonly Conjunct[]): readonly string[] {
  return [...new Set(conjuncts.flatMap(({ schema }) => Object.keys(ownObject(schema, "properties"))))];
}

/** How many items have places of their own. */
export function prefixLength(conjuncts: readonly Conjunct[]): number {
  return Math.max(0, ...conjuncts.map(({ schema }) => ownArray(schema, "prefixItems").length));
}
