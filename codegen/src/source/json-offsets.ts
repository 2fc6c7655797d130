import { parseTree, type Node } from "jsonc-parser";

/** Takes a JSON text apart; what is returned finds where the property or item at a path of keys begins. */
export function jsonOffsets(text: string): (tokens: readonly string[]) => number {
  const root = parseTree(text);
  const children = new Map<Node, ReadonlyMap<string, Node>>();
  return (tokens) => {
    let node = root;
    for (const token of tokens) {
      const child = node === undefined ? undefined : childrenOf(node, children).get(token);
      if (child === undefined) break;
      node = child;
    }
    return node?.parent?.type === "property" ? node.parent.offset : (node?.offset ?? 0);
  };
}

/** The values in an object or list by key or index. */
function childrenOf(node: Node, known: Map<Node, ReadonlyMap<string, Node>>): ReadonlyMap<string, Node> {
  const found = known.get(node);
  if (found !== undefined) return found;
  const children = new Map<string, Node>();
  (node.children ?? []).forEach((child, index) => {
    const [key, value] = node.type === "object" ? (child.children ?? []) : [undefined, child];
    if (value !== undefined) children.set(key === undefined ? String(index) : String(key.value), value);
  });
  known.set(node, children);
  return children;
}
