import type { Json, JsonObject } from "../src/source/json.ts";

/** An OpenAPI root with nothing missing, and `parts` in it. */
export function api(parts: JsonObject): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "Shop", version: "1.0.0" },
    servers: [{ url: "https://shop.example" }],
    ...parts,
  };
}

/** The same with one operation, `GET /orders`. */
export function apiWithOperation(operation: JsonObject, parts: JsonObject = {}): JsonObject {
  return api({ paths: { "/orders": { get: operation } }, ...parts });
}

/** An OpenAPI root with component schemas. */
export function apiWithSchemas(schemas: JsonObject): JsonObject {
  return api({ components: { schemas } });
}

export function overlay(...actions: readonly Json[]): JsonObject {
  return { overlay: "1.0.0", info: { title: "Repairs", version: "1.0.0" }, actions };
}

/** Content of a request or an answer, as JSON of a schema. */
export function json(schema: Json): JsonObject {
  return { content: { "application/json": { schema } } };
}

export function reference(key: string): JsonObject {
  return { $ref: `#/components/schemas/${key}` };
}
