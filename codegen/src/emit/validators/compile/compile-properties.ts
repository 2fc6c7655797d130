import { isObject, ownArray, ownObject, type Json, type JsonObject } from "../../../source/json.ts";
import { literal } from "../../code.ts";
import { complain, ownSite, type Unit } from "./check-function.ts";
import { and, choose, or } from "./javascript.ts";
import { propertyOf, rejectsMissing } from "./property-access.ts";

/** What `properties` and `required` say of `v`: before the names of other properties are looked at, and after. */
export interface PropertyTerms {
  readonly first: string;
  readonly last: string;
}

export interface Property {
  readonly name: string;
  readonly schema: Json;
  readonly isRequired: boolean;
}

/** JavaScript for `properties` (core, section 10.3.2.1) and `required` (validation, section 6.5.3). */
export function compileProperties(node: JsonObject, unit: Unit): PropertyTerms {
  const properties = propertiesOf(node);
  // What a comparison tells comes before what takes a call or a loop: most faults are found at once.
  const isFirst = ({ schema }: Property): boolean => unit.answer === "is" && isComparison(schema);
  const terms = (list: readonly Property[]): string =>
    and(list.map((property) => propertyTerm(property, unit)));
  return {
    first: terms(properties.filter(isFirst)),
    last: terms(properties.filter((property) => !isFirst(property))),
  };
}

/** The properties that a schema declares or requires. */
export function propertiesOf(node: JsonObject): readonly Property[] {
  const declared = ownObject(node, "properties");
  const required = new Set(ownArray(node, "required").filter((name) => typeof name === "string"));
  return [
    ...Object.entries(declared).map(([name, schema]) => ({ name, schema, isRequired: required.has(name) })),
    ...[...required]
      .filter((name) => !Object.hasOwn(declared, name))
      .map((name) => ({ name, schema: true, isRequired: true })),
  ];
}

const comparing = new Set([
  "type",
  "enum",
  "const",
  "minLength",
  "minimum",
  "maximum",
  "description",
  "x-sdkmill-secret",
]);

function isComparison(schema: Json): boolean {
  if (!isObject(schema)) return true;
  return Object.keys(schema).every(
    (keyword) => comparing.has(keyword) || (keyword === "format" && schema["format"] === "int32"),
  );
}

function propertyTerm({ name, schema, isRequired }: Property, unit: Unit): string {
  const { value, key, isThere, isMissing } = propertyOf(name);
  const term = unit.compile(schema, { value, key });
  if (!isRequired) return or([isMissing, term]);
  const isEnough = rejectsMissing(schema, unit) && isThere === `${value} !== undefined`;
  return isEnough ? term : choose(isThere, term, missingProperty(name, unit));
}

function missingProperty(name: string, unit: Unit): string {
  if (unit.answer === "is") return "false";
  return complain(unit, true, ownSite, { kind: "mistyped", expected: "there" }, literal(name));
}
