import type { JsonObject } from "../../../src/source/json.ts";
import { listing, withPaths, type OperationSample } from "./compared-operations.ts";

const text = { type: "string" };
const item = { type: "object", properties: { name: text } };
const json = { "application/json": { schema: text } };
const sent = (requestBody: JsonObject | undefined, parameters: readonly JsonObject[] = []): JsonObject =>
  withPaths({
    "/items": {
      post: listing({
        operationId: "make",
        parameters,
        ...(requestBody === undefined ? {} : { requestBody }),
      }),
    },
  });
const body = (content: JsonObject, rest: JsonObject = {}): JsonObject => sent({ content, ...rest });
const at = "/paths/~1items/post/requestBody/content";

/** Request bodies, and their media types. */
export const contentSamples: readonly OperationSample[] = [
  {
    name: "a body that is optional",
    old: sent(undefined),
    new: body(json, { required: false }),
    found: ["request-body-added-optional m/m items.make: A request body that is optional was added."],
  },
  {
    name: "a body that is required",
    old: sent(undefined),
    new: body(json, { required: true }),
    found: ["request-body-added-required M/M items.make: A request body that is required was added."],
  },
  {
    name: "a body that became required",
    old: body(json, { required: false, description: "A" }),
    new: body(json, { required: true, description: "B" }),
    found: [
      "request-body-became-required M/M items.make: The request body became required.",
      "text-changed p/- items.make: The `description` of the request body was changed.",
    ],
    schemas: [`${at}/application~1json/schema request items.make`],
  },
  {
    name: "a body that stands elsewhere in a call, since a parameter has the name of a property",
    old: sent({ required: true, content: { "application/json": { schema: item } } }),
    new: sent({ required: true, content: { "application/json": { schema: item } } }, [
      { name: "name", in: "query", schema: text },
    ]),
    found: [
      "parameter-added-optional m/m items.make: The optional query parameter `name` was added.",
      "request-body-form-changed M/- items.make: In a call, the request body stands under `body` now, and no longer beside the parameters.",
    ],
  },
  {
    name: "a media type more",
    old: body(json),
    new: body({ ...json, "text/csv": {} }),
    found: ["media-type-added m/m items.make: The media type `text/csv` of the request body was added."],
    schemas: [`${at}/application~1json/schema request items.make`],
  },
  {
    name: "another JSON",
    old: body(json),
    new: body({ "application/vnd.shop+json": { schema: text } }),
    found: [
      "media-type-added m/m items.make: The media type `application/vnd.shop+json` of the request body was added.",
      "media-type-removed M/M items.make: The media type `application/json` of the request body was removed.",
    ],
    schemas: [],
  },
  {
    name: "a range in the place of a media type",
    old: body(json),
    new: body({ "application/*": { schema: text } }),
    found: [
      "media-type-generalized M/m items.make: The media type `application/json` of the request body became `application/*`.",
    ],
    schemas: [`${at}/application~1json/schema -> ${at}/application~1*/schema request items.make`],
  },
  {
    name: "a media type beside the range that covers it",
    old: body({ "*/*": { schema: text } }),
    new: body({ "*/*": { schema: text }, ...json }),
    found: [
      "media-type-specialized m/- items.make: The media type `application/json` of the request body has an entry beside `*/*` now.",
    ],
  },
  {
    name: "the narrowest of the ranges that cover it",
    old: body({ "*/*": { schema: text }, "application/*": { schema: text } }),
    new: body(json),
    found: [
      "media-type-specialized M/M items.make: The media type `application/*` of the request body became `application/json`.",
      "media-type-removed M/M items.make: The media type `*/*` of the request body was removed.",
    ],
    schemas: [`${at}/application~1*/schema -> ${at}/application~1json/schema request items.make`],
  },
  {
    name: "other letters, and a charset",
    old: body({ "Application/JSON": { schema: text } }),
    new: body({ "application/json; charset=utf-8": { schema: text } }),
    found: [
      "media-type-respelled M/- items.make: The media type `Application/JSON` of the request body became `application/json; charset=utf-8`.",
    ],
  },
  {
    name: "another parameter of a media type",
    old: body({ "application/json; version=1": { schema: text } }),
    new: body({ "application/json; version=2": { schema: text } }),
    found: [
      "media-type-added m/m items.make: The media type `application/json; version=2` of the request body was added.",
      "media-type-removed M/M items.make: The media type `application/json; version=1` of the request body was removed.",
    ],
  },
  {
    name: "a schema where there was none",
    old: body({ "application/json": {} }),
    new: body(json),
    found: [
      "media-type-schema-added M/M items.make: The value of the media type `application/json` of the request body has a schema now.",
    ],
    schemas: [],
  },
  {
    name: "an example",
    old: body({ "application/json": { schema: text, example: "a" } }),
    new: body({ "application/json": { schema: text, example: "b" } }),
    found: [
      "text-changed p/- items.make: The `example` of the media type `application/json` of the request body was changed.",
    ],
  },
  {
    name: "how properties are encoded, and what is said by default",
    old: body({
      "multipart/form-data": { schema: item, encoding: { name: { contentType: "text/plain" } } },
      "application/x-www-form-urlencoded": { schema: item },
    }),
    new: body({
      "multipart/form-data": { schema: item, encoding: { name: { contentType: "image/png" } } },
      "application/x-www-form-urlencoded": {
        schema: item,
        encoding: { name: { style: "form", explode: true, allowReserved: false } },
      },
    }),
    found: [
      "encoding-changed -/M items.make: The encoding of the media type `multipart/form-data` of the request body was changed.",
    ],
  },
];
