/**
 * Checks that a text can be the value of a header (RFC 9110, section 5.5). `Headers` would refuse it too,
 * but with the value in its message, and the value may be a secret.
 *
 * @param source what to call it in the message
 * @throws {TypeError} naming the source, never the value
 */
export function checkHeaderValue(source: string, value: string): void {
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value))
    throw new TypeError(`${source} has a character that no header can have.`);
}

/** Checks all values of an object of headers. */
export function checkHeaderValues(headers: Readonly<Record<string, string | undefined>> = {}): void {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) checkHeaderValue(`The header \`${name}\``, String(value));
  }
}
