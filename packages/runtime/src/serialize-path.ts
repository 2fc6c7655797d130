import { refuse } from "./refuse.js";

/**
 * Puts values into the template of a path, percent-encoded.
 *
 * A value that is empty, `.` or `..` would change which operation is called, encoded or not, since
 * URLs are normalized before they are sent (WHATWG URL, section 4.4): it is refused.
 *
 * @param template its names are percent-encoded
 * @throws {TypeError} naming the parameter, never its value; {URIError} for half of a surrogate pair
 */
export function serializePath(template: string, values: Readonly<Record<string, unknown>> = {}): string {
  return template.replaceAll(/\{([^{}]+)\}/g, (_, encoded: string) => {
    const name = decodeURIComponent(encoded);
    // What a prototype has is no text.
    const value = values[name];
    const text = /^(st|b)/.test(typeof value) || Number.isFinite(value) ? String(value) : "";
    if (/^(\.|%2e){0,2}$/i.test(text)) refuse(`path parameter \`${name}\``);
    return encodeURIComponent(text);
  });
}
