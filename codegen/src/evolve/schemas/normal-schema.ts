/** A schema as it counts for values: what its parts say together, whatever way it was written. */

import type { Json } from "../../source/json.ts";
import type { TypeSet } from "./json-types.ts";

/** A schema and its place in the linked document. */
export interface SchemaPart {
  readonly schema: Json;
  readonly pointer: string;
}

/** What a keyword says, and where. */
export interface Fact<T> {
  readonly value: T;
  readonly pointer: string;
}

export const lowerBounds = ["minimum", "minLength", "minItems", "minProperties"] as const;
export const upperBounds = ["maximum", "maxLength", "maxItems", "maxProperties"] as const;
export type BoundKeyword = (typeof lowerBounds)[number] | (typeof upperBounds)[number];

/** A bound; those of numbers may exclude themselves. */
export interface Bound {
  readonly limit: number;
  readonly isExclusive: boolean;
}

/** Keywords that say one thing each and are compared as they are. */
export const marks = ["pattern", "format", "multipleOf", "contentEncoding", "contentMediaType"] as const;
export type Mark = (typeof marks)[number];

/** Subschemas that constrain what types do not show: their places by keyword. */
export const hiddenKeywords = [
  "not",
  "if",
  "then",
  "else",
  "contains",
  "propertyNames",
  "unevaluatedProperties",
  "unevaluatedItems",
] as const;
export type HiddenKeyword = (typeof hiddenKeywords)[number];

export interface Values {
  readonly list: readonly Json[];
  readonly isConst: boolean;
  /** Strings besides those listed are expected. */
  readonly isOpen: boolean;
}

export interface Union {
  readonly keyword: "anyOf" | "oneOf";
  /** Without the one that is `null` alone. */
  readonly branches: readonly (readonly SchemaPart[])[];
  readonly allowsNull: boolean;
  readonly pointer: string;
  readonly discriminator: Fact<Json> | undefined;
}

/** One part of a schema that speaks of all properties that it does not name. */
export interface OtherProperties {
  readonly part: SchemaPart;
  /** `additionalProperties` is there, so that types have an index signature unless it is `false`. */
  readonly isGiven: boolean;
}

export interface NormalSchema {
  readonly pointer: string;
  /** No value is accepted, whatever else it says. */
  readonly isNever: boolean;
  readonly types: Fact<TypeSet>;
  readonly values: Fact<Values> | undefined;
  readonly bounds: ReadonlyMap<BoundKeyword, Fact<Bound>>;
  readonly marks: ReadonlyMap<Mark, readonly Fact<Json>[]>;
  readonly uniqueItems: string | undefined;
  readonly properties: ReadonlyMap<string, readonly SchemaPart[]>;
  /** Name → the pointer of the object that requires it. */
  readonly required: ReadonlyMap<string, string>;
  readonly patternProperties: ReadonlyMap<string, readonly SchemaPart[]>;
  readonly otherProperties: readonly OtherProperties[];
  readonly prefixItems: readonly (readonly SchemaPart[])[];
  readonly items: readonly SchemaPart[];
  readonly hidden: ReadonlyMap<HiddenKeyword, readonly SchemaPart[]>;
  readonly minContains: Fact<number> | undefined;
  readonly maxContains: Fact<number> | undefined;
  readonly dependentRequired: ReadonlyMap<string, Fact<readonly string[]>>;
  readonly dependentSchemas: ReadonlyMap<string, readonly SchemaPart[]>;
  readonly unions: readonly Union[];
}
