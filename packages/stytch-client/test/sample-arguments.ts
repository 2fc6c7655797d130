import * as fc from "fast-check";
import { referencedKey } from "../../../codegen/src/contract/component-schemas.ts";
import type { Contract, Operation, Parameter } from "../../../codegen/src/contract/contract.ts";
import { isObject, ownString, type Json } from "../../../codegen/src/source/json.ts";
import type { Resolve } from "../../../codegen/test/agreement/conjuncts-of.ts";
import type { Presence } from "../../../codegen/test/agreement/drawing.ts";
import { valueArbitrary } from "../../../codegen/test/agreement/value-arbitrary.ts";

/** What a call of an operation takes. */
export interface SampleArguments {
  /** Path and query parameters and the properties of the body. */
  readonly parameters: Readonly<Record<string, Json>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** How many samples with all properties there are of each operation. */
const WHOLE = 3;

/**
 * Arguments that an operation accepts, always the same ones: what it requires alone, then all that it knows,
 * a few times. Values of the path and the query have characters in them that need encoding.
 */
export function sampleArguments(contract: Contract, operation: Operation): readonly SampleArguments[] {
  const schemas = new Map(contract.schemas.map(({ key, schema }) => [key, schema]));
  const resolve: Resolve = (reference) => schemas.get(referencedKey(reference) ?? "") ?? true;
  return [
    ...samplesWith(operation, resolve, "required", 1),
    ...samplesWith(operation, resolve, "all", WHOLE),
  ];
}

function samplesWith(
  { parameters, body, functionName }: Operation,
  resolve: Resolve,
  presence: Presence,
  count: number,
): readonly SampleArguments[] {
  const wanted = parameters.filter(({ required }) => required || presence === "all");
  const bodies = body === undefined ? [] : bodiesOf(body.schema, resolve, presence, count);
  return Array.from({ length: body === undefined ? 1 : count }, (_, index) => {
    const properties = bodies[index] ?? {};
    if (!isObject(properties) || body?.form === "whole") {
      throw new Error(`The body of ${functionName} has no properties.`);
    }
    return {
      parameters: {
        ...Object.fromEntries(
          wanted.filter(({ in: place }) => place !== "header").map((one) => [one.name, sampleParameter(one)]),
        ),
        ...properties,
      },
      headers: Object.fromEntries(
        wanted.filter(({ in: place }) => place === "header").map(({ name }) => [name, `value-of-${name}`]),
      ),
    };
  });
}

function bodiesOf(schema: Json, resolve: Resolve, presence: Presence, count: number): readonly Json[] {
  const arbitrary = valueArbitrary(schema, { resolve, presence, path: [] });
  if (arbitrary === undefined) throw new Error("There is no value of a body.");
  // As it is in JSON, which has no -0, and no prototypes.
  return fc.sample(arbitrary, { numRuns: count, seed: 1 }).map((value): Json => {
    return JSON.parse(JSON.stringify(value));
  });
}

function sampleParameter({ name, schema }: Parameter): Json {
  switch (ownString(schema, "type")) {
    case "boolean":
      return true;
    case "integer":
      return 7;
    default:
      return sampleText(name);
  }
}

/** A text in which everything needs encoding, or may be encoded, and its name, so that it can be told. */
export function sampleText(name: string): string {
  return `${name} a/b\\c?d#e%f%2F&g=h+i;j:k@l,m$n!o'p(q)*~r."s"<t>[u]{v}|w^x\`ü\u{1F600}`;
}
