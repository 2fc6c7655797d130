import * as fc from "fast-check";
import { expect, test } from "vitest";
import { schemaPointer } from "../../../src/contract/component-schemas.ts";
import { appendPointer } from "../../../src/source/json-pointer.ts";
import type { Json } from "../../../src/source/json.ts";
import { apiWithSchemas } from "../../contract-parts.ts";
import { plannedSchemas } from "../../planned-arbitrary.ts";
import { validityByLetter } from "../../planned-validity.ts";
import { narrowings } from "./witness-narrowings.ts";
import { ajvAcceptance, witnessesOf, type Acceptance, type Schemas } from "./witness-of.ts";

/** Witnesses of two contracts in which everything is another one: how many there are. Each has to be one. */
async function countWitnesses(
  old: Schemas,
  next: Schemas,
  acceptance: (schemas: Schemas) => Acceptance,
  steps: readonly string[] = [],
): Promise<number> {
  const accepts = { old: acceptance(old), new: acceptance(next) };
  const places = Object.keys(old).flatMap((key) =>
    (["request", "response"] as const).map((side) => ({ key, side })),
  );
  const facts = places.map(({ key, side }) => ({
    side,
    pointer: appendPointer(schemaPointer(key), ...steps),
  }));
  const witnesses = await witnessesOf(apiWithSchemas(old), apiWithSchemas(next), facts);
  const found = witnesses.flatMap((witness, index) =>
    witness === undefined ? [] : [{ ...witness, key: places[index]?.key ?? "" }],
  );
  const wrong = found.filter(({ value, accepted, key }) => {
    const other = accepted === "old" ? "new" : "old";
    return !accepts[accepted](key, value) || accepts[other](key, value);
  });
  expect(wrong).toStrictEqual([]);
  return found.length;
}

const schema = fc.constantFrom(...narrowings.flatMap(([, narrow, wide]) => [narrow, wide]));
const around = (inner: Json): Schemas => ({
  X: { type: "object", properties: { inner, other: { type: "integer", minimum: 2 } }, required: ["other"] },
});

test("one contract accepts a witness and the other refuses it, as Ajv sees it", async () => {
  let count = 0;
  const pairs = fc.asyncProperty(schema, schema, async (old, next) => {
    count += await countWitnesses({ X: old }, { X: next }, ajvAcceptance);
    count += await countWitnesses(around(old), around(next), ajvAcceptance, ["properties", "inner"]);
  });
  await fc.assert(pairs, { numRuns: 100 });
  expect(count).toBeGreaterThan(300);
});

// Ajv is not exact about all of what these are made of.
test("one contract accepts a witness and the other refuses it, by the letter", async () => {
  let count = 0;
  const byLetter = (schemas: Schemas): Acceptance => {
    return (key, value) => validityByLetter(schemas, key)(value);
  };
  const pairs = fc.asyncProperty(plannedSchemas(), plannedSchemas(), async (old, next) => {
    count += await countWitnesses(old, next, byLetter);
  });
  await fc.assert(pairs, { numRuns: 100 });
  expect(count).toBeGreaterThan(300);
});
