import type { JsonObject } from "../../../src/source/json.ts";
import { api, json, reference } from "../../contract-parts.ts";
import type { SourceTexts } from "../../source-of.ts";
import { pulledInto } from "./pulled-source.ts";

/** An operation with a body. */
export function operation(operationId: string, key: string): JsonObject {
  return { operationId, requestBody: json(reference(key)), responses: { 200: { description: "Done." } } };
}

/** A document with paths and schemas. */
export function contract(paths: Readonly<Record<string, JsonObject>>, schemas: JsonObject): JsonObject {
  return api({ paths, components: { schemas } });
}

export const order: JsonObject = { type: "object", properties: { id: { type: "string" } }, required: ["id"] };

/** A document with one operation. */
export const first = contract({ "/orders": { post: operation("orders_Create", "Order") } }, { Order: order });

/** A folder that it was pulled into. */
export const pulled: SourceTexts & Readonly<Record<string, string>> = pulledInto({}, first).house;
