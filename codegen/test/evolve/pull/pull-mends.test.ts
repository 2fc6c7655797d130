import { describe, expect, test } from "vitest";
import { overlay } from "../../contract-parts.ts";
import { readSource } from "../../contract-of.ts";
import type { SourceTexts } from "../../source-of.ts";
import { contract, operation, order, pulled } from "./pull-samples.ts";
import { pulledInto, pullInto, without } from "./pulled-source.ts";

describe("faults of upstream are mended by the overlay", () => {
  const twice = contract(
    {
      "/orders": { post: operation("orders_Create", "Order") },
      "/v1/old/orders/{id}": {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        post: operation("orders_Create", "Order"),
      },
    },
    { Order: order },
  );

  test("two operations with one operationId", () => {
    const { house, repairs } = pulledInto({}, twice);
    expect(repairs).toStrictEqual([
      {
        target: '$.paths["/v1/old/orders/{id}"].post',
        description: "Upstream has this operationId twice.",
        update: { operationId: "old_orders.orders_Create" },
      },
    ]);
    expect(readSource(without(house)).faults).toStrictEqual([]);
    expect([...pullInto(house, twice).files.keys()]).toStrictEqual([]);
  });

  test("a method that is called like a namespace", () => {
    const apps = contract(
      {
        "/users": { post: operation("apps", "Order") },
        "/users/apps": { put: operation("revoke", "Order") },
      },
      { Order: order },
    );
    const { house, repairs } = pulledInto({}, apps);
    expect(repairs.map(({ update }) => update)).toStrictEqual([{ "x-sdkmill-name": "users.getApps" }]);
    expect(readSource(without(house)).faults).toStrictEqual([]);
  });

  const named = (source: SourceTexts): string =>
    JSON.stringify({ schemas: { Order: "Order" }, operations: source });

  test("a name that was published, by an alias", () => {
    const renamed = contract({ "/orders": { post: operation("orders_Make", "Order") } }, { Order: order });
    const house: SourceTexts = { ...pulled, "names.lock.json": named({ "POST /orders": "orders.create" }) };
    const { repairs } = pulledInto(house, renamed);
    expect(repairs.map(({ update }) => update)).toStrictEqual([{ "x-sdkmill-aliases": ["orders.create"] }]);
  });

  // Prevents: an alias that is called like the thing itself, once upstream takes an old name back.
  test("a name that comes back, by no alias of that name", () => {
    const house: SourceTexts = {
      ...pulled,
      "names.lock.json": named({ "POST /orders": ["orders.make", "orders.create"] }),
      "overlay.json": overlay({
        target: '$.paths["/orders"].post',
        update: { "x-sdkmill-aliases": ["orders.create"] },
      }),
    };
    const deprecated = { ...operation("orders_Create", "Order"), deprecated: true };
    const { repairs } = pulledInto(house, contract({ "/orders": { post: deprecated } }, { Order: order }));
    expect(repairs.map(({ update }) => update)).toStrictEqual([{ "x-sdkmill-aliases": ["orders.make"] }]);
  });

  // Prevents: a published method gets another name because a new one wants its.
  test("a new operation gives way to a published one", () => {
    const house: SourceTexts = { ...pulled, "names.lock.json": named({ "POST /orders": "orders.create" }) };
    const more = contract(
      {
        "/v2/orders": { put: operation("Create", "Order") },
        "/orders": { post: operation("orders_Create", "Order") },
      },
      { Order: order },
    );
    const { repairs } = pulledInto(house, more);
    expect(repairs.map(({ target, update }) => [target, update])).toStrictEqual([
      ['$.paths["/v2/orders"].put', { "x-sdkmill-name": "orders.create2" }],
    ]);
  });

  test("behind the actions that are there, with their comments", () => {
    const yaml =
      "# Ours.\noverlay: 1.0.0\ninfo: { title: A, version: 1.0.0 }\nactions:\n  # Why.\n  - target: $.info\n    update: { x-a: 1 }\n";
    const { house } = pulledInto({ ...pulled, "overlay.yaml": yaml }, twice);
    expect(house["overlay.yaml"]?.startsWith(yaml)).toBe(true);
  });

  test("but not what a person's overlay says", () => {
    const actions = [{ target: '$.paths["/orders"].post', update: { "x-sdkmill-name": "a.b" } }];
    const clash = contract(
      { "/a": { put: operation("b", "Order") }, "/orders": { post: operation("orders_Create", "Order") } },
      { Order: order },
    );
    const { diagnostics, repairs } = pullInto({ ...pulled, "overlay.json": overlay(...actions) }, clash);
    expect(diagnostics.map(({ code }) => code)).toStrictEqual(["name-collision"]);
    expect(repairs).toStrictEqual([]);
  });
});
