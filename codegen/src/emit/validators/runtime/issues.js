/**
 * How checks tell what is wrong. A place is `{ value, path, issues, limit }`: the value there, the way to it,
 * and where issues go. What leaves an issue says whether more are wanted.
 */

/** The place of a property or an item. */
export function at(place, key) {
  return { ...place, value: place.value[key], path: [...place.path, key] };
}

/** The place as one whose values are not told, nor those below. */
export function secret(place) {
  return { ...place, isSecret: true };
}

/** The value does not satisfy a keyword. */
export function refused({ path, issues, limit }, keyword, message) {
  const pointer = path.reduce((text, key) => `${text}/${escaped(key)}`, "");
  return issues.push({ pointer, path, keyword, message }) < limit;
}

/** RFC 6901, section 3. */
function escaped(key) {
  return /[~/]/.test(key) ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}

/** The same, where what is expected can be said. One that is undefined is missing. */
export function mistyped(place, expected, keyword = "type") {
  const { value, isSecret } = place;
  return value === undefined
    ? refused(place, "required", "is required")
    : refused(place, keyword, `must be ${expected}, not ${describe(value, isSecret)}`);
}

/** What came, for people: a scalar itself; of a secret, and of what has parts, no more than the type. */
function describe(value, isSecret) {
  const type = typeof value;
  if (value && type === "object") return Array.isArray(value) ? `an array of ${value.length}` : "an object";
  if (isSecret && value !== null) return `a ${type}`;
  return (type === "string" ? JSON.stringify(value) : String(value)).slice(0, 60);
}

/** Puts the description of the schema to the issue that was just left. */
export function described({ issues }, goesOn, description) {
  issues.at(-1).description = description;
  return goesOn;
}
