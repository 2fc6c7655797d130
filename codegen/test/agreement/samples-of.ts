import * as fc from "fast-check";
import type { Json } from "../../src/source/json.ts";
import type { Resolve } from "./conjuncts-of.ts";
import type { Presence } from "./drawing.ts";
import { fakedValue } from "./faked-value.ts";
import { valueArbitrary } from "./value-arbitrary.ts";

/** The schema to sample, and what is known about it. */
export interface Sampled {
  readonly node: Json;
  readonly resolve: Resolve;
  readonly isRecursive: boolean;
  /** Whether the schema accepts a value, by the letter. */
  readonly accepts: (value: Json) => boolean;
}

export interface Samples {
  readonly values: readonly Json[];
  /** How many values were made for the schema that it does not accept. */
  readonly discarded: number;
}

/** How many random values there are of each schema. */
const RANDOM = 3;

/** How many are tried if the schema accepts none of the first. */
const TRIES = 100;

/**
 * Values of a schema, always the same ones: required properties alone, all properties, and some at random.
 * json-schema-faker makes the first two; where it fails, as everywhere else, fast-check does.
 */
export function samplesOf(sampled: Sampled): Samples {
  const { node, resolve, isRecursive, accepts } = sampled;
  let discarded = 0;
  const fitting = (values: readonly Json[]): readonly Json[] => {
    const accepted = values.filter(accepts);
    discarded += values.length - accepted.length;
    return accepted;
  };

  const whole = (["required", "all"] as const).flatMap((presence) => {
    const faked = fakedValue(node, resolve, presence, isRecursive);
    const [found] = fitting(faked === undefined ? [] : [faked]);
    return found === undefined ? fitting(drawn(sampled, presence, 1)) : [found];
  });
  const random = fitting(drawn(sampled, "some", RANDOM));
  const values = [...whole, ...random];
  const more = values.length === 0 ? drawn(sampled, "some", TRIES).filter(accepts).slice(0, RANDOM) : [];
  const distinct = new Map([...values, ...more].map((value) => [JSON.stringify(value), value]));
  return { values: [...distinct.values()], discarded };
}

function drawn({ node, resolve }: Sampled, presence: Presence, count: number): readonly Json[] {
  const arbitrary = valueArbitrary(node, { resolve, presence, path: [] });
  if (arbitrary === undefined) return [];
  // JSON has no -0.
  const values = fc.sample(arbitrary, { numRuns: count, seed: 1 });
  return values.map((value): Json => JSON.parse(JSON.stringify(value)));
}
