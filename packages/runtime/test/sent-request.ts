import { type ApiDescription, ApiClient, type Call, type CallParameters, call } from "@sdkmill/runtime";

/** An API with everything that a description needs and no credentials. */
export function describeApi(parts: Partial<ApiDescription> = {}): ApiDescription {
  return {
    name: "Test API",
    servers: [{ url: "https://api.example" }],
    routes: {},
    credentials: undefined,
    requestId: "request_id",
    ...parts,
  };
}

/** What a client of an API would send for a call: the request that reaches `fetch`. */
export async function sentRequest(
  api: ApiDescription,
  options: ConstructorParameters<typeof ApiClient>[1],
  description: Call = { method: "GET", path: "/things" },
  parameters?: CallParameters,
): Promise<Request> {
  const sent: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    sent.push(request);
    return Response.json({});
  };
  await call(new ApiClient(api, { ...options, fetch }), description, parameters);
  const [request] = sent;
  if (request === undefined || sent.length > 1) throw new Error(`${sent.length} requests were sent.`);
  return request;
}
