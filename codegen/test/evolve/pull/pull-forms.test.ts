import { expect, test } from "vitest";
import { api, reference } from "../../contract-parts.ts";
import type { SourceTexts } from "../../source-of.ts";
import { contract, operation, order } from "./pull-samples.ts";
import { dataIn, pulledInto } from "./pulled-source.ts";

const upstream = contract(
  { "/orders": { post: operation("orders_Create", "Order") } },
  {
    Order: { ...order, properties: { id: { type: "string", format: "uuid" }, line: reference("Line") } },
    Line: order,
  },
);

const root = api({ paths: { "/orders": { post: operation("orders_Create", "Order") } } });

test("a schema in YAML keeps its comments", () => {
  const text = `# Ours.
title: Order
type: object
required: [id]
properties:
  # Why.
  id:
    type: string
    description: Ours.
`;
  const { house } = pulledInto({ "openapi.json": root, "order.yaml": text }, upstream);
  expect(house["order.yaml"]).toBe(
    `${text.replace("type: string\n", "type: string\n    format: uuid\n")}  line:\n    $ref: '#/components/schemas/Line'\n`,
  );
  expect(house["openapi.json"]).toBe(JSON.stringify(root, null, 2));
  expect(Object.keys(house)).toContain("schemas/shop-line-schema.json");
});

test("a schema in the root stays there, and new ones have documents", () => {
  const text = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers:
- url: https://shop.example
paths:
  /orders:
    post:
      operationId: orders_Create
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      responses: { '200': { description: Ours. } }
components:
  schemas:
    # Why.
    Order:
      type: object
      required: [id]
      properties:
        id: { type: string }
`;
  const { house } = pulledInto({ "openapi.yaml": text }, upstream);
  expect(house["openapi.yaml"]).toBe(
    text
      .replace("{ type: string }", "\n          type: string\n          format: uuid")
      .replace("id: \n", "id:\n") + "        line:\n          $ref: '#/components/schemas/Line'\n",
  );
  expect(Object.keys(house).toSorted()).toStrictEqual([
    "openapi.yaml",
    "schemas/shop-line-schema.json",
    "upstream.lock.json",
  ]);
});

test("a root in JSON is written as JSON", () => {
  const house: SourceTexts = { "openapi.json": JSON.stringify({ ...root, paths: {} }) };
  const after = pulledInto(house, upstream).house;
  expect(after["openapi.json"]).toBe(`${JSON.stringify(root, null, 2)}\n`);
});

test("a house in OpenAPI 3.0 says 3.1 once something changes in it", () => {
  const old = {
    ...root,
    openapi: "3.0.3",
    paths: {},
    components: { schemas: { Order: { type: "string", nullable: true } } },
  };
  const { house } = pulledInto({ "openapi.json": old }, upstream);
  expect(dataIn(house, "openapi.json")).toMatchObject({ openapi: expect.stringMatching(/^3\.1\./) });
  expect(JSON.stringify(house)).not.toContain("nullable");
});

test("documents of older drafts stay as they are where they say the same", () => {
  const draft = { $schema: "http://json-schema.org/draft-07/schema#", title: "Line", ...order };
  const { house } = pulledInto(
    { "openapi.json": root, "line.json": draft, "order.json": { title: "Order" } },
    upstream,
  );
  expect(house["line.json"]).toBe(JSON.stringify(draft, null, 2));
  expect(dataIn(house, "order.json")).toMatchObject({ title: "Order", type: "object" });
});
