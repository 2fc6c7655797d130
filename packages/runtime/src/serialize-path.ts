/**
 * Puts values into the template of a path, percent-encoded.
 *
 * A value that is empty, `.` or `..` would change which operation is called, encoded or not, since
 * URLs are normalized before they are sent (WHATWG URL, section 4.4): it is refused.
 *
 * @throws {TypeError} naming the parameter, never its value
 */
export function serializePath(template: string, values: Readonly<Record<string, unknown>> = {}): string {
  return template.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const isText = typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
    if (!isText) {
      throw new TypeError(`The path parameter \`${name}\` is missing.`);
    }
    const text = String(value);
    if (!text.isWellFormed())
      throw new TypeError(`The path parameter \`${name}\` holds half of a surrogate pair.`);
    if (text === "" || /^(\.|%2e){1,2}$/i.test(text)) {
      throw new TypeError(`The path parameter \`${name}\` can not be empty, "." or "..".`);
    }
    return encodeURIComponent(text);
  });
}
