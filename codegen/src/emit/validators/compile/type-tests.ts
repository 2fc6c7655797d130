import { isArray, own, ownString, type Json } from "../../../source/json.ts";
import type { Unit } from "./check-function.ts";

/** The types of JSON Schema (core, section 4.2.1; validation, section 6.1.1), as messages call them. */
const typeTexts = {
  string: "a string",
  number: "a number",
  integer: "an integer",
  boolean: "a boolean",
  null: "null",
  object: "an object",
  array: "an array",
} as const;

export type TypeName = keyof typeof typeTexts;

function isTypeName(name: unknown): name is TypeName {
  return typeof name === "string" && Object.hasOwn(typeTexts, name);
}

/** The types that a schema declares; undefined for any. An integer is a number. */
export function declaredTypes(node: Json): readonly TypeName[] | undefined {
  const given = own(node, "type");
  const names = isArray(given) ? given.filter(isTypeName) : [ownString(node, "type")].filter(isTypeName);
  if (given === undefined) return undefined;
  return names.includes("number") ? names.filter((name) => name !== "integer") : names;
}

/** `a string or null`. */
export function typesText(types: readonly TypeName[]): string {
  return alternatives(types.map((type) => typeTexts[type]));
}

/** `a, b or c`. */
export function alternatives(texts: readonly string[]): string {
  return texts.length <= 1 ? (texts[0] ?? "nothing") : `${texts.slice(0, -1).join(", ")} or ${texts.at(-1)}`;
}

/** JavaScript that tests the type of a value. JSON has neither NaN nor infinity (RFC 8259, section 6). */
export function typeTest(unit: Unit, type: TypeName, value: string): string {
  switch (type) {
    case "null":
      return `${value} === null`;
    case "number":
      return `Number.isFinite(${value})`;
    case "integer":
      return `Number.isInteger(${value})`;
    case "array":
      return `Array.isArray(${value})`;
    case "object":
      // Inline it is a fourth faster; who tells what is wrong has time.
      return unit.answer === "is"
        ? `(typeof ${value} == "object" && ${value} !== null && !Array.isArray(${value}))`
        : `${unit.scope.runtime("values", "isObject")}(${value})`;
    default:
      return `typeof ${value} == "${type}"`;
  }
}
