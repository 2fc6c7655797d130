import type { JsonObject } from "../../../src/source/json.ts";
import { listing, shop, withPaths, type OperationSample } from "./compared-operations.ts";

const text = { type: "string" };
const texts = { type: "array", items: text };
const query = (parameter: JsonObject = {}): JsonObject => ({
  name: "limit",
  in: "query",
  schema: text,
  ...parameter,
});
const having = (...parameters: readonly JsonObject[]): JsonObject => shop({ parameters });
const inPath = (path: string, ...names: readonly string[]): JsonObject =>
  withPaths({
    [path]: {
      parameters: names.map((name) => ({ name, in: "path", required: true, schema: text })),
      get: { "x-sdkmill-name": "items.get" },
    },
  });

/** Parameters of operations. */
export const parameterSamples: readonly OperationSample[] = [
  {
    name: "an optional one more",
    old: shop(),
    new: having(query({ required: false })),
    found: ["parameter-added-optional m/m items.list: The optional query parameter `limit` was added."],
  },
  {
    name: "a required one more",
    old: shop(),
    new: having(query({ required: true })),
    found: ["parameter-added-required M/M items.list: The required query parameter `limit` was added."],
  },
  {
    name: "one that became required",
    old: having(query()),
    new: having(query({ required: true })),
    found: ["parameter-became-required M/M items.list: The query parameter `limit` became required."],
  },
  {
    name: "one in another place",
    old: having(query()),
    new: having(query({ in: "header" })),
    found: ["parameter-moved M/M items.list: The parameter `limit` moved from `query` to `header`."],
    schemas: ["/paths/~1items/get/parameters/0/schema request items.list"],
  },
  {
    name: "the name of a header in other letters",
    old: having(query({ in: "header", name: "X-Trace" })),
    new: having(query({ in: "header", name: "x-trace" })),
    found: ["parameter-respelled M/- items.list: The header parameter `x-trace` was spelled `X-Trace`."],
    schemas: ["/paths/~1items/get/parameters/0/schema request items.list"],
  },
  {
    name: "headers that the specification has ignored",
    old: shop(),
    new: having(
      ...["Accept", "content-type", "AUTHORIZATION"].map((name) =>
        query({ in: "header", name, required: true }),
      ),
    ),
    found: [],
  },
  {
    name: "another name",
    old: having(query()),
    new: having(query({ name: "size" })),
    found: [
      "parameter-added-optional m/m items.list: The optional query parameter `size` was added.",
      "parameter-removed-optional M/m items.list: The optional query parameter `limit` was removed.",
    ],
  },
  {
    name: "another name in the path",
    old: inPath("/items/{id}", "id"),
    new: inPath("/items/{item}", "item"),
    found: ["path-parameter-renamed M/- items.get: The path parameter `id` is called `item` now."],
    schemas: [
      "/paths/~1items~1{id}/parameters/0/schema -> /paths/~1items~1{item}/parameters/0/schema request items.get",
    ],
  },
  {
    name: "one in the path, which is required whatever is said",
    old: inPath("/items/{id}", "id"),
    new: withPaths({
      "/items/{id}": {
        parameters: [{ name: "id", in: "path", schema: text }],
        get: { "x-sdkmill-name": "items.get" },
      },
    }),
    found: [],
  },
  {
    name: "names in a path that changed places",
    old: inPath("/{a}/{b}", "a", "b"),
    new: inPath("/{b}/{a}", "a", "b"),
    found: [
      "path-parameter-renamed M/- items.get: The path parameter `b` is called `a` now.",
      "path-parameter-renamed M/- items.get: The path parameter `a` is called `b` now.",
    ],
  },
  {
    name: "a parameter more in the path, which is another path",
    old: inPath("/items/{id}", "id"),
    new: inPath("/shops/{shop}/items/{id}", "shop", "id"),
    found: [
      "operation-moved M/M items.get: The operation moved from `GET /items/{id}` to `GET /shops/{shop}/items/{id}`.",
      "parameter-added-required M/M items.get: The required path parameter `shop` was added.",
    ],
  },
  {
    name: "what is said by default",
    old: having(query(), query({ name: "X-Trace", in: "header", schema: texts })),
    new: having(
      query({ name: "X-Trace", in: "header", schema: texts, style: "simple", explode: false }),
      query({
        ...{ style: "form", explode: true, required: false, deprecated: false },
        ...{ allowReserved: false, allowEmptyValue: false },
      }),
    ),
    found: [],
  },
  {
    name: "arrays in another style",
    old: having(query({ schema: texts })),
    new: having(query({ schema: texts, style: "pipeDelimited", explode: false })),
    found: [
      "parameter-serialization-changed -/M items.list: The query parameter `limit` is written in another way: `style`, `explode` or `content` was changed.",
    ],
  },
  {
    name: "arrays that are exploded by default, and texts that never are",
    old: having(query({ schema: texts }), query({ name: "q" })),
    new: having(query({ schema: texts, explode: false }), query({ name: "q", explode: false })),
    found: [
      "parameter-serialization-changed -/M items.list: The query parameter `limit` is written in another way: `style`, `explode` or `content` was changed.",
    ],
  },
  {
    name: "a media type in place of a style",
    old: having(query()),
    new: having({ name: "limit", in: "query", content: { "application/json": { schema: text } } }),
    found: [
      "parameter-serialization-changed -/M items.list: The query parameter `limit` is written in another way: `style`, `explode` or `content` was changed.",
    ],
    schemas: [
      "/paths/~1items/get/parameters/0/schema -> /paths/~1items/get/parameters/0/content/application~1json/schema request items.list",
    ],
  },
  {
    name: "reserved characters, and an empty value",
    old: having(query({ allowEmptyValue: true })),
    new: having(query({ allowReserved: true })),
    found: [
      "parameter-reserved-allowed -/m items.list: The query parameter `limit` may have reserved characters now.",
      "parameter-empty-refused -/M items.list: The query parameter `limit` may not have an empty value any more.",
    ],
  },
  {
    name: "the same where it means nothing",
    old: having(query({ in: "header" })),
    new: having(query({ in: "header", allowReserved: true, allowEmptyValue: true })),
    found: [],
  },
  {
    name: "a deprecation",
    old: having(query()),
    new: having(query({ deprecated: true })),
    found: ["parameter-deprecated m/- items.list: The query parameter `limit` is deprecated now."],
  },
  {
    name: "a schema where there was none, and one that says nothing",
    old: having({ name: "limit", in: "query" }, { name: "q", in: "query" }),
    new: having(query(), { name: "q", in: "query", schema: {} }),
    found: [
      "parameter-schema-added M/M items.list: The value of the query parameter `limit` has a schema now.",
    ],
  },
  {
    name: "texts and extensions",
    old: having(query({ description: "How many", example: 1, "x-unit": "items" })),
    new: having(query({ description: "At most", example: 2 })),
    found: [
      "text-changed p/- items.list: The texts `description` and `example` of the query parameter `limit` were changed.",
      "extension-changed -/- items.list: The extension `x-unit` of the query parameter `limit` was removed.",
    ],
  },
  {
    name: "a value that is a secret",
    old: having(query()),
    new: having(query({ "x-sdkmill-secret": true })),
    found: [
      "secret-changed p/- items.list: Whether the value of the query parameter `limit` is told in errors was changed.",
    ],
  },
  {
    name: "one that moved among the components, and from the operation to its path",
    old: having(query(), query({ name: "q" })),
    new: withPaths(
      {
        "/items": {
          parameters: [query({ name: "q" })],
          get: listing({ parameters: [{ $ref: "#/components/parameters/Limit" }] }),
        },
      },
      { components: { parameters: { Limit: query() } } },
    ),
    found: [],
    schemas: [
      "/paths/~1items/get/parameters/1/schema -> /paths/~1items/parameters/0/schema request items.list",
      "/paths/~1items/get/parameters/0/schema -> /components/parameters/Limit/schema request items.list",
    ],
  },
  {
    name: "one that the operation says otherwise than its path",
    old: withPaths({
      "/items": { parameters: [query({ required: true })], get: listing({ parameters: [query()] }) },
    }),
    new: having(query()),
    found: [],
  },
];
