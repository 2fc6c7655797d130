/** Nodes of a graph that can reach one of some, themselves included. */
export function reaching(
  edges: ReadonlyMap<string, readonly string[]>,
  goals: readonly string[],
): ReadonlySet<string> {
  const sources = new Map<string, string[]>();
  for (const [source, targets] of edges) {
    for (const target of targets) {
      const known = sources.get(target);
      if (known === undefined) sources.set(target, [source]);
      else known.push(source);
    }
  }
  const reached = new Set(goals);
  for (const id of reached) for (const source of sources.get(id) ?? []) reached.add(source);
  return reached;
}
