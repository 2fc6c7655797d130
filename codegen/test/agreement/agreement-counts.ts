import type { Disagreement } from "./disagreements-of.ts";
import type { Trial } from "./trial-of.ts";

export interface AgreementCounts {
  readonly schemas: number;
  /** Schemas of which there is a value. */
  readonly sampled: number;
  /** Schemas that refuse something; the others take any value. */
  readonly broken: number;
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

/** What there is to count of trials, and of what the compiler has mistaken. */
export function countsOf(
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
    sampled: trials.filter(({ subject }) => subject.samples.length > 0).length,
    broken: trials.filter((trial) => trial.mutations > 0).length,
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
