import type { Position } from "../../../src/contract/contract.ts";
import type { Json } from "../../../src/source/json.ts";

/** A schema called `Given`, and the declaration that it is to get. `Pet` and `Toy` are there to refer to. */
export interface DeclarationCase {
  readonly about: string;
  readonly schema: Json;
  readonly position?: Position;
  /** As prettier leaves it, without newline at the end. */
  readonly want: string;
}

export const pet = { $ref: "#/components/schemas/Pet" };
export const toy = { $ref: "#/components/schemas/Toy" };
