import type { Json, JsonObject } from "../../../src/source/json.ts";
import { listing, shop, withPaths, type OperationSample } from "./compared-operations.ts";

const main = { url: "https://shop.example" };
const other = { url: "https://eu.shop.example" };
const served = (...servers: readonly Json[]): JsonObject => shop({}, { servers });
const region = (variable: JsonObject): JsonObject => ({
  url: "https://{region}.shop.example",
  variables: { region: { default: "eu", ...variable } },
});
const key = { type: "apiKey", in: "header", name: "X-Key" };
const conditional = (server: JsonObject): JsonObject =>
  shop({}, { servers: [main, server], components: { securitySchemes: { key } } });

/** Servers, of the API and of operations. */
export const serverSamples: readonly OperationSample[] = [
  {
    name: "another default",
    old: served(main),
    new: served(other),
    found: [
      "server-default-changed -/M API: The client called `https://shop.example` and calls `https://eu.shop.example` now, if nobody says otherwise.",
    ],
  },
  { name: "a slash at the end", old: served(main), new: served({ url: "https://shop.example/" }), found: [] },
  {
    name: "another order",
    old: served(main, other),
    new: served(other, main),
    found: [
      "server-default-changed -/M API: The client called `https://shop.example` and calls `https://eu.shop.example` now, if nobody says otherwise.",
    ],
  },
  {
    name: "a server where there was none",
    old: served({ url: "/v1" }),
    new: served(main, { url: "/v1" }),
    found: [
      "server-default-added -/m API: The client calls `https://shop.example` now, if nobody says otherwise.",
    ],
  },
  {
    name: "servers more and less",
    old: served(main, other),
    new: served(main, { url: "https://us.shop.example" }),
    found: [
      "server-added -/m API: The server `https://us.shop.example` was added.",
      "server-removed -/M API: The server `https://eu.shop.example` was removed.",
    ],
  },
  {
    name: "texts",
    old: served({ ...main, description: "Live" }),
    new: served({ ...main, description: "Production", "x-region": "eu" }),
    found: [
      "text-changed -/- API: The `description` of the server `https://shop.example` was changed.",
      "extension-changed -/- API: The extension `x-region` of the server `https://shop.example` was added.",
    ],
  },
  {
    name: "variables of the default",
    old: served(region({ enum: ["eu", "us"] })),
    new: served(region({ default: "us", enum: ["us", "asia"], description: "Where" })),
    found: [
      "server-default-changed -/M API: The client called `https://eu.shop.example` and calls `https://us.shop.example` now, if nobody says otherwise.",
      "text-changed -/- API: The `description` of the variable `region` of the server `https://{region}.shop.example` was added.",
      "server-variable-value-added -/m API: There may be `asia` for the variable `region` of the server `https://{region}.shop.example` now.",
      "server-variable-value-removed -/M API: There may no longer be `eu` for the variable `region` of the server `https://{region}.shop.example`.",
    ],
  },
  {
    name: "variables of another one",
    old: served(main, region({})),
    new: served(main, region({ default: "us", enum: ["us"] })),
    found: [
      "server-variable-default-changed -/M API: The default of the variable `region` of the server `https://{region}.shop.example` was changed.",
      "server-variable-value-removed -/M API: There may no longer be any text for the variable `region` of the server `https://{region}.shop.example`.",
    ],
  },
  {
    name: "a server for some credentials before the default",
    old: conditional(other),
    new: shop(
      {},
      {
        servers: [{ url: "https://us.shop.example", "x-sdkmill-when": { apiKey: "^us-" } }, main, other],
        components: { securitySchemes: { key } },
      },
    ),
    found: ["server-added M/M API: The server `https://us.shop.example` was added."],
  },
  {
    name: "a condition",
    old: conditional(other),
    new: conditional({ ...other, "x-sdkmill-when": { apiKey: "^eu-" } }),
    found: [
      "server-condition-changed M/M API: The client calls the server `https://eu.shop.example` for other credentials.",
    ],
  },
  {
    name: "a server of its own for an operation, by its path",
    old: shop(),
    new: withPaths({ "/items": { servers: [other], get: listing() } }),
    found: [
      "server-default-changed -/M items.list: The client called `https://shop.example` and calls `https://eu.shop.example` now, if nobody says otherwise.",
    ],
  },
  {
    name: "an operation that says what the document says",
    old: shop(),
    new: withPaths({ "/items": { servers: [other], get: listing({ servers: [main] }) } }),
    found: [],
  },
];
