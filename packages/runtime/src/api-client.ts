import createFetchClient, { type Client } from "openapi-fetch";
import type { ApiDescription } from "./api-description.js";
import { authorizer } from "./credentials.js";
import { checkHeaderValues } from "./header-value.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { readAnswer } from "./read-answer.js";
import { serializePath } from "./serialize-path.js";
import { checkBaseUrl, selectServer, withBase } from "./servers.js";

/** How an operation is called over HTTP. */
export interface Call {
  readonly method: string;
  /** Path template: `/v1/users/{user_id}`. */
  readonly path: string;
  /** Names of the query parameters. */
  readonly query?: readonly string[];
  /** `merged`: every other parameter is a property of the body. `whole`: the parameter `body` is the body. */
  readonly body?: "merged" | "whole";
}

/** Path and query parameters and the body of a call, in one object. */
export type CallParameters = object;

/** openapi-fetch without the types of one API: paths are checked where operations are generated. */
interface UntypedFetch {
  request(
    method: string,
    path: string,
    init: object,
  ): Promise<{ readonly error?: unknown; readonly response: Response }>;
}

/** A client of one API. The operations are functions that take it as their first argument. */
export class ApiClient<Paths extends object> {
  /** openapi-fetch, for everything that no operation covers, with the same credentials and servers. */
  readonly $fetch: Client<Paths>;
  readonly #description: ApiDescription;

  /** @throws {TypeError} if a credential or the base URL is missing or can not be used */
  constructor(description: ApiDescription, options: ClientOptions & Readonly<Record<string, unknown>>) {
    const authorize = authorizer(description.credentials, options);
    const { baseUrl, fetch, headers } = options;
    checkHeaderValues(headers);
    const rebase = (server: string): string =>
      baseUrl === undefined
        ? server
        : checkBaseUrl(typeof baseUrl === "function" ? baseUrl(server) : baseUrl);
    const server = rebase(selectServer(description, options, baseUrl !== undefined));
    this.#description = description;
    this.$fetch = createFetchClient<Paths>({
      baseUrl: server,
      pathSerializer: serializePath,
      // A redirect could carry the body, and every header but one, to another origin (Fetch, section 4.4).
      redirect: "manual",
      // The global one at the time of the call, so that it can be replaced after the client was made.
      fetch: fetch ?? ((request) => globalThis.fetch(request)),
      ...(headers === undefined ? {} : { headers: { ...headers } }),
    });
    this.$fetch.use({
      onRequest: ({ request, schemaPath }) => {
        const route = `${request.method} ${schemaPath}`;
        const own = Object.hasOwn(description.routes, route) ? description.routes[route] : undefined;
        return authorize(own === undefined ? request : withBase(request, server, rebase(own)));
      },
    });
  }

  /** Used by {@link call}; a method would stand among the namespaces of the API. */
  static async call<Paths extends object>(
    client: ApiClient<Paths>,
    { method, path, query = [], body }: Call,
    parameters: CallParameters = {},
    { headers, signal }: CallOptions<string> = {},
  ): Promise<unknown> {
    checkHeaderValues(headers);
    const given = Object.entries(parameters);
    const inPath = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? ""));
    const rest = given.filter(([name]) => !inPath.has(name) && !query.includes(name));
    const payload = body === "whole" ? rest.find(([name]) => name === "body")?.[1] : Object.fromEntries(rest);
    const { error, response } = await (client.$fetch as unknown as UntypedFetch).request(method, path, {
      params: {
        path: Object.fromEntries(given.filter(([name]) => inPath.has(name))),
        // openapi-fetch encodes the values of a query, but not its names.
        query: Object.fromEntries(
          given
            .filter(([name]) => query.includes(name))
            .map(([name, value]) => [encodeURIComponent(name), value]),
        ),
      },
      ...(body === undefined ? {} : { body: payload }),
      ...(headers === undefined ? {} : { headers }),
      ...(signal === undefined ? {} : { signal }),
      parseAs: "stream",
    });
    return readAnswer(`${method} ${path}`, response, error, client.#description);
  }
}

/**
 * Calls an operation.
 *
 * @returns what the API answered, parsed; undefined if the answer has no content
 * @throws {ApiError} if the API did not answer with success
 * @throws {TypeError} if a path parameter is missing or would change the path; also, as `fetch` does, if
 *   there was no answer
 */
export function call<Result>(
  client: ApiClient<object>,
  description: Call,
  parameters?: CallParameters,
  options?: CallOptions<string>,
): Promise<Result> {
  return ApiClient.call(client, description, parameters, options) as Promise<Result>;
}
