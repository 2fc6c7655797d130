import type { Json } from "../../src/source/json.ts";
import { openapiRoot, type SourceFiles } from "../generated-contract.ts";

export function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

export function json(schema: Json): { readonly content: Json } {
  return { content: { "application/json": { schema } } };
}

export function answer(schema: Json): Json {
  return { description: "Done.", ...json(schema) };
}

export const empty: Json = { description: "Done." };

export function parameter(name: string, place: "path" | "query" | "header", more: object = {}): Json {
  return { name, in: place, required: place === "path", schema: { type: "string" }, ...more };
}

/** An OpenAPI document of these paths and schemas. */
export function api(
  paths: Readonly<Record<string, Json>>,
  schemas: Readonly<Record<string, Json>> = {
    Pet: { type: "object", properties: { name: { type: "string" } } },
  },
  more: Readonly<Record<string, Json>> = {},
): SourceFiles {
  return { "openapi.json": openapiRoot({ paths, components: { schemas }, ...more }) };
}

/** An API whose only operation has these parts. */
export function apiOf(
  operation: Readonly<Record<string, Json>>,
  path = "/pets",
  method = "post",
): SourceFiles {
  return api({ [path]: { [method]: { operationId: "run", responses: { "204": empty }, ...operation } } });
}
