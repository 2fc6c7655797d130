import { appendPointer } from "../source/json-pointer.ts";
import { isObject, own, ownString, withProperties, type Json, type JsonObject } from "../source/json.ts";
import {
  below,
  notesOf,
  orJson,
  part,
  raiseEntries,
  type RaisedPart,
  type Spot,
} from "./raise-swagger-part.ts";
import { raiseParameter } from "./raise-swagger-parameter.ts";

/**
 * Says a response of Swagger 2.0 in OpenAPI 3: its schema is that of each media type. Without one, no content is
 * returned.
 *
 * @param types the media types that the operation produces
 * @see https://spec.openapis.org/oas/v2.0.html#response-object
 */
export function raiseResponse(response: Json, at: Spot, types: readonly string[]): RaisedPart {
  if (!isObject(response) || ownString(response, "$ref") !== undefined) return part(response);
  const headers = own(response, "headers");
  const raised =
    headers === undefined ? undefined : raiseEntries(headers, below(at, "headers"), raiseParameter);
  const content = contentOfResponse(response, at, types);
  const changes = {
    schema: undefined,
    examples: undefined,
    ...(content === undefined ? {} : { content: content.value }),
    ...(raised === undefined ? {} : { headers: raised.value }),
  };
  return { value: withProperties(response, changes), ...notesOf([raised, content].filter(isThere)) };
}

function contentOfResponse(
  response: JsonObject,
  at: Spot,
  types: readonly string[],
): RaisedPart<JsonObject> | undefined {
  const schema = own(response, "schema");
  if (schema === undefined) return undefined;
  const examples = own(response, "examples");
  const media = orJson(types).map((type) => {
    const example = own(examples, type);
    return [type, example === undefined ? { schema } : { schema, example }] as const;
  });
  return part(
    Object.fromEntries(media),
    media.flatMap(([type, { example }], index) => {
      const to = appendPointer(at.raised, "content", type);
      return [
        { from: `${at.written}/schema`, to: `${to}/schema`, isCopy: index > 0 },
        ...(example === undefined
          ? []
          : [{ from: appendPointer(at.written, "examples", type), to: `${to}/example` }]),
      ];
    }),
  );
}

function isThere<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
