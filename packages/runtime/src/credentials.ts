import type { CredentialScheme } from "./api-description.js";
import { checkHeaderValue } from "./header-value.js";

/** Puts credentials on a request. */
export type Authorize = (request: Request) => Request;

/**
 * Checks that the credentials are there, and makes the function that puts them on a request. They stay
 * in its closure and nowhere else.
 *
 * @throws {TypeError} if one is missing, or can not be sent as it is; names the option, never its value
 */
export function authorizer(
  scheme: CredentialScheme | undefined,
  options: Readonly<Record<string, unknown>>,
): Authorize {
  if (scheme === undefined) return (request) => request;
  switch (scheme.kind) {
    case "basic":
      return withHeader("authorization", `Basic ${base64(userPass(options, scheme))}`);
    case "bearer":
      return withHeader("authorization", `Bearer ${headerCredential(options, scheme.token)}`);
    case "apiKey":
      if (scheme.in === "header") return withHeader(scheme.parameter, headerCredential(options, scheme.key));
      return withQuery(scheme.parameter, credential(options, scheme.key));
  }
}

/** RFC 7617, section 2: the user name ends at the first colon. */
function userPass(
  options: Readonly<Record<string, unknown>>,
  names: { readonly username: string; readonly password: string },
): string {
  const username = credential(options, names.username);
  if (username.includes(":")) throw new TypeError(`The option \`${names.username}\` can not have a colon.`);
  return `${username}:${credential(options, names.password)}`;
}

function withHeader(name: string, value: string): Authorize {
  return (request) => {
    request.headers.set(name, value);
    return request;
  };
}

function withQuery(name: string, value: string): Authorize {
  return (request) => {
    const url = new URL(request.url);
    url.search += `${url.search === "" ? "?" : "&"}${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
    return new Request(url, request);
  };
}

function headerCredential(options: Readonly<Record<string, unknown>>, name: string): string {
  const value = credential(options, name);
  checkHeaderValue(`The option \`${name}\``, value);
  return value;
}

function credential(options: Readonly<Record<string, unknown>>, name: string): string {
  const value = options[name];
  if (typeof value !== "string" || value === "") throw new TypeError(`The option \`${name}\` is missing.`);
  // Pasted with its line end, a credential would be another one, and select another server.
  if (value.trim() !== value)
    throw new TypeError(`The option \`${name}\` has white space at its beginning or end.`);
  return value;
}

/** RFC 7617, section 2.1: the credentials as UTF-8, then base64. */
function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}
