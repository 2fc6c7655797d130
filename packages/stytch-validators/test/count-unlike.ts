import { referencedTitle, type Schema } from "../../stytch-types/test/stytch-contract.ts";

const notes = new Set(["$schema", "$id", "title", "description"]);

/**
 * How many schemas there are of some, of those that are alike one: they say the same but for their texts, and
 * refer to schemas that are alike.
 */
export function countUnlike(schemas: ReadonlyMap<string, Schema>, titles: Iterable<string>): number {
  const all = [...titles];
  // At first all are taken for alike; what differs in itself, or leads to what differs, is told apart.
  let kinds = new Map(all.map((title) => [title, 0]));
  for (let count = 0; ;) {
    const texts = all.map((title) => JSON.stringify(withKinds(schemas.get(title), kinds)));
    const distinct = [...new Set(texts)];
    if (distinct.length === count) return count;
    count = distinct.length;
    kinds = new Map(all.map((title, index) => [title, distinct.indexOf(texts[index] ?? "")]));
  }
}

/** A schema without its texts, with the kind of each schema that it refers to in place of the reference. */
function withKinds(schema: unknown, kinds: ReadonlyMap<string, number>): unknown {
  if (Array.isArray(schema)) return schema.map((item) => withKinds(item, kinds));
  if (typeof schema !== "object" || schema === null) return schema;
  const { properties, $ref, ...rest } = schema as Schema;
  return [
    $ref === undefined ? undefined : kinds.get(referencedTitle($ref)),
    Object.entries(properties ?? {}).map(([name, property]) => [name, withKinds(property, kinds)]),
    Object.entries(rest).flatMap(([key, value]) => (notes.has(key) ? [] : [[key, withKinds(value, kinds)]])),
  ];
}
