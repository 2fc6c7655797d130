import type { Contract, Position } from "../contract/contract.ts";
import { isObject, ownArray, ownString, type Json } from "../source/json.ts";

/**
 * Whether a string enum accepts strings besides the ones that it lists: as `x-sdkmill-enum` says
 * (`open` or `closed`), or as the option for its position does. A server may add a value to what it
 * sends at any time; what it accepts is exactly what it lists. In both positions the first counts. An
 * enum that no operation reaches is what it says.
 */
export function isOpenEnum(schema: Json, position: Position, { options }: Contract): boolean {
  const values = ownArray(schema, "enum");
  const hasStrings = values.some((value) => typeof value === "string");
  if (
    !isObject(schema) ||
    !hasStrings ||
    !values.every((value) => typeof value === "string" || value === null)
  )
    return false;
  const chosen = ownString(schema, "x-sdkmill-enum");
  if (chosen === "open" || chosen === "closed") return chosen === "open";
  if (position === "none") return false;
  return (position === "request" ? options.requestEnums : options.responseEnums) === "open";
}
