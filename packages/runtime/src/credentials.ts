import type { CredentialScheme } from "./api-description.js";

/** Puts credentials on a request. */
export type Authorize = (request: Request) => Request;

/**
 * Checks that the credentials are there, and makes the function that puts them on a request. They stay
 * in its closure and nowhere else.
 *
 * @throws {TypeError} if one is missing or not a string
 */
export function authorizer(
  scheme: CredentialScheme | undefined,
  options: Readonly<Record<string, unknown>>,
): Authorize {
  if (scheme === undefined) return (request) => request;
  switch (scheme.kind) {
    case "basic":
      return withHeader(
        "authorization",
        `Basic ${base64(`${credential(options, scheme.username)}:${credential(options, scheme.password)}`)}`,
      );
    case "bearer":
      return withHeader("authorization", `Bearer ${credential(options, scheme.token)}`);
    case "apiKey": {
      const key = credential(options, scheme.key);
      return scheme.in === "header" ? withHeader(scheme.parameter, key) : withQuery(scheme.parameter, key);
    }
  }
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
    url.searchParams.set(name, value);
    return new Request(url, request);
  };
}

function credential(options: Readonly<Record<string, unknown>>, name: string): string {
  const value = options[name];
  if (typeof value !== "string" || value === "") throw new TypeError(`The option \`${name}\` is missing.`);
  return value;
}

/** RFC 7617, section 2.1: the credentials as UTF-8, then base64. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
