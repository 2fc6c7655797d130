import { basename, join } from "node:path";
import { planChecks } from "../../src/emit/validators/plan/plan-checks.ts";
import { countsOf, type AgreementCounts } from "./agreement-counts.ts";
import { checkOracle, contractOracle } from "./ajv-oracle.ts";
import type { Resolve } from "./conjuncts-of.ts";
import { contractIn } from "./contract-in.ts";
import { disagreement, placesOf, type Disagreement } from "./disagreements-of.ts";
import { subjectsOf } from "./subjects-of.ts";
import { trialOf } from "./trial-of.ts";
import { mistypedConstants } from "./typed-constants.ts";
import { validatorsIn } from "./validators-in.ts";

export interface Agreement {
  readonly counts: AgreementCounts;
  /** The counts as text, to be kept in a file. */
  readonly figures: string;
  /** Schemas of which there is no value. */
  readonly unsampled: readonly string[];
  /** Who does not see a value as it is: the first case of each in each schema, as far as one can read them. */
  readonly disagreements: readonly Disagreement[];
}

/** The parts of one API: where its documents are, and what was generated from them. */
export interface ApiFolders {
  readonly contract: string;
  /** The generated modules of the validators. */
  readonly validators: string;
  /** The generated module that exports all types. */
  readonly types: string;
}

/** Where the parts of an API are, from the folder of its validators package. */
export function foldersBeside(validatorsPackage: string): ApiFolders {
  const api = basename(validatorsPackage).replace(/-validators$/, "");
  return {
    contract: join(validatorsPackage, "../../schemas", api),
    validators: join(validatorsPackage, "src/generated"),
    types: join(validatorsPackage, "..", `${api}-types`, "src/generated/index.ts"),
  };
}

/** How many disagreements are told. */
const TOLD = 20;

/**
 * Makes values of every schema of a contract, breaks each in one place after the other, and compares what
 * the contract, Ajv, the validators and the TypeScript compiler think of them. The same each time.
 */
export async function agreementOf(folders: ApiFolders): Promise<Agreement> {
  const contract = contractIn(folders.contract);
  const checks = planChecks(contract);
  const byContract = contractOracle(contract);
  const byAjv = checkOracle(checks);
  const validatorOf = validatorsIn(folders.validators);
  const nodes = new Map(checks.map(({ id, node }) => [id, node]));
  const resolve: Resolve = (id) => nodes.get(id) ?? true;

  const trials = subjectsOf(contract, checks, byContract).map((subject) => {
    const validator = validatorOf(subject.schema);
    return trialOf(subject, resolve, {
      contract: (value) => byContract(subject.schema.key, value),
      ajv: (value) => byAjv(subject.check.id, value),
      validator: (value) => placesOf(validator, value),
    });
  });
  const constants = trials.flatMap(({ constants: own }) => own);
  const mistyped = await mistypedConstants(constants, folders.types);
  const counts = countsOf(trials, mistyped);
  return {
    counts,
    figures: `${JSON.stringify(counts, null, 2)}\n`,
    unsampled: trials.flatMap(({ subject }) => (subject.samples.length === 0 ? [subject.schema.key] : [])),
    disagreements: firstOfEach([
      ...trials.flatMap((trial) => [...trial.onSamples, ...trial.onMutations]),
      ...mistyped.map(({ type, value, isRight, error }) =>
        disagreement(type, isRight ? "none" : "a wrong type", "compiler", [error], value),
      ),
    ]),
  };
}

function firstOfEach(all: readonly Disagreement[]): readonly Disagreement[] {
  const byWhom = new Map<string, Disagreement>();
  for (const one of all) {
    const key = `${one.by} ${one.schema}`;
    if (!byWhom.has(key)) byWhom.set(key, one);
  }
  return [...byWhom.values()].slice(0, TOLD);
}
