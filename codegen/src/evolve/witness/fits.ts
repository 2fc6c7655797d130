import { isArray, isObject, own, ownString, type Json, type JsonObject } from "../../source/json.ts";
import { typeOf } from "./allowed-types.ts";
import { formatSamples } from "./format-samples.ts";
import { stringsIn } from "./parts-of.ts";
import type { Conjunct } from "./term.ts";

/** What `fits` knows; a `not` with anything else in it is passed over. */
const simpleKeywords = new Set([
  ...["type", "const", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ...["minLength", "maxLength", "pattern"],
]);

/**
 * Whether a value is what schemas want, as far as that is simple to say: it chooses among what is made, the
 * validators decide. What is inside of the value is not looked at.
 */
export function fits(value: Json, conjuncts: readonly Conjunct[]): boolean {
  return conjuncts.every(({ schema }) => fitsOne(value, schema));
}

function fitsOne(value: Json, schema: JsonObject): boolean {
  const constant = own(schema, "const");
  const listed = own(schema, "enum");
  const banned = own(schema, "not");
  return (
    fitsType(value, schema) &&
    (constant === undefined || isSame(constant, value)) &&
    (!isArray(listed) || listed.some((item) => isSame(item, value))) &&
    (typeof value !== "number" || fitsNumber(value, schema)) &&
    (typeof value !== "string" || fitsText(value, schema)) &&
    !(isObject(banned) && isSimple(banned) && fitsOne(value, banned))
  );
}

function isSimple(schema: JsonObject): boolean {
  return Object.keys(schema).every((keyword) => simpleKeywords.has(keyword));
}

function fitsType(value: Json, schema: JsonObject): boolean {
  const one = ownString(schema, "type");
  const types = one === undefined ? stringsIn(own(schema, "type")) : [one];
  return (
    types.length === 0 ||
    types.includes(typeOf(value)) ||
    (types.includes("integer") && Number.isInteger(value))
  );
}

function fitsNumber(value: number, schema: JsonObject): boolean {
  const within = (keyword: string, isWithin: (bound: number) => boolean): boolean => {
    const bound = own(schema, keyword);
    return typeof bound !== "number" || isWithin(bound);
  };
  return (
    within("minimum", (bound) => value >= bound) &&
    within("maximum", (bound) => value <= bound) &&
    within("exclusiveMinimum", (bound) => value > bound) &&
    within("exclusiveMaximum", (bound) => value < bound) &&
    within("multipleOf", (step) => Math.abs(value / step - Math.round(value / step)) < 1e-9) &&
    fitsFormat(value, schema)
  );
}

function fitsText(value: string, schema: JsonObject): boolean {
  const least = own(schema, "minLength");
  const most = own(schema, "maxLength");
  const pattern = ownString(schema, "pattern");
  const length = [...value].length;
  return (
    (typeof least !== "number" || length >= least) &&
    (typeof most !== "number" || length <= most) &&
    (pattern === undefined || new RegExp(pattern, "u").test(value)) &&
    fitsFormat(value, schema)
  );
}

/** Only of values that are known not to be of a format is it known here. */
function fitsFormat(value: string | number, schema: JsonObject): boolean {
  return formatSamples.get(ownString(schema, "format") ?? "")?.wrong.includes(value) !== true;
}

/** Whether two values are printed alike. */
function isSame(a: Json, b: Json): boolean {
  return a === b || (typeof a === "object" && JSON.stringify(a) === JSON.stringify(b));
}
