import type { Json } from "../../src/source/json.ts";
import type { Resolve } from "./conjuncts-of.ts";
import {
  mutationDisagreements,
  sampleDisagreements,
  type Disagreement,
  type Judges,
} from "./disagreements-of.ts";
import { mutationsOf, replacements, type Mutation } from "./mutations-of.ts";
import type { Subject } from "./subjects-of.ts";
import type { TypedConstant } from "./typed-constants.ts";
import { typedMutations } from "./typed-mutations.ts";

/** One schema, its values, and what came of them. */
export interface Trial {
  readonly subject: Subject;
  readonly mutations: number;
  readonly onSamples: readonly Disagreement[];
  readonly onMutations: readonly Disagreement[];
  /** Samples and mutations for the compiler. */
  readonly constants: readonly TypedConstant[];
}

/** Shows the samples of a schema, and each of them broken in one place after the other, to the judges. */
export function trialOf(subject: Subject, resolve: Resolve, judges: Judges): Trial {
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
