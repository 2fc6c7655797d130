import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { isObject, type Json } from "../../src/source/json.ts";
import { openapiRoot } from "../generated-contract.ts";
import { validatorsOf, type Validators } from "../generated-validators.ts";
import { plannedKeys, plannedSchemas, plannedValue } from "../planned-arbitrary.ts";
import { validityByLetter } from "../planned-validity.ts";
import { suiteFolder } from "../temporary-folder.ts";

type Schemas = Readonly<Record<string, Json>>;

/** Fixed, so that all schemas can be in one package. */
const seed = 20_260_917;
const families = fc.sample(plannedSchemas(), { numRuns: 150, seed });
const values = fc.sample(plannedValue, { numRuns: 120, seed });

/** The schemas of a family under names of its own: `A` of the third is `A3`. */
function renamed(schemas: Schemas, index: number): readonly (readonly [string, Json])[] {
  const references = /"#\/components\/schemas\/(\w)"/g;
  const text = JSON.stringify(schemas).replaceAll(
    references,
    (_, key) => `"#/components/schemas/${key}${index}"`,
  );
  const moved: Json = JSON.parse(text);
  return plannedKeys.map((key) => [`${key}${index}`, isObject(moved) ? (moved[key] ?? true) : true]);
}

/** By the letter. */
const options = { requestValidation: "exact", responseValidation: "exact", responseEnums: "closed" };

const folder = suiteFolder();
let validators: Validators = {};

beforeAll(async () => {
  const schemas = Object.fromEntries(families.flatMap(renamed));
  validators = await validatorsOf(
    { "openapi.json": openapiRoot({ paths: {}, components: { schemas }, "x-sdkmill": options }) },
    folder,
  );
});

// Prevents: a value that is refused without an issue, or told of with one although it is valid.
test("a validator says by every answer what the letter of the schema says", () => {
  const wrong: unknown[] = [];
  let refused = 0;
  for (const [index, schemas] of families.entries()) {
    for (const key of plannedKeys) {
      const validator = validators[`validate${key}${index}`];
      const letter = validityByLetter(schemas, key);
      for (const value of values) {
        const isValid = letter(value);
        const issues = validator?.issues(value) ?? [];
        const isRight =
          validator?.is(value) === isValid &&
          (issues.length === 0) === isValid &&
          validator.issues(value, { limit: 1 }).length === (isValid ? 0 : 1) &&
          issues.every(({ path }) => leadsTo(value, path));
        if (!isRight) wrong.push({ schemas, key, value, isValid, issues });
        if (!isValid) refused += 1;
      }
    }
  }
  expect(wrong).toStrictEqual([]);
  // That both answers come up.
  expect(refused).toBeGreaterThan(5000);
  expect(refused).toBeLessThan(families.length * plannedKeys.length * values.length - 5000);
});

/** Whether a path leads to a part of a value, or to a property that is missing in one. */
function leadsTo(value: Json, path: readonly (string | number)[]): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return true;
  if (Array.isArray(value))
    return typeof step === "number" && step < value.length && leadsTo(value[step], rest);
  if (!isObject(value) || typeof step !== "string") return false;
  const part = value[step];
  return part === undefined ? rest.length === 0 : leadsTo(part, rest);
}
