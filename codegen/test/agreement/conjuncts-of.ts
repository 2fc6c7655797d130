import {
  isArray,
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  type Json,
  type JsonObject,
} from "../../src/source/json.ts";

/** Gives the schema that a `$ref` names. */
export type Resolve = (reference: string) => Json;

export interface Conjuncts {
  /** Schema objects that all hold for a value, without `$ref` and `allOf`. */
  readonly schemas: readonly JsonObject[];
  /** The references that were followed on the way. */
  readonly references: readonly string[];
}

/** What is wrong with every value: the schema `false` as an object (JSON Schema 2020-12, core, section 4.3.2). */
const nothing: JsonObject = { not: {} };

/**
 * Everything that a schema demands of one value without a condition: itself, what its `$ref` names, and the
 * members of its `allOf` (core, sections 8.2.3.1 and 10.2.1.1).
 */
export function conjunctsOf(nodes: readonly Json[], resolve: Resolve): Conjuncts {
  const schemas: JsonObject[] = [];
  const references: string[] = [];
  const pending = nodes.toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === false) schemas.push(nothing);
    if (!isObject(node)) continue;
    const { $ref: _reference, allOf: _members, ...rest } = node;
    if (Object.keys(rest).length > 0) schemas.push(rest);
    pending.push(...ownArray(node, "allOf"));
    const reference = ownString(node, "$ref");
    if (reference === undefined || references.includes(reference)) continue;
    references.push(reference);
    pending.push(resolve(reference));
  }
  return { schemas, references };
}

/** The schemas that the value of a property has to satisfy (core, section 10.3.2). */
export function propertyNodes(schemas: readonly JsonObject[], name: string): readonly Json[] {
  return schemas.flatMap((schema) => {
    const named = own(ownObject(schema, "properties"), name);
    const matching = Object.entries(ownObject(schema, "patternProperties")).flatMap(([pattern, node]) =>
      new RegExp(pattern, "u").test(name) ? [node] : [],
    );
    const known = named === undefined ? matching : [named, ...matching];
    const others = own(schema, "additionalProperties");
    return known.length > 0 || others === undefined ? known : [others];
  });
}

/** The schemas that an item has to satisfy (core, section 10.3.1). */
export function itemNodes(schemas: readonly JsonObject[], index: number): readonly Json[] {
  return schemas.flatMap((schema) => ownArray(schema, "prefixItems")[index] ?? own(schema, "items") ?? []);
}

/** The values that a keyword has in any of the schemas. */
export function valuesOf(schemas: readonly JsonObject[], keyword: string): readonly Json[] {
  return schemas.flatMap((schema) => {
    const value = own(schema, keyword);
    return value === undefined ? [] : [value];
  });
}

/** The numbers that a keyword has in any of the schemas. */
export function numbersOf(schemas: readonly JsonObject[], keyword: string): readonly number[] {
  return valuesOf(schemas, keyword).filter((value) => typeof value === "number");
}

/** The strings that a keyword has in any of the schemas. */
export function stringsOf(schemas: readonly JsonObject[], keyword: string): readonly string[] {
  return valuesOf(schemas, keyword).filter((value) => typeof value === "string");
}

/** Names that any of the schemas requires, each once. */
export function requiredNames(schemas: readonly JsonObject[]): readonly string[] {
  const names = schemas.flatMap((schema) => ownArray(schema, "required"));
  return [...new Set(names.filter((name) => typeof name === "string"))];
}

/** Names that `properties` of any of the schemas has, each once. */
export function declaredNames(schemas: readonly JsonObject[]): readonly string[] {
  return [...new Set(schemas.flatMap((schema) => Object.keys(ownObject(schema, "properties"))))];
}

/** The values that `enum` and `const` leave, or undefined if neither is there (validation, sections 6.1.2, 6.1.3). */
export function listedValues(schemas: readonly JsonObject[]): readonly Json[] | undefined {
  const lists = [
    ...valuesOf(schemas, "enum").map((list) => (isArray(list) ? list : [])),
    ...valuesOf(schemas, "const").map((value) => [value]),
  ];
  if (lists.length === 0) return undefined;
  const [first = [], ...others] = lists.map(
    (list) => new Map(list.map((value) => [JSON.stringify(value), value])),
  );
  return [...new Map(first)].flatMap(([text, value]) =>
    others.every((list) => list.has(text)) ? [value] : [],
  );
}
