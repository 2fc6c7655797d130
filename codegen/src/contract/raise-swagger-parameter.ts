import { isObject, own, ownString, withProperties, type Json, type JsonObject } from "../source/json.ts";
import { below, part, type RaisedPart, type Spot } from "./raise-swagger-part.ts";

/** Keywords that say what values a parameter can have: in OpenAPI 3 they stand in its `schema`. */
const schemaKeywords: ReadonlySet<string> = new Set([
  ...["type", "format", "items", "default", "enum", "multipleOf", "pattern", "uniqueItems"],
  ...["maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"],
  ...["maxLength", "minLength", "maxItems", "minItems"],
]);

/**
 * Says a parameter of Swagger 2.0, other than one of the body, or a header of a response in OpenAPI 3: its type
 * becomes a schema, and `collectionFormat` a style.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 * @see https://spec.openapis.org/oas/v2.0.html#header-object
 */
export function raiseParameter(written: Json, at: Spot): RaisedPart {
  if (!isObject(written) || ownString(written, "$ref") !== undefined) return part(written);
  const keywords = Object.keys(written).filter((keyword) => schemaKeywords.has(keyword));
  // There is no `schema` here in 2.0, but one means the same as it does in 3.
  if (keywords.length === 0) return part(written);
  const rest = Object.entries(written).filter(
    ([key]) => !schemaKeywords.has(key) && key !== "collectionFormat",
  );
  const schema = Object.fromEntries(keywords.map((keyword) => [keyword, own(written, keyword) ?? null]));
  const style = styleOf(written);
  return part(withProperties(Object.fromEntries(rest), { ...style, schema }), [
    { from: at.written, to: `${at.raised}/schema`, isCopy: true },
    ...keywords.map((keyword) => ({
      from: below(at, keyword).written,
      to: below(at, "schema", keyword).raised,
    })),
    ...Object.keys(style).map((keyword) => ({
      from: `${at.written}/collectionFormat`,
      to: below(at, keyword).raised,
    })),
  ]);
}

/**
 * How a list is written; nothing where that is how OpenAPI 3 writes it by default. A style that 3 does not have
 * keeps its name, for the reader of parameters to report.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function styleOf(parameter: JsonObject): JsonObject {
  if (ownString(parameter, "type") !== "array") return {};
  const format = ownString(parameter, "collectionFormat") ?? "csv";
  const where = ownString(parameter, "in");
  if (where !== "query" && where !== "formData") return format === "csv" ? {} : { style: format };
  if (format === "multi") return {};
  const style = { csv: "form", ssv: "spaceDelimited", pipes: "pipeDelimited" }[format];
  return { style: style ?? format, explode: false };
}
