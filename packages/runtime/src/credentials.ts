import { checkHeaderValue } from "./header-value.js";
import { refuse } from "./refuse.js";

type Options = Readonly<Record<string, unknown>>;

/** How one request says who it comes from. */
export interface Authorization {
  readonly header?: readonly [name: string, value: string];
  /** The URL with what belongs into its query. */
  readonly locate?: (url: string) => string;
  /** What of it is never to be told. */
  readonly secrets: readonly string[];
}

export type Authorize = () => Authorization | Promise<Authorization>;

/**
 * Reads credentials from the options of a client. They stay in the closure of what it returns, and nowhere
 * else.
 *
 * @throws {TypeError} if one is missing, or can not be sent as it is; names the option, never its value
 */
export type CredentialScheme = (options: Options) => Authorize;

/** HTTP basic authentication (RFC 7617); the arguments are the names of options. */
export function basic(username: string, password: string): CredentialScheme {
  return (options) => {
    // Section 2: the user name ends at the first colon.
    const user = checked(username, options[username], /^[^:]+$/);
    return reading(options, password, (secret) => {
      // Section 2.1: as UTF-8, then base64.
      const userPass = btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${secret}`)));
      return { header: ["authorization", `Basic ${userPass}`], secrets: [secret, userPass] };
    });
  };
}

/** A bearer token (RFC 6750, section 2.1); the argument is the name of an option. */
export function bearer(token: string): CredentialScheme {
  return (options) =>
    reading(options, token, (secret) => ({
      header: ["authorization", `Bearer ${headerSafe(token, secret)}`],
      secrets: [secret],
    }));
}

/** A key in a header or in the query; the first argument is the name of an option. */
export function apiKey(key: string, place: "header" | "query", parameter: string): CredentialScheme {
  return (options) =>
    reading(options, key, (secret) => {
      if (place === "header") return { header: [parameter, headerSafe(key, secret)], secrets: [secret] };
      const pair = `${encodeURIComponent(parameter)}=${encodeURIComponent(secret)}`;
      return { locate: (url) => `${url}${url.includes("?") ? "&" : "?"}${pair}`, secrets: [secret] };
    });
}

/** A credential is a text, or a function that is asked for it before each attempt. */
function reading(options: Options, name: string, make: (secret: string) => Authorization): Authorize {
  const given = options[name];
  if (typeof given === "function") return async () => make(checked(name, await given()));
  const made = make(checked(name, given));
  return () => made;
}

function headerSafe(name: string, value: string): string {
  checkHeaderValue(`option \`${name}\``, value);
  return value;
}

/** Pasted with its line end, a credential would be another one, and select another server. */
function checked(name: string, value: unknown, form = /./): string {
  if (typeof value !== "string" || !form.test(value) || value.trim() !== value) refuse(`option \`${name}\``);
  return value;
}
