import { ApiClient, ApiError, apiKey, basic, call, type CredentialScheme } from "@sdkmill/runtime";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { json, type LoopbackServer, startLoopbackServer } from "./loopback-server.ts";
import { describeApi, describeRoute, rejection } from "./sent-request.ts";

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
    basic("user", "secret"),
    apiKey("secret", "header", "X-Api-Key"),
  ];

  test.each([301, 302, 303, 307, 308])("status %i", async (status) => {
    for (const credentials of schemes) {
      const options = { user: "user", secret: "hidden-key", baseUrl: api.origin, allowLoopbackHttp: true };
      const client = new ApiClient(describeApi({ credentials, secrets: ["password"] }), options);
      const route = describeRoute({ method: "POST", path: `/${status}`, body: "json" });
      const headers = { "X-Session": "hidden-session" };
      const error = await rejection(call(client, route, { password: "hidden-password" }, { headers }));

      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({
        status,
        message: `Test API answered POST /${status} with status ${status}.`,
      });
    }

    expect(api.received).toHaveLength(schemes.length);
    expect(other.received).toStrictEqual([]);
  });
});
