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
      for (const [name, item] of Object.entries(value)) waiting.push([item, secret || isSecret(name)]);
    } else if (secret && value && value !== true) secrets.push(`${value}`);
  }
  const writings = secrets
    // As it is, as it stands in a URL, and what HTML or another notation leaves as it is.
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret.toWellFormed()),
      JSON.stringify(secret).slice(1, -1),
      ...(secret.match(/\w{6,}/g) ?? []),
    ])
    // One that has another in it goes first.
    .toSorted((a, b) => b.length - a.length);
  // A character that is none (Unicode, section 23.7) stands for them meanwhile: no secret is found in it.
  const text = (value: string): string =>
    writings
      .reduce((told, secret) => told.replaceAll(secret, "\uffff"), value)
      .replaceAll("\uffff", REDACTED);
  const cause = (thrown: unknown, depth = 9): unknown => {
    if (!isObject(thrown)) return thrown && text(`${thrown}`);
    const { name, message, stack, code, cause: inner } = thrown;
    const copy = new Error(
      text(`${message}`),
      inner && depth ? { cause: cause(inner, depth - 1) } : undefined,
    );
    return Object.assign(copy, { name, stack: text(`${stack}`) }, code && { code });
  };
  return {
    isSecret,
    text,
    cut: (value) =>
      text(value).replace(
        new RegExp(`"(${names.map((name) => name.replace(/\W/g, "\\$&")).join("|")})"\\s*:[^]*`),
        REDACTED,
      ),
    json(property, value, errorType) {
      if (isSecret(property)) return REDACTED;
      if (Array.isArray(value)) return value;
      if (isObject(value))
        return Object.fromEntries(
          Object.entries(value).map(([name, item]) => [WORD.test(name) ? name : text(name), item]),
        );
      const told = text(`${value}`);
      // A part of a number is none.
      if (typeof value !== "string") return told === REDACTED ? told : value;
      return errorType.includes(property) && WORD.test(value) ? value : told;
    },
    cause,
  };
}
