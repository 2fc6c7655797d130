import type { Alternative } from "./alternative.ts";
import { mergeAlternatives } from "./merge-alternatives.ts";
import type { Declarations, TypeShape } from "./type-shape.ts";

/** Whether a declaration is gone into, after those that lead to it. */
export type Enter = (name: string, owners: readonly string[]) => boolean;

/** More than any API has, and few enough for a product. */
const MAX_ALTERNATIVES = 200;

/** All that a value of a type may be. `never` is nothing, and `unknown` is itself. */
export function alternativesOf(
  shape: TypeShape,
  declarations: Declarations,
  enter: Enter,
): readonly Alternative[] {
  const visit = (node: TypeShape, owners: readonly string[]): readonly Alternative[] => {
    switch (node.kind) {
      case "reference": {
        const target = declarations.get(node.name);
        if (target === undefined || owners.includes(node.name) || !enter(node.name, owners))
          return [{ kind: "closed", shape: node, owners: [...owners, node.name] }];
        return visit(target, [...owners, node.name]);
      }
      case "union":
        return node.members.flatMap((member) => visit(member, owners));
      case "intersection": {
        const members = node.members.map((member) => visit(member, owners));
        const count = members.reduce((product, { length }) => product * length, 1);
        const isClosed = members.flat().some(({ kind }) => kind === "closed");
        if (isClosed || count > MAX_ALTERNATIVES) return [{ kind: "closed", shape: node, owners }];
        return members.reduce((left, right) =>
          left.flatMap((a) => right.flatMap((b) => mergeAlternatives(a, b) ?? [])),
        );
      }
      case "opaque":
        return [{ kind: "closed", shape: node, owners }];
      case "keyword":
        return node.name === "never" ? [] : [{ ...node, owners }];
      case "object": {
        const properties = node.properties.map((property) => ({ ...property, owners }));
        return [{ kind: "object", properties, index: node.index, owners }];
      }
      default:
        return [{ ...node, owners }];
    }
  };
  const found = visit(shape, []);
  return found.length > MAX_ALTERNATIVES && found.some(({ kind }) => kind === "object")
    ? [{ kind: "closed", shape, owners: [] }]
    : found;
}
