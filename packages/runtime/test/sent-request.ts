import {
  type ApiDescription,
  ApiClient,
  type CallOptions,
  type ClientOptions,
  type Route,
  call,
} from "@sdkmill/runtime";

/** The options of a client with those that its credentials name. */
export type TestOptions = ClientOptions & Readonly<Record<string, unknown>>;

/** An API with everything that a description needs and no credentials. */
export function describeApi(parts: Partial<ApiDescription> = {}): ApiDescription {
  return {
    name: "Test API",
    server: () => "https://api.example",
    requestId: "request_id",
    errorType: ["error_type"],
    ...parts,
  };
}

/** A route, of which a test says only what it is about. */
export function describeRoute(parts: Partial<Route> = {}): Route {
  return { method: "GET", path: "/things", retry: "single-use", ...parts };
}

/** What a client of an API would send for a call: the request that reaches `fetch`. */
export async function sentRequest(
  api: ApiDescription,
  options: TestOptions,
  route: Route = describeRoute(),
  parameters?: object,
  callOptions?: CallOptions,
): Promise<Request> {
  const sent: Request[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push(new Request(url, init));
    return Response.json({});
  };
  await call(new ApiClient(api, { ...options, fetch }), route, parameters, callOptions);
  const [request] = sent;
  if (request === undefined || sent.length > 1) throw new Error(`${sent.length} requests were sent.`);
  return request;
}

/** What a promise is rejected with; an error of its own if it is not. */
export async function rejection(promise: PromiseLike<unknown>): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (thrown) {
    return thrown;
  }
  throw new Error(`Nothing was thrown, but there is ${JSON.stringify(value)}.`);
}
