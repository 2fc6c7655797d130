/** JSON Pointers, absolute and relative. */

/** RFC 6901, section 5. */
export function isJsonPointer(text) {
  return !/^[^/]|~(?![01])/.test(text);
}

/** draft-bhutton-relative-json-pointer-00, section 3. */
export function isRelativeJsonPointer(text) {
  const [prefix] = /^(?:0|[1-9]\d*)(?:[+-](?:0|[1-9]\d*))?/.exec(text) ?? [];
  if (prefix === undefined) return false;
  const rest = text.slice(prefix.length);
  return rest === "#" || isJsonPointer(rest);
}
