import { describe, expect, it } from "vitest";
import { printLock, readLock, type NameLock } from "../../src/contract/name-lock.ts";
import { lockOf } from "../../src/contract/read-contract.ts";
import { readCured } from "../contract-cure.ts";
import { contractOf, readSource } from "../contract-of.ts";
import { api, overlay } from "../contract-parts.ts";
import { faultPlaces } from "../source-faults.ts";

const responses = { 200: { description: "Done." } };
const order = { title: "Order" };
const operations = api({
  paths: { "/orders": { get: { operationId: "listOrders", responses }, put: { responses } } },
});
const source = { "openapi.json": operations, "order.json": order };

/** An overlay that sets properties of the schema. */
function onOrder(update: { readonly [key: string]: string | readonly string[] }) {
  return { ...source, "overlay.json": overlay({ target: "$.components.schemas.Order", update }) };
}

function locked(schemas: object, methods: object = {}): string {
  return JSON.stringify({ schemas, operations: methods });
}

function faultsOf(...given: Parameters<typeof readSource>): readonly string[] {
  return faultPlaces(readSource(...given).diagnostics);
}

describe("the lock of a contract", () => {
  it("has the name of everything, aliases behind it", () => {
    const named = onOrder({ "x-sdkmill-name": "Purchase", "x-sdkmill-aliases": ["Order", "Buy"] });
    expect(JSON.parse(printLock(lockOf(contractOf(named))))).toEqual({
      schemas: { Order: ["Purchase", "Order", "Buy"] },
      operations: { "GET /orders": "orders.listOrders", "PUT /orders": "orders.put" },
    });
  });

  it("does not depend on the order of documents and paths", () => {
    const reversed = Object.fromEntries(
      Object.entries({ ...source, "cart.json": { title: "Cart" } }).toReversed(),
    );
    expect(printLock(lockOf(contractOf(reversed)))).toBe(
      printLock(lockOf(contractOf({ "cart.json": { title: "Cart" }, ...source }))),
    );
  });

  it("is read as it was written", () => {
    const lock: NameLock = {
      schemas: new Map([
        ["b", ["B", "Old", "Older"]],
        ["__proto__", ["Proto"]],
      ]),
      operations: new Map([["GET /a/{b}", ["a.get"]]]),
    };
    expect(readLock(printLock(lock))).toEqual({ value: lock, diagnostics: [] });
  });

  it("is empty if there is none", () => {
    expect(readLock(undefined)).toEqual({
      value: { schemas: new Map(), operations: new Map() },
      diagnostics: [],
    });
  });
});

describe("a broken lock", () => {
  it.each([
    { name: "no JSON", text: "{" },
    { name: "nothing", text: "" },
    { name: "with marks of a merge", text: '<<<<<<< ours\n{ "schemas": {}, "operations": {} }' },
    { name: "a list", text: "[]" },
    { name: "null", text: "null" },
    { name: "without schemas", text: '{ "operations": {} }' },
    { name: "without operations", text: '{ "schemas": {} }' },
    { name: "with schemas that are a list", text: '{ "schemas": [], "operations": {} }' },
    { name: "with a name that is a number", text: locked({ Order: 1 }) },
    { name: "with a name that is null", text: locked({ Order: null }) },
    { name: "with an alias that is a list", text: locked({ Order: ["Order", ["Old"]] }) },
  ])("is $name: one diagnostic, and no other", ({ text }) => {
    expect(faultsOf(source, text)).toEqual(["error lock-invalid names.lock.json"]);
  });
});

describe("a locked name", () => {
  const lock = locked({ Order: "Order" }, { "GET /orders": "orders.listOrders" });

  it("that is still the name is no fault, nor is a new name beside it", () => {
    expect(faultsOf({ ...source, "cart.json": { title: "Cart" } }, lock)).toEqual([]);
  });

  it("is an error once it is changed", () => {
    expect(faultsOf(onOrder({ "x-sdkmill-name": "Purchase" }), lock)).toEqual([
      "error name-locked overlay.json /actions/0/update/x-sdkmill-name",
    ]);
  });

  it("is an error once it is changed in case alone", () => {
    expect(faultsOf(onOrder({ "x-sdkmill-name": "ORDER" }), lock)).toEqual([
      "error name-locked overlay.json /actions/0/update/x-sdkmill-name",
    ]);
  });

  it("may be changed if the old name stays as an alias", () => {
    const changed = onOrder({ "x-sdkmill-name": "Purchase", "x-sdkmill-aliases": ["Order"] });
    const contract = contractOf(changed, lock);
    expect(contract.schemas).toMatchObject([{ name: "Purchase", aliases: ["Order"] }]);
    expect(lockOf(contract).schemas.get("Order")).toEqual(["Purchase", "Order"]);
  });

  it("is an error once the alias is removed", () => {
    const withAlias = locked({ Order: ["Purchase", "Order"] });
    expect(faultsOf(onOrder({ "x-sdkmill-name": "Purchase" }), withAlias)).toEqual([
      "error name-locked overlay.json /actions/0/update/x-sdkmill-name",
    ]);
  });

  it("may become the name again, with the name of the meantime as an alias", () => {
    const withAlias = locked({ Order: ["Purchase", "Order"] });
    expect(faultsOf(onOrder({ "x-sdkmill-aliases": ["Purchase"] }), withAlias)).toEqual([]);
  });

  it("may go with its schema", () => {
    expect(faultsOf({ "openapi.json": operations }, lock)).toEqual([]);
  });

  it("of an operation is an error once it is changed", () => {
    const methods = { "GET /orders": "orders.list", "PUT /orders": ["orders.put", "orders.replace"] };
    expect(faultsOf(source, locked({}, methods))).toEqual([
      "error name-locked openapi.json /paths/~1orders/get",
      "error name-locked openapi.json /paths/~1orders/put",
    ]);
  });

  // Prevents: a new operationId renaming a method in silence.
  it("of an operation is an error once its operationId is changed", () => {
    const renamed = {
      "openapi.json": JSON.parse(JSON.stringify(operations).replace("listOrders", "findOrders")),
    };
    expect(faultsOf({ ...source, ...renamed }, lock)).toEqual([
      "error name-locked openapi.json /paths/~1orders/get",
    ]);
  });

  it("names what was and what would be", () => {
    const [diagnostic] = readSource(onOrder({ "x-sdkmill-name": "Purchase" }), lock).diagnostics;
    expect(diagnostic?.message).toBe(
      '"Order" was published as `Order`; now it would be `Purchase`, and `Order` would be gone.',
    );
  });
});

describe("the help for a lost name cures it", () => {
  it.each([
    { name: "of a schema", lock: locked({ Order: "Purchase" }) },
    { name: "of an operation", lock: locked({}, { "GET /orders": "orders.list" }) },
    // Prevents: one action taking away the alias that another has added.
    { name: "and its alias", lock: locked({ Order: ["Purchase", "Buy"] }) },
  ])("$name", ({ lock }) => {
    const { diagnostics } = readSource(source, lock);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(["name-locked"]));
    expect(readCured(source, diagnostics, lock).faults).toEqual([]);
  });

  // Prevents: the new alias taking the place of the one that is there.
  it("beside an alias that is there already", () => {
    const aliased = onOrder({ "x-sdkmill-name": "Third", "x-sdkmill-aliases": ["Order"] });
    const lock = locked({ Order: ["Second", "Order"] });
    const { diagnostics } = readSource(aliased, lock);
    expect(diagnostics).toHaveLength(1);
    expect(readCured(aliased, diagnostics, lock).faults).toEqual([]);
  });
});
