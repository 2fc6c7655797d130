import { pet, toy, type DeclarationCase } from "./declaration-case.ts";

export const objects: readonly DeclarationCase[] = [
  {
    about: "properties, some required",
    schema: {
      type: "object",
      properties: { id: { type: "string" }, age: { type: "integer" }, tame: { type: "boolean" } },
      required: ["id"],
    },
    want: `export interface Given {
  id: string;
  age?: number;
  tame?: boolean;
}`,
  },
  {
    about: "no index signature, be it closed or silent on further properties",
    schema: {
      type: "object",
      properties: { inner: { type: "object", properties: { a: {} }, additionalProperties: false } },
      unevaluatedProperties: false,
    },
    want: `export interface Given {
  inner?: {
    a?: unknown;
  };
}`,
  },
  {
    about: "further properties of any kind",
    schema: { type: "object", properties: { id: { type: "string" } }, additionalProperties: true },
    want: `export interface Given {
  id?: string;
  [k: string]: unknown;
}`,
  },
  {
    about: "a map of references",
    schema: { type: "object", additionalProperties: pet },
    want: `export interface Given {
  [k: string]: Pet;
}`,
  },
  {
    about: "a map that is null as well",
    schema: { type: ["object", "null"], additionalProperties: { type: "number" } },
    want: `export type Given = {
  [k: string]: number;
} | null;`,
  },
  {
    about: "an index signature that admits the properties beside it",
    schema: { type: "object", properties: { id: pet }, additionalProperties: { type: "string" } },
    want: `export interface Given {
  id?: Pet;
  [k: string]: string | Pet | undefined;
}`,
  },
  {
    about: "patterns of names, which TypeScript does not know",
    schema: {
      type: "object",
      properties: { id: { type: "number" } },
      required: ["id"],
      patternProperties: { "^x-": { type: "string" }, "^y-": pet },
    },
    want: `export interface Given {
  id: number;
  [k: string]: string | Pet | number;
}`,
  },
  {
    about: "patterns of names beside further properties",
    schema: { type: "object", patternProperties: { "^x-": pet }, additionalProperties: toy },
    want: `export interface Given {
  [k: string]: Pet | Toy;
}`,
  },
  {
    // Prevents: the index signature takes the place of the whole type, `null` included.
    about: "patterns of names in an object that is null as well",
    schema: { type: ["object", "null"], patternProperties: { "^x-": pet } },
    want: `export type Given = {
  [k: string]: Pet;
} | null;`,
  },
  {
    about: "constraints that no type can say",
    schema: {
      type: "object",
      properties: { a: { type: "string", minLength: 1, pattern: "^a", format: "uuid" } },
      minProperties: 1,
      propertyNames: { pattern: "^a" },
      dependentRequired: { a: ["b"] },
      not: { required: ["c"] },
    },
    want: `export interface Given {
  a?: string;
}`,
  },
  {
    about: "properties without a type beside them",
    schema: { properties: { a: { items: { type: "string" } } } },
    want: `export interface Given {
  a?: string[];
}`,
  },
  {
    about: "boolean and empty schemas as properties",
    schema: { type: "object", properties: { any: true, none: false, empty: {} }, required: ["any"] },
    want: `export interface Given {
  any: unknown;
  none?: never;
  empty?: unknown;
}`,
  },
  {
    // Prevents: json-schema-to-typescript hoists what has a title, and numbers those of the same title.
    about: "nested schemas with titles stay where they are",
    schema: {
      title: "Titled",
      type: "object",
      properties: {
        first: { title: "Inner", $comment: "x", type: "object", properties: { a: { title: "Inner" } } },
        second: { title: "Inner", type: "object", properties: { b: { title: "Given", type: "string" } } },
        third: { title: "Pet", type: "array", items: { title: "Pet", type: "number" } },
      },
    },
    want: `export interface Given {
  first?: {
    a?: unknown;
  };
  second?: {
    b?: string;
  };
  third?: number[];
}`,
  },
  {
    about: "itself",
    schema: {
      type: "object",
      properties: {
        parent: { $ref: "#/components/schemas/Given" },
        children: { type: "array", items: { $ref: "#/components/schemas/Given" } },
      },
    },
    want: `export interface Given {
  parent?: Given;
  children?: Given[];
}`,
  },
];
