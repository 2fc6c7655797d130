import type { Json } from "../../../src/source/json.ts";

/** A schema of its own name, and values that it accepts and refuses. */
export interface ValidationCase {
  readonly name: string;
  readonly schema: Json;
  readonly accepts: readonly Json[];
  readonly refuses: readonly Json[];
}

export function reference(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

export const string: Json = { type: "string" };
export const integer: Json = { type: "integer" };
