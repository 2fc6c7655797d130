import { isArray, own, ownArray, ownObject, type Json, type JsonObject } from "../../../source/json.ts";
import { literal } from "../../code.ts";
import { complain, ownSite, type Site, type Unit } from "./check-function.ts";
import { compileOtherProperties } from "./compile-other-properties.ts";
import { compileProperties } from "./compile-properties.ts";
import { and, blockOf, condition, or, statement, type Step } from "./javascript.ts";
import { propertyOf } from "./property-access.ts";
import { declaredTypes } from "./type-tests.ts";

/** Steps that check the properties of `v`, an object (core, section 10.3.2; validation, section 6.5). */
export function compileObject(node: JsonObject, site: Site, unit: Unit): readonly Step[] {
  const names = Object.keys(ownObject(node, "properties"));
  const marks =
    site.evaluated === undefined || names.length === 0
      ? []
      : [statement(`for (const key of ${nameList(names, unit)}) ${site.evaluated}.add(key);`)];
  const { first, last } = compileProperties(node, unit);
  return [
    ...countSteps(node, unit),
    ...marks,
    condition(first),
    // This comes after what refuses most values.
    ...(unit.answer === "is" && isArrayPossible(node) ? [condition("!Array.isArray(v)")] : []),
    ...compileOtherProperties(node, site, unit),
    condition(last),
    ...dependentSteps(node, site, unit),
    ...nameSteps(node, unit),
  ];
}

/**
 * Whether only a test tells an array from an object that the schema accepts. No array of JSON has a property
 * that others have not, so that one which is required tells as well.
 */
function isArrayPossible(node: JsonObject): boolean {
  const types = declaredTypes(node);
  if (types?.length !== 1 || types[0] !== "object") return false;
  return ownArray(node, "required").every((name) => typeof name !== "string" || name in []);
}

/** A constant of the module with the names of properties. */
function nameList(names: readonly string[], unit: Unit): string {
  return unit.scope.constant("names", literal(names));
}

/** `dependentRequired` and `dependentSchemas`. */
function dependentSteps(node: JsonObject, site: Site, unit: Unit): readonly Step[] {
  const required = Object.entries(ownObject(node, "dependentRequired")).map(([name, needed]) => {
    const message = `is required beside ${JSON.stringify(name)}`;
    const terms = (isArray(needed) ? needed : [])
      .filter((other) => typeof other === "string")
      .map((other) => {
        const complaint = { kind: "refused", keyword: "dependentRequired", message } as const;
        return or([propertyOf(other).isThere, complain(unit, node, ownSite, complaint, literal(other))]);
      });
    return or([propertyOf(name).isMissing, and(terms)]);
  });
  const schemas = Object.entries(ownObject(node, "dependentSchemas")).map(([name, schema]) =>
    or([propertyOf(name).isMissing, unit.compile(schema, site)]),
  );
  return [...required, ...schemas].map(condition);
}

/** `minProperties` and `maxProperties`. */
function countSteps(node: JsonObject, unit: Unit): readonly Step[] {
  const bounds = [
    ["minProperties", ">=", "at least"],
    ["maxProperties", "<=", "at most"],
  ] as const;
  return bounds.flatMap(([keyword, operator, words]) => {
    const bound = own(node, keyword);
    if (typeof bound !== "number") return [];
    const message = `must have ${words} ${bound === 1 ? "1 property" : `${bound} properties`}`;
    const complaint = complain(unit, node, ownSite, { kind: "refused", keyword, message });
    return [condition(or([`Object.keys(v).length ${operator} ${bound}`, complaint]))];
  });
}

/** `propertyNames`: the value is the name of a property. */
function nameSteps(node: JsonObject, unit: Unit): readonly Step[] {
  const schema: Json | undefined = own(node, "propertyNames");
  if (schema === undefined) return [];
  const message = "has a name that is not allowed";
  const complaint = { kind: "refused", keyword: "propertyNames", message } as const;
  const term = or([
    unit.asking.compile(schema, { value: "key" }),
    complain(unit, node, ownSite, complaint, "key"),
  ]);
  if (term === "true") return [];
  return [statement(`for (const key of Object.keys(v)) ${blockOf([condition(term)])}`)];
}
