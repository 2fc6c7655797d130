import type { StytchOptions } from "@sdkmill/stytch-client";
import type { LoopbackServer } from "../../runtime/test/loopback-server.ts";

/** Options of a client that calls a server on this machine, whatever server an operation has. */
export function loopbackOptions({
  origin,
}: Pick<LoopbackServer, "origin">): Omit<StytchOptions, "middleware"> {
  return {
    projectId: "project-test-1",
    secret: "hidden-key",
    baseUrl: () => origin,
    allowLoopbackHttp: true,
  };
}
