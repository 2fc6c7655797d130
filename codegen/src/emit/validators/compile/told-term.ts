import { own, ownObject, ownString, type Json, type JsonObject } from "../../../source/json.ts";
import { literal, propertyKey } from "../../code.ts";
import { depth, type Unit } from "./check-function.ts";
import { otherProperties } from "./compile-other-properties.ts";
import { propertiesOf } from "./compile-properties.ts";
import { callOf } from "./javascript.ts";
import { tellFunction } from "./tell-function.ts";

/**
 * A call of a shared function that tells all that is wrong with `v` by a schema that is an object of
 * declared properties, or an array of items of one kind.
 *
 * @param asking gives the name of the function that says whether a value is valid by the schema
 * @returns undefined for a schema that says more
 */
export function toldTerm(node: JsonObject, asking: () => string, unit: Unit): string | undefined {
  switch (ownString(node, "type")) {
    case "object":
      return toldObject(node, asking, unit);
    case "array":
      return toldArray(node, unit);
    default:
      return undefined;
  }
}

const objectKeywords = [
  ...["type", "properties", "required", "additionalProperties", "unevaluatedProperties"],
];

function toldObject(node: JsonObject, asking: () => string, unit: Unit): string | undefined {
  const [keyword, others] = otherProperties(node) ?? ["", true];
  const isClosed = others === false;
  if (!hasOnly(node, objectKeywords) || !(isClosed || others === true)) return undefined;
  const properties = propertiesOf(node);
  // What every object inherits is there only if the object has it itself: the shared function does not ask.
  if (properties.some(({ name }) => name in {})) return undefined;
  // Required and refused at once: the shared function would take it for known.
  if (isClosed && properties.length > Object.keys(ownObject(node, "properties")).length) return undefined;
  const table = (isRequired: boolean): string | undefined => {
    const entries = properties
      .filter((property) => property.isRequired === isRequired)
      .map(({ name, schema }) => ({ name, tell: isAnything(schema) ? "0" : tellFunction(schema, unit) }))
      .filter(({ tell }) => isRequired || isClosed || tell !== "0")
      .map(({ name, tell }) => `${propertyKey(name)}: ${tell}`);
    return entries.length === 0 ? undefined : `{ ${entries.join(", ")} }`;
  };
  const { required, optional } = { required: table(true), optional: table(false) };
  return callOf(unit.scope.runtime("telling", isClosed ? "tellClosed" : "tellObject"), [
    ...["c", asking(), required ?? "{}", isClosed ? (optional ?? "{}") : optional],
    ...(isClosed ? [literal(keyword)] : []),
    depth(unit),
  ]);
}

function toldArray(node: JsonObject, unit: Unit): string | undefined {
  const items = own(node, "items");
  if (items === undefined || isAnything(items) || !hasOnly(node, ["type", "items"])) return undefined;
  const tell = tellFunction(items, unit);
  return callOf(unit.scope.runtime("telling", "tellArray"), ["c", tell, depth(unit)]);
}

function hasOnly(node: JsonObject, keywords: readonly string[]): boolean {
  return Object.keys(node).every((keyword) => keywords.includes(keyword));
}

function isAnything(schema: Json): boolean {
  return (
    schema === true || (typeof schema === "object" && schema !== null && Object.keys(schema).length === 0)
  );
}
