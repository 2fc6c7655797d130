/**
 * Refuses what a caller gave, before anything is sent. It is named, and not shown: it may be a secret.
 *
 * @throws {TypeError}
 */
export function refuse(what: string): never {
  throw new TypeError(`The ${what} is missing or can not be used.`);
}
