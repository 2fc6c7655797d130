/**
 * How checks tell what is wrong. A place is `{ value, around, key, report, isSecret }`: the value there, of
 * which place it is a part and how that calls it, and the report `{ issues, limit }` to write to. What leaves
 * an issue says whether more are wanted.
 */

/** The place of a property or an item. */
export function at(around, key) {
  return { ...around, value: around.value[key], around, key };
}

function pathOf({ around, key }) {
  return around ? [...pathOf(around), key] : [];
}

/** The place as one whose values are not told, nor those below. */
export function secret(place) {
  return { ...place, isSecret: true };
}

/** The value does not satisfy a keyword. */
export function refused(place, keyword, message) {
  const { issues, limit } = place.report;
  const path = pathOf(place);
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
  if (isSecret) return `a ${type}`;
  return (type === "string" ? JSON.stringify(value) : `${value}`).slice(0, 60);
}

/** The value is no integer of 32 bits: no integer at all, or one out of the bounds of its format. */
export function notInt32(place) {
  return mistyped(place, "a 32-bit integer", Number.isInteger(place.value) ? "format" : "type");
}

/** Puts the description of the schema to the issue that was just left. */
export function described({ report }, goesOn, description) {
  report.issues.at(-1).description = description;
  return goesOn;
}
