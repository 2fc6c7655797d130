import { ApiClient, type ApiDescription, type ClientOptions } from "@sdkmill/runtime";
import { onTestFinished, vi } from "vitest";
import { type FaultServer, type Script, startFaultServer } from "../fault-server.ts";

/** The API that the fault server stands for. */
export const description: ApiDescription = {
  name: "Test API",
  requestId: "request_id",
  errorType: ["error_type"],
};

/** Starts a fault server that ends with the test. Backoff takes no time from then on. */
export async function startFaults(script: Script, port?: number): Promise<FaultServer> {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const server = await startFaultServer(script, port);
  onTestFinished(server.end);
  return server;
}

/** A client of a server of this machine. */
export function clientOf({ origin }: { readonly origin: string }, options: ClientOptions = {}): ApiClient {
  return new ApiClient(description, { baseUrl: origin, allowLoopbackHttp: true, ...options });
}
