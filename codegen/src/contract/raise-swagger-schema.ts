/** Keywords of the schemas of Swagger 2.0 that OpenAPI 3 says with others. */

import { own, ownString, withProperties } from "../source/json.ts";
import { unchanged, type RaiseStep } from "./raise-step.ts";

/**
 * `discriminator`, the name of a property, becomes an object that holds that name.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#schema-object
 */
export const raiseDiscriminator: RaiseStep = (schema) => {
  const propertyName = own(schema, "discriminator");
  if (typeof propertyName !== "string") return unchanged(schema);
  return {
    schema: withProperties(schema, { discriminator: { propertyName } }),
    moves: [{ from: "/discriminator", to: "/discriminator/propertyName" }],
    faults: [],
  };
};

/**
 * The type "file" becomes a string of bytes.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#response-object
 */
export const raiseFile: RaiseStep = (schema) =>
  ownString(schema, "type") === "file"
    ? unchanged(withProperties(schema, { type: "string", format: "binary" }))
    : unchanged(schema);
