import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../../src/source/json.ts";
import { apiSamples } from "../operations/api-samples.ts";
import { answer, withPaths } from "../operations/compared-operations.ts";
import { contentSamples } from "../operations/content-samples.ts";
import { operationSamples } from "../operations/operation-samples.ts";
import { parameterSamples } from "../operations/parameter-samples.ts";
import { responseSamples } from "../operations/response-samples.ts";
import { schemaSamples } from "../schemas/schema-samples.ts";
import { securitySamples } from "../operations/security-samples.ts";
import { serverSamples } from "../operations/server-samples.ts";
import { heldApi } from "./held-api.ts";
import { notExplained } from "./not-explained.ts";
import { provenPairs, type SourcePair } from "./proven-pairs.ts";

interface NamedPair extends SourcePair {
  readonly name: string;
}

function pairOf(name: string, old: Json, next: Json): NamedPair {
  return { name, old: { "api.json": old }, new: { "api.json": next } };
}

/** Once where enums of answers are closed, and where there is one, once where they are open. */
const schemaPairs = schemaSamples.flatMap(({ title, old, new: next }) => {
  const hasEnum = JSON.stringify([old, next]).includes('"enum"');
  return (hasEnum ? ["closed", "open"] : ["closed"]).map((responseEnums) =>
    pairOf(`${title}, ${responseEnums}`, heldApi(old, { responseEnums }), heldApi(next, { responseEnums })),
  );
});

const operationPairs = [
  ...[operationSamples, parameterSamples, contentSamples, responseSamples],
  ...[securitySamples, serverSamples, apiSamples],
].flatMap((samples: readonly { name: string; old: JsonObject; new: JsonObject }[]) =>
  samples.map(({ name, old, new: next }) => pairOf(name, old, next)),
);

/** Schemas that no component has, as a parameter and as a body: enums of these are closed. */
const inlinePairs = schemaSamples
  .filter(({ old, new: next }) => /"(enum|const)"/.test(JSON.stringify([old, next])))
  .map(({ title, old, new: next }) => pairOf(`${title}, inline`, inlineApi(old), inlineApi(next)));

function inlineApi(schema: Json): JsonObject {
  return withPaths({
    "/items": {
      post: {
        operationId: "create",
        parameters: [{ name: "filter", in: "query", schema }],
        requestBody: { content: { "application/json": { schema: { type: "array", items: schema } } } },
        responses: { "200": answer({ type: "object", properties: { value: schema } }) },
      },
    },
  });
}

function failing(more: JsonObject): JsonObject {
  const told = answer({ type: "object", properties: { code: { type: "string" } }, required: ["code"] });
  const responses = { "204": { description: "Done" }, "400": told, ...more };
  return withPaths({ "/items": { get: { operationId: "list", responses } } });
}

const errorPairs = [
  pairOf(
    "an error of another kind",
    failing({}),
    failing({ "404": answer({ type: "object", properties: { missing: { type: "string" } } }) }),
  ),
];

const everything = ["string", "number", "boolean", "array", "object"];
const anyPairs = [
  pairOf("anything but null", heldApi({}), heldApi({ type: everything })),
  pairOf("null as well as anything else", heldApi({ type: everything }), heldApi({})),
];

/** What the comparison calls breaking, and no program shows: where it says too much, or where no program could. */
const knownToBeHidden: readonly string[] = [
  // To types, these are the same.
  "two nulls refuse null",
  "a schema for names like",
  "a place more",
  "values with their type, inline",
  "pages in another way",
  "an error that the default covers",
  // The compiler lets an object without properties be anything.
  "no property",
  "no required property",
  "other properties no more, by any name",
  // There is nothing in the sample that the options are for.
  "options that types show",
  "what an error says",
];

test("nothing breaks that is not said to break", async () => {
  const pairs = [...schemaPairs, ...operationPairs, ...inlinePairs, ...errorPairs, ...anyPairs];
  const proven = await provenPairs(pairs);
  const faults = proven.flatMap((pair, index) =>
    pair === undefined ? [] : notExplained(pair.proof).map((fault) => `${pairs[index]?.name}: ${fault}`),
  );
  expect(faults).toStrictEqual([]);
  const hidden = proven.flatMap((pair, index) =>
    (pair?.proof.disagreements ?? []).flatMap(({ kind, subject }) =>
      kind === "not shown" ? [`${pairs[index]?.name}: ${subject}`] : [],
    ),
  );
  expect(hidden.filter((text) => !knownToBeHidden.some((known) => text.startsWith(known)))).toStrictEqual([]);
  // It is not because nothing was proven.
  expect(proven.filter((pair) => pair !== undefined).length).toBeGreaterThan(200);
  expect(proven.filter((pair) => (pair?.proof.broken ?? 0) > 0).length).toBeGreaterThan(50);
});
