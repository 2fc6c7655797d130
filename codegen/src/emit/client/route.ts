import type { Contract, Operation, Parameter } from "../../contract/contract.ts";
import { promised } from "../../contract/read-retry.ts";
import { compareText } from "../../source/json.ts";
import { literal } from "../code.ts";
import { acceptsNull } from "./accepts-null.ts";
import { operationSecrets } from "./secret-names.ts";

/**
 * What a single function calls the runtime with: its route as an object, so that it needs nothing that reads
 * routes; for an operation with pages a tuple of it and what leads through them.
 */
export function routeObject(operation: Operation, contract: Contract): string {
  const { httpMethod, path, parameters, retry } = operation;
  const { body, result, server } = routeParts(operation, contract);
  const query = queryNames(parameters).map(literal).join(", ");
  const secrets = operationSecrets(operation, contract);
  const entries = [
    `method: ${literal(httpMethod.toUpperCase())}`,
    `path: ${literal(encodedPath(path))}`,
    `retry: ${literal(retry)}`,
    ...(query === "" ? [] : [`query: queryParameters(${query})`]),
    ...(body === undefined ? [] : [`body: ${literal(body)}`]),
    ...(result === undefined ? [] : [`result: ${literal(result)}`]),
    ...(server === undefined ? [] : [`server: ${literal(server)}`]),
    ...(secrets.length === 0 ? [] : [`secrets: ${literal(secrets)}`]),
  ];
  return withPages(`{ ${entries.join(", ")} }`, operation);
}

/**
 * The same as a text, which takes half as many bytes where there are hundreds:
 * `METHOD /path/{template}[?query&names][ flags]`. The flags: a retry class that is not the method's; `json`
 * or `whole` for the body, `void`, `empty` or `null` for the answer, `@` and the server.
 */
export function routeText(operation: Operation, contract: Contract): string {
  const { httpMethod, parameters, retry } = operation;
  const { body, result, server } = routeParts(operation, contract);
  const query = queryNames(parameters).map(encodeURIComponent).join("&");
  const flags = [
    retry === promised[httpMethod] ? undefined : retry,
    body,
    result,
    server === undefined ? undefined : `@${server}`,
  ].filter((flag) => flag !== undefined);
  const target = routeIdentity(operation) + (query === "" ? "" : `?${query}`);
  return withPages(literal([target, ...flags].join(" ")), operation);
}

function queryNames(parameters: readonly Parameter[]): readonly string[] {
  const names = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  return names.toSorted(compareText);
}

function withPages(route: string, { pagination }: Operation): string {
  if (pagination === undefined) return route;
  const { cursor, next, items } = pagination;
  return `[${[route, ...[cursor, next.join("."), items.join(".")].map(literal)].join(", ")}]`;
}

interface RouteParts {
  /** `json`: its properties stand beside the parameters. `whole`: it stands under `body`. */
  readonly body: "json" | "whole" | undefined;
  /** What a success may be besides JSON: without content always or at times, or `null`. */
  readonly result: "void" | "empty" | "null" | undefined;
  /** The one that the operation has for itself. */
  readonly server: string | undefined;
}

function routeParts({ body, results, mayBeEmpty, server }: Operation, contract: Contract): RouteParts {
  const { document = {} } = contract;
  const isNullable = results.some((schema) => acceptsNull(document, schema));
  const content = mayBeEmpty ? "empty" : isNullable ? "null" : undefined;
  return {
    body: body === undefined ? undefined : bodyForms[body.form],
    result: results.length === 0 ? "void" : content,
    server: server?.replaceAll(/[^!-~]/gu, encodeURIComponent),
  };
}

const bodyForms = { merged: "json", whole: "whole" } as const;

/** The part of a route that identifies its operation: `POST /v1/users/{user_id}`. */
export function routeIdentity({ httpMethod, path }: Pick<Operation, "httpMethod" | "path">): string {
  return `${httpMethod.toUpperCase()} ${encodedPath(path)}`;
}

/** A parameter in braces, an octet that is encoded already, or a character that no path has. */
const encodable = /\{([^{}]+)\}|%[0-9A-Fa-f]{2}|[^A-Za-z0-9\-._~!$&'()*+,;=:@/]/gu;

/**
 * The path of a document with everything percent-encoded that is not part of a path (RFC 3986, section
 * 3.3), and in the names of parameters everything but what a component may have: so the first `?` or space
 * ends the path, and no brace is there but those around names.
 */
function encodedPath(path: string): string {
  return path.replaceAll(encodable, (found, name: string | undefined) => {
    if (name !== undefined) return `{${encodeURIComponent(name)}}`;
    return /^%./.test(found) ? found : encodeURIComponent(found);
  });
}
