/**
 * The applicators once more, for a schema that asks which properties and items they evaluated (core,
 * section 11): every branch has to be tried, and only what a valid one evaluated counts.
 */

/** Whether a value is valid; if so, what the check evaluated is added. */
export function isMet(value, is, depth, evaluated) {
  const own = new Set();
  const isValid = is(value, depth, own);
  if (isValid) for (const key of own) evaluated.add(key);
  return isValid;
}

/** By how many of the checks a value is valid. */
export function countMet(value, checks, depth, evaluated) {
  return checks.filter((is) => isMet(value, is, depth, evaluated)).length;
}
