import { ApiClient, call, type CredentialScheme } from "@sdkmill/runtime";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { json, type LoopbackServer, startLoopbackServer } from "./loopback-server.ts";
import { describeApi } from "./sent-request.ts";

let api: LoopbackServer;
let other: LoopbackServer;

beforeAll(async () => {
  other = await startLoopbackServer(() => json({ from: "other" }));
  api = await startLoopbackServer(({ target }) => ({
    status: Number(target.slice(1)),
    headers: { location: `${other.origin}/taken` },
  }));
});

afterEach(() => {
  api.takeReceived();
  other.takeReceived();
});
afterAll(() => Promise.all([api.end(), other.end()]));

// `fetch` takes `Authorization` away on the way to another origin, but neither other headers nor the body.
describe("a redirect to another origin takes no secrets there", () => {
  const schemes: readonly CredentialScheme[] = [
    { kind: "basic", username: "user", password: "secret" },
    { kind: "apiKey", key: "secret", in: "header", parameter: "X-Api-Key" },
  ];

  test.each([302, 307, 308])("status %i", async (status) => {
    for (const credentials of schemes) {
      const options = { user: "user", secret: "hidden-key", baseUrl: api.origin };
      const client = new ApiClient(describeApi({ credentials }), options);
      const description = { method: "POST", path: `/${status}`, body: "merged" } as const;
      const headers = { "X-Session": "hidden-session" };
      await call(client, description, { password: "hidden-password" }, { headers }).catch(() => undefined);
    }

    expect(api.received).toHaveLength(schemes.length);
    expect(JSON.stringify(other.received)).not.toMatch(/hidden-(?:key|session|password)/);
  });
});
