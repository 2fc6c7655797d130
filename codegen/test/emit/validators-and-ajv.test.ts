import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { schemaFiles } from "../generated-contract.ts";
import { validatorsOf, type Validators } from "../generated-validators.ts";
import { suiteFolder } from "../temporary-folder.ts";
import { applicators, recursive } from "./validations/applicators.ts";
import { objects } from "./validations/objects.ts";
import { values } from "./validations/values.ts";

const cases = [...values, ...objects, ...applicators, ...recursive];
const schemas = Object.fromEntries(cases.map(({ name, schema }) => [name, schema]));
const folder = suiteFolder();
let validators: Validators = {};

beforeAll(async () => {
  validators = await validatorsOf(schemaFiles(schemas), folder);
});

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ $id: "contract", components: { schemas } });

/** Vitest would take the items of an array as several arguments. */
function rows(given: readonly Json[]): readonly (readonly [label: string, value: Json])[] {
  return given.map((value) => [JSON.stringify(value), value]);
}

describe.each(cases)("$name", ({ name, accepts, refuses }) => {
  test.each(rows(accepts))("accepts %s, as Ajv does", (_, value) => {
    expect({
      emitted: validators[`validate${name}`]?.issues(value),
      ajv: ajv.validate(`contract#/components/schemas/${name}`, value),
    }).toStrictEqual({ emitted: [], ajv: true });
  });

  test.each(rows(refuses))("refuses %s, as Ajv does", (_, value) => {
    expect({
      emitted: validators[`validate${name}`]?.is(value),
      isExplained: validators[`validate${name}`]?.issues(value).length !== 0,
      ajv: ajv.validate(`contract#/components/schemas/${name}`, value),
    }).toStrictEqual({ emitted: false, isExplained: true, ajv: false });
  });
});

test("there is a validator for every schema, and the error", () => {
  expect(Object.keys(validators).toSorted()).toStrictEqual(
    [...cases.map(({ name }) => `validate${name}`), "ValidationError"].toSorted(),
  );
});
