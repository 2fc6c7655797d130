import type { Contract, Position } from "../../../contract/contract.ts";
import type { ValidationManner } from "../../../contract/options.ts";

/**
 * How a schema is held against a value. `exact`: by the letter. `request` and `response`: in the manner of
 * the option for what clients send or get. `requestPart` and `responsePart`: the same for a schema that is
 * one of several of the same value, and so can not say alone which properties there may be.
 */
export type CheckMode = "exact" | "request" | "requestPart" | "response" | "responsePart";

export const checkModes: readonly CheckMode[] = [
  "exact",
  "request",
  "requestPart",
  "response",
  "responsePart",
];

/** The mode of the public validator of a schema; what clients get in any position has to fit. */
export function publicMode(position: Position): CheckMode {
  if (position === "none") return "exact";
  return position === "request" ? "request" : "response";
}

/** The side that a mode is for, as a position. */
export function sideOf(mode: CheckMode): "none" | "request" | "response" {
  if (mode === "exact") return "none";
  return mode === "request" || mode === "requestPart" ? "request" : "response";
}

export function mannerOf(mode: CheckMode, { options }: Contract): ValidationManner {
  const side = sideOf(mode);
  if (side === "none") return "exact";
  return side === "request" ? options.requestValidation : options.responseValidation;
}

/** The mode of a schema that is one of several of the same value; only the strict manner makes a difference. */
export function partMode(mode: CheckMode, contract: Contract): CheckMode {
  const side = sideOf(mode);
  if (side === "none" || mannerOf(mode, contract) !== "strict") return mode;
  return side === "request" ? "requestPart" : "responsePart";
}

/** The mode of a schema that has a value for itself. */
export function wholeMode(mode: CheckMode): CheckMode {
  const side = sideOf(mode);
  return side === "none" ? "exact" : side;
}
