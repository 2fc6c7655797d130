import type { Json, JsonObject } from "../../src/source/json.ts";
import { readSource } from "../contract-of.ts";
import { api, json } from "../contract-parts.ts";

export const text: JsonObject = { type: "string" };
export const list: JsonObject = { type: "array", items: true };
/** The schema of an object. */
export const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });

/** A pagination that fits `page` and a body that is an object with `after`. */
export const given = { cursor: "after", next: "meta.next", items: "orders" };
export const page = object({ orders: list, meta: object({ next: text, total: { type: "integer" } }) });
export const sent = object({ after: text, limit: { type: "integer" } });

/** What is not usual of the operation. */
export interface SearchParts {
  readonly given?: Json;
  readonly page?: Json;
  readonly body?: Json;
  readonly parameters?: Json;
  readonly responses?: JsonObject;
  readonly schemas?: JsonObject;
}

/** An API with one operation, that answers with pages. */
export function search(parts: SearchParts): JsonObject {
  const { body = sent, parameters = [], schemas = {} } = parts;
  const operation = {
    parameters,
    ...(body === null ? {} : { requestBody: { required: true, ...json(body) } }),
    responses: parts.responses ?? { 200: { description: "A page.", ...json(parts.page ?? page) } },
    ...(parts.given === undefined ? {} : { "x-sdkmill-pagination": parts.given }),
  };
  return api({ paths: { "/orders": { post: operation } }, components: { schemas } });
}

/** The pagination of that operation, and what was found. */
export function readSearch(parts: SearchParts) {
  const { contract, diagnostics } = readSource({ "a.json": search(parts) });
  return { pagination: contract.operations[0]?.pagination, diagnostics };
}
