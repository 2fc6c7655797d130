import type { Keyword, TypeShape } from "./type-shape.ts";

/** A property of an object, and the declarations that a reader goes through to it. */
export interface OwnedProperty {
  readonly name: string;
  readonly isOptional: boolean;
  readonly shape: TypeShape;
  readonly owners: readonly string[];
}

interface Owned {
  /** Public names of the declarations on the way, the outermost first. */
  readonly owners: readonly string[];
}

/** What a value may be, with references and compositions resolved at its top. */
export type Alternative = Owned &
  (
    | { readonly kind: "keyword"; readonly name: Keyword }
    | { readonly kind: "literal"; readonly value: string | number | boolean }
    | { readonly kind: "open-string" }
    | { readonly kind: "array"; readonly item: TypeShape }
    | { readonly kind: "tuple"; readonly items: readonly TypeShape[]; readonly rest: TypeShape | undefined }
    | ObjectAlternative
    /** Not gone into: a declaration that is not to be entered, or a type that programs know nothing of. */
    | { readonly kind: "closed"; readonly shape: TypeShape }
  );

export interface ObjectAlternative extends Owned {
  readonly kind: "object";
  readonly properties: readonly OwnedProperty[];
  readonly index: TypeShape | undefined;
}

/** The type of one alternative alone. */
export function shapeOf(alternative: Alternative): TypeShape {
  return alternative.kind === "closed" ? alternative.shape : alternative;
}

/** `null` or `undefined`. */
export function isEmpty(alternative: Alternative): boolean {
  return alternative.kind === "keyword" && (alternative.name === "null" || alternative.name === "undefined");
}

/** Whether a value is a text, a number, a boolean, or nothing. */
export function isScalar({ kind }: Alternative): boolean {
  return kind === "keyword" || kind === "literal" || kind === "open-string";
}
