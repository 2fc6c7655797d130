/**
 * Whether `fetch` failed before anything of the request was sent: no address, no connection, no TLS.
 *
 * Fetch itself does not say. Node does by the code of the cause, unless it comes from a connection that stood;
 * Bun by the code, Deno by its message.
 */
export function isNotSent(thrown: unknown, depth = 9): boolean {
  const { code, syscall, message, cause } = (thrown ?? {}) as Readonly<Record<string, unknown>>;
  return (
    (/refused|notfound|ai_again|unreach|connect_timeout|cert|failedtoopen/i.test(`${code}`) &&
      !/read|write/.test(`${syscall}`)) ||
    /error \(Connect\)/.test(`${message}`) ||
    (depth > 0 && isNotSent(cause, depth - 1))
  );
}
