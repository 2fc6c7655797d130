import { isObject, own, ownString, withProperties, type Json, type JsonObject } from "../source/json.ts";
import { part, type RaisedPart } from "./raise-swagger-part.ts";

/** What the flows of OAuth 2 are called in OpenAPI 3. */
const flows = new Map([
  ["implicit", "implicit"],
  ["password", "password"],
  ["application", "clientCredentials"],
  ["accessCode", "authorizationCode"],
]);

/**
 * Says a way to authenticate of Swagger 2.0 in OpenAPI 3; an API key is the same in both.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#security-scheme-object
 */
export function raiseSecurityScheme(scheme: Json): RaisedPart {
  if (!isObject(scheme)) return part(scheme);
  const type = ownString(scheme, "type");
  if (type === "basic") return part(withProperties(scheme, { type: "http", scheme: "basic" }));
  return part(type === "oauth2" ? withFlow(scheme) : scheme);
}

function withFlow(scheme: JsonObject): JsonObject {
  const flow = flows.get(ownString(scheme, "flow") ?? "");
  if (flow === undefined) return scheme;
  const fields = ["authorizationUrl", "tokenUrl", "scopes"];
  const given = fields.flatMap((field) => {
    const value = own(scheme, field);
    return value === undefined ? [] : [[field, value] as const];
  });
  const gone = Object.fromEntries(["flow", ...fields].map((field) => [field, undefined]));
  return withProperties(scheme, { ...gone, flows: { [flow]: Object.fromEntries(given) } });
}
