import { expect, test } from "vitest";
import { compareRevisions } from "../../../src/evolve/compare.ts";
import { changesBySubject } from "../../../src/evolve/prove/changes-by-subject.ts";
import type { Json, JsonObject } from "../../../src/source/json.ts";
import { openapiRoot } from "../../generated-contract.ts";
import { revisionOf } from "../revision-of.ts";

const text = { type: "string" };
const limit = (schema: Json): Json => ({ name: "limit", in: "query", schema });
const answer = (schema: Json): JsonObject => ({
  "200": { description: "Done", content: { "application/json": { schema } } },
});

/** Whose changes are, as `subject: kind path`. */
function owners(old: JsonObject, next: JsonObject): readonly string[] {
  const [before, after] = [revisionOf(openapiRoot(old)), revisionOf(openapiRoot(next))];
  const changes = compareRevisions(before, after);
  return [...changesBySubject(before, after, changes)]
    .flatMap(([subject, found]) =>
      found.map(({ change, steps }) => [`${subject}:`, change.kind, steps.join(".")].join(" ").trim()),
    )
    .toSorted();
}

function paths(...operations: readonly JsonObject[]): JsonObject {
  return Object.fromEntries(
    operations.map((operation, index) => [
      `/p${index}`,
      { get: { operationId: `op${index}`, ...operation } },
    ]),
  );
}

test("a change of a property is of its schema, with the way to it", () => {
  const pet = (name: Json): JsonObject => ({
    paths: paths({ responses: answer({ $ref: "#/components/schemas/Pet" }) }),
    components: {
      schemas: {
        Pet: {
          type: "object",
          properties: { owners: { type: "array", items: { type: "object", properties: { name } } } },
        },
      },
    },
  });
  expect(owners(pet(text), pet({ type: "number" }))).toStrictEqual(["Pet: type-changed owners.name"]);
});

test("a change of a shared parameter is of all operations that have it", () => {
  const shared = (schema: Json): JsonObject => {
    const operation = { parameters: [{ $ref: "#/components/parameters/Limit" }], responses: answer(text) };
    return {
      paths: paths(operation, { responses: answer(text) }, operation),
      components: { parameters: { Limit: limit(schema) } },
    };
  };
  expect(owners(shared(text), shared({ type: "number" }))).toStrictEqual([
    "p0.op0: type-changed",
    "p2.op2: type-changed",
  ]);
});

test("a change of what one operation says itself now is of that one alone", () => {
  const shared = { $ref: "#/components/parameters/Limit" };
  const old = paths(
    { parameters: [shared], responses: answer(text) },
    { parameters: [shared], responses: answer(text) },
  );
  const next = paths(
    { parameters: [shared], responses: answer(text) },
    { parameters: [limit({ type: "number" })], responses: answer(text) },
  );
  const components = { parameters: { Limit: limit(text) } };
  expect(owners({ paths: old, components }, { paths: next, components })).toStrictEqual([
    "p1.op1: type-changed",
  ]);
});

test("changes of what is called otherwise now are of what it was called before", () => {
  const named = (name: string, age: Json): JsonObject => ({
    paths: {
      "/pets": {
        get: {
          operationId: `pets_${name}`,
          parameters: [limit(age)],
          responses: answer({ $ref: `#/components/schemas/${name}` }),
        },
      },
    },
    components: { schemas: { [name]: { type: "object", properties: { a: text, b: text } } } },
  });
  expect(owners(named("Cat", text), named("Dog", { type: "number" }))).toStrictEqual([
    "Cat: schema-renamed",
    expect.stringMatching(/^pets\.cat: operation-id-/),
    "pets.cat: operation-renamed",
    "pets.cat: type-changed",
  ]);
});

test("a change of an answer that may be an error is of the API as well", () => {
  const failing = (schema: Json): JsonObject => ({
    paths: paths({
      responses: {
        ...answer(text),
        default: { description: "No", content: { "application/json": { schema } } },
      },
    }),
  });
  expect(owners(failing(text), failing({ type: "number" }))).toStrictEqual([
    "API: type-changed",
    "p0.op0: type-changed",
  ]);
});
