import { resolveSchema } from "../../contract/operation-contents.ts";
import { isArray, own, ownObject, ownString, type Json, type JsonObject } from "../../source/json.ts";

/** How the value of a parameter, or of a header of an answer, is written. */
export interface Serialization {
  readonly style: string;
  /** Undefined where it makes no difference: for a value that is neither an array nor an object. */
  readonly explode: boolean | undefined;
  /** Of `content`; undefined for a value that has a schema alone. */
  readonly mediaType: string | undefined;
}

const defaultStyles: Readonly<Record<string, string>> = {
  path: "simple",
  query: "form",
  header: "simple",
  cookie: "form",
};

/**
 * Reads how a value is written, with what the specification says where the document does not.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-for-use-with-schema
 */
export function serializationOf(document: JsonObject, node: Json, where: string): Serialization {
  const [mediaType] = Object.keys(ownObject(node, "content"));
  if (own(node, "schema") === undefined && mediaType !== undefined)
    return { style: "", explode: undefined, mediaType: mediaType.toLowerCase() };
  const style = ownString(node, "style") ?? defaultStyles[where] ?? "simple";
  const explode = own(node, "explode");
  return {
    style,
    explode: isScalar(document, own(node, "schema"))
      ? undefined
      : typeof explode === "boolean"
        ? explode
        : style === "form",
    mediaType: undefined,
  };
}

const scalars: ReadonlySet<Json> = new Set(["string", "number", "integer", "boolean", "null"]);

function isScalar(document: JsonObject, schema: Json | undefined): boolean {
  const type = own(resolveSchema(document, schema ?? true), "type");
  return isArray(type) ? type.every((one) => scalars.has(one)) : scalars.has(type ?? "");
}
