import { api, apiWithOperation, json, overlay, reference } from "../contract-parts.ts";
import type { SourceTexts } from "../source-of.ts";

const answer = { responses: { 200: json({ type: "string" }) } };
const path = { name: "id", in: "path", required: true, schema: { type: "string" } };

/** Sources whose contracts have something in them that is easily lost on the way to one document. */
export const sourcesToPrint: Readonly<Record<string, SourceTexts>> = {
  "nothing but a root": { "openapi.json": api({}) },
  "schemas alone, with options, names and aliases": {
    "order line.json": { title: "Order line", type: "object", properties: { at: { format: "date-time" } } },
    "any thing.json": true,
    "none.json": false,
    "overlay.json": overlay(
      {
        target: "$",
        update: {
          "x-sdkmill": {
            openObjects: true,
            responseEnums: "closed",
            errorType: ["type"],
            errorTypes: { late: { retry: false }, early: { description: "Too early." } },
            evolution: { deadBranch: "major", openWorld: "lenient" },
          },
        },
      },
      {
        target: "$.components.schemas['Order_line']",
        update: { "x-sdkmill-name": "Position", "x-sdkmill-aliases": ["OrderLine", "Line"] },
      },
    ),
  },
  "titles that keys can not hold": {
    "a.json": { title: "注文 api_é_v1_Größe", type: "string" },
    "b.json": { title: "api 注_v1_Betrag", type: "string" },
  },
  "booleans with names that do not follow from their keys": {
    "a.json": { title: "A", $defs: { any: true, none: false, items: { items: false } } },
    "overlay.json": overlay({
      target: "$.components.schemas.A",
      update: { "x-sdkmill-name": "Renamed" },
    }),
  },
  "a schema of an operation that another one refers to": {
    "openapi.json": api({
      paths: {
        "/v1/orders": { get: answer },
        "/v1/lines": {
          get: {
            responses: {
              200: json({ $ref: "#/paths/~1v1~1orders/get/responses/200/content/application~1json/schema" }),
            },
          },
        },
      },
    }),
  },
  "a path item that two paths share": {
    "openapi.json": api({
      paths: {
        "/orders/{id}": { $ref: "#/components/pathItems/one" },
        "/lines/{id}": { $ref: "#/components/pathItems/one" },
        "x-note": { get: 1 },
      },
      components: { pathItems: { one: { parameters: [path], get: answer } } },
    }),
  },
  "references with signs that are encoded": {
    "openapi.json": api({
      paths: {
        "/100%25-ü/{id}": { parameters: [path], get: answer },
        "/orders/{id}": {
          parameters: [{ $ref: "#/paths/~1100%2525-%C3%BC~1%7Bid%7D/parameters/0" }],
          get: answer,
        },
      },
    }),
  },
  "callbacks and webhooks": {
    "openapi.json": apiWithOperation(
      {
        ...answer,
        callbacks: { done: { "{$request.query.url}": { post: { requestBody: json(reference("Event")) } } } },
      },
      {
        webhooks: { sent: { post: { requestBody: json(reference("Event")), ...answer } } },
        components: { schemas: { Event: { type: "object" } } },
      },
    ),
  },
  "operations with everything that an overlay can say": {
    "openapi.json": {
      ...api({
        servers: [
          { url: "https://test.shop.example", "x-sdkmill-when": { token: "^test-" } },
          { url: "https://{region}.shop.example/", variables: { region: { default: "eu" } } },
        ],
        security: [{ key: [] }],
        "x-sdkmill": {
          errorType: ["error_type"],
          errorTypes: { too_late: { description: "It is too late.", retry: false } },
          requestId: "request_id",
        },
        paths: {
          "/orders": {
            servers: [{ url: "https://orders.shop.example" }],
            get: {
              operationId: "list",
              summary: "Lists orders.",
              deprecated: true,
              parameters: [{ name: "cursor", in: "query", schema: { type: "string" } }],
              responses: {
                200: json({
                  type: "object",
                  properties: {
                    next: { type: "string" },
                    items: { type: "array", items: reference("Order") },
                  },
                }),
                default: json({ type: "object" }),
              },
              "x-sdkmill-name": "orders.all",
              "x-sdkmill-aliases": ["orders.list"],
              "x-sdkmill-pagination": { cursor: "cursor", next: "next", items: "items" },
            },
            post: { requestBody: json({ type: "string", format: "password" }), ...answer },
            put: { requestBody: json(reference("Order")), ...answer, "x-sdkmill-retry": "single-use" },
          },
        },
        components: {
          securitySchemes: { key: { type: "http", scheme: "bearer" } },
          schemas: {
            Order: {
              type: "object",
              properties: { pin: { writeOnly: true }, note: { "x-sdkmill-secret": true } },
            },
          },
        },
      }),
    },
  },
  "documents of older drafts": {
    "a.json": {
      $schema: "http://json-schema.org/draft-07/schema#",
      title: "A",
      definitions: { b: { type: "string" } },
      items: [{ $ref: "#/definitions/b" }, { contains: { type: "number" } }],
      additionalItems: false,
      dependencies: { a: ["b"], c: { required: ["d"] } },
    },
    "meta.json": {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://shop.example/meta",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/core": true,
        "https://json-schema.org/draft/2020-12/vocab/validation": true,
        "https://json-schema.org/draft/2020-12/vocab/format-assertion": true,
      },
    },
    "c.json": { $schema: "https://shop.example/meta", title: "C", format: "date" },
  },
  "a document of OpenAPI 3.0": {
    "openapi.json": {
      ...apiWithOperation({
        responses: {
          200: json({ type: "integer", nullable: true, minimum: 1, exclusiveMinimum: true, example: 2 }),
        },
      }),
      openapi: "3.0.3",
    },
  },
  "dynamic references": {
    "tree.json": {
      title: "Tree",
      $id: "https://shop.example/tree",
      $dynamicAnchor: "node",
      type: "object",
      properties: { value: true, children: { type: "array", items: { $dynamicRef: "#node" } } },
      $defs: { leaf: { $dynamicAnchor: "leaf" }, other: { items: { $dynamicRef: "#leaf" } } },
    },
    "strict.json": {
      title: "StrictTree",
      $id: "https://shop.example/strict",
      $dynamicAnchor: "node",
      $ref: "tree",
      unevaluatedProperties: false,
      $defs: { leaf: { $dynamicAnchor: "leaf", type: "string" } },
    },
  },
  "a reference to a meta-schema": {
    "a.json": {
      title: "A",
      properties: { schema: { $ref: "https://json-schema.org/draft/2020-12/schema" } },
    },
  },
  "names of objects that every object has": {
    "a.json": '{ "title": "A", "properties": { "__proto__": { "$ref": "b.json" }, "constructor": true } }',
    "b.json": { title: "constructor", type: "object" },
  },
};
