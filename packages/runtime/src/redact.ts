import { isObject } from "./is-object.js";

/** What stands in the place of a secret. */
const REDACTED = "[redacted]";
/** What an API calls a property or an error: no secret, even if it is the word of somebody's password. */
const WORD = /^[a-z_]{1,80}$/;

/** Takes secrets out of what an error is to hold. */
export interface Redact {
  /** Whether a property or header of this name is a secret. */
  isSecret(name: string): boolean;
  /** A text, unless a secret that was sent is in it, as it is or encoded; then nothing of it. */
  text(value: string): string;
  /** The same; it also ends at the first secret name that a value follows, as in JSON, a form or XML. */
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
  // Each with what is left of it: a secret can look like something encoded, and be encoded itself.
  const lines = secrets
    .flatMap((secret) => secret.split(/[\r\n]+/))
    .filter(Boolean)
    .map((line) => [line, bare(line), line.replace(/\W/g, "")] as const);
  const text = (value: string): string => {
    const rest = bare(value);
    const isTold = lines.some(([line, ...traces]) =>
      traces.some((trace) =>
        // Of a short one, or one without letters, an encoded text tells nothing.
        trace.length > 3 ? rest.includes(trace) : value.includes(line) || encoded.test(value),
      ),
    );
    return isTold ? REDACTED : value;
  };
  const named = new RegExp(
    `\\b(${names.map((name) => name.replace(/\W/g, "\\$&")).join("|")})((\\\\*["']|&#?\\w+;)\\s*:|[=>])[^]*`,
  );
  const cut = (value: string): string => text(value.replace(named, REDACTED));
  const cause = (thrown: unknown, depth = 9): unknown => {
    if (!isObject(thrown)) return thrown && text(`${thrown}`);
    const { name, message, stack, code, cause: inner } = thrown;
    const copy = new Error(
      text(`${message}`),
      inner && depth ? { cause: cause(inner, depth - 1) } : undefined,
    );
    return Object.assign(
      copy,
      { name: text(`${name}`), stack: text(`${stack}`) },
      code && { code: text(`${code}`) },
    );
  };
  return {
    isSecret,
    text,
    cut,
    json(property, value, errorType) {
      if (isSecret(property)) return REDACTED;
      if (Array.isArray(value)) return value;
      if (isObject(value))
        return Object.fromEntries(
          Object.entries(value).map(([name, item]) => [WORD.test(name) ? name : text(name), item]),
        );
      const told = cut(`${value}`);
      // A part of a number is none.
      if (typeof value !== "string") return told === REDACTED ? told : value;
      return errorType.includes(property) && WORD.test(value) ? value : told;
    },
    cause,
  };
}

/** What stands for a character in a URL, in JSON and in HTML. */
const encoded = /%[\da-f]{2}|\\u[\da-f]{4}|&#?\w+;/i;
const encodedOrNoWord = new RegExp(`${encoded.source}|\\W`, "gi");

/** What of a text is the same in all of them. */
function bare(text: string): string {
  return text.replace(encodedOrNoWord, "");
}
