import { isObject } from "./is-object.js";

/** What stands in the place of a secret. */
const REDACTED = "[redacted]";
/** What an API calls a property or an error: no secret, even if it is the word of somebody's password. */
const WORD = /^[a-z_]{1,80}$/;

/** Takes secrets out of what an error is to hold. */
export interface Redact {
  /** Whether a property or header of this name is a secret. */
  isSecret(name: string): boolean;
  /** Takes the secrets that were sent out of a text. */
  text(value: string): string;
  /** The same for a text that was to be JSON; it ends where the first property with a secret name begins. */
  cut(value: string): string;
  /** The same for a property, as a reviver of `JSON.parse`. */
  json(property: string, value: unknown, errorType: readonly string[]): unknown;
  /** Something that was thrown, as an error of the same name, message, code and cause. */
  cause(thrown: unknown): unknown;
}

/**
 * Makes the functions that take secrets out.
 *
 * @param names of properties and, in lower case, of headers whose values are secret
 * @param sent where values of these names are looked for, at any depth
 * @param values that are secret besides these
 */
export function redactor(names: readonly string[], sent: unknown, values: readonly string[]): Redact {
  const isSecret = (name: string): boolean => names.includes(name);
  const secrets = [...values];
  const waiting: [value: unknown, isSecret: boolean][] = [[sent, false]];
  // A list that grows while it is gone through: a body may be nested deeper than a stack is.
  for (const [value, secret] of waiting) {
    if (isObject(value)) {
      // Headers and forms have their entries elsewhere than objects and arrays.
      const entries = value instanceof Headers || value instanceof FormData ? value : Object.entries(value);
      for (const [name, item] of entries) waiting.push([item, secret || isSecret(name)]);
    } else if (secret && typeof value !== "boolean") secrets.push(`${value ?? ""}`);
  }
  const writings = secrets
    // As it is, as it stands in a URL, and what HTML or another notation leaves as it is.
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret.toWellFormed()),
      ...(secret.match(/\w{6,}/g) ?? []),
    ])
    // One that has another in it goes first.
    .toSorted((a, b) => b.length - a.length);
  const text = (value: string): string =>
    writings.reduce((told, secret) => (secret ? told.replaceAll(secret, REDACTED) : told), value);
  const cause = (thrown: unknown): unknown => {
    if (!isObject(thrown)) return thrown && text(`${thrown}`);
    const { name, message, stack, code, cause: inner } = thrown;
    const copy = new Error(text(`${message}`), inner ? { cause: cause(inner) } : {});
    return Object.assign(copy, { name, stack: text(`${stack}`) }, code ? { code } : {});
  };
  return {
    isSecret,
    text,
    cut: (value) =>
      text(value).replace(new RegExp(`"(${names.join("|").replace(/[^\w|]/g, "\\$&")})"\\s*:[^]*`), REDACTED),
    json(property, value, errorType) {
      if (isSecret(property)) return REDACTED;
      if (isObject(value)) return value;
      const plain = `${value}`;
      const told = text(plain);
      return told === plain || (errorType.includes(property) && WORD.test(plain)) ? value : told;
    },
    cause,
  };
}
