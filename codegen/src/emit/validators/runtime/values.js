/** The length of a string as JSON Schema counts it: in code points (validation, section 6.3.1). */
export function codePointLength(text) {
  let length = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    const isPair =
      (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
    if (isPair) {
      length -= 1;
      index += 1;
    }
  }
  return length;
}

/** Equality of JSON values: arrays by item, objects by property in any order (core, section 4.2.2). */
export function isEqual(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  if (Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
  );
}

/** Puts issues at the end of others. A new array for each item would take time in the square of their number. */
export function appendErrors(errors, more) {
  for (const error of more) errors.push(error);
  return errors;
}
