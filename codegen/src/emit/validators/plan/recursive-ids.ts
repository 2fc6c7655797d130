/**
 * What can reach itself: nodes on a circle (Tarjan's strongly connected components, without recursion: a
 * chain can be as long as the document).
 */
export function recursiveIds(edges: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const recursive = new Set<string>();
  const enter = (id: string): { readonly id: string; next: number } => {
    order.set(id, order.size);
    lowest.set(id, order.size - 1);
    open.push(id);
    isOpen.add(id);
    return { id, next: 0 };
  };
  const lower = (id: string, value: number): void => {
    lowest.set(id, Math.min(lowest.get(id) ?? value, value));
  };
  for (const start of edges.keys()) {
    const path = order.has(start) ? [] : [enter(start)];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const target = edges.get(step.id)?.[step.next];
      step.next += 1;
      if (target === step.id) recursive.add(step.id);
      if (target !== undefined) {
        if (!order.has(target)) path.push(enter(target));
        else if (isOpen.has(target)) lower(step.id, order.get(target) ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) lower(parent.id, lowest.get(step.id) ?? 0);
      if (lowest.get(step.id) !== order.get(step.id)) continue;
      const circle = open.splice(open.lastIndexOf(step.id));
      for (const id of circle) {
        isOpen.delete(id);
        if (circle.length > 1) recursive.add(id);
      }
    }
  }
  return recursive;
}
