import { referencedKey } from "../../../contract/component-schemas.ts";
import type { Contract } from "../../../contract/contract.ts";
import { compareText, ownString, type Json } from "../../../source/json.ts";
import { escaped } from "./escaped.ts";
import { subschemas } from "./subschema-places.ts";
import { checkLimit, TooManyChecksError } from "./too-many-checks.ts";

/** Which component each dynamic anchor leads to, by the references on the way to a schema. */
export interface Bindings {
  /** Anchor name → component key. */
  readonly keys: ReadonlyMap<string, string>;
  /** The same as a text, empty if there are none. Of one contract, equal ones are the same object. */
  readonly text: string;
}

export const noBindings: Bindings = { keys: new Map(), text: "" };

/** How the schemas of a contract bind dynamic anchors, and follow them. */
export interface DynamicBindings {
  /** What is bound inside of a component that is reached with bindings: only what counts there or behind it. */
  readonly enter: (key: string, outer: Bindings) => Bindings;
  /** The component that a `$dynamicRef` to another leads to. */
  readonly follow: (key: string, bindings: Bindings) => string;
}

/**
 * The outermost schema resource on the way to a `$dynamicRef` that has an anchor of its name says where it
 * leads.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
 */
export function dynamicBindings(contract: Contract): DynamicBindings {
  const { schemas } = contract;
  const anchors = new Map(
    schemas.map(({ key, dynamicAnchors }) => [key, Object.entries(dynamicAnchors)] as const),
  );
  // As a rule there are none, and nothing to look for.
  const isDynamic = [...anchors.values()].some((own) => own.length > 0);
  const references = new Map(
    isDynamic ? schemas.map(({ key, schema }) => [key, referencesOf(schema)] as const) : [],
  );

  const nameOf = (key: string): string | undefined =>
    anchors.get(key)?.find(([, anchored]) => anchored === key)?.[0];

  const follow = (key: string, { keys }: Bindings): string => keys.get(nameOf(key) ?? "") ?? key;

  /** Names that are followed from a component on. */
  const namesBehind = (start: string, keys: ReadonlyMap<string, string>): ReadonlySet<string> => {
    const names = new Set<string>();
    const seen = new Set([start]);
    // A schema that comes later may bind a name that an earlier one follows.
    const offered = new Map<string, Set<string>>();
    const lead = (name: string): readonly string[] => {
      const bound = keys.get(name);
      return bound === undefined ? [...(offered.get(name) ?? [])] : [bound];
    };
    for (const key of seen) {
      for (const [name, anchored] of anchors.get(key) ?? []) {
        offered.set(name, (offered.get(name) ?? new Set()).add(anchored));
        if (names.has(name)) for (const target of lead(name)) seen.add(target);
      }
      const { fixed = [], dynamic = [] } = references.get(key) ?? {};
      for (const target of fixed) seen.add(target);
      for (const target of dynamic) {
        const name = nameOf(target);
        if (name !== undefined) names.add(name);
        for (const next of name === undefined ? [target] : [target, ...lead(name)]) seen.add(next);
      }
    }
    return names;
  };

  const bindingsOf = internedBindings();
  const limit = checkLimit(contract);
  let count = 0;
  const entered = new Map<Bindings, Map<string, Bindings>>();
  const enter = (key: string, outer: Bindings): Bindings => {
    const own = anchors.get(key) ?? [];
    if (own.length === 0 && outer.keys.size === 0) return noBindings;
    const memory = entered.get(outer) ?? new Map<string, Bindings>();
    entered.set(outer, memory);
    const known = memory.get(key);
    if (known !== undefined) return known;
    count += 1;
    if (count > limit) throw new TooManyChecksError(key, limit);
    const all = new Map([...own, ...outer.keys]);
    const names = namesBehind(key, all);
    const inner = bindingsOf(new Map([...all].filter(([name]) => names.has(name))));
    memory.set(key, inner);
    return inner;
  };
  return { enter, follow };
}

/** Makes bindings of anchors; equal ones are the same object. */
function internedBindings(): (keys: ReadonlyMap<string, string>) => Bindings {
  const known = new Map([[noBindings.text, noBindings]]);
  const pairs = new Map<string, string>();
  const pair = (name: string, key: string): string => {
    const plain = JSON.stringify([name, key]);
    const text = pairs.get(plain) ?? `${escaped(name)}=${escaped(key)}`;
    pairs.set(plain, text);
    return text;
  };
  return (keys) => {
    const sorted = [...keys].toSorted(([a], [b]) => compareText(a, b));
    const text = sorted.map(([name, key]) => pair(name, key)).join("&");
    const bindings = known.get(text) ?? { keys, text };
    known.set(text, bindings);
    return bindings;
  };
}

interface SchemaReferences {
  readonly fixed: readonly string[];
  readonly dynamic: readonly string[];
}

function referencesOf(schema: Json): SchemaReferences {
  const fixed = new Set<string>();
  const dynamic = new Set<string>();
  const collect = (node: Json): void => {
    const target = referencedKey(ownString(node, "$ref"));
    if (target !== undefined) fixed.add(target);
    const dynamicTarget = referencedKey(ownString(node, "$dynamicRef"));
    if (dynamicTarget !== undefined) dynamic.add(dynamicTarget);
    for (const below of subschemas(node)) collect(below.node);
  };
  collect(schema);
  return { fixed: [...fixed], dynamic: [...dynamic] };
}
