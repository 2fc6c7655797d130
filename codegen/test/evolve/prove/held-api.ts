import type { Json, JsonObject } from "../../../src/source/json.ts";

/** An API that takes a schema, as a property of what is sent, and gives it, as a property of what is answered. */
export function heldApi(
  schema: Json,
  options: JsonObject = {},
  schemas: Readonly<Record<string, Json>> = {},
): Json {
  const held = { type: "object", properties: { value: schema }, required: ["value"] };
  const content = (name: string): Json => ({
    "application/json": { schema: { $ref: `#/components/schemas/${name}` } },
  });
  return {
    openapi: "3.1.0",
    info: { title: "Shop", version: "1.0.0" },
    servers: [{ url: "https://shop.example" }],
    "x-sdkmill": options,
    paths: {
      "/orders": {
        post: {
          operationId: "orders_Create",
          requestBody: { required: true, content: content("Sent") },
          responses: { "204": { description: "Done" } },
        },
        get: {
          operationId: "orders_Get",
          responses: { "200": { description: "Done", content: content("Got") } },
        },
      },
    },
    components: { schemas: { Sent: held, Got: held, ...schemas } },
  };
}
