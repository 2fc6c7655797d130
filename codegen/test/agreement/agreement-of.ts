import { basename, join } from "node:path";
import { planChecks } from "../../src/emit/validators/plan-checks.ts";
import type { Json } from "../../src/source/json.ts";
import { checkOracle, contractOracle } from "./ajv-oracle.ts";
import type { Resolve } from "./conjuncts-of.ts";
import { contractIn } from "./contract-in.ts";
import {
  disagreement,
  mutationDisagreements,
  placesOf,
  sampleDisagreements,
  type Disagreement,
  type Judges,
} from "./disagreements-of.ts";
import { mutationsOf, replacements, type Mutation } from "./mutations-of.ts";
import { subjectsOf, type Subject } from "./subjects-of.ts";
import { mistypedConstants, type TypedConstant } from "./typed-constants.ts";
import { typedMutations } from "./typed-mutations.ts";
import { validatorsIn } from "./validators-in.ts";

export interface Agreement {
  readonly counts: AgreementCounts;
  /** Schemas of which there is no value. */
  readonly unsampled: readonly string[];
  /** The first of those who do not see a value as it is. */
  readonly disagreements: readonly Disagreement[];
}

export interface AgreementCounts {
  readonly schemas: number;
  /** Values that were made for a schema and that it does not accept. */
  readonly discarded: number;
  readonly samples: number;
  readonly acceptedByContract: number;
  readonly acceptedByAjv: number;
  readonly acceptedByValidator: number;
  readonly acceptedByCompiler: number;
  /** Samples, each broken in one place. */
  readonly mutations: number;
  readonly refusedByAjv: number;
  readonly refusedByValidator: number;
  /** Those among them that are errors of type. */
  readonly typeErrors: number;
  readonly refusedByCompiler: number;
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

  const trials = subjectsOf(contract, checks, byContract).map((subject): Trial => {
    const validator = validatorOf(subject.schema);
    return trialOf(subject, resolve, {
      contract: (value) => byContract(subject.schema.key, value),
      ajv: (value) => byAjv(subject.check.id, value),
      validator: (value) => placesOf(validator, value),
    });
  });
  const constants = trials.flatMap(({ constants: own }) => own);
  const mistyped = await mistypedConstants(constants, folders.types);
  return {
    counts: countsOf(trials, mistyped),
    unsampled: trials.flatMap(({ subject }) => (subject.samples.length === 0 ? [subject.schema.key] : [])),
    disagreements: [
      ...trials.flatMap((trial) => [...trial.onSamples, ...trial.onMutations]),
      ...mistyped.map(({ type, value, isRight, error }) =>
        disagreement(type, isRight ? "none" : "a wrong type", "compiler", [error], value),
      ),
    ].slice(0, TOLD),
  };
}

/** One schema, its values, and what came of them. */
interface Trial {
  readonly subject: Subject;
  readonly mutations: number;
  readonly onSamples: readonly Disagreement[];
  readonly onMutations: readonly Disagreement[];
  readonly constants: readonly TypedConstant[];
}

function trialOf(subject: Subject, resolve: Resolve, judges: Judges): Trial {
  const { schema, check, samples } = subject;
  const mutations: Mutation[] = [];
  const onMutations: Disagreement[] = [];
  const attempt = (mutation: Mutation): void => {
    const found = mutationDisagreements(subject, mutation, judges);
    if (found === undefined) return;
    mutations.push(mutation);
    onMutations.push(...found);
  };
  for (const sample of samples)
    for (const mutation of mutationsOf(check.node, sample, resolve)) attempt(mutation);
  if (mutations.length === 0) for (const mutation of replacements) attempt(mutation);
  const constant = (isRight: boolean) => (value: Json) => ({ type: schema.name, value, isRight });
  return {
    subject,
    mutations: mutations.length,
    onSamples: sampleDisagreements(subject, judges),
    onMutations,
    constants: [...samples.map(constant(true)), ...typedMutations(mutations).map(constant(false))],
  };
}

function countsOf(
  trials: readonly Trial[],
  mistyped: readonly { readonly isRight: boolean }[],
): AgreementCounts {
  const sum = (countOf: (trial: Trial) => number): number =>
    trials.reduce((total, trial) => total + countOf(trial), 0);
  const others = (list: "onSamples" | "onMutations", who: Disagreement["by"]): number =>
    sum((trial) => trial[list].filter(({ by }) => by === who).length);
  const samples = sum(({ subject }) => subject.samples.length);
  const mutations = sum((trial) => trial.mutations);
  const typeErrors = sum(({ constants }) => constants.filter(({ isRight }) => !isRight).length);
  return {
    schemas: trials.length,
    discarded: sum(({ subject }) => subject.discarded),
    samples,
    acceptedByContract: samples - others("onSamples", "contract"),
    acceptedByAjv: samples - others("onSamples", "ajv"),
    acceptedByValidator: samples - others("onSamples", "validator"),
    acceptedByCompiler: samples - mistyped.filter(({ isRight }) => isRight).length,
    mutations,
    refusedByAjv: mutations - others("onMutations", "ajv"),
    refusedByValidator: mutations - others("onMutations", "validator"),
    typeErrors,
    refusedByCompiler: typeErrors - mistyped.filter(({ isRight }) => !isRight).length,
  };
}
