import { referencedKey } from "../../codegen/src/contract/component-schemas.ts";
import {
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  type Json,
  type JsonObject,
} from "../../codegen/src/source/json.ts";

export interface RenderedProperty {
  readonly name: string;
  readonly isRequired: boolean;
  readonly value: string;
}

/** How a validator library writes what the contract uses. Values go in and out as source text. */
export interface Dialect {
  readonly string: string;
  readonly boolean: string;
  readonly number: string;
  readonly anyRecord: string;
  readonly int32: (minimum: number) => string;
  readonly oneOf: (values: readonly string[]) => string;
  readonly array: (item: string) => string;
  readonly record: (value: string) => string;
  readonly object: (properties: readonly RenderedProperty[], isClosed: boolean) => string;
  readonly reference: (name: string) => string;
}

/**
 * A schema of a peer document in the words of a library. Throws at what it does not know, so that nobody
 * is fast because of a keyword that is passed over.
 */
export function renderSchema(schema: Json, dialect: Dialect): string {
  if (!isObject(schema)) throw unknownSchema(schema);
  const reference = referencedKey(ownString(schema, "$ref"));
  if (reference !== undefined) return dialect.reference(reference);
  const { type, ...rest } = schema;
  const keywords = Object.keys(rest).toSorted().join(" ");
  switch (`${String(type)} ${keywords}`.trim()) {
    case "string":
      return dialect.string;
    case "string enum":
      return dialect.oneOf(ownArray(schema, "enum").map(String));
    case "boolean":
      return dialect.boolean;
    case "number":
      return dialect.number;
    case "integer format":
    case "integer format minimum":
      return renderInteger(schema, dialect);
    case "array items":
      return dialect.array(renderSchema(own(schema, "items") ?? true, dialect));
    default:
      if (type === "object") return renderObject(schema, dialect);
      throw unknownSchema(schema);
  }
}

function renderInteger(schema: JsonObject, { int32 }: Dialect): string {
  const minimum = own(schema, "minimum") ?? -(2 ** 31);
  if (ownString(schema, "format") !== "int32" || typeof minimum !== "number") throw unknownSchema(schema);
  return int32(minimum);
}

function renderObject(schema: JsonObject, dialect: Dialect): string {
  const { properties, additionalProperties: rest, required: _, type: __, ...others } = schema;
  if (Object.keys(others).length > 0) throw unknownSchema(schema);
  if (properties === undefined) {
    if (rest === true) return dialect.anyRecord;
    if (isObject(rest)) return dialect.record(renderSchema(rest, dialect));
    throw unknownSchema(schema);
  }
  if (rest !== undefined && rest !== false) throw unknownSchema(schema);
  const required = new Set(ownArray(schema, "required"));
  const rendered = Object.entries(ownObject(schema, "properties")).map(([name, property]) => ({
    name,
    isRequired: required.has(name),
    value: renderSchema(property, dialect),
  }));
  return dialect.object(rendered, rest === false);
}

function unknownSchema(schema: Json): Error {
  return new Error(`The benchmark can not write this schema for every library: ${JSON.stringify(schema)}`);
}
