/** What checks ask about values. */

import { refused } from "./issues.js";

export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The length of a string as JSON Schema counts it: in code points (validation, section 6.3.1). */
export function codePointLength(text) {
  let length = text.length;
  for (let index = 0; index < text.length; index++) {
    if (text.codePointAt(index) <= 0xffff) continue;
    length--;
    index++;
  }
  return length;
}

/** Equality of JSON values: arrays by item, objects by property in any order (core, section 4.2.2). */
export function isEqual(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
  );
}

/**
 * Whether a number is a multiple of another (validation, section 6.2.1). Not whole ones are compared as the
 * decimals that they are written as: 0.3 is a multiple of 0.1.
 */
export function isMultipleOf(number, of) {
  if (Number.isInteger(number) && Number.isInteger(of)) return number % of === 0;
  const [digits, scale] = decimal(number);
  const [ofDigits, ofScale] = decimal(of);
  return (digits * powerOfTen(ofScale - scale)) % (ofDigits * powerOfTen(scale - ofScale)) === 0n;
}

function powerOfTen(exponent) {
  return 10n ** BigInt(Math.max(0, exponent));
}

/** A number as a whole one and the power of ten to divide it by. */
function decimal(number) {
  const [mantissa, exponent = "0"] = String(number).split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  return [BigInt(whole + fraction), fraction.length - Number(exponent)];
}

/** More levels are not compared: their number must not decide over the stack. */
const MAX_DEPTH = 256;

/** Whether no two items are equal, in about as much time as it takes to read them; told at a place, if there is one. */
export function isUnique(items, place) {
  const scalars = items.filter((item) => typeof item !== "object" || item === null);
  const texts = items
    .filter((item) => typeof item === "object" && item !== null)
    .map((item) => write(item, MAX_DEPTH));
  const refuse = (message) => place !== undefined && refused(place, "uniqueItems", message);
  if (texts.includes(undefined)) return refuse("is nested too deeply to compare its items");
  const count = new Set(scalars).size + new Set(texts).size;
  return count === items.length || refuse("must not hold the same item twice");
}

/** A text that equal values share, and others do not; undefined if they are nested too deeply. */
function write(value, depth) {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (depth === 0) return undefined;
  const parts = Array.isArray(value)
    ? value.map((item) => write(item, depth - 1))
    : Object.keys(value)
        .toSorted()
        .map((key) => {
          const text = write(value[key], depth - 1);
          return text === undefined ? undefined : `${JSON.stringify(key)}:${text}`;
        });
  if (parts.includes(undefined)) return undefined;
  return Array.isArray(value) ? `[${parts}]` : `{${parts}}`;
}

/** Whether a property is none at all: undefined, or inherited. */
export function isNoProperty(object, key) {
  return object[key] === undefined || !Object.hasOwn(object, key);
}
