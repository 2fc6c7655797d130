import { answer, listing, shop, withPaths, type OperationSample } from "./compared-operations.ts";

const text = { type: "string" };
const number = { type: "number" };
const paged = {
  parameters: [{ name: "cursor", in: "query", schema: text }],
  responses: {
    "200": answer({
      type: "object",
      properties: { next: text, after: text, items: { type: "array", items: text } },
    }),
  },
};
const pages = { cursor: "cursor", next: "next", items: "items" };
const order = { responses: { "200": answer({ type: "object", properties: { total: number } }) } };

/** Operations as such: which there are, where, and what they are called. */
export const operationSamples: readonly OperationSample[] = [
  {
    name: "an operation more",
    old: shop(),
    new: withPaths({ "/items": { get: listing(), post: { responses: {} } } }),
    found: ["operation-added m/m items.post: The operation `POST /items` was added."],
  },
  {
    name: "an operation less",
    old: withPaths({ "/items": { get: listing() }, "/orders": { get: { operationId: "read" } } }),
    new: shop(),
    found: ["operation-removed M/M orders.read: The operation `GET /orders` was removed."],
  },
  {
    name: "a deprecated operation less",
    old: withPaths({ "/items": { get: listing(), delete: { deprecated: true } } }),
    new: shop(),
    found: [
      "operation-removed-deprecated M/m items.delete: The deprecated operation `DELETE /items` was removed.",
    ],
  },
  {
    name: "another path, known by its operationId",
    old: withPaths({ "/items": { get: listing({ "x-sdkmill-name": "items.list" }) } }),
    new: withPaths({ "/goods": { get: listing({ "x-sdkmill-name": "items.list" }) } }),
    found: ["operation-moved M/M items.list: The operation moved from `GET /items` to `GET /goods`."],
  },
  {
    name: "another path, known by its public name",
    old: withPaths({ "/v1/items": { get: { responses: {} } } }),
    new: withPaths({ "/v2/items": { get: { responses: {} } } }),
    found: ["operation-moved M/M items.get: The operation moved from `GET /v1/items` to `GET /v2/items`."],
  },
  {
    name: "another method, known by its structure, whatever its texts",
    old: withPaths({ "/orders": { get: { ...order, summary: "Total" } } }),
    new: withPaths({ "/orders/total": { post: { ...order, description: "Sum" } } }),
    found: [
      "operation-moved M/M orders.total.post: The operation moved from `GET /orders` to `POST /orders/total`.",
      "operation-renamed M/- orders.total.post: The name was `orders.get` and is `orders.total.post` now.",
      "text-changed p/- orders.total.post: The texts `summary` and `description` of the operation were changed.",
      "retry-class-changed m/- orders.total.post: Whether a request is sent again: it was `safe` and is `single-use` now.",
    ],
  },
  {
    name: "another operation that is as bare: not known again",
    old: withPaths({ "/items/{id}": { delete: { operationId: "drop" } } }),
    new: withPaths({ "/users/{id}": { delete: { operationId: "erase" } } }),
    found: [
      "operation-added m/m users.erase: The operation `DELETE /users/{id}` was added.",
      "operation-removed M/M items.drop: The operation `DELETE /items/{id}` was removed.",
    ],
  },
  {
    name: "two that have the same structure: not known again",
    old: withPaths({ "/a": { get: order }, "/b": { get: order } }),
    new: withPaths({ "/c": { post: order } }),
    found: [
      "operation-added m/m c.post: The operation `POST /c` was added.",
      "operation-removed M/M a.get: The operation `GET /a` was removed.",
      "operation-removed M/M b.get: The operation `GET /b` was removed.",
    ],
  },
  {
    name: "another public name",
    old: shop({ "x-sdkmill-name": "items.list" }),
    new: shop({ "x-sdkmill-name": "items.all" }),
    found: ["operation-renamed M/- items.all: The name was `items.list` and is `items.all` now."],
  },
  {
    name: "another public name, and the former one as an alias",
    old: shop({ "x-sdkmill-name": "items.list" }),
    new: shop({ "x-sdkmill-name": "items.all", "x-sdkmill-aliases": ["items.list"] }),
    found: [
      "operation-renamed-with-alias m/- items.all: The name was `items.list` and is `items.all` now; the former one is an alias.",
    ],
  },
  {
    name: "name and alias, the other way round",
    old: shop({ "x-sdkmill-name": "items.list", "x-sdkmill-aliases": ["items.all"] }),
    new: shop({ "x-sdkmill-name": "items.all", "x-sdkmill-aliases": ["items.list"] }),
    found: [
      "operation-alias-preferred m/- items.all: The name was `items.list` and is `items.all` now; both were known.",
    ],
  },
  {
    name: "an alias more",
    old: shop(),
    new: shop({ "x-sdkmill-aliases": ["items.every"] }),
    found: ["operation-alias-added m/- items.list: The alias `items.every` was added."],
  },
  {
    name: "an operationId, beside a name that stays",
    old: shop({ operationId: "a", "x-sdkmill-name": "items.list" }),
    new: shop({ operationId: "b", "x-sdkmill-name": "items.list" }),
    found: ["operation-id-changed M/- items.list: The operationId was `a` and is `b` now."],
  },
  {
    name: "an operationId where there was none",
    old: withPaths({ "/items": { get: { "x-sdkmill-name": "items.list" } } }),
    new: withPaths({ "/items": { get: { operationId: "a", "x-sdkmill-name": "items.list" } } }),
    found: ["operation-id-added m/- items.list: The operationId `a` was added."],
  },
  {
    name: "a deprecation",
    old: shop({ deprecated: false }),
    new: shop({ deprecated: true }),
    found: ["operation-deprecated m/- items.list: The operation is deprecated now."],
  },
  {
    name: "other tags, and the same in another order",
    old: withPaths({
      "/items": { get: listing({ tags: ["a", "b"] }), put: { operationId: "x", tags: ["a"] } },
    }),
    new: withPaths({
      "/items": { get: listing({ tags: ["b", "a"] }), put: { operationId: "x", tags: ["b"] } },
    }),
    found: ["operation-tags-changed -/- items.x: The tags were changed."],
  },
  {
    name: "another retry class",
    old: shop(),
    new: shop({ "x-sdkmill-retry": "single-use" }),
    found: [
      "retry-class-changed m/- items.list: Whether a request is sent again: it was `safe` and is `single-use` now.",
    ],
  },
  {
    name: "pages",
    old: shop(paged),
    new: shop({ ...paged, "x-sdkmill-pagination": pages }),
    found: ["pagination-added m/- items.list: The client goes from page to page now."],
  },
  {
    name: "pages in another way",
    old: shop({ ...paged, "x-sdkmill-pagination": pages }),
    new: shop({ ...paged, "x-sdkmill-pagination": { ...pages, next: "after" } }),
    found: ["pagination-changed M/- items.list: The client goes from page to page in another way."],
  },
  {
    name: "texts that comments are made of, and texts that are not",
    old: shop({ summary: "All", externalDocs: { url: "https://docs.example/1" } }),
    new: shop({ summary: "Every", description: "Lists.", externalDocs: { url: "https://docs.example/2" } }),
    found: [
      "text-changed p/- items.list: The texts `summary`, `description` and `externalDocs` of the operation were changed.",
    ],
  },
  {
    name: "a text that no comment is made of",
    old: shop({ externalDocs: { url: "https://docs.example/1" } }),
    new: shop({ externalDocs: { url: "https://docs.example/2" } }),
    found: ["text-changed -/- items.list: The `externalDocs` of the operation was changed."],
  },
  {
    name: "extensions, of others and of our own",
    old: shop({ "x-owner": { team: "a", since: 1 }, "x-level": 1 }),
    new: shop({ "x-owner": { since: 1, team: "a" }, "x-level": 2, "x-sdkmill-retry": "safe", "x-new": null }),
    found: [
      "extension-changed -/- items.list: The extension `x-level` of the operation was changed.",
      "extension-changed -/- items.list: The extension `x-new` of the operation was added.",
    ],
  },
  {
    name: "texts and extensions of a path",
    old: withPaths({ "/items": { summary: "Items", get: listing() } }),
    new: withPaths({ "/items": { "x-owner": "a", summary: "Goods", get: listing() } }),
    found: [
      "text-changed p/- API: The `summary` of the path `/items` was changed.",
      "extension-changed -/- API: The extension `x-owner` of the path `/items` was added.",
    ],
  },
  {
    name: "a path item that moved among the components",
    old: shop(),
    new: withPaths(
      { "/items": { $ref: "#/components/pathItems/Items" } },
      { components: { pathItems: { Items: { get: listing() } } } },
    ),
    found: [],
  },
];
