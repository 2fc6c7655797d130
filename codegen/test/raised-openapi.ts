import type { JsonObject } from "../src/source/json.ts";
import { readSource } from "./contract-of.ts";
import { api } from "./contract-parts.ts";
import { faultPlaces } from "./source-faults.ts";
import type { SourceTexts } from "./source-of.ts";

/** A root of OpenAPI 3.0 with nothing missing. */
export function api30(parts: JsonObject): JsonObject {
  return api({ openapi: "3.0.3", paths: {}, ...parts });
}

/** The same with component schemas. */
export function withSchemas(schemas: JsonObject): JsonObject {
  return api30({ components: { schemas } });
}

/** What reading a source to its contract finds. */
export function faultsOf(source: SourceTexts): readonly string[] {
  return faultPlaces(readSource(source).diagnostics);
}
