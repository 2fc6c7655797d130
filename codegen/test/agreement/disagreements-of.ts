import type { Validator } from "../../src/emit/validators/runtime/validator.js";
import { appendPointer } from "../../src/source/json-pointer.ts";
import type { Json } from "../../src/source/json.ts";
import type { Mutation } from "./mutations-of.ts";
import type { Subject } from "./subjects-of.ts";

/** Somebody who does not see a value as it is. */
export interface Disagreement {
  readonly schema: string;
  /** What was done to a sample: nothing, or something at a place. */
  readonly change: string;
  readonly by: "contract" | "ajv" | "validator" | "compiler";
  /** The places where it finds something wrong, or what it says. */
  readonly found: readonly string[];
  readonly value: string;
}

/** Those who say where a value is wrong: places, none if it is right. */
export type Judges = Readonly<Record<"contract" | "ajv" | "validator", (value: Json) => readonly string[]>>;

/** Nobody finds anything wrong with a sample. */
export function sampleDisagreements({ schema, samples }: Subject, judges: Judges): readonly Disagreement[] {
  return samples.flatMap((value) =>
    (["contract", "ajv", "validator"] as const).flatMap((by) => {
      const found = judges[by](value);
      return found.length === 0 ? [] : [disagreement(schema.name, "none", by, found, value)];
    }),
  );
}

/**
 * Ajv and the validator find a broken value wrong in the place where it is broken, and nowhere else.
 *
 * @returns undefined if it is not broken after all: where a keyword judges the whole, that is for both to say
 */
export function mutationDisagreements(
  { schema }: Subject,
  mutation: Mutation,
  { ajv, validator }: Judges,
): readonly Disagreement[] | undefined {
  const { kind, pointer, value } = mutation;
  const found = { ajv: ajv(value), validator: validator(value) };
  const isHarmless = mutation.judge !== undefined && found.ajv.length === 0;
  if (isHarmless && found.validator.length === 0) return undefined;
  return (["ajv", "validator"] as const).flatMap((by) =>
    isInPlace(found[by], mutation) && !isHarmless
      ? []
      : [disagreement(schema.name, `${kind} at ${JSON.stringify(pointer)}`, by, found[by], value)],
  );
}

function isInPlace(found: readonly string[], { pointer, judge }: Mutation): boolean {
  if (judge === undefined) return found.length === 1 && found[0] === pointer;
  return found.length > 0 && found.every((place) => place === judge || place.startsWith(`${judge}/`));
}

/** The places of which a validator has issues; asked whether the value is right, it has to say the same. */
export function placesOf(validator: Validator<unknown>, value: Json): readonly string[] {
  try {
    const issues = validator.issues(value);
    const places = new Set(issues.map(({ pointer }) => pointer));
    if (issues.some(({ path, pointer }) => appendPointer("", ...path) !== pointer)) {
      places.add("`path` says otherwise");
    }
    if (validator.is(value) !== (places.size === 0)) places.add("`is` says otherwise");
    return [...places].toSorted();
  } catch (cause) {
    return [String(cause)];
  }
}

const SHOWN = 300;

export function disagreement(
  schema: string,
  change: string,
  by: Disagreement["by"],
  found: readonly string[],
  value: Json,
): Disagreement {
  return { schema, change, by, found, value: JSON.stringify(value).slice(0, SHOWN) };
}
