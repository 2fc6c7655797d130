/**
 * The applicators once more, for a schema that asks which properties and items they evaluated (core,
 * section 11): every branch has to be tried, and only what a valid one evaluated counts.
 */

import { refused } from "./issues.js";
import { noneOf } from "./unions.js";

/** Whether a value is valid; if so, what the check evaluated is added. */
export function isMet(value, check, depth, evaluated) {
  const own = new Set();
  const isValid = check(value, undefined, depth, own);
  if (isValid) for (const key of own) evaluated.add(key);
  return isValid;
}

export function anyOfEvaluated(value, place, checks, depth, evaluated) {
  return countValid(value, checks, depth, evaluated) > 0 || noneOf(value, place, untold(checks), depth);
}

export function oneOfEvaluated(value, place, checks, depth, evaluated) {
  const count = countValid(value, checks, depth, evaluated);
  if (count === 0) return noneOf(value, place, untold(checks), depth);
  return count === 1 || refused(place, "oneOf", "matches more than one of the schemas that it may match");
}

function countValid(value, checks, depth, evaluated) {
  return checks.filter((check) => isMet(value, check, depth, evaluated)).length;
}

function untold(checks) {
  return checks.map((check) => (value, place, depth) => check(value, place, depth, new Set()));
}
