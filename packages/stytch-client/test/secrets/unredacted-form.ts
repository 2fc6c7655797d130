import { ApiClient, type ApiDescription, call, queryParameters } from "@sdkmill/runtime";
import type { CallForm } from "./call-form.ts";
import { projectId } from "./planted-call.ts";

/** An API that says of nothing that it is secret. */
const description: ApiDescription = {
  name: "Stytch API",
  server: () => "https://stytch.example",
  requestId: "request_id",
  errorType: ["error_type", "error"],
  credentials: (options) => async () => {
    const given = options["secret"];
    const secret: unknown = typeof given === "function" ? await given() : given;
    const base64 = Buffer.from(`${projectId}:${secret}`).toString("base64");
    // `Authorization` would be secret in every API.
    return { header: ["x-authorization", `Basic ${base64}`], secrets: [] };
  },
};

/** A client that tells what it should not, to see that the test can fail. */
export const unredactedForm: CallForm = {
  name: "unredacted",
  begin: ({ operation, ...planted }, trial, options) => {
    const { query, path, headers, body } = { ...planted, ...trial };
    const client = new ApiClient(description, { ...options });
    const route = {
      method: operation.method,
      path: operation.path,
      retry: "idempotent",
      query: queryParameters(...Object.keys(query)),
      body: body === undefined ? undefined : "json",
    } as const;
    const merged = { ...path, ...query, ...(body as object | undefined) };
    return { client, result: call(client, route, merged, { ...trial.call, headers }) };
  },
};
