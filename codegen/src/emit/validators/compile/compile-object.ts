import {
  isArray,
  isObject,
  own,
  ownArray,
  ownObject,
  type Json,
  type JsonObject,
} from "../../../source/json.ts";
import { literal } from "../../code.ts";
import {
  and,
  callOf,
  complain,
  defineLocal,
  depth,
  or,
  ownSite,
  unless,
  type Site,
  type Unit,
} from "./check-function.ts";
import { compileOtherProperties } from "./compile-other-properties.ts";
import { propertyOf, rejectsMissing } from "./property-access.ts";

/** Statements that check the properties of `v`, an object (core, section 10.3.2; validation, section 6.5). */
export function compileObject(node: JsonObject, site: Site, unit: Unit): readonly string[] {
  const names = Object.keys(ownObject(node, "properties"));
  const marks =
    site.evaluated === undefined || names.length === 0
      ? []
      : [`for (const key of ${nameList(names, unit)}) ${site.evaluated}.add(key);`];
  return [
    ...countLines(node, unit),
    ...marks,
    ...compileOtherProperties(node, site, unit),
    propertyLine(node, unit),
    ...dependentLines(node, site, unit),
    ...nameLines(node, unit),
  ];
}

/** A constant of the module with the names of properties. */
export function nameList(names: readonly string[], unit: Unit): string {
  return unit.scope.constant("names", literal(names));
}

/** `properties` and `required`. */
function propertyLine(node: JsonObject, unit: Unit): string {
  const properties = ownObject(node, "properties");
  const required = new Set(ownArray(node, "required").filter((name) => typeof name === "string"));
  const terms = Object.entries(properties).map(([name, schema]) =>
    propertyTerm(name, schema, required.has(name), unit),
  );
  const missing = [...required]
    .filter((name) => !Object.hasOwn(properties, name))
    .map((name) => or([propertyOf(name).isThere, missingProperty(name, unit)]));
  return unless(and([...terms, ...missing]));
}

function propertyTerm(name: string, schema: Json, isRequired: boolean, unit: Unit): string {
  const { value, key, isThere, isMissing } = propertyOf(name);
  const term = unit.compile(schema, { value, key });
  if (!isRequired) return or([isMissing, term]);
  if (term === "true") return or([isThere, missingProperty(name, unit)]);
  const isEnough = rejectsMissing(schema, unit) && isThere === `${value} !== undefined`;
  return isEnough ? term : `(${isThere} ? ${term} : ${missingProperty(name, unit)})`;
}

function missingProperty(name: string, unit: Unit): string {
  return callOf(unit.scope.runtime("issues", "missing"), ["c", literal(name)]);
}

/** `dependentRequired` and `dependentSchemas`. */
function dependentLines(node: JsonObject, site: Site, unit: Unit): readonly string[] {
  const required = Object.entries(ownObject(node, "dependentRequired")).map(([name, needed]) => {
    const terms = (isArray(needed) ? needed : [])
      .filter((other) => typeof other === "string")
      .map((other) =>
        or([
          propertyOf(other).isThere,
          complain(
            unit,
            node,
            ownSite,
            {
              kind: "refused",
              keyword: "dependentRequired",
              message: `is required beside ${JSON.stringify(name)}`,
            },
            literal(other),
          ),
        ]),
      );
    return or([propertyOf(name).isMissing, and(terms)]);
  });
  const schemas = Object.entries(ownObject(node, "dependentSchemas")).map(([name, schema]) =>
    or([propertyOf(name).isMissing, unit.compile(schema, site)]),
  );
  return [unless(and([...required, ...schemas]))];
}

/** `minProperties` and `maxProperties`. */
function countLines(node: JsonObject, unit: Unit): readonly string[] {
  const bounds = [
    ["minProperties", ">=", "at least"],
    ["maxProperties", "<=", "at most"],
  ] as const;
  return bounds.flatMap(([keyword, operator, words]) => {
    const bound = own(node, keyword);
    if (typeof bound !== "number") return [];
    const message = `must have ${words} ${bound === 1 ? "1 property" : `${bound} properties`}`;
    const complaint = complain(unit, node, ownSite, { kind: "refused", keyword, message });
    return [unless(or([`Object.keys(v).length ${operator} ${bound}`, complaint]))];
  });
}

/** `propertyNames`: the value is the name of a property. */
function nameLines(node: JsonObject, unit: Unit): readonly string[] {
  const schema = own(node, "propertyNames");
  if (schema === undefined || schema === true || (isObject(schema) && Object.keys(schema).length === 0))
    return [];
  const name = defineLocal(unit, "name", false, `return ${unit.compile(schema, ownSite)};`);
  const complaint = complain(
    unit,
    node,
    ownSite,
    { kind: "refused", keyword: "propertyNames", message: "has a name that is not allowed" },
    "key",
  );
  const call = callOf(name, ["key", undefined, depth(unit)]);
  return [`for (const key of Object.keys(v)) ${unless(or([call, complaint]))}`];
}
