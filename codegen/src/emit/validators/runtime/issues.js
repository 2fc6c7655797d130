/**
 * How checks tell what is wrong. A check that is called with a value alone stops at the first fault; with
 * a place as well, it goes on and leaves an issue for each. A place is `{ value, path, issues, limit }`,
 * where `value` is the whole and `path` leads to the part. Each function here is told the key of a property
 * or an item if that is meant, and says whether the check is to go on.
 */

/** The place of a property or an item. */
export function at(place, key) {
  return { ...place, path: [...place.path, key] };
}

/** The value is of the wrong type. One that is undefined is missing. */
export function mistyped(place, expected, key, keyword = "type", message) {
  if (!place) return false;
  const { path, issues, limit, isSecret } = key === undefined ? place : at(place, key);
  const value = path.reduce((whole, step) => whole[step], place.value);
  if (value === undefined && !message) return missing(place, key);
  const pointer = path.map((step) => `/${`${step}`.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  issues.push({
    pointer,
    path,
    keyword,
    message: message ?? `must be ${expected}, not ${describe(value, isSecret)}`,
  });
  return issues.length < limit;
}

/** What came, for people: a scalar itself; of a secret, and of what has parts, no more than the type. */
function describe(value, isSecret) {
  const type = typeof value;
  if (value && type === "object") return Array.isArray(value) ? `an array of ${value.length}` : "an object";
  if (isSecret) return `a ${type}`;
  return (type === "string" ? JSON.stringify(value) : String(value)).slice(0, 60);
}

/** A required property is missing. */
export function missing(place, key) {
  return mistyped(place, "", key, "required", "is required");
}

/** The value is of the right type but does not satisfy a keyword. */
export function failed(place, keyword, expected, key) {
  return mistyped(place, expected, key, keyword);
}

/** The value must not be there. */
export function refused(place, keyword, message, key) {
  return mistyped(place, "", key, keyword, message);
}

/** The value is no integer of 32 bits: no integer at all, or one out of the bounds of its format. */
export function notInt32(place, value, key) {
  return mistyped(place, "a 32-bit integer", key, Number.isInteger(value) ? "format" : "type");
}

/** The place, or the one of a key in it, as one whose values are not told. */
export function secret(place, key) {
  return { ...(key === undefined ? place : at(place, key)), isSecret: true };
}

/** Puts the description of the schema to the issue that was just left. */
export function described(place, goesOn, description) {
  if (place) place.issues.at(-1).description = description;
  return goesOn;
}
