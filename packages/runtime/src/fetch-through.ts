import createClient, { type Middleware } from "openapi-fetch";
import { ApiError } from "./api-error.js";
import type { ApiResponse } from "./api-promise.js";
import type { CallOptions } from "./call-options.js";
import { ClientError } from "./client-error.js";
import type { ClientCore } from "./client-core.js";
import type { ClientOptions } from "./client-options.js";
import { checkHeaderValue } from "./header-value.js";
import type { Outgoing, Send } from "./outgoing.js";
import { readAnswer } from "./read-answer.js";
import type { Answer } from "./answer.js";
import { readBytes } from "./read-bytes.js";
import { redactor, type Redact } from "./redact.js";
import { defaultRetryClass } from "./retry-class.js";
import type { Route } from "./route.js";
import { serializePath } from "./serialize-path.js";
import { TimeoutError } from "./timeout-error.js";
import { within } from "./within.js";
import { MAX_RESPONSE_BYTES, TIMEOUT } from "./default-limits.js";
import { encodedPath } from "./encoded-path.js";
import { findRoute } from "./find-route.js";

/** What sends by openapi-fetch. */
export interface FetchThrough {
  /** As `request` of openapi-fetch's client. */
  request(method: string, path: string, init?: object): Promise<unknown>;
  /** Sends a call of an operation. */
  send: Send;
}

/** The part of openapi-fetch's options that is looked at here. */
interface FetchInit extends Omit<CallOptions<string>, "headers"> {
  readonly headers?: object | undefined;
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
  routes: readonly Route[],
  middleware: readonly Middleware[],
  { timeout: clientTimeout = TIMEOUT, maxResponseBytes = MAX_RESPONSE_BYTES }: ClientOptions,
): FetchThrough {
  const { description, serverOf } = core;
  const client = createClient({
    // What a prototype has was not given.
    pathSerializer: (path, values) => serializePath(path, { ...values }),
    headers: core.headers,
  }) as unknown as UntypedFetch;

  const request = (
    method: string,
    path: string,
    init: FetchInit = {},
    own: Partial<Outgoing> = {},
    onEnd?: (ended: Ended) => void,
  ): ReturnType<UntypedFetch["request"]> => {
    const verb = method.toUpperCase();
    // An operation knows its own.
    const known = own.route ?? findRoute(routes, verb, path);
    const route = known ?? { method: verb, path, retry: defaultRetryClass(verb) };
    // What a caller filled in, or wrote into a query, is not told.
    const operation = `${verb} ${route.path.replace(/[?#].*$/s, "")}`;
    const isTemplate = known === undefined || known.path === encodedPath(path);
    const baseUrl = serverOf(route.server);
    checkHeaders(init.headers);
    checkHeaders(init.params?.header);
    const send = async (made: Request): Promise<Response> => {
      if (new URL(made.url).origin !== new URL(baseUrl).origin)
        throw new TypeError(`A request of ${operation} can not go to another origin than its server.`);
      let last: Answer | undefined;
      const body = made.body === null ? undefined : await made.arrayBuffer();
      const outgoing: Outgoing = {
        // What is not asked for as an operation is given back as it came.
        route: { ...route, method: made.method, result: "void" },
        operation,
        options: init as CallOptions<string>,
        parameters: { ...init.params },
        value: () => (init.body instanceof FormData ? fieldsOf(init.body) : valueIn(body)),
        ...own,
        url: made.url,
        headers: made.headers,
        body,
        onAnswer: (answer) => {
          last = answer;
        },
      };
      const ended = await core.send(outgoing).then(
        (sent) => ({ sent }),
        (error: unknown) => ({ error }),
      );
      // Without success there is an answer all the same, unless there was none, or not to its end.
      const isAnswer = !("error" in ended) || (ended.error instanceof ApiError && !last?.response.ok);
      // A browser gives a redirect the status 0, which no response can be made with.
      if (!isAnswer || last?.bytes === undefined || last.response.status === 0)
        throw "error" in ended
          ? ended.error
          : new ClientError(`${operation} was answered with more than \`maxResponseBytes\`.`, { operation });
      // A response of these can not have a body (Fetch, section 2.2.6).
      const isBodiless = [204, 205, 304].includes(last.response.status);
      const response = new Response(isBodiless ? null : (last.bytes as BodyInit), last.response);
      onEnd?.({ ...ended, response, redact: last.redact });
      return response;
    };
    const all = [...middleware, ...(init.middleware ?? [])];
    const sending = client
      .request(verb, isTemplate ? route.path : path, { ...init, baseUrl, middleware: all, fetch: send })
      .catch((thrown: unknown) => {
        // Its message quotes the answer.
        if (!(thrown instanceof SyntaxError)) throw thrown;
        throw new ClientError(`${operation} was answered with success, but not with JSON.`, { operation });
      });
    const timeout = init.timeout ?? clientTimeout;
    const late = (): TimeoutError => {
      const message = `No answer to ${operation} within ${timeout} ms.`;
      return new TimeoutError(message, { operation, limit: "total", timeout, outcome: "unknown" });
    };
    // Middleware may wait too.
    return within(init.signal, timeout, sending, late).then((result) => {
      if (result instanceof TimeoutError) throw result;
      return result;
    });
  };

  return {
    request: (method, path, init) => request(method, path, init),
    async send(outgoing) {
      const { route, parameters, options } = outgoing;
      const value = outgoing.value();
      let ended: Ended | undefined;
      const init = {
        ...options,
        headers: outgoing.headers,
        params: { path: parameters, query: parameters },
        ...(value === undefined ? {} : { body: value }),
        querySerializer: (values: Readonly<Record<string, unknown>>) =>
          route.query?.write(values).slice(1) ?? "",
        parseAs: "stream",
      };
      const { error, response } = await request(route.method, route.path, init, outgoing, (given) => {
        ended = given;
      });
      if (response === ended?.response) {
        if (ended.sent === undefined) throw ended.error;
        return ended.sent;
      }
      // A middleware gave another response.
      const bytes = response.ok
        ? await readBytes(response, maxResponseBytes)
        : new TextEncoder().encode(typeof error === "string" ? error : (JSON.stringify(error) ?? ""));
      const names = [...(description.secrets ?? []), ...(route.secrets ?? [])];
      const redact = ended?.redact ?? ((): Redact => redactor(names, [parameters, { body: value }], []));
      const data = readAnswer(outgoing, { response, bytes, redact }, description);
      if (data instanceof ApiError) throw data;
      const { status, headers } = response;
      const { requestId, attempts = 0 } = ended?.sent ?? {};
      return { status, headers, data, requestId, attempts };
    },
  };
}

/** How a request ended: what was sent, or why not, and the response that was made of the answer. */
interface Ended {
  readonly sent?: ApiResponse<unknown>;
  readonly error?: unknown;
  readonly response: Response;
  readonly redact: () => Redact;
}

function checkHeaders(headers: object | undefined): void {
  const entries = headers instanceof Headers ? [] : Object.entries(headers ?? {});
  for (const [name, values] of entries) {
    for (const value of [values].flat()) checkHeaderValue(`header \`${name}\``, String(value ?? ""));
  }
}

/** The value that a body holds: JSON, or a form as a URL has it (WHATWG URL, section 5); otherwise its text. */
function valueIn(body: ArrayBuffer | undefined): unknown {
  const text = new TextDecoder().decode(body);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text.includes("=") ? Object.fromEntries(new URLSearchParams(text)) : text;
  }
}

/** The fields of a form by name; one that is there several times has them all. */
function fieldsOf(form: FormData): object {
  return Object.fromEntries([...form.keys()].map((name) => [name, form.getAll(name)]));
}
