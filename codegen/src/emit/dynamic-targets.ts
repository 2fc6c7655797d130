import { referencedKey } from "../contract/component-schemas.ts";
import type { Contract } from "../contract/contract.ts";
import { ownString, type Json } from "../source/json.ts";
import { walkNodes } from "../source/openapi-shape.ts";

/**
 * The component that a `$dynamicRef` to `key` leads to wherever the component `owner`, that has it, is used;
 * undefined if that is not the same one everywhere.
 */
export type DynamicTargets = (owner: string, key: string) => string | undefined;

/**
 * Follows the references of a contract from every component on, with the anchor that is bound on the way: the
 * one of the outermost schema resource that has one of that name, and of no resource where the reference leads
 * to what it names itself.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
 */
export function dynamicTargets({ schemas }: Contract): DynamicTargets {
  const components = new Map(schemas.map((schema) => [schema.key, schema]));
  // As a rule nobody asks: there are hardly any dynamic anchors.
  const referencesFrom = memoized((key: string) => referencesOf(components.get(key)?.schema ?? true));
  const anchorOf = (key: string, name: string): string | undefined =>
    ownString(components.get(key)?.dynamicAnchors, name);
  const nameOf = (key: string): string | undefined =>
    Object.entries(components.get(key)?.dynamicAnchors ?? {}).find(([, anchored]) => anchored === key)?.[0];

  /** Component key → the anchors that a name may be bound to in it; undefined where it is not bound. */
  const boundAnchors = (name: string): ReadonlyMap<string, ReadonlySet<string | undefined>> => {
    const bound = new Map<string, Set<string | undefined>>();
    const pending: (readonly [string, string | undefined])[] = [];
    const arrive = (key: string, outer: string | undefined): void => {
      const anchor = outer ?? anchorOf(key, name);
      const known = bound.get(key) ?? new Set();
      if (known.has(anchor)) return;
      bound.set(key, known.add(anchor));
      pending.push([key, anchor]);
    };
    for (const key of components.keys()) arrive(key, undefined);
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const [key, anchor] = next;
      const { fixed, dynamic } = referencesFrom(key);
      for (const target of fixed) arrive(target, anchor);
      for (const target of dynamic) {
        const own = nameOf(target);
        if (own === name) arrive(anchor ?? target, anchor);
        else for (const other of own === undefined ? [target] : anchorsNamed(own)) arrive(other, anchor);
      }
    }
    return bound;
  };

  /** Every anchor of a name: more than can be meant at one place, so that none is missed. */
  const anchorsNamed = memoized((name: string) =>
    [...components.keys()].map((key) => anchorOf(key, name)).filter((key) => key !== undefined),
  );
  const boundByName = memoized(boundAnchors);

  return (owner, key) => {
    const name = nameOf(key);
    if (name === undefined) return key;
    const anchors = [...(boundByName(name).get(owner) ?? [])];
    const targets = new Set(anchors.map((anchor) => anchor ?? key));
    return targets.size === 1 ? [...targets][0] : undefined;
  };
}

function memoized<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const entry = known.get(key) ?? { value: compute(key) };
    known.set(key, entry);
    return entry.value;
  };
}

interface SchemaReferences {
  readonly fixed: ReadonlySet<string>;
  readonly dynamic: ReadonlySet<string>;
}

function referencesOf(schema: Json): SchemaReferences {
  const fixed = new Set<string>();
  const dynamic = new Set<string>();
  walkNodes({ node: schema, kind: "schema", pointer: "" }, ({ node }) => {
    const target = referencedKey(ownString(node, "$ref"));
    if (target !== undefined) fixed.add(target);
    const dynamicTarget = referencedKey(ownString(node, "$dynamicRef"));
    if (dynamicTarget !== undefined) dynamic.add(dynamicTarget);
  });
  return { fixed, dynamic };
}
