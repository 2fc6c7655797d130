import { error, warning, type Checked, type Diagnostic } from "../diagnostics.ts";
import { appendPointer } from "../source/json-pointer.ts";
import { isObject, own, ownArray, ownObject, ownString, type Json } from "../source/json.ts";
import type { Assembled } from "./assemble.ts";
import type { Credentials, Server } from "./contract.ts";
import { isIdentifier } from "./identifiers.ts";
import { isPattern } from "./keywords.ts";
import { placeOf } from "./place.ts";

/**
 * The URL of a server object with its variables at their defaults, without a slash at the end.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#server-object
 */
export function serverUrl(server: Json): string {
  const variables = ownObject(server, "variables");
  const url = ownString(server, "url") ?? "";
  return url
    .replaceAll(/\{([^{}]*)\}/g, (whole, name: string) => ownString(own(variables, name), "default") ?? whole)
    .replace(/\/+$/, "");
}

/**
 * The servers of the API. `x-sdkmill-when: { <credential>: <pattern> }` on one of them makes it the
 * server for credentials that match.
 */
export function readServers(
  assembled: Assembled,
  credentials: Credentials | undefined,
): Checked<readonly Server[]> {
  const diagnostics: Diagnostic[] = [];
  const servers = ownArray(assembled.document, "servers").map((server, index): Server => {
    const when = Object.entries(ownObject(server, "x-sdkmill-when"));
    const [credential, pattern] = when[0] ?? [];
    const place = placeOf(assembled, appendPointer("/servers", index, "x-sdkmill-when"));
    if (when.length > 0 && !isCondition(when, credentials)) {
      const help = `Write one pair: a credential (${credentialNames(credentials).join(", ") || "there is none"}) and a regular expression.`;
      diagnostics.push(error("option-invalid", "This is no condition on a credential.", help, place));
    }
    return {
      url: serverUrl(server),
      description: ownString(server, "description"),
      when: credential === undefined || typeof pattern !== "string" ? undefined : { credential, pattern },
    };
  });
  const absolute = servers.filter(({ url }) => /^https?:\/\//i.test(url));
  if (absolute.length === 0 && assembled.rootPath !== undefined) {
    const help = "Name the server under `servers`, or let every user of the client pass `baseUrl`.";
    diagnostics.push(
      warning(
        "server-missing",
        "The document names no server by an absolute URL.",
        help,
        placeOf(assembled, "/servers"),
      ),
    );
  }
  return { value: absolute, diagnostics };
}

function isCondition(
  pairs: readonly (readonly [string, Json])[],
  credentials: Credentials | undefined,
): boolean {
  const [pair, ...others] = pairs;
  if (pair === undefined || others.length > 0 || typeof pair[1] !== "string") return false;
  return credentialNames(credentials).includes(pair[0]) && isPattern(pair[1]);
}

/** The names of the options of the client that carry credentials. */
export function credentialNames(credentials: Credentials | undefined): readonly string[] {
  if (credentials === undefined) return [];
  if (credentials.kind === "basic") return [credentials.username, credentials.password];
  return credentials.kind === "bearer" ? [credentials.token] : [credentials.key];
}

/**
 * The way to authenticate that the API's `security` names first. The options of the client are called
 * as `x-sdkmill-credentials` of the security scheme says, or `username` and `password`, `token`, `apiKey`.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
 */
export function readCredentials(assembled: Assembled): Checked<Credentials | undefined> {
  const { document } = assembled;
  const schemes = ownObject(own(document, "components"), "securitySchemes");
  const name =
    ownArray(document, "security").flatMap((requirement) =>
      isObject(requirement) ? Object.keys(requirement) : [],
    )[0] ?? Object.keys(schemes)[0];
  const scheme = name === undefined ? undefined : own(schemes, name);
  if (name === undefined) return { value: undefined, diagnostics: [] };
  if (scheme === undefined) {
    const message = `There is no security scheme ${JSON.stringify(name)}.`;
    const help = "Describe it under `components.securitySchemes`, or mend its name.";
    return {
      value: undefined,
      diagnostics: [error("openapi-shape", message, help, placeOf(assembled, "/security"))],
    };
  }

  const pointer = appendPointer("/components/securitySchemes", name);
  const credentials = credentialsOf(scheme);
  if (credentials === undefined) {
    const message = `The security scheme ${JSON.stringify(name)} is not one that the client can follow.`;
    const help =
      "Known are HTTP basic and bearer, OAuth 2, OpenID Connect, and API keys in a header or in the query.";
    return {
      value: undefined,
      diagnostics: [warning("operation-unsupported", message, help, placeOf(assembled, pointer))],
    };
  }
  const options = credentialNames(credentials);
  const isFit =
    options.every((option) => isIdentifier(option) && !clientOptions.has(option)) &&
    new Set(options).size === options.length;
  if (isFit) return { value: credentials, diagnostics: [] };
  const message = `The client can not call its credentials ${options.map((option) => JSON.stringify(option)).join(" and ")}.`;
  const help = `Give each an identifier of its own, other than ${[...clientOptions].join(", ")}.`;
  const place = placeOf(assembled, appendPointer(pointer, "x-sdkmill-credentials"));
  return { value: credentials, diagnostics: [error("option-invalid", message, help, place)] };
}

/** Options that every client has besides its credentials. */
const clientOptions = new Set([
  "baseUrl",
  "allowLoopbackHttp",
  "dangerouslyAllowBrowser",
  "fetch",
  "headers",
  "timeout",
  "attemptTimeout",
  "maxRetries",
  "retryBudget",
  "maxResponseBytes",
  "hooks",
  "middleware",
  "validation",
]);

function credentialsOf(scheme: Json): Credentials | undefined {
  const names = ownObject(scheme, "x-sdkmill-credentials");
  const option = (key: string): string => ownString(names, key) ?? key;
  const type = ownString(scheme, "type");
  const http = ownString(scheme, "scheme")?.toLowerCase();
  if (type === "http" && http === "basic") {
    return { kind: "basic", username: option("username"), password: option("password") };
  }
  if ((type === "http" && http === "bearer") || type === "oauth2" || type === "openIdConnect") {
    return { kind: "bearer", token: option("token") };
  }
  const where = ownString(scheme, "in");
  const parameter = ownString(scheme, "name");
  if (type === "apiKey" && parameter !== undefined && (where === "header" || where === "query")) {
    return { kind: "apiKey", key: option("apiKey"), in: where, parameter };
  }
  return undefined;
}
