import { createStytch } from "@sdkmill/stytch-client";
import { createRequire } from "node:module";
import { type LoopbackServer, startLoopbackServer } from "../../../runtime/test/loopback-server.ts";
import { methodsOf, type NamedCaller } from "../client-methods.ts";
import { type SentRequest, sentRequest } from "./sent-request.ts";
import { type VendorMethod, vendorMethodsOf } from "./vendor-methods.ts";

/** Two clients of the same API, and what they send. */
export interface Recorder {
  /** The methods of the vendor's two clients. */
  readonly theirs: readonly VendorMethod[];
  /** Ours, by dotted name. */
  readonly ours: ReadonlyMap<string, NamedCaller["call"]>;
  /** What a call sends, whatever becomes of it. */
  readonly sentBy: (call: () => unknown) => Promise<readonly SentRequest[]>;
  readonly end: () => Promise<void>;
}

const projectId = "project-test-1";
const secret = "secret-test-1";

interface VendorClient {
  new (config: { project_id: string; secret: string; env: string; fraud_env: string }): object;
}

/**
 * Starts a server in place of each of the API's, and makes the clients that use them.
 *
 * @param more options of our client
 */
export async function startRecorder(more: object = {}): Promise<Recorder> {
  const api = await startLoopbackServer();
  const telemetry = await startLoopbackServer();
  const servers: readonly (readonly [name: string, server: LoopbackServer])[] = [
    ["api", api],
    ["telemetry", telemetry],
  ];
  const options = {
    ...more,
    ...{ projectId, secret, allowLoopbackHttp: true },
    baseUrl: (url: string): string =>
      new URL(url).hostname === "telemetry.stytch.com" ? telemetry.origin : api.origin,
  };
  return {
    theirs: Object.entries(vendorClients()).flatMap(([name, Client]) => {
      const config = { project_id: projectId, secret, env: api.origin, fraud_env: telemetry.origin };
      return vendorMethodsOf(new Client(config), name);
    }),
    ours: new Map(methodsOf(createStytch(options)).map(({ name, call }) => [name, call])),
    sentBy: async (call) => {
      try {
        await call();
      } catch {
        // What was sent is all that counts.
      }
      return servers.flatMap(([name, server]) =>
        server.takeReceived().map((request) => sentRequest(name, request)),
      );
    },
    end: async () => {
      await Promise.all(servers.map(([, server]) => server.end()));
    },
  };
}

/** As `require` gives them: the package has no named exports for `import`. */
function vendorClients(): { readonly Client: VendorClient; readonly B2BClient: VendorClient } {
  const { Client, B2BClient } = createRequire(import.meta.url)("stytch").default;
  return { Client, B2BClient };
}
