import type { Contract } from "../../contract/contract.ts";
import { compareText } from "../../source/json.ts";

/**
 * Keys of schemas in an order in which what is referred to comes before what refers to it, and in which
 * every circle is entered at its first key. What Ajv makes of a schema in a circle depends on where it is
 * entered; in this order, that does not depend on schemas outside of the circle.
 */
export function dependenciesFirst({ schemas }: Contract): readonly string[] {
  const references = new Map(schemas.map(({ key, references: keys }) => [key, keys]));
  const reached = new Map(schemas.map(({ key }) => [key, reachableFrom(key, references)]));
  const circleOf = (key: string): readonly string[] => {
    const within = [...(reached.get(key) ?? [])].filter((other) => reached.get(other)?.has(key));
    return within.length === 0 ? [key] : within.toSorted();
  };
  // What refers to something reaches that and itself, hence more; schemas of one circle reach the same.
  return schemas
    .map(({ key }) => ({
      key,
      circle: circleOf(key),
      size: new Set([key, ...(reached.get(key) ?? [])]).size,
    }))
    .toSorted(
      (a, b) =>
        a.size - b.size || compareText(a.circle[0] ?? "", b.circle[0] ?? "") || compareText(a.key, b.key),
    )
    .map(({ key }) => key);
}

function reachableFrom(
  start: string,
  references: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const pending = [start];
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    for (const next of references.get(key) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      pending.push(next);
    }
  }
  return seen;
}
