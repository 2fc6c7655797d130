import * as fc from "fast-check";
import { expect, test } from "vitest";
import { planChecks } from "../../src/emit/validators/plan/plan-checks.ts";
import type { JsonObject } from "../../src/source/json.ts";
import { closedSchemas } from "../closed-by-the-letter.ts";
import { plannedSchemas, plannedValue, type ArbitraryExtras } from "../planned-arbitrary.ts";
import { allIn, plannedContract, type ContractFacts } from "../planned-contract.ts";
import { publicValidity, validityByLetter, type Validity } from "../planned-validity.ts";

const runs = { numRuns: 200 };
const values = fc.array(plannedValue, { minLength: 30, maxLength: 30 });

/** Compares what the check of `A` and its letter say of any schemas and values. */
function compare(
  extras: ArbitraryExtras,
  facts: ContractFacts,
  law: (check: boolean, letter: boolean) => boolean,
): void {
  fc.assert(
    fc.property(plannedSchemas(extras), values, (schemas, samples) => {
      const check: Validity = publicValidity(planChecks(plannedContract(schemas, facts)), "A");
      const letter = validityByLetter(schemas, "A");
      expect(samples.filter((sample) => !law(check(sample), letter(sample)))).toStrictEqual([]);
    }),
    runs,
  );
}

const annotations: readonly JsonObject[] = [{ writeOnly: true }, { readOnly: true }, { title: "A" }];

test("the exact check is the letter of the schema", () => {
  compare({ annotations }, {}, (check, letter) => check === letter);
});

test.each(["request", "response"] as const)(
  "what the letter accepts, the tolerant check of a %s does",
  (position) => {
    const options = { [`${position}Validation`]: "tolerant", requestEnums: "open" } as const;
    compare(
      { annotations },
      { positions: allIn(position, "ABC"), options },
      (check, letter) => check || !letter,
    );
  },
);

test("the strict check refuses what no schema of a value evaluates", () => {
  fc.assert(
    fc.property(plannedSchemas(), values, (schemas, samples) => {
      const contract = plannedContract(schemas, { positions: allIn("request", "ABC") });
      const strict = publicValidity(planChecks(contract), "A");
      const closed = validityByLetter(closedSchemas(schemas), "A as a whole");
      expect(samples.filter((sample) => strict(sample) !== closed(sample))).toStrictEqual([]);
    }),
    runs,
  );
});

// A value that several schemas of a `oneOf` accept by their letter may be one that a closed one refuses.
test("what the strict check accepts, the letter does", () => {
  compare(
    { withoutOneOf: true },
    { positions: allIn("request", "ABC") },
    (check, letter) => letter || !check,
  );
});
