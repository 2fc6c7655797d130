import {
  isScalar,
  shapeOf,
  type Alternative,
  type ObjectAlternative,
  type OwnedProperty,
} from "./alternative.ts";
import type { TypeShape } from "./type-shape.ts";

/** What a value is that is both; undefined if there is none. */
export function mergeAlternatives(a: Alternative, b: Alternative): Alternative | undefined {
  if (a.kind === "keyword" && a.name === "unknown") return b;
  if (b.kind === "keyword" && b.name === "unknown") return a;
  const owners = [...new Set([...a.owners, ...b.owners])];
  if (a.kind === "object" && b.kind === "object") return { ...mergeObjects(a, b), owners };
  if (isWithin(a, b)) return { ...a, owners };
  if (isWithin(b, a)) return { ...b, owners };
  if (isScalar(a) && isScalar(b)) return undefined;
  // What an array is besides an array, say: the compiler knows, and programs let it be.
  return { kind: "closed", shape: { kind: "intersection", members: [shapeOf(a), shapeOf(b)] }, owners };
}

/** Whether a scalar is one of another type's. */
function isWithin(a: Alternative, b: Alternative): boolean {
  if (b.kind === "keyword" && a.kind === "keyword") return a.name === b.name;
  if (b.kind === "keyword") {
    if (a.kind === "open-string") return b.name === "string";
    return a.kind === "literal" && typeof a.value === b.name;
  }
  if (b.kind === "open-string") return a.kind === "literal" && typeof a.value === "string";
  return a.kind === "literal" && b.kind === "literal" && a.value === b.value;
}

function mergeObjects(a: ObjectAlternative, b: ObjectAlternative): ObjectAlternative {
  const properties = new Map(a.properties.map((property) => [property.name, property]));
  for (const property of b.properties) {
    const known = properties.get(property.name);
    properties.set(property.name, known === undefined ? property : mergeProperties(known, property));
  }
  return {
    kind: "object",
    properties: [...properties.values()],
    index: a.index === undefined || b.index === undefined ? (a.index ?? b.index) : both(a.index, b.index),
    owners: [],
  };
}

function mergeProperties(a: OwnedProperty, b: OwnedProperty): OwnedProperty {
  return {
    name: a.name,
    isOptional: a.isOptional && b.isOptional,
    shape: both(withMissing(a, b), withMissing(b, a)),
    owners: [...new Set([...a.owners, ...b.owners])],
  };
}

/** What is optional in one part may be `undefined` there, even where another part says that it is there. */
function withMissing({ shape, isOptional }: OwnedProperty, other: OwnedProperty): TypeShape {
  if (!isOptional || other.isOptional) return shape;
  return { kind: "union", members: [shape, { kind: "keyword", name: "undefined" }] };
}

function both(a: TypeShape, b: TypeShape): TypeShape {
  return { kind: "intersection", members: [a, b] };
}
