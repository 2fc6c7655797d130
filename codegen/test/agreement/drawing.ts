import type * as fc from "fast-check";
import type { Json } from "../../src/source/json.ts";
import type { Resolve } from "./conjuncts-of.ts";

/** How much of what is optional a value has. */
export type Presence = "required" | "all" | "some";

/** How values are made. */
export interface Drawing {
  readonly resolve: Resolve;
  readonly presence: Presence;
  /** References that were followed on the way here; one that comes a third time is not followed. */
  readonly path: readonly string[];
}

/** Values of a schema; undefined if there is none. */
export type Draw = (node: Json, drawing: Drawing) => fc.Arbitrary<Json> | undefined;
