/** What is wrong at a place, for values of the commonest kinds; depth is how deep a recursive check is. */

import { at, mistyped, refused, secret } from "./issues.js";
import { isNoProperty, isObject } from "./values.js";

/**
 * An object of declared properties, from two tables of functions; zero stands for a property that may be
 * anything. Most parts of a value that is not valid are valid: `is` is asked first, so that they are not
 * gone through.
 */
export function tellObject(place, is, required, optional = {}, depth) {
  const { value } = place;
  if (is(value, depth)) return true;
  if (!isObject(value)) return mistyped(place, "an object");
  for (const table of [required, optional])
    for (const key of Object.keys(table)) {
      const tell = value[key] === undefined ? table === required && mistyped : table[key];
      if (tell && !tell(at(place, key), depth)) return false;
    }
  return true;
}

/** The same where a keyword refuses the names that are in neither table. */
export function tellClosed(place, is, required, optional, keyword, depth) {
  const { value } = place;
  if (isObject(value) && !is(value, depth))
    for (const key in value) {
      const isKnown =
        Object.hasOwn(required, key) || Object.hasOwn(optional, key) || isNoProperty(value, key);
      if (!isKnown && !refused(at(place, key), keyword, "is not a known property")) return false;
    }
  return tellObject(place, is, required, optional, depth);
}

/** An array of items of one kind. */
export function tellArray(place, tell, depth) {
  const { value } = place;
  return Array.isArray(value)
    ? [...value].every((_, index) => tell(at(place, index), depth))
    : mistyped(place, "an array");
}

export function tellString(place) {
  return typeof place.value === "string" || mistyped(place, "a string");
}

export function tellSecret(place) {
  return tellString(secret(place));
}

export function tellBoolean(place) {
  return typeof place.value === "boolean" || mistyped(place, "a boolean");
}

/** An integer of 32 bits: what is no integer at all is of the wrong type, one out of the bounds fails its format. */
export function tellInt32(place) {
  const { value } = place;
  return (
    (value | 0) === value || mistyped(place, "a 32-bit integer", Number.isInteger(value) ? "format" : "type")
  );
}
