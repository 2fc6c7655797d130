/** A TypeScript type as generated packages write it: what a consumer's program has to know of it. */

export type Keyword = "string" | "number" | "boolean" | "null" | "undefined" | "void" | "unknown" | "never";

export type TypeShape =
  | { readonly kind: "keyword"; readonly name: Keyword }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  /** `(string & {})`: any string, beside those that are known. */
  | { readonly kind: "open-string" }
  | { readonly kind: "array"; readonly item: TypeShape }
  | { readonly kind: "tuple"; readonly items: readonly TypeShape[]; readonly rest: TypeShape | undefined }
  | ObjectShape
  | { readonly kind: "union" | "intersection"; readonly members: readonly TypeShape[] }
  /** A declaration of the types package, by its public name. */
  | { readonly kind: "reference"; readonly name: string }
  /** Code that programs pass on as it is. */
  | { readonly kind: "opaque"; readonly code: string };

export interface ObjectShape {
  readonly kind: "object";
  readonly properties: readonly PropertyShape[];
  /** Of the properties that are not named. */
  readonly index: TypeShape | undefined;
}

export interface PropertyShape {
  readonly name: string;
  readonly isOptional: boolean;
  readonly shape: TypeShape;
}

/** The shapes of declarations by their public names. */
export type Declarations = ReadonlyMap<string, TypeShape>;

export const unknownShape: TypeShape = { kind: "keyword", name: "unknown" };

/** A type that has all the values of several. */
export function unionOf(members: readonly TypeShape[]): TypeShape {
  const [only] = members;
  return members.length === 1 && only !== undefined ? only : { kind: "union", members };
}

/** The names of the declarations that a type mentions, at any depth of it, in their order. */
export function referencesIn(shape: TypeShape): readonly string[] {
  return [...new Set(mentioned(shape))];
}

function mentioned(shape: TypeShape): readonly string[] {
  switch (shape.kind) {
    case "reference":
      return [shape.name];
    case "array":
      return mentioned(shape.item);
    case "tuple":
      return [...shape.items, ...(shape.rest === undefined ? [] : [shape.rest])].flatMap(mentioned);
    case "object":
      return [
        ...shape.properties.map((property) => property.shape),
        ...(shape.index === undefined ? [] : [shape.index]),
      ].flatMap(mentioned);
    case "union":
    case "intersection":
      return shape.members.flatMap(mentioned);
    default:
      return [];
  }
}
