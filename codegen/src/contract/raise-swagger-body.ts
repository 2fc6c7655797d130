import { isObject, own, ownString, withProperties, type Json, type JsonObject } from "../source/json.ts";
import { appendPointer } from "../source/json-pointer.ts";
import type { Move } from "./raise-moves.ts";
import { orJson, part, type RaisedPart, type Spot } from "./raise-swagger-part.ts";
import { raiseParameter, styleOf } from "./raise-swagger-parameter.ts";

/**
 * Says a parameter `in: body` as the request body that it is. Its name is not sent, and gone.
 *
 * @param types the media types that the operation consumes
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
export function raiseBody(parameter: JsonObject, at: Spot, types: readonly string[]): RaisedPart<JsonObject> {
  const schema = own(parameter, "schema");
  const media = schema === undefined ? {} : { schema };
  const body = withProperties(parameter, { name: undefined, in: undefined, schema: undefined });
  return part(withProperties(body, { content: contentOf(orJson(types), media) }), [
    { from: at.written, to: at.raised },
    ...orJson(types).map((type, index) => ({
      from: `${at.written}/schema`,
      to: appendPointer(at.raised, "content", type, "schema"),
      isCopy: index > 0,
    })),
  ]);
}

/** A parameter `in: formData`, and where it was written. */
export interface FormField {
  readonly parameter: JsonObject;
  readonly written: string;
  /** It stands at the root of the document, for several operations. */
  readonly isShared: boolean;
}

/** Media types that a form can have. */
const formTypes: ReadonlySet<string> = new Set(["application/x-www-form-urlencoded", "multipart/form-data"]);

/**
 * Says parameters `in: formData` as the one request body that they are: an object with a property for each.
 *
 * @param raised pointer of the request body
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
export function raiseForm(
  fields: readonly FormField[],
  raised: string,
  types: readonly string[],
): RaisedPart<JsonObject> {
  const hasFile = fields.some(({ parameter }) => ownString(parameter, "type") === "file");
  const named = types.filter((type) => formTypes.has(type));
  const used =
    named.length > 0 ? named : [hasFile ? "multipart/form-data" : "application/x-www-form-urlencoded"];

  const required = fields.filter(({ parameter }) => own(parameter, "required") === true).map(nameOf);
  const properties = fields.map((field) => [nameOf(field), fieldSchema(field.parameter)] as const);
  const encoding = fields
    .map((field) => [nameOf(field), styleOf(field.parameter)] as const)
    .filter(([, style]) => Object.keys(style).length > 0);
  const media = {
    schema: {
      type: "object",
      properties: Object.fromEntries(properties),
      ...(required.length === 0 ? {} : { required }),
    },
    ...(encoding.length === 0 ? {} : { encoding: Object.fromEntries(encoding) }),
  };
  const body = { content: contentOf(used, media), ...(required.length === 0 ? {} : { required: true }) };
  return part(body, [
    // The body as a whole was not written anywhere; its first field is where one would look.
    ...fields.slice(0, 1).map(({ written }) => ({ from: written, to: raised, isCopy: true })),
    ...used.flatMap((type, index) =>
      fields.flatMap((field) =>
        fieldMoves(field, appendPointer(raised, "content", type, "schema"), field.isShared || index > 0),
      ),
    ),
  ]);
}

function nameOf({ parameter }: FormField): string {
  return ownString(parameter, "name") ?? "";
}

function fieldSchema(parameter: JsonObject): Json {
  const schema = own(raiseParameter(parameter, { written: "", raised: "" }).value, "schema") ?? {};
  const description = own(parameter, "description");
  return isObject(schema) && description !== undefined ? { ...schema, description } : schema;
}

function fieldMoves(field: FormField, schema: string, isCopy: boolean): readonly Move[] {
  const property = appendPointer(schema, "properties", nameOf(field));
  return [
    { from: field.written, to: property, isCopy },
    ...Object.keys(field.parameter).map((keyword) => ({
      from: appendPointer(field.written, keyword),
      to: appendPointer(property, keyword),
      isCopy,
    })),
  ];
}

/** The same for each media type. */
export function contentOf(types: readonly string[], media: JsonObject): JsonObject {
  return Object.fromEntries(types.map((type) => [type, media]));
}
