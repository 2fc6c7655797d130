import type { Json } from "../../../src/source/json.ts";
import type { DeclarationCase } from "./declaration-case.ts";

/** Names that mean something to JavaScript, to json-schema-to-typescript, or to a reader of the code. */
const names = [
  ...[
    "hasOwnProperty",
    "constructor",
    "__proto__",
    "toString",
    "we ird",
    "",
    "1a",
    "é",
    'quote"d',
    "*/",
    "a\u2028b",
  ],
  ...[
    "$ref",
    "$id",
    "$defs",
    "definitions",
    "title",
    "description",
    "enum",
    "tsType",
    "extends",
    "id",
    "default",
  ],
];

function strings(keys: readonly string[]): Json {
  return Object.fromEntries(keys.map((key) => [key, { type: "string" }]));
}

export const hostile: readonly DeclarationCase[] = [
  {
    about: "names of properties that mean something elsewhere",
    schema: {
      type: "object",
      properties: strings(names),
      required: ["hasOwnProperty", "__proto__", "tsType"],
    },
    want: `export interface Given {
  hasOwnProperty: string;
  constructor?: string;
  ["__proto__"]: string;
  toString?: string;
  "we ird"?: string;
  ""?: string;
  "1a"?: string;
  é?: string;
  'quote"d'?: string;
  "*/"?: string;
  "a\\u2028b"?: string;
  $ref?: string;
  $id?: string;
  $defs?: string;
  definitions?: string;
  title?: string;
  description?: string;
  enum?: string;
  tsType: string;
  extends?: string;
  id?: string;
  default?: string;
}`,
  },
  {
    about: "a property called properties",
    schema: {
      type: "object",
      properties: { properties: { type: "object", properties: { items: { type: "array" } } } },
    },
    want: `export interface Given {
  properties?: {
    items?: unknown[];
  };
}`,
  },
  {
    // Prevents: a text that looks like the stand-in of a name is replaced by that name.
    about: "texts that look like stand-ins",
    schema: {
      type: "object",
      description: "property_0",
      properties: {
        "a b": { type: "string", description: "property_0 and property__0" },
        property_1: { const: "property_0" },
      },
    },
    want: `/**
 * property_0
 */
export interface Given {
  /**
   * property_0 and property__0
   */
  "a b"?: string;
  property_1?: "property_0";
}`,
  },
  {
    // Prevents: json-schema-to-typescript puts these into the declaration as they are.
    about: "raw code",
    schema: {
      type: "object",
      tsType: "evil()",
      properties: {
        a: { type: "string", tsType: "evil()" },
        b: { enum: ["x"], tsEnumNames: ["evil()"] },
        c: { $ref: "#/components/schemas/Pet", tsType: "evil()" },
      },
    },
    want: `export interface Given {
  a?: string;
  b?: "x";
  c?: Pet;
}`,
  },
  {
    about: "descriptions that would end the comment, hide or reorder it",
    schema: {
      type: "object",
      description: "*/ evil(); /*\nexport interface Declaration {}",
      properties: { a: { type: "string", description: "a\u202eb */\u2028c" } },
    },
    want: `/**
 * *\\/ evil(); /*
 * export interface Declaration {}
 */
export interface Given {
  /**
   * a\\u202eb *\\/
   * c
   */
  a?: string;
}`,
  },
  {
    about: "values that would end their literal",
    schema: { enum: ['"; evil(); "', "`${evil()}`", "\u2028\n", "</script>", "\u202e"] },
    want: `export type Given = '"; evil(); "' | "\`\${evil()}\`" | "\\u2028\\n" | "\\u003c/script>" | "\\u202e";`,
  },
];
