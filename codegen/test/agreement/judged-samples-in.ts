import { planChecks } from "../../src/emit/validators/plan/plan-checks.ts";
import { isObject, type Json } from "../../src/source/json.ts";
import { checkOracle, contractOracle } from "./ajv-oracle.ts";
import { contractIn } from "./contract-in.ts";
import { subjectsOf } from "./subjects-of.ts";

/** Values that the validator of a schema has to accept, and some that it has to refuse. */
export interface JudgedSamples {
  /** The public name of the schema. */
  readonly name: string;
  readonly good: readonly Json[];
  readonly bad: readonly Json[];
}

/**
 * For every schema in a folder of documents a value with little and one with everything, and what Ajv refuses
 * of null and of the first with a property that is null. The same each time.
 */
export function judgedSamplesIn(folder: string): readonly JudgedSamples[] {
  const contract = contractIn(folder);
  const checks = planChecks(contract);
  const byAjv = checkOracle(checks);
  return subjectsOf(contract, checks, contractOracle(contract)).map(({ schema, check, samples }) => {
    const good = samples.slice(0, 2);
    const [little] = good;
    const names = [...new Set(good.flatMap((value) => (isObject(value) ? Object.keys(value) : [])))];
    const broken = isObject(little) ? names.map((name): Json => ({ ...little, [name]: null })) : [];
    const bad = [null, ...broken].filter((value) => byAjv(check.id, value).length > 0);
    return { name: schema.name, good, bad };
  });
}
