import { referencedKey } from "../src/contract/component-schemas.ts";
import type { PlannedCheck } from "../src/emit/validators/plan/plan-checks.ts";
import type { Json } from "../src/source/json.ts";
import { isValidByLetter } from "./schema-by-the-letter.ts";

/** Whether a value is valid. */
export type Validity = (value: Json) => boolean;

/** What the public check of a schema says. */
export function publicValidity(checks: readonly PlannedCheck[], key: string): Validity {
  const nodes = new Map(checks.map(({ id, node }) => [id, node]));
  const check = checks.find(({ schema, isPublic }) => isPublic && schema.key === key);
  if (check === undefined) throw new Error(`There is no public check of ${key}.`);
  return (value) => isValidByLetter(check.node, value, (id) => found(nodes.get(id), id));
}

/** What a component schema says by its letter. */
export function validityByLetter(schemas: Readonly<Record<string, Json>>, key: string): Validity {
  const resolve = (reference: string): Json => found(schemas[referencedKey(reference) ?? ""], reference);
  return (value) => isValidByLetter(found(schemas[key], key), value, resolve);
}

function found(node: Json | undefined, name: string): Json {
  if (node === undefined) throw new Error(`Nothing is called ${name}.`);
  return node;
}
