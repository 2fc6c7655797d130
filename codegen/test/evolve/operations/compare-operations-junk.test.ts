import * as fc from "fast-check";
import { expect, test } from "vitest";
import { operationRuleTable } from "../../../src/evolve/operations/operation-rules.ts";
import { appendPointer } from "../../../src/source/json-pointer.ts";
import { isArray, isObject, type Json } from "../../../src/source/json.ts";
import { apiSamples } from "./api-samples.ts";
import { comparedOperations, revisionOf } from "./compared-operations.ts";
import { contentSamples } from "./content-samples.ts";
import { operationSamples } from "./operation-samples.ts";
import { parameterSamples } from "./parameter-samples.ts";
import { responseSamples } from "./response-samples.ts";
import { securitySamples } from "./security-samples.ts";
import { serverSamples } from "./server-samples.ts";

const documents = [
  ...[operationSamples, parameterSamples, contentSamples, responseSamples],
  ...[securitySamples, serverSamples, apiSamples],
].flatMap((samples) => samples.flatMap(({ old, new: next }) => [old, next]));

/** What nobody would write in most places of a document. */
const junk: readonly Json[] = [
  ...[null, true, false, 0, "", "text", [], {}, [null], [[]], [{}], ["a", "a"], { a: null }, { a: {} }],
  ...[
    { $ref: "#" },
    { $ref: "#/paths" },
    { $ref: "#/nowhere" },
    { $ref: 1 },
    { constructor: {}, toString: [] },
  ],
  { default: { description: 1 }, "2XX": [], "*/*": null, get: { parameters: [{}], responses: [] } },
];

/** Pointers of everything in a document but its root. */
function pointersIn(value: Json, pointer = ""): readonly string[] {
  const entries = isArray(value) ? value.entries() : isObject(value) ? Object.entries(value) : [];
  return [...entries].flatMap(([key, item]) => {
    const below = appendPointer(pointer, key);
    return [below, ...pointersIn(item, below)];
  });
}

function replaced(value: Json, target: string, by: Json, pointer = ""): Json {
  if (pointer === target) return by;
  if (isArray(value))
    return value.map((item, index) => replaced(item, target, by, appendPointer(pointer, index)));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      replaced(item, target, by, appendPointer(pointer, key)),
    ]),
  );
}

const document = fc.constantFrom(...documents);
const broken = fc.tuple(document, fc.nat(), fc.constantFrom(...junk)).map(([whole, at, by]): Json => {
  const places = pointersIn(whole).filter((pointer) => pointer !== "/openapi");
  return replaced(whole, places[at % places.length] ?? "/info", by);
});

test("whatever stands in a document, it is compared, and the other way round it is the mirror", () => {
  fc.assert(
    fc.property(broken, fc.oneof(document, broken), (one, other) => {
      const [old, next] = [revisionOf(one), revisionOf(other)];
      expect(comparedOperations(old, old).findings).toStrictEqual([]);
      const forth = comparedOperations(old, next).findings;
      const back = comparedOperations(next, old).findings;
      expect(back.map(({ kind }) => kind).toSorted()).toStrictEqual(
        forth.map(({ kind }) => operationRuleTable[kind]?.mirror).toSorted(),
      );
      for (const { message } of forth) expect(message).toMatch(/^[^\n\r\0]+\.$/);
    }),
    { numRuns: 300 },
  );
});
