import { describe, expect, it } from "vitest";
import { link } from "../../src/contract/link.ts";
import { ownObject, type JsonObject } from "../../src/source/json.ts";
import { assembledOf, contractOf, schemaNames, schemaOf } from "../contract-of.ts";
import { apiWithOperation, apiWithSchemas, json, reference } from "../contract-parts.ts";
import type { SourceTexts } from "../source-of.ts";

function linked(source: SourceTexts): JsonObject {
  const { value, diagnostics } = link(assembledOf(source));
  expect(diagnostics).toEqual([]);
  return ownObject(ownObject(value.document, "components"), "schemas");
}

describe("definitions", () => {
  it.each(["$defs", "definitions"])("in %s become components, whether or not they are used", (keyword) => {
    const schema = {
      title: "Order",
      [keyword]: { line: { type: "object" }, unused: true },
      properties: { lines: { items: { $ref: `#/${keyword}/line` } } },
    };
    expect(linked({ "a.json": schema })).toEqual({
      Order: { title: "Order", properties: { lines: { items: reference("Order.line") } } },
      "Order.line": { type: "object" },
      "Order.unused": true,
    });
  });

  it("may hold definitions, and refer to each other", () => {
    const schema = {
      title: "Order",
      $defs: {
        line: {
          $defs: { price: { type: "number" } },
          properties: { price: { $ref: "#/$defs/line/$defs/price" } },
        },
        list: { items: { $ref: "#/$defs/line" } },
      },
    };
    expect(linked({ "a.json": schema })).toEqual({
      Order: { title: "Order" },
      "Order.line": { properties: { price: reference("Order.line.price") } },
      "Order.line.price": { type: "number" },
      "Order.list": { items: reference("Order.line") },
    });
  });

  it("may have names with characters that keys do not have", () => {
    const schema = { title: "A", $defs: { "a/b c": {} }, items: { $ref: "#/$defs/a~1b%20c" } };
    expect(linked({ "a.json": schema })).toEqual({
      A: { title: "A", items: reference("A.a_b_c") },
      "A.a_b_c": {},
    });
  });

  // Prevents: definitions replacing each other because the characters that they differ in are replaced.
  it("all become components, however alike their names are", () => {
    const schema = { title: "A", $defs: { "a b": { const: 1 }, a_b: { const: 2 }, "a+b": { const: 3 } } };
    const { A: _, ...parts } = linked({ "a.json": schema });
    expect(new Set(Object.values(parts).map((part) => JSON.stringify(part)))).toEqual(
      new Set(['{"const":1}', '{"const":2}', '{"const":3}']),
    );
  });

  it("do not replace a component of the key that they would get", () => {
    const schemas = linked({
      "a.json": { title: "A", $defs: { b: { const: 1 } } },
      "b.json": { title: "A.b", const: 2 },
    });
    expect(schemas["A.b"]).toEqual({ title: "A.b", const: 2 });
    expect(Object.values(schemas)).toContainEqual({ const: 1 });
  });
});

describe("a part of a schema that a reference points at", () => {
  it("becomes a component, with a reference in its place", () => {
    const source = {
      "a.json": { title: "Order", properties: { status: { enum: ["open"] } }, required: ["status"] },
      "b.json": { title: "Query", items: { $ref: "a.json#/properties/status" } },
    };
    expect(linked(source)).toEqual({
      Order: { title: "Order", properties: { status: reference("Order.status") }, required: ["status"] },
      "Order.status": { enum: ["open"] },
      Query: { title: "Query", items: reference("Order.status") },
    });
  });

  it("may be named by an anchor, which is gone afterwards", () => {
    const schema = {
      title: "Order",
      properties: { status: { $anchor: "status", type: "string" }, before: { $ref: "#status" } },
    };
    expect(linked({ "a.json": schema })).toEqual({
      Order: {
        title: "Order",
        properties: { status: reference("Order.status"), before: reference("Order.status") },
      },
      "Order.status": { type: "string" },
    });
  });

  it("may have an $id, to which references below it are relative", () => {
    const schema = {
      $id: "https://shop.example/order",
      title: "Order",
      properties: {
        line: { $id: "line", properties: { price: { $anchor: "price" }, tax: { $ref: "#price" } } },
        again: { $ref: "line" },
      },
    };
    expect(linked({ "a.json": schema })).toEqual({
      Order: {
        title: "Order",
        properties: { line: reference("Order.line"), again: reference("Order.line") },
      },
      "Order.line": {
        properties: { price: reference("Order.line.price"), tax: reference("Order.line.price") },
      },
      "Order.line.price": {},
    });
  });

  it("may stand in an operation", () => {
    const source = apiWithOperation({
      responses: {
        200: json({ type: "object" }),
        404: json({
          $ref: "#/paths/~1orders/get/responses/200/content/application~1json/schema",
        }),
      },
    });
    const key = "paths._orders.get.responses.200.content.application_json.schema";
    expect(linked({ "a.json": source })).toEqual({ [key]: { type: "object" } });
  });

  it("may be a chain of references", () => {
    const schema = {
      title: "A",
      $defs: { a: { $ref: "#/$defs/b" }, b: { type: "string" } },
      $ref: "#/$defs/a",
    };
    expect(linked({ "a.json": schema })).toEqual({
      A: { title: "A", ...reference("A.a") },
      "A.a": reference("A.b"),
      "A.b": { type: "string" },
    });
  });
});

describe("a part that became a component", () => {
  it("is called by the name of the whole and the steps to it", () => {
    const source = {
      "a.json": {
        title: "api_shop_order_v1_Order",
        $defs: { line: { $defs: { price: {} } } },
        properties: { status: { type: "string" }, before: { $ref: "#/properties/status" } },
      },
    };
    const contract = contractOf(source);
    expect(schemaNames(contract)).toEqual({
      api_shop_order_v1_Order: "ShopOrderOrder",
      "api_shop_order_v1_Order.line": "ShopOrderOrderLine",
      "api_shop_order_v1_Order.line.price": "ShopOrderOrderLinePrice",
      "api_shop_order_v1_Order.status": "ShopOrderOrderStatus",
    });
    expect(schemaOf(contract, "api_shop_order_v1_Order.line").module).toBe("shop-order");
  });

  it("follows the name that the overlay gives the whole, and can be named itself", () => {
    const source = apiWithSchemas({
      Order: {
        "x-sdkmill-name": "Purchase",
        $defs: { line: {}, price: { "x-sdkmill-name": "Price" } },
      },
    });
    expect(schemaNames(contractOf({ "a.json": source }))).toEqual({
      Order: "Purchase",
      "Order.line": "PurchaseLine",
      "Order.price": "Price",
    });
  });
});
