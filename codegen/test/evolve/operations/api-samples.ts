import type { JsonObject } from "../../../src/source/json.ts";
import { answer, shop, type OperationSample } from "./compared-operations.ts";

const text = { type: "string" };
const body = (schema: JsonObject, required = true): JsonObject => ({
  required,
  content: { "application/json": { schema } },
});
const told = (operation: JsonObject): JsonObject => shop({}, { webhooks: { paid: { post: operation } } });
const called = (operation: JsonObject, expression = "{$request.query.url}"): JsonObject =>
  shop({ callbacks: { done: { [expression]: { post: operation } } } });
const chosen = (options: JsonObject): JsonObject => shop({}, { "x-sdkmill": options });
const limit = { name: "limit", in: "query", schema: text };

/** Webhooks, callbacks, options, and what a document says of itself. */
export const apiSamples: readonly OperationSample[] = [
  {
    name: "a webhook",
    old: shop(),
    new: told({ requestBody: body(text) }),
    found: ["webhook-added m/m paid: The webhook `paid` with `POST` was added."],
  },
  {
    name: "a webhook of another method",
    old: told({}),
    new: shop({}, { webhooks: { paid: { put: {} } } }),
    found: [
      "webhook-added m/m paid: The webhook `paid` with `PUT` was added.",
      "webhook-removed M/M paid: The webhook `paid` with `POST` was removed.",
    ],
  },
  {
    name: "what a webhook sends and takes: sides are turned",
    old: told({
      parameters: [{ ...limit, required: true }],
      requestBody: body(text),
      responses: { "200": answer(text) },
    }),
    new: told({
      parameters: [limit, { ...limit, name: "X-Sign", in: "header", required: true }],
      requestBody: body(text, false),
      responses: { "200": answer(text), "202": answer(text) },
    }),
    found: [
      "parameter-became-optional M/M paid: The query parameter `limit` became optional.",
      "parameter-added-required m/m paid: The required header parameter `X-Sign` was added.",
      "request-body-became-optional M/M paid: The request body became optional.",
      "response-added m/m paid: The answer `202` was added.",
    ],
    schemas: [
      "/webhooks/paid/post/parameters/0/schema response paid",
      "/webhooks/paid/post/requestBody/content/application~1json/schema response paid",
      "/webhooks/paid/post/responses/200/content/application~1json/schema request paid",
    ],
  },
  {
    name: "how a webhook proves who calls",
    old: told({}),
    new: told({ security: [{ key: [] }] }),
    found: ["security-added -/m paid: Credentials are asked for now: `key`."],
  },
  {
    name: "a callback",
    old: shop(),
    new: called({}),
    found: ["callback-added -/m items.list: The callback `done` was added."],
  },
  {
    name: "a callback to another place",
    old: called({}),
    new: called({}, "{$request.body#/url}"),
    found: [
      "callback-moved -/M items.list: The callback `done` went to `{$request.query.url}` and goes to `{$request.body#/url}` now.",
    ],
  },
  {
    name: "places of a callback",
    old: shop({ callbacks: { done: { "https://a.example": { post: {} } } } }),
    new: shop({
      callbacks: { done: { "https://a.example": { post: {} }, "https://b.example": { post: {} } } },
    }),
    found: [
      "callback-added -/m items.list: The callback `done` to `https://b.example` with `POST` was added.",
    ],
  },
  {
    name: "what a callback sends: sides are turned, and types say nothing",
    old: called({ requestBody: body(text), responses: { "204": { description: "Done" } } }),
    new: called({ requestBody: body(text, false), responses: { "205": { description: "Done" } } }),
    found: [
      "request-body-became-optional -/M items.list: The request body became optional.",
      "response-added -/m items.list: The answer `205` was added.",
      "response-removed -/M items.list: The answer `204` was removed.",
    ],
    schemas: [
      "/paths/~1items/get/callbacks/done/{$request.query.url}/post/requestBody/content/application~1json/schema response items.list",
    ],
  },
  {
    name: "options that types show",
    old: chosen({ openObjects: true, requestEnums: "closed", responseEnums: "closed" }),
    new: chosen({ openObjects: false, requestEnums: "open", responseEnums: "open" }),
    found: [
      "option-changed M/- API: The option `openObjects` was changed.",
      "option-changed m/- API: The option `requestEnums` was changed.",
      "option-changed M/- API: The option `responseEnums` was changed.",
    ],
  },
  {
    name: "options of validators, and those that were the default all along",
    old: chosen({ requestValidation: "strict", formats: "annotation" }),
    new: chosen({ responseValidation: "exact", formats: "assertion", issueDescriptions: true }),
    found: [
      "option-changed -/- API: The option `responseValidation` was changed.",
      "option-changed -/- API: The option `formats` was changed.",
      "option-changed -/- API: The option `issueDescriptions` was changed.",
    ],
  },
  {
    name: "what an error says",
    old: chosen({ requestId: "id", errorType: ["type"] }),
    new: chosen({ errorType: ["type", "kind"] }),
    found: [
      "option-changed M/- API: The option `requestId` was changed.",
      "option-changed M/- API: The option `errorType` was changed.",
    ],
  },
  {
    name: "types of errors",
    old: chosen({
      errorType: ["type"],
      errorTypes: { busy: { description: "Busy" }, gone: { description: "Gone" } },
    }),
    new: chosen({
      errorType: ["type"],
      errorTypes: { busy: { description: "Too busy", retry: false }, full: { description: "Full" } },
    }),
    found: [
      "option-changed m/- API: Whether an error of the type `busy` is retried was changed.",
      "text-changed p/- API: The `description` of the type of errors `busy` was changed.",
      "error-type-added m/- API: The type of errors `full` is known now.",
      "error-type-removed m/- API: The type of errors `gone` is no longer known.",
    ],
  },
  {
    name: "title, version and texts",
    old: shop({}, { tags: [{ name: "a", description: "A" }, { name: "b" }] }),
    new: shop(
      {},
      {
        info: { title: "Store", version: "2.0.0", description: "All of it", "x-logo": "logo" },
        tags: [{ name: "a", description: "An A" }, { name: "c" }],
        externalDocs: { url: "https://docs.example" },
        "x-owner": "shop",
      },
    ),
    found: [
      "text-changed -/- API: The `externalDocs` of the document was added.",
      "extension-changed -/- API: The extension `x-owner` of the document was added.",
      "info-changed p/- API: The title of the API was changed.",
      "info-changed -/- API: The version of the API was changed.",
      "text-changed -/- API: The `description` of the API was added.",
      "extension-changed -/- API: The extension `x-logo` of the API was added.",
      "text-changed -/- API: The `description` of the tag `a` was changed.",
      "text-changed -/- API: The tag `c` was added.",
      "text-changed -/- API: The tag `b` was removed.",
    ],
  },
];
