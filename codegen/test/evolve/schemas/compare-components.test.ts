import { expect, test } from "vitest";
import { compare } from "../../../src/evolve/compare.ts";
import type { Json } from "../../../src/source/json.ts";
import { apiWith, revisionOf, type SchemaPlace } from "../revision-of.ts";

type Schemas = Readonly<Record<string, Json>>;

const reference = (key: string): Json => ({ $ref: `#/components/schemas/${key}` });
const text = { type: "string" };
const order = { type: "object", properties: { id: text, note: text }, required: ["id"] };

/** The changes of an API that sends or gets one schema: `kind subject position types/wire`. */
function changes(
  place: SchemaPlace,
  [old, before]: readonly [Json, Schemas],
  [next, after]: readonly [Json, Schemas],
): readonly string[] {
  const diff = compare(revisionOf(apiWith(place, old, before)), revisionOf(apiWith(place, next, after)));
  return diff.changes.map(
    ({ kind, subject, position, types, wire }) => `${kind} ${subject} ${position} ${types}/${wire}`,
  );
}

test("a schema that says the same where it is used, and under a name of its own, is the same", () => {
  const inline: readonly [Json, Schemas] = [order, {}];
  const named: readonly [Json, Schemas] = [reference("Order"), { Order: order }];
  expect(changes("response", inline, named)).toStrictEqual(["schema-added Order response minor/none"]);
  expect(changes("response", named, inline)).toStrictEqual(["schema-removed Order response major/none"]);
});

test("a schema under another name is renamed; its former name can stay as an alias", () => {
  const old: readonly [Json, Schemas] = [reference("Order"), { Order: order }];
  const renamed = { Purchase: order };
  const aliased = { Purchase: { ...order, "x-sdkmill-aliases": ["Order"] } };
  expect(changes("request", old, [reference("Purchase"), renamed])).toStrictEqual([
    "schema-renamed Purchase request major/none",
  ]);
  expect(changes("request", old, [reference("Purchase"), aliased])).toStrictEqual([
    "schema-renamed-with-alias Purchase request minor/none",
  ]);
});

test("a component that has its own key for a title says nothing new", () => {
  const [plain, titled] = [{ Order: order }, { Order: { ...order, title: "Order" } }];
  const root = reference("Order");
  expect(changes("request", [root, plain], [root, titled])).toStrictEqual([]);
  expect(changes("request", [root, titled], [root, { Order: { ...order, title: "Purchase" } }])).toStrictEqual([
    "title-changed Order request none/none",
  ]);
});

test("a reference to another schema of the same structure changes nothing but the text of types", () => {
  const both = { Order: order, Purchase: order };
  expect(changes("response", [reference("Order"), both], [reference("Purchase"), both])).toStrictEqual([
    "reference-moved orders.create response patch/none",
  ]);
});

test("a reference to another structure is compared with it", () => {
  const both = { Order: order, Purchase: { ...order, required: [] } };
  expect(changes("response", [reference("Order"), both], [reference("Purchase"), both])).toStrictEqual([
    "property-became-optional Purchase response major/major",
  ]);
});

test("recursive schemas are compared to their end", () => {
  const tree = (leaf: Json): Schemas => ({
    Tree: { type: "object", properties: { leaf, branches: { type: "array", items: reference("Tree") } } },
  });
  const root = reference("Tree");
  expect(changes("request", [root, tree(text)], [root, tree(text)])).toStrictEqual([]);
  expect(changes("request", [root, tree(text)], [root, tree({ type: "integer" })])).toStrictEqual([
    "type-changed Tree request major/major",
  ]);
});

test("two schemas that lead to each other are renamed together", () => {
  const pair = (one: string, other: string): Schemas => ({
    [one]: { type: "object", properties: { other: reference(other), size: { type: "integer" } } },
    [other]: { type: "object", properties: { one: reference(one), name: text } },
  });
  expect(
    changes(
      "response",
      [reference("Folder"), pair("Folder", "File")],
      [reference("Directory"), pair("Directory", "Document")],
    ),
  ).toStrictEqual([
    "schema-renamed Directory response major/none",
    "schema-renamed Document response major/none",
  ]);
});

test("a schema that is sent and got takes the greater verdict of both sides", () => {
  const api = (schema: Json): Json => ({
    openapi: "3.1.0",
    info: { title: "Shop", version: "1.0.0" },
    servers: [{ url: "https://shop.example" }],
    paths: {
      "/orders": {
        put: {
          operationId: "orders_Replace",
          requestBody: { required: true, content: { "application/json": { schema: reference("Order") } } },
          responses: {
            "200": { description: "Done", content: { "application/json": { schema: reference("Order") } } },
          },
        },
      },
    },
    components: { schemas: { Order: schema } },
  });
  const [change, ...others] = compare(
    revisionOf(api(order)),
    revisionOf(api({ ...order, required: ["id", "note"] })),
  ).changes;
  expect(others).toStrictEqual([]);
  expect(change).toMatchObject({
    kind: "property-became-required",
    position: "both",
    ...{ types: "major", wire: "major", validators: "major" },
    old: { file: "shop.json", pointer: "/components/schemas/Order/properties/note" },
  });
});

test("a schema that no operation reaches is exported, and does not go over the wire", () => {
  const unused = (schema: Json): readonly [Json, Schemas] => [text, { Order: schema }];
  expect(changes("request", unused(order), unused({ ...order, required: ["id", "note"] }))).toStrictEqual([
    "property-became-required Order both major/none",
  ]);
});

test("schemas without operations may be sent or got", () => {
  const [old, next] = [text, { type: "integer" }].map((id) =>
    revisionOf({ title: "Order", type: "object", properties: { id } }),
  );
  if (old === undefined || next === undefined) throw new Error("There are two.");
  expect(compare(old, next)).toMatchObject({ bump: "major", wire: "major" });
});

// Prevents: time and memory that double with each schema.
test("a schema that is met on many ways is met once", () => {
  const chain = (leaf: Json): Schemas =>
    Object.fromEntries(
      Array.from({ length: 40 }, (_, index): [string, Json] => [
        `Part${index}`,
        index === 39 ? leaf : { allOf: [reference(`Part${index + 1}`), reference(`Part${index + 1}`)] },
      ]),
    );
  const root = reference("Part0");
  expect(
    changes("response", [root, chain(order)], [root, chain({ ...order, required: [] })]),
  ).toStrictEqual(["property-became-optional Part39 response major/major"]);
});
