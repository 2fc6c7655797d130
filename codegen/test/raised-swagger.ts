import { own, type Json, type JsonObject } from "../src/source/json.ts";
import { raisedSource } from "./raised-source.ts";

export const info = { title: "Shop", version: "1.0.0" };

/** A root of Swagger 2.0 with nothing missing. */
export function swagger(parts: JsonObject): JsonObject {
  return { swagger: "2.0", info, host: "shop.example", schemes: ["https"], paths: {}, ...parts };
}

/** The same with one operation, `POST /orders`. */
export function withOperation(operation: JsonObject, parts: JsonObject = {}): JsonObject {
  return swagger({ paths: { "/orders": { post: operation } }, ...parts });
}

/** A root in 3.1, and what was said of it. */
export function raised(root: JsonObject): { readonly root: Json; readonly faults: readonly string[] } {
  const { documents, faults } = raisedSource({ "api.json": root });
  return {
    root: documents["api.json"] ?? null,
    faults: faults.map((fault) => fault.replace(" api.json ", " ")),
  };
}

/** An operation in 3.1, `POST /orders`. */
export function raisedOperation(operation: JsonObject, parts: JsonObject = {}): Json | undefined {
  return own(own(own(raised(withOperation(operation, parts)).root, "paths"), "/orders"), "post");
}

/** A parameter `in: body` and one `in: formData`. */
export const body: JsonObject = {
  name: "a",
  in: "body",
  required: true,
  description: "A.",
  schema: { type: "string" },
};
export const field: JsonObject = { name: "b", in: "formData", type: "string", description: "B." };
