import { readPlacedContract } from "../../src/contract/read-contract.ts";
import type { Revision } from "../../src/evolve/revision.ts";
import type { Json } from "../../src/source/json.ts";
import { parseSource } from "../source-of.ts";

/** One of two contracts that a test compares: a document, as a command would read it. */
export function revisionOf(document: Json, label = "shop.json"): Revision {
  const { documents, broken } = parseSource({ [label]: document }).value;
  const placed = readPlacedContract({ name: "shop", label }, documents, undefined, broken);
  return { ...placed.value, label, isFile: true };
}

/** Where a schema is put for a test: what clients send, or what they get. */
export type SchemaPlace = "request" | "response";

/** An API of one operation, with a schema in what it takes or gives. */
export function apiWith(
  place: SchemaPlace,
  schema: Json,
  schemas: Readonly<Record<string, Json>> = {},
  options: Json = {},
): Json {
  const content = { "application/json": { schema } };
  return {
    openapi: "3.1.0",
    info: { title: "Shop", version: "1.0.0" },
    servers: [{ url: "https://shop.example" }],
    "x-sdkmill": options,
    paths: {
      "/orders": {
        post: {
          operationId: "orders_Create",
          ...(place === "request" ? { requestBody: { required: true, content } } : {}),
          responses: { "200": { description: "Done", ...(place === "response" ? { content } : {}) } },
        },
      },
    },
    components: { schemas },
  };
}
