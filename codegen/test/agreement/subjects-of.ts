import { referencedKey } from "../../src/contract/component-schemas.ts";
import type { Contract, NamedSchema } from "../../src/contract/contract.ts";
import type { PlannedCheck } from "../../src/emit/validators/plan/plan-checks.ts";
import type { Json } from "../../src/source/json.ts";
import type { Oracle } from "./ajv-oracle.ts";
import { samplesOf } from "./samples-of.ts";

/** A schema with values of it. */
export interface Subject {
  readonly schema: NamedSchema;
  /** What the public validator is made from. */
  readonly check: PlannedCheck;
  readonly samples: readonly Json[];
  /** How many values were made that the schema does not accept, and that are left out. */
  readonly discarded: number;
}

/** Samples every schema of a contract as its documents have it. */
export function subjectsOf(
  contract: Contract,
  checks: readonly PlannedCheck[],
  oracle: Oracle,
): readonly Subject[] {
  const schemas = new Map(contract.schemas.map((schema) => [schema.key, schema]));
  const recursive = new Set(checks.flatMap(({ schema, isRecursive }) => (isRecursive ? [schema.key] : [])));
  const resolve = (reference: string): Json => schemas.get(referencedKey(reference) ?? "")?.schema ?? true;
  return checks
    .filter(({ isPublic }) => isPublic)
    .map((check): Subject => {
      const { schema } = check;
      const { values, discarded } = samplesOf({
        node: schema.schema,
        resolve,
        isRecursive: [...reachedFrom(schema.key, schemas)].some((key) => recursive.has(key)),
        accepts: (value) => oracle(schema.key, value).length === 0,
      });
      return { schema, check, samples: values, discarded };
    });
}

/** The keys that a schema leads to, its own among them. */
function reachedFrom(key: string, schemas: ReadonlyMap<string, NamedSchema>): ReadonlySet<string> {
  const reached = new Set([key]);
  // A set goes on to what is added meanwhile.
  for (const next of reached) for (const other of schemas.get(next)?.references ?? []) reached.add(other);
  return reached;
}
