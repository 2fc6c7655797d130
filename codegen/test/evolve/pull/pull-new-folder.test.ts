import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../src/source/json.ts";
import { api, json } from "../../contract-parts.ts";
import { contract, operation, order, pulled } from "./pull-samples.ts";
import { dataIn, pulledInto } from "./pulled-source.ts";

describe("a new folder", () => {
  test("has a root, a document for each schema and a lock", () => {
    expect(Object.keys(pulled).toSorted()).toStrictEqual([
      "openapi.yaml",
      "schemas/shop-order-schema.json",
      "upstream.lock.json",
    ]);
    expect(pulled["schemas/shop-order-schema.json"]).toBe(
      `${JSON.stringify(
        {
          $schema: "https://json-schema.org/draft/2020-12/schema",
          $id: "#/components/schemas/Order",
          title: "Order",
          ...order,
        },
        null,
        2,
      )}\n`,
    );
    expect(dataIn(pulled as Record<string, string>, "openapi.yaml")).toStrictEqual(
      api({ paths: { "/orders": { post: operation("orders_Create", "Order") } } }),
    );
    expect(dataIn(pulled as Record<string, string>, "upstream.lock.json")).toMatchObject({
      source: "upstream.json",
      operations: ["POST /orders"],
      schemas: ["Order"],
      components: [],
    });
  });

  test.each([
    ["Order_Line", "schemas/shop-order-line-schema.json"],
    ["__a..B__", "schemas/shop--a-b--schema.json"],
    ["x".repeat(300), `schemas/shop-${"x".repeat(180)}-schema.json`],
  ])("calls the document of %s %s", (key, path) => {
    const { house } = pulledInto({}, contract({ "/a": { post: operation("a", key) } }, { [key]: order }));
    expect(Object.keys(house)).toContain(path);
  });

  // Prevents: one of two schemas whose names differ in signs alone is written over the other.
  test("has a document for each of two keys that would make one name", () => {
    const schemas = { "a.b": { type: "string" }, a_b: { type: "integer", "x-sdkmill-name": "no" } };
    const paths = { "/a": { post: operation("a", "a.b") }, "/b": { post: operation("b", "a_b") } };
    const { house, repairs } = pulledInto({}, contract(paths, schemas));
    expect(dataIn(house, "schemas/shop-a-b-schema.json")).toMatchObject({ title: "a.b", type: "string" });
    expect(dataIn(house, "schemas/shop-a-b-2-schema.json")).toMatchObject({ title: "a_b", type: "integer" });
    expect(repairs).toHaveLength(1);
  });

  test.each<readonly [schema: Json, want: JsonObject]>([
    [true, {}],
    [false, { not: {} }],
  ])("has %j as a document that says the same", (schema, want) => {
    const { house } = pulledInto({}, contract({ "/a": { post: operation("a", "A") } }, { A: schema }));
    const {
      $schema: _,
      $id: __,
      title: ___,
      ...rest
    } = dataIn(house, "schemas/shop-a-schema.json") as JsonObject;
    expect(rest).toStrictEqual(want);
  });

  // Prevents: a reference to a place of the root dangles, since its schema has another root now.
  test.each<readonly [what: string, schema: JsonObject, answer: JsonObject]>([
    [
      "with a reference to another place of it",
      { $ref: "#/paths/~1a/post/responses/200/content/application~1json/schema" },
      { type: "string" },
    ],
    ["with an anchor", { $anchor: "here", type: "string" }, { $ref: "#here" }],
    ["with a place in relation to it", { $id: "a.json", type: "string" }, { $ref: "a.json" }],
  ])("keeps a schema in its root %s", (_, schema, answer) => {
    const responses = { 200: { description: "Done.", ...json(answer) } };
    const paths = { "/a": { post: { ...operation("a", "A"), responses } } };
    const { house } = pulledInto({}, contract(paths, { A: schema }));
    expect(dataIn(house, "openapi.yaml")).toMatchObject({ components: { schemas: { A: schema } } });
    // And takes over there what changes in it.
    const changed = { ...schema, title: "New", maxLength: 3 };
    const after = pulledInto(house, contract(paths, { A: changed })).house;
    expect(dataIn(after, "openapi.yaml")).toMatchObject({ components: { schemas: { A: changed } } });
  });
});

test("an OpenAPI 3.0 document is taken over as 3.1", () => {
  const upstream = {
    ...contract({ "/a": { post: operation("a", "A") } }, { A: { type: "string", nullable: true } }),
    openapi: "3.0.3",
  };
  const { house } = pulledInto({}, upstream);
  expect(dataIn(house, "openapi.yaml")).toMatchObject({ openapi: "3.1.0" });
  expect(dataIn(house, "schemas/shop-a-schema.json")).toMatchObject({ type: ["string", "null"] });
});
