import { referencedKey } from "../../codegen/src/contract/component-schemas.ts";
import type { Contract, NamedSchema } from "../../codegen/src/contract/contract.ts";
import { isOpenEnum } from "../../codegen/src/emit/open-enums.ts";
import {
  isObject,
  own,
  ownObject,
  ownString,
  withProperties,
  type Json,
  type JsonObject,
} from "../../codegen/src/source/json.ts";
import { mapNodesUp } from "../../codegen/src/source/openapi-shape.ts";
import type { Subject } from "./read-subjects.ts";

/** The schemas of a subject, all of them in the position of its root, as our validator of the root has them. */
export function subjectDocument({ root, closure }: Subject, contract: Contract): JsonObject {
  return peerDocument(
    closure.map((schema) => ({ ...schema, position: root.position })),
    contract,
  );
}

/**
 * The schemas as an OpenAPI document for other generators, changed so that they do the same work as we do:
 * objects that are sent refuse unknown properties, objects that are received accept them, enums that are
 * received are open. Components have their public names.
 */
export function peerDocument(schemas: readonly NamedSchema[], contract: Contract): JsonObject {
  const names = new Map(contract.schemas.map(({ key, name }) => [key, name]));
  const components = schemas.map((schema) => [schema.name, peerSchema(schema, contract, names)] as const);
  return {
    openapi: "3.1.0",
    info: { title: contract.title, version: "1.0.0" },
    paths: {},
    components: { schemas: Object.fromEntries(components) },
  };
}

function peerSchema(named: NamedSchema, contract: Contract, names: ReadonlyMap<string, string>): Json {
  return mapNodesUp({ node: named.schema, kind: "schema", pointer: "" }, ({ node }) => {
    if (!isObject(node)) return node;
    const reference = referencedKey(ownString(node, "$ref"));
    if (reference !== undefined) return { $ref: `#/components/schemas/${names.get(reference)}` };
    if (isOpenEnum(node, named.position, contract)) return { type: "string" };
    const kept = Object.fromEntries(Object.entries(node).filter(([keyword]) => assertions.has(keyword)));
    return withProperties(kept, { additionalProperties: unknownProperties(node, named, contract) });
  });
}

/** The keywords that the contract uses and that a value can fail. `render-schema.ts` refuses other ones. */
const assertions = new Set([
  "$ref",
  "additionalProperties",
  "enum",
  "format",
  "items",
  "minimum",
  "properties",
  "required",
  "type",
]);

/** What an object says of properties that it does not name, by the options of the contract for its position. */
function unknownProperties(
  node: JsonObject,
  { position }: NamedSchema,
  { options }: Contract,
): Json | undefined {
  const given = own(node, "additionalProperties");
  if (position === "none") return given;
  const manner = position === "request" ? options.requestValidation : options.responseValidation;
  if (manner === "strict" && given === undefined && own(node, "properties") !== undefined) return false;
  return manner === "tolerant" && given === false ? undefined : given;
}

/** Whether the objects of a peer document refuse unknown properties. Some libraries have one answer for all. */
export function isClosed(document: JsonObject): boolean {
  const schemas = Object.values(ownObject(own(document, "components"), "schemas"));
  const objects = schemas.filter((schema) => own(schema, "properties") !== undefined);
  const closed = objects.filter((schema) => own(schema, "additionalProperties") === false);
  if (closed.length > 0 && closed.length < objects.length)
    throw new Error("Objects that refuse unknown properties are mixed with objects that accept them.");
  return closed.length > 0;
}
