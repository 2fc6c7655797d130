import createClient, { type Middleware } from "openapi-fetch";
import { ApiError } from "./api-error.js";
import type { CallOptions } from "./call-options.js";
import type { ClientCore } from "./client-core.js";
import { checkHeaderValue } from "./header-value.js";
import type { RouteOf } from "./lazy-fetch.js";
import type { Outgoing, Sent } from "./outgoing.js";
import { readAnswer } from "./read-answer.js";
import { readBytes } from "./read-bytes.js";
import { redactor } from "./redact.js";
import { parseRoute } from "./parse-route.js";
import { serializePath } from "./serialize-path.js";

/** What sends by openapi-fetch. */
export interface FetchThrough {
  /** As `request` of openapi-fetch's client. */
  request(method: string, path: string, init?: object): Promise<unknown>;
  /** Sends a call of an operation. */
  send(outgoing: Outgoing): Promise<Sent>;
}

/** The part of openapi-fetch's options that is looked at here. */
interface FetchInit extends CallOptions<string> {
  readonly params?: {
    readonly header?: object;
    readonly path?: Readonly<Record<string, unknown>>;
    readonly query?: Readonly<Record<string, unknown>>;
  };
  readonly body?: unknown;
  readonly middleware?: readonly Middleware[];
}

/** openapi-fetch without the types of one API. */
interface UntypedFetch {
  request(
    method: string,
    path: string,
    init: object,
  ): Promise<{ readonly error?: unknown; readonly response: Response }>;
}

/** An openapi-fetch client whose `fetch` is the `send` of a core. */
export function fetchThrough(
  core: ClientCore,
  routeOf: RouteOf,
  middleware: readonly Middleware[],
): FetchThrough {
  const { description, serverOf } = core;
  const client = createClient({
    pathSerializer: serializePath,
    headers: core.headers,
  }) as unknown as UntypedFetch;

  const request = (
    method: string,
    path: string,
    init: FetchInit = {},
    own: Partial<Outgoing> = {},
    onSent?: (sent: Sent, response: Response) => void,
  ): ReturnType<UntypedFetch["request"]> => {
    const operation = `${method.toUpperCase()} ${path}`;
    const route = routeOf(operation) ?? parseRoute(operation);
    const baseUrl = serverOf(route.server);
    checkHeaders(init.headers);
    checkHeaders(init.params?.header);
    const send = async (made: Request): Promise<Response> => {
      if (new URL(made.url).origin !== new URL(baseUrl).origin)
        throw new TypeError(`A request of ${operation} can not go to another origin than its server.`);
      const sent = await core.send({
        route: { ...route, method: made.method, result: "void" },
        operation,
        options: init,
        parameters: { ...init.params },
        value: undefined,
        ...own,
        url: made.url,
        headers: made.headers,
        body: made.body === null ? undefined : await made.arrayBuffer(),
        isRaw: true,
      });
      // A response of these can not have a body (Fetch, section 2.2.6).
      const isBodiless = [204, 205, 304].includes(sent.status);
      const response = new Response(isBodiless ? null : (sent.bytes as BodyInit), sent);
      onSent?.(sent, response);
      return response;
    };
    const all = [...middleware, ...(init.middleware ?? [])];
    return client.request(method, path, { ...init, baseUrl, middleware: all, fetch: send });
  };

  return {
    request: (method, path, init) => request(method, path, init),
    async send(outgoing) {
      const { route, parameters, options, value } = outgoing;
      let made: { readonly sent: Sent; readonly response: Response } | undefined;
      const init = {
        ...options,
        params: { path: parameters, query: parameters },
        ...(value === undefined ? {} : { body: value }),
        querySerializer: (values: Readonly<Record<string, unknown>>) =>
          route.query?.write(values).slice(1) ?? "",
        parseAs: "stream",
      };
      const keep = (sent: Sent, response: Response): void => {
        made = { sent, response };
      };
      const { error, response } = await request(route.method, route.path, init, outgoing, keep);
      if (response === made?.response) {
        if (made.sent.error !== undefined) throw made.sent.error;
        return made.sent;
      }
      // A middleware gave another response.
      const bytes = response.ok
        ? await readBytes(response, Infinity)
        : new TextEncoder().encode(typeof error === "string" ? error : (JSON.stringify(error) ?? ""));
      const answer = { response, bytes };
      const names = [...(description.secrets ?? []), ...(route.secrets ?? [])];
      const data = readAnswer(outgoing, answer, description, () => redactor(names, [parameters, value], []));
      if (data instanceof ApiError) throw data;
      const { status, headers } = response;
      const { requestId, attempts = 0 } = made?.sent ?? {};
      return { bytes, status, headers, data, requestId, attempts };
    },
  };
}

function checkHeaders(headers: object | undefined): void {
  const entries = headers instanceof Headers ? [] : Object.entries(headers ?? {});
  for (const [name, values] of entries) {
    for (const value of [values].flat()) checkHeaderValue(`The header \`${name}\``, String(value ?? ""));
  }
}
