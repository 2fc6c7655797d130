import { referencedKey } from "../../../contract/component-schemas.ts";
import type { Contract } from "../../../contract/contract.ts";
import { own, ownString, type Json } from "../../../source/json.ts";
import { dynamicBindings, type Bindings } from "./dynamic-bindings.ts";
import { subschemas } from "./subschema-places.ts";

/** A component, as it is reached by references. */
export interface Reached {
  readonly key: string;
  readonly bindings: Bindings;
  /** Unique for the two. */
  readonly id: string;
}

/** What there is to refer to in a contract. */
export interface CheckScope {
  readonly contract: Contract;
  readonly schemaOf: (key: string) => Json;
  /** A component as it is reached from a place with bindings. */
  readonly reach: (key: string, bindings: Bindings) => Reached;
  /** Where `$ref` and `$dynamicRef` of a node lead. */
  readonly referenced: (node: Json, bindings: Bindings) => readonly Reached[];
  /** Whether an annotation is anywhere in the contract. */
  readonly uses: (annotation: "readOnly" | "writeOnly") => boolean;
}

export function checkScope(contract: Contract): CheckScope {
  const schemas = new Map(contract.schemas.map(({ key, schema }) => [key, schema]));
  const { enter, follow } = dynamicBindings(contract);
  const used = usedAnnotations(contract);

  const reach = (key: string, outer: Bindings): Reached => {
    const bindings = enter(key, outer);
    return { key, bindings, id: `${bindings.text}:${key}` };
  };
  const referenced = (node: Json, bindings: Bindings): readonly Reached[] => {
    const target = referencedKey(ownString(node, "$ref"));
    const dynamic = referencedKey(ownString(node, "$dynamicRef"));
    const keys = [target, dynamic === undefined ? undefined : follow(dynamic, bindings)];
    return keys.flatMap((key) => (key === undefined || !schemas.has(key) ? [] : [reach(key, bindings)]));
  };
  return {
    contract,
    schemaOf: (key) => schemas.get(key) ?? true,
    reach,
    referenced,
    uses: (annotation) => used.has(annotation),
  };
}

function usedAnnotations({ schemas }: Contract): ReadonlySet<string> {
  const used = new Set<string>();
  const collect = (node: Json): void => {
    for (const keyword of ["readOnly", "writeOnly"]) if (own(node, keyword) === true) used.add(keyword);
    for (const below of subschemas(node)) collect(below.node);
  };
  for (const { schema } of schemas) collect(schema);
  return used;
}
