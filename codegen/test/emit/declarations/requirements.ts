import { pet, type DeclarationCase } from "./declaration-case.ts";

const string = { type: "string" };

/** Properties that are required, but declared elsewhere or nowhere. */
export const requirements: readonly DeclarationCase[] = [
  {
    about: "a required property that is not declared",
    schema: { type: "object", properties: { b: string }, required: ["a", "b"] },
    want: `export interface Given {
  b: string;
  a: unknown;
}`,
  },
  {
    about: "required properties of an object that declares none",
    schema: { type: ["object", "null"], required: ["a", "a b", "constructor", "__proto__"] },
    want: `export type Given = {
  a: unknown;
  "a b": unknown;
  constructor: unknown;
  ["__proto__"]: unknown;
} | null;`,
  },
  {
    about: "required properties that are as all further ones",
    schema: {
      type: "object",
      properties: { id: string },
      required: ["a", "b"],
      additionalProperties: { type: "object", properties: { c: { enum: ["x"] } } },
    },
    want: `export interface Given {
  id?: string;
  a: {
    c?: "x";
  };
  b: {
    c?: "x";
  };
  [k: string]:
    | {
        c?: "x";
      }
    | string
    | undefined;
}`,
  },
  {
    about: "a required property where anything else may be there, without a type",
    schema: { required: ["a"], additionalProperties: true },
    want: `export interface Given {
  a: unknown;
  [k: string]: unknown;
}`,
  },
  {
    about: "a required property that is as the patterns of names say",
    schema: {
      type: "object",
      required: ["x-a"],
      patternProperties: { "^x-": pet, "^y-": string },
      additionalProperties: false,
    },
    want: `export interface Given {
  "x-a": Pet | string;
  [k: string]: Pet | string;
}`,
  },
  {
    about: "a required property that nothing can be",
    schema: { type: "object", properties: { b: string }, required: ["a"], additionalProperties: false },
    want: `export interface Given {
  b?: string;
}`,
  },
  {
    about: "a required property that another branch declares",
    schema: {
      allOf: [
        { type: "object", properties: { a: string } },
        { type: "object", required: ["a"], properties: { b: string } },
      ],
    },
    want: `export type Given = {
  a?: string;
} & {
  b?: string;
  a: unknown;
};`,
  },
  {
    about: "a required property that the schema referred to declares",
    schema: { type: "object", ...pet, required: ["id"] },
    want: `export type Given = Pet & {
  id: unknown;
};`,
  },
  {
    about: "a required property that the branches declare, each as it wants",
    schema: {
      type: "object",
      required: ["a"],
      oneOf: [
        { type: "object", properties: { a: string } },
        { type: "object", properties: { a: { type: "number" } } },
      ],
    },
    want: `export type Given = {
  a: unknown;
} & (
  | {
      a?: string;
    }
  | {
      a?: number;
    }
);`,
  },
  {
    about: "requirements of something that is no object",
    schema: { type: "array", items: string, required: ["a"] },
    want: "export type Given = string[];",
  },
];
