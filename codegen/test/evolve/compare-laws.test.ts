import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { greatest, type ContractDiff } from "../../src/evolve/change.ts";
import { compare } from "../../src/evolve/compare.ts";
import { rules } from "../../src/evolve/judge-finding.ts";
import { defaultPolicy } from "../../src/evolve/policy.ts";
import type { Json } from "../../src/source/json.ts";
import { contractOracle } from "../agreement/ajv-oracle.ts";
import { plannedSchemas, plannedValue } from "../planned-arbitrary.ts";
import { mutatedSchemas } from "./mutated-schemas.ts";
import { apiWith, revisionOf, type SchemaPlace } from "./revision-of.ts";

/** By the letter: validators of answers that pass over nothing, and enums that are closed. */
const exact = { responseEnums: "closed", responseValidation: "exact", requestValidation: "exact" };
const strict = { ...defaultPolicy, openWorld: "strict" as const };

/** The same contracts on every run: others are tried by hand. */
const seed = 20_261_121;

const place = fc.constantFrom<SchemaPlace>("request", "response");
const schemas = plannedSchemas();
const mutated = fc
  .tuple(schemas, schemas, fc.nat(1000))
  .map(([before, other, choice]) => [before, mutatedSchemas(before, other["A"] ?? true, choice)] as const);

function revision(
  where: SchemaPlace,
  components: Readonly<Record<string, Json>>,
): ReturnType<typeof revisionOf> {
  return revisionOf(apiWith(where, { $ref: "#/components/schemas/A" }, components, exact));
}

function kinds({ changes }: ContractDiff): readonly string[] {
  return [...new Set(changes.map(({ kind }) => kind))].toSorted();
}

describe("comparing contracts", () => {
  test("finds nothing between a contract and itself", () => {
    fc.assert(
      fc.property(place, schemas, (where, components) => {
        expect(compare(revision(where, components), revision(where, components)).changes).toEqual([]);
      }),
      { numRuns: 60, seed },
    );
  });

  test("finds the same backwards, by the mirrors of kinds", () => {
    fc.assert(
      fc.property(place, mutated, (where, [before, after]) => {
        const [old, next] = [revision(where, before), revision(where, after)];
        const there = kinds(compare(old, next)).map((kind) => rules[kind]?.mirror ?? kind);
        expect([...new Set(there)].toSorted()).toEqual(kinds(compare(next, old)));
      }),
      { numRuns: 150, seed },
    );
  });

  test("is never weaker in two steps than in one", () => {
    fc.assert(
      fc.property(place, mutated, schemas, fc.nat(1000), (where, [first, second], other, choice) => {
        const third = mutatedSchemas(second, other["B"] ?? true, choice);
        const [a, b, c] = [first, second, third].map((components) => revision(where, components));
        if (a === undefined || b === undefined || c === undefined) return;
        const direct = compare(a, c, strict).bump;
        const [one, two] = [compare(a, b, strict).bump, compare(b, c, strict).bump];
        expect(greatest(one, two, direct)).toBe(greatest(one, two));
      }),
      { numRuns: 150, seed },
    );
  });

  test("calls it breaking on the wire when a value that was accepted is refused, or the other way round", () => {
    let shown = 0;
    fc.assert(
      fc.property(
        place,
        mutated,
        fc.array(plannedValue, { minLength: 30, maxLength: 30 }),
        (where, [before, after], values) => {
          const [old, next] = [revision(where, before), revision(where, after)];
          const accepts = [contractOracle(old.contract), contractOracle(next.contract)].map(
            (oracle) => (value: Json) => oracle("A", value).length === 0,
          );
          const [first, second] = where === "request" ? accepts : accepts.toReversed();
          let example: Json | undefined;
          try {
            example = values.find((value) => first?.(value) === true && second?.(value) === false);
          } catch {
            // Ajv has faults of its own where evaluated names meet `$ref`.
          }
          if (example === undefined) return;
          shown += 1;
          const { wire, changes } = compare(old, next, strict);
          // That answers are tolerant of further properties is a rule, and no oversight.
          const isTolerated = changes.some(({ kind }) => kind === "additional-properties-opened");
          const expected = where === "response" && isTolerated ? wire : "major";
          expect([wire, example]).toEqual([expected, example]);
        },
      ),
      { numRuns: 250, seed },
    );
    expect(shown).toBeGreaterThan(5);
  });
});
