import { refuse } from "./refuse.js";

/**
 * Checks that a text can be the value of a header (RFC 9110, section 5.5). `Headers` would refuse it too,
 * but with the value in its message, and the value may be a secret.
 *
 * @param source what to call it in the message
 * @throws {TypeError} naming the source, never the value
 */
export function checkHeaderValue(source: string, value: string): void {
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) refuse(source);
}

/**
 * Puts an object of headers into others; those that are undefined are left out.
 *
 * @throws {TypeError} for a value that no header can have
 */
export function setHeaders(headers: Headers, values: object | undefined | void): Headers {
  for (const [name, value] of Object.entries(values ?? {})) {
    if (value === undefined) continue;
    checkHeaderValue(`header \`${name}\``, String(value));
    headers.set(name, value);
  }
  return headers;
}
