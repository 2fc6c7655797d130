import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isArray, isObject, type Json } from "../../../src/source/json.ts";
import { readSource } from "../../contract-of.ts";
import type { SourceTexts } from "../../source-of.ts";
import { contractArbitrary } from "./contract-arbitrary.ts";
import { pulledInto, without } from "./pulled-source.ts";

/** What a contract says to a machine, of its operations and of what they lead to. */
function factsIn(source: SourceTexts): Json {
  const { contract, faults } = readSource(source);
  if (faults.length > 0) throw new Error(`A house has faults: ${faults.join(", ")}`);
  const operations = contract.operations.map((operation) => [
    `${operation.httpMethod} ${operation.path}`,
    operation,
  ]);
  const schemas = contract.schemas.flatMap(({ key, position, schema }) =>
    position === "none" ? [] : [[key, { position, schema }]],
  );
  return bare(JSON.parse(JSON.stringify(Object.fromEntries([...operations, ...schemas]))) as Json);
}

/** A value without what people read, its lists in an order of their own. */
function bare(value: Json, isNames = false): Json {
  if (isArray(value)) {
    const items = value.map((item) => bare(item));
    return items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value)
    .filter(
      ([key]) => isNames || (!/^(title|description|summary|\$schema)$/.test(key) && !key.startsWith("x-")),
    )
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    entries.map(([key, item]) => [key, key === "default" ? sorted(item) : bare(item, key === "properties")]),
  );
}

function sorted(value: Json): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

test("a house that was pulled says what upstream says, whatever it said before", () => {
  fc.assert(
    fc.property(contractArbitrary, contractArbitrary, (before, upstream) => {
      const { house } = pulledInto(pulledInto({}, before).house, upstream);
      expect(factsIn(without(house))).toStrictEqual(factsIn({ "upstream.json": upstream }));
    }),
    { numRuns: 60 },
  );
});

test("a second pull of the same changes nothing", () => {
  fc.assert(
    fc.property(contractArbitrary, contractArbitrary, (before, upstream) => {
      const { house } = pulledInto(pulledInto({}, before).house, upstream);
      expect([...pulledInto(house, upstream).files.keys()]).toStrictEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("a pull of the same facts in other words and another order changes nothing", () => {
  fc.assert(
    fc.property(contractArbitrary, (upstream) => {
      const { house } = pulledInto({}, upstream);
      expect([...pulledInto(house, reworded(upstream)).files.keys()]).toStrictEqual([]);
    }),
    { numRuns: 40 },
  );
});

/** The same backwards, with all lists whose order means nothing, and without samples. */
function reworded(value: Json, isNames = false): Json {
  if (isArray(value)) return value.map((item) => reworded(item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]): [string, Json] => {
        const isUnordered = ["enum", "required", "parameters", "anyOf"].includes(key) && !isNames;
        const inner = key === "default" ? item : reworded(item, key === "properties");
        return [key, isUnordered && isArray(inner) ? inner.toReversed() : inner];
      }),
  );
}
