import { own, ownString, type JsonObject } from "../source/json.ts";

/**
 * Whether a schema says of itself that its values are never to be told: `x-sdkmill-secret: true`,
 * `writeOnly: true` (validation, section 9.4) or `format: password` (OpenAPI 3.1.1, section 4.4.1).
 * `x-sdkmill-secret: false` says that they may be, whatever else says so; undefined if it says nothing.
 */
export function secretMark(schema: JsonObject): boolean | undefined {
  const given = own(schema, "x-sdkmill-secret");
  if (given === true || given === false) return given;
  return own(schema, "writeOnly") === true || ownString(schema, "format") === "password" ? true : undefined;
}
