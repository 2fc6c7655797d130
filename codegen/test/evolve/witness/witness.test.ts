import { describe, expect, test } from "vitest";
import { appendPointer } from "../../../src/source/json-pointer.ts";
import type { Json } from "../../../src/source/json.ts";
import { apiWithSchemas, reference } from "../../contract-parts.ts";
import { narrowings } from "./witness-narrowings.ts";
import { ajvAcceptance, witnessesOf, type Acceptance, type Schemas } from "./witness-of.ts";
import type { Witness } from "../../../src/evolve/change.ts";

/** A schema inside of others, as a component. */
interface Surrounding {
  readonly name: string;
  readonly around: (schema: Json, key: string) => Json;
  /** From the component to the schema. */
  readonly steps: readonly (string | number)[];
}

const text = { type: "string", minLength: 1 };

const surroundings: readonly Surrounding[] = [
  { name: "alone", around: (schema) => schema, steps: [] },
  {
    name: "in a required property of a closed object",
    around: (inner, key) => ({
      type: "object",
      properties: {
        id: { type: "string", format: "uuid" },
        size: { type: "integer", minimum: 3 },
        inner,
        peer: reference(key),
      },
      required: ["id", "size", "inner"],
      additionalProperties: false,
    }),
    steps: ["properties", "inner"],
  },
  {
    name: "in an item",
    around: (items) => ({ type: "array", items, minItems: 1 }),
    steps: ["items"],
  },
  {
    name: "in a branch, beside what it extends",
    around: (inner) => ({
      oneOf: [
        { type: "null" },
        { allOf: [reference("Base"), { type: "object", properties: { inner }, required: ["inner"] }] },
      ],
    }),
    steps: ["oneOf", 1, "allOf", 1, "properties", "inner"],
  },
  {
    name: "in further properties",
    around: (additionalProperties) => ({
      type: "object",
      properties: { id: text },
      required: ["id"],
      additionalProperties,
    }),
    steps: ["additionalProperties"],
  },
];

/** Each row as a component of one document. */
function schemasOf(around: Surrounding["around"], column: 1 | 2): Schemas {
  const rows = narrowings.map((row, index) => [keyOf(index), around(row[column], keyOf(index))] as const);
  return {
    ...Object.fromEntries(rows),
    Base: { type: "object", properties: { id: text }, required: ["id"] },
  };
}

function keyOf(index: number): string {
  return `X${index}`;
}

describe.each(surroundings)("a witness $name", ({ around, steps }) => {
  const [narrow, wide] = [schemasOf(around, 1), schemasOf(around, 2)];
  const accepts = { narrow: ajvAcceptance(narrow), wide: ajvAcceptance(wide) };
  const facts = narrowings.map((_, index) => appendPointer("/components/schemas", keyOf(index), ...steps));
  const narrowed = witnessesOf(
    apiWithSchemas(wide),
    apiWithSchemas(narrow),
    facts.map((pointer) => ({ pointer, side: "request" })),
  );
  const widened = witnessesOf(
    apiWithSchemas(narrow),
    apiWithSchemas(wide),
    facts.map((pointer) => ({ pointer, side: "response" })),
  );

  test.each(narrowings.map(([name], index) => ({ name, index })))("$name", async ({ index }) => {
    expect(
      seen((await narrowed)[index], { old: accepts.wide, new: accepts.narrow }, keyOf(index)),
    ).toStrictEqual({
      accepted: "old",
      byAjv: ["old"],
    });
    expect(
      seen((await widened)[index], { old: accepts.narrow, new: accepts.wide }, keyOf(index)),
    ).toStrictEqual({
      accepted: "new",
      byAjv: ["new"],
    });
  });
});

/** What a witness says, and what Ajv says of its value. */
function seen(
  witness: Witness | undefined,
  accepts: Readonly<Record<"old" | "new", Acceptance>>,
  key: string,
): { readonly accepted: string; readonly byAjv: readonly string[] } | undefined {
  if (witness === undefined) return undefined;
  const sides = ["old", "new"] as const;
  return { accepted: witness.accepted, byAjv: sides.filter((side) => accepts[side](key, witness.value)) };
}
