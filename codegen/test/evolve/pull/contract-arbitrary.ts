import * as fc from "fast-check";
import type { Json, JsonObject } from "../../../src/source/json.ts";
import { api, json, reference } from "../../contract-parts.ts";

const keys = ["A", "B", "C", "D"] as const;
const names = ["a", "b", "description", "x-c"] as const;

const text = fc.constantFrom({}, { description: "One." }, { description: "Two.", title: "T" }, { "x-a": 1 });

const scalar = fc.oneof(
  fc.record(
    { type: fc.constant("string"), format: fc.constantFrom("date", "uuid") },
    { requiredKeys: ["type"] },
  ),
  fc.record({ type: fc.constant("integer"), minimum: fc.nat(3) }, { requiredKeys: ["type"] }),
  fc.record({ enum: fc.shuffledSubarray(["a", "b", "c"], { minLength: 1 }) }),
  fc.record({ default: fc.constantFrom<Json>({ title: "a", x: [1] }, { x: [1], title: "a" }, "a") }),
);

const part = fc
  .tuple(fc.oneof(scalar, fc.constantFrom(...keys).map(reference)), text)
  .map(([schema, more]): JsonObject => ({ ...schema, ...more }));

const object = fc
  .record(
    {
      properties: fc
        .shuffledSubarray([...names])
        .chain((chosen) =>
          fc
            .tuple(...chosen.map(() => part))
            .map((parts) => Object.fromEntries(chosen.map((name, index) => [name, parts[index] ?? true]))),
        ),
      required: fc.shuffledSubarray([...names]),
      additionalProperties: fc.oneof(fc.boolean(), part),
      anyOf: fc.array(scalar, { minLength: 1, maxLength: 3 }),
      more: text,
    },
    { requiredKeys: ["more"] },
  )
  .map(({ more, ...schema }): JsonObject => ({ type: "object", ...schema, ...more }));

const parameter = fc
  .record({
    name: fc.constantFrom("p", "q"),
    in: fc.constantFrom("query", "header"),
    required: fc.boolean(),
    schema: scalar,
    more: text,
  })
  .map(({ more: { description }, ...rest }: { more: { description?: string } } & JsonObject): JsonObject => ({
    ...rest,
    ...(description === undefined ? {} : { description }),
  }));

const operation = fc.record({
  parameters: fc.uniqueArray(parameter, {
    selector: (item) => `${String(item["in"])} ${String(item["name"])}`,
    maxLength: 3,
  }),
  requestBody: part.map(json),
  status: fc.constantFrom("200", "201"),
  answer: part.map(json),
  text,
});

/** Small contracts that have much in common. All of them can be read without a fault. */
export const contractArbitrary: fc.Arbitrary<JsonObject> = fc
  .record({
    operations: fc.uniqueArray(
      fc.tuple(fc.constantFrom("/a", "/b"), fc.constantFrom("post", "put"), operation),
      {
        selector: ([path, method]) => `${method} ${path}`,
        minLength: 1,
        maxLength: 4,
      },
    ),
    schemas: fc.tuple(object, object, object, object),
    order: fc.shuffledSubarray([...keys], { minLength: keys.length }),
  })
  .map(({ operations, schemas, order }) => {
    const paths = new Map<string, JsonObject>();
    for (const [path, method, { parameters, requestBody, status, answer, text: more }] of operations) {
      const operationId = `${path.slice(1)}_${method}`;
      const responses = { [status]: { description: "Done.", ...answer } };
      const node = { operationId, parameters, requestBody, responses, ...more };
      paths.set(path, { ...paths.get(path), [method]: node });
    }
    const components = Object.fromEntries(order.map((key) => [key, schemas[keys.indexOf(key)] ?? true]));
    return api({ paths: Object.fromEntries(paths), components: { schemas: components } });
  });
