import * as fc from "fast-check";
import { isArray, type Json, type JsonObject } from "../../src/source/json.ts";
import { itemNodes, numbersOf, valuesOf } from "./conjuncts-of.ts";
import type { Draw, Drawing } from "./drawing.ts";

/** How many items there are where the schemas leave it open. */
const lengths = { required: [0, 0], all: [1, 1], some: [0, 3] } as const;

/** Arrays within the bounds of the schemas, the items of a tuple first. */
export function arrayArbitrary(
  schemas: readonly JsonObject[],
  drawing: Drawing,
  draw: Draw,
): fc.Arbitrary<Json> | undefined {
  const tuple = Math.max(
    0,
    ...valuesOf(schemas, "prefixItems").map((items) => (isArray(items) ? items.length : 0)),
  );
  const [fewest, most] = lengths[drawing.presence];
  const minimum = Math.max(0, ...numbersOf(schemas, "minItems"));
  const longest = drawing.presence === "required" ? minimum : Math.max(minimum, tuple, most);
  const maximum = Math.max(minimum, Math.min(longest, ...numbersOf(schemas, "maxItems")));

  const first: fc.Arbitrary<Json>[] = [];
  for (let index = 0; index < Math.min(tuple, maximum); index += 1) {
    const item = draw({ allOf: itemNodes(schemas, index) }, drawing);
    if (item === undefined) return minimum === 0 ? fc.constant([]) : undefined;
    first.push(item);
  }
  const bounds = {
    minLength: Math.max(0, Math.max(minimum, Math.min(fewest, maximum)) - first.length),
    maxLength: maximum - first.length,
  };
  const item = draw({ allOf: itemNodes(schemas, tuple) }, drawing);
  if (item === undefined && minimum > first.length) return undefined;
  const rest = item === undefined ? fc.constant([]) : itemsArbitrary(item, bounds, schemas);
  return fc.tuple(fc.tuple(...first), rest).map(([start, end]) => [...start, ...end]);
}

function itemsArbitrary(
  item: fc.Arbitrary<Json>,
  bounds: { readonly minLength: number; readonly maxLength: number },
  schemas: readonly JsonObject[],
): fc.Arbitrary<Json[]> {
  return valuesOf(schemas, "uniqueItems").includes(true)
    ? fc.uniqueArray(item, { ...bounds, selector: (value) => JSON.stringify(value) })
    : fc.array(item, bounds);
}
