import { appendPointer } from "../source/json-pointer.ts";
import { isArray, ownString, type Json, type JsonObject } from "../source/json.ts";
import { part, type RaisedPart, type Spot } from "./raise-swagger-part.ts";

/**
 * The servers of a Swagger 2.0 document, as OpenAPI 3 has them. Without `schemes` the scheme is the one that the
 * document was got by, which nobody knows here, and without `host` the same is so of the host.
 *
 * @param at where it is said what the servers are, and where they stand now
 * @see https://spec.openapis.org/oas/v2.0.html#swagger-object
 */
export function raiseServers(root: JsonObject, schemes: Json | undefined, at: Spot): RaisedPart {
  const urls = serverUrls(root, schemes);
  const places = urls.flatMap((_, index) => [
    appendPointer(at.raised, index),
    appendPointer(at.raised, index, "url"),
  ]);
  return part(
    urls.map((url) => ({ url })),
    [at.raised, ...places].map((to) => ({ from: at.written, to, isCopy: true })),
  );
}

function serverUrls(root: JsonObject, schemes: Json | undefined): readonly string[] {
  const host = ownString(root, "host");
  const basePath = ownString(root, "basePath") ?? "/";
  if (host === undefined) return [basePath];
  const path = basePath === "/" ? "" : basePath;
  const named = isArray(schemes) ? schemes.filter((scheme) => typeof scheme === "string") : [];
  const prefixes = named.length === 0 ? ["//"] : named.map((scheme) => `${scheme}://`);
  return prefixes.map((prefix) => `${prefix}${host}${path}`);
}
