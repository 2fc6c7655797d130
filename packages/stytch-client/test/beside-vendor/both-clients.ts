import { createStytch, type Stytch, type StytchOptions } from "@sdkmill/stytch-client";
import { B2BClient, Client } from "stytch";
import { vi } from "vitest";
import { startFaults } from "../../../runtime/test/faults/set-up.ts";
import type { FaultServer, Script } from "../../../runtime/test/fault-server.ts";

export const credentials = { projectId: "project-test-1", secret: "secret-test-1" } as const;

/** How the credentials stand in the header of a request. */
export const basicCredentials: string = btoa(`${credentials.projectId}:${credentials.secret}`);

export type VendorConfig = ConstructorParameters<typeof Client>[0];

/** Two clients, and for each a server of its own that plays the same script. */
export interface BothClients {
  readonly ours: { readonly client: Stytch; readonly server: FaultServer };
  readonly theirs: { readonly client: Client; readonly b2b: B2BClient; readonly server: FaultServer };
}

/** Starts the servers, which end with the test. Backoff takes no time from then on. */
export async function startBoth(script: Script, options: Partial<StytchOptions> = {}): Promise<BothClients> {
  const [server, other] = [await startFaults(script), await startFaults(script)];
  return {
    ours: { client: ownClient(server.origin, options), server },
    theirs: { ...vendorClients({ env: other.origin, fraud_env: other.origin }), server: other },
  };
}

export function ownClient(baseUrl: string, options: Partial<StytchOptions> = {}): Stytch {
  return createStytch({ ...credentials, baseUrl, allowLoopbackHttp: true, ...options });
}

/** The vendor's two clients. A server of http can only be their `env`, of which they warn. */
export function vendorClients(config: Partial<VendorConfig>): {
  readonly client: Client;
  readonly b2b: B2BClient;
} {
  const { projectId: project_id, secret } = credentials;
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const whole = { project_id, secret, ...config };
  const made = { client: new Client({ ...whole }), b2b: new B2BClient({ ...whole }) };
  warn.mockRestore();
  return made;
}
