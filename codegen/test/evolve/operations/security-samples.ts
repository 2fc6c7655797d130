import type { Json, JsonObject } from "../../../src/source/json.ts";
import { listing, shop, withPaths, type OperationSample } from "./compared-operations.ts";

const basic = { type: "http", scheme: "basic" };
const key = { type: "apiKey", in: "header", name: "X-Key" };
const flow = { tokenUrl: "https://auth.example/token", scopes: { read: "Read" } };
const oauth = { type: "oauth2", flows: { clientCredentials: flow } };
const schemes = { basic, key, oauth };
const asking = (security: Json, securitySchemes: JsonObject = schemes): JsonObject =>
  shop({}, { security, components: { securitySchemes } });
const described = (scheme: JsonObject): JsonObject => asking([{ one: [] }], { one: scheme });
const flows = (map: JsonObject): JsonObject => described({ type: "oauth2", flows: map });

/** Security requirements and schemes. */
export const securitySamples: readonly OperationSample[] = [
  {
    name: "credentials for what was open",
    old: asking([]),
    new: asking([{ basic: [] }]),
    found: ["security-added -/M API: Credentials are asked for now: `basic`."],
  },
  {
    name: "an open operation, whatever it says for that",
    old: shop({ security: [] }, { security: [{ basic: [] }], components: { securitySchemes: schemes } }),
    new: shop({ security: [{}] }, { security: [{ basic: [] }], components: { securitySchemes: schemes } }),
    found: [],
  },
  {
    name: "what the operation says otherwise, and what it says again",
    old: withPaths(
      { "/items": { get: listing(), put: { operationId: "put", security: [{ basic: [] }] } } },
      { security: [{ basic: [] }], components: { securitySchemes: schemes } },
    ),
    new: withPaths(
      {
        "/items": {
          get: listing({ security: [{ basic: [] }] }),
          put: { operationId: "put", security: [{ key: [] }] },
        },
      },
      { security: [{ basic: [] }], components: { securitySchemes: schemes } },
    ),
    found: [
      "security-alternative-added -/m items.put: Credentials of `key` are a new alternative.",
      "security-alternative-removed -/M items.put: Credentials of `basic` are no longer an alternative.",
    ],
  },
  {
    name: "an alternative more",
    old: asking([{ basic: [] }]),
    new: asking([{ basic: [] }, { key: [] }]),
    found: ["security-alternative-added -/m API: Credentials of `key` are a new alternative."],
  },
  {
    name: "credentials that may be left out",
    old: asking([{ basic: [] }]),
    new: asking([{ basic: [] }, {}]),
    found: ["security-alternative-added -/m API: Credentials may be left out now."],
  },
  {
    name: "two schemes together",
    old: asking([{ basic: [] }]),
    new: asking([{ basic: [], key: [] }]),
    found: ["security-scheme-required -/M API: Besides `basic`, credentials of `key` are asked for now."],
  },
  {
    name: "an alternative less, which another one covers",
    old: asking([{ basic: [] }, { basic: [], key: [] }]),
    new: asking([{ basic: [] }]),
    found: [
      "security-alternative-removed -/- API: Credentials of `basic` and `key` are no longer an alternative.",
    ],
  },
  {
    name: "alternatives in another order",
    old: asking([{ basic: [] }, { key: [] }]),
    new: asking([{ key: [] }, { basic: [] }, { key: [] }]),
    found: [
      "credentials-changed M/- API: The client was given `username` and `password` to prove who calls, and is given `apiKey` now.",
    ],
  },
  {
    name: "scopes",
    old: asking([{ basic: [] }, { oauth: ["read", "list"] }]),
    new: asking([{ basic: [] }, { oauth: ["read", "write"] }]),
    found: [
      "security-scope-added -/M API: The scope `write` of `oauth` is asked for now.",
      "security-scope-removed -/- API: The scope `list` of `oauth` is no longer asked for.",
    ],
  },
  {
    name: "a scheme by another name",
    old: asking([{ basic: [] }], { basic: { ...basic, description: "A" } }),
    new: asking([{ password: [] }], { password: basic }),
    found: ["text-changed -/- API: The `description` of the security scheme `password` was removed."],
  },
  {
    name: "a scheme that nobody asks for",
    old: asking([{ basic: [] }], { basic }),
    new: asking([{ basic: [] }], { basic, key }),
    found: [],
  },
  {
    name: "another type of scheme",
    old: described(basic),
    new: described(key),
    found: [
      'security-scheme-changed -/M API: The `type` of the security scheme `one` was "http" and is "apiKey" now.',
      "credentials-changed M/- API: The client was given `username` and `password` to prove who calls, and is given `apiKey` now.",
    ],
  },
  {
    name: "the same in other letters",
    old: described(key),
    new: described({ ...key, name: "x-key" }),
    found: [],
  },
  {
    name: "another header for the key",
    old: described(key),
    new: described({ ...key, name: "X-Token", description: "Token", "x-level": 1 }),
    found: [
      "text-changed -/- API: The `description` of the security scheme `one` was added.",
      "extension-changed -/- API: The extension `x-level` of the security scheme `one` was added.",
      'security-scheme-changed -/M API: The `name` of the security scheme `one` was "X-Key" and is "X-Token" now.',
    ],
  },
  {
    name: "what a client calls its credentials",
    old: described(key),
    new: described({ ...key, "x-sdkmill-credentials": { apiKey: "secret" } }),
    found: [
      "credentials-changed M/- API: The client was given `apiKey` to prove who calls, and is given `secret` now.",
    ],
  },
  {
    name: "a hint of what bearers are",
    old: described({ type: "http", scheme: "bearer" }),
    new: described({ type: "http", scheme: "Bearer", bearerFormat: "JWT" }),
    found: ["text-changed -/- API: The `bearerFormat` of the security scheme `one` was changed."],
  },
  {
    name: "another format of bearers",
    old: described({ type: "http", scheme: "bearer", bearerFormat: "JWT" }),
    new: described({ type: "http", scheme: "bearer", bearerFormat: "opaque" }),
    found: ["security-scheme-changed -/M API: The `bearerFormat` of the security scheme `one` was changed."],
  },
  {
    name: "flows",
    old: flows({ clientCredentials: flow }),
    new: flows({ password: flow }),
    found: [
      "oauth-flow-added -/m API: A flow was added: the flow `password` of the security scheme `one`.",
      "oauth-flow-removed -/M API: A flow was removed: the flow `clientCredentials` of the security scheme `one`.",
    ],
  },
  {
    name: "what is in a flow",
    old: flows({ clientCredentials: flow }),
    new: flows({
      clientCredentials: {
        tokenUrl: "https://auth.example/v2/token",
        refreshUrl: "https://auth.example/refresh",
        scopes: { read: "Reads", write: "Write" },
      },
    }),
    found: [
      "security-scheme-changed -/M API: The `tokenUrl` of the flow `clientCredentials` of the security scheme `one` was changed.",
      "security-scheme-changed -/m API: The `refreshUrl` of the flow `clientCredentials` of the security scheme `one` was added.",
      "text-changed -/- API: The description of the scope `read` of the flow `clientCredentials` of the security scheme `one` was changed.",
      "oauth-scope-added -/m API: The scope `write` of the flow `clientCredentials` of the security scheme `one` was added.",
    ],
  },
];
