import type { JsonObject } from "../../../src/source/json.ts";
import { answer, shop, type OperationSample } from "./compared-operations.ts";

const text = { type: "string" };
const number = { type: "number" };
const done = { description: "Done" };
const given = (responses: JsonObject): JsonObject => shop({ responses });
const headers = (map: JsonObject): JsonObject => given({ "204": { ...done, headers: map } });
const at = "/paths/~1items/get/responses";
const schema = "content/application~1json/schema";

/** Answers, their media types and headers. */
export const responseSamples: readonly OperationSample[] = [
  {
    name: "a success with another content",
    old: given({ "200": answer(text) }),
    new: given({ "200": answer(text), "202": answer(number) }),
    found: ["response-added M/m items.list: The answer `202` was added."],
    schemas: [`${at}/200/${schema} response items.list`],
  },
  {
    name: "a success with the content of another one",
    old: given({ "200": answer(text) }),
    new: given({ "200": answer(text), "201": answer(text) }),
    found: ["response-added m/m items.list: The answer `201` was added."],
  },
  {
    name: "a success without content, where there always was some",
    old: given({ "200": answer(text) }),
    new: given({ "200": answer(text), "204": done }),
    found: ["response-added M/m items.list: The answer `204` was added."],
  },
  {
    name: "a success without content, where there was one already",
    old: given({ "202": done }),
    new: given({ "202": done, "204": done }),
    found: ["response-added m/m items.list: The answer `204` was added."],
  },
  {
    name: "another success in the place of one, and a default that is an error",
    old: given({ "200": answer(text), default: answer(number) }),
    new: given({ "201": answer(text), default: answer(number) }),
    found: [
      "response-added m/m items.list: The answer `201` was added.",
      "response-removed M/M items.list: The answer `200` was removed.",
    ],
    schemas: [`${at}/default/${schema} response items.list`],
  },
  {
    name: "an error more, and one less",
    old: given({ "204": done, "404": answer(text) }),
    new: given({ "204": done, "409": answer(text) }),
    found: [
      "error-response-added m/m items.list: The answer `409` was added.",
      "error-response-removed m/- items.list: The answer `404` was removed.",
    ],
  },
  {
    name: "a success that a range covers",
    old: given({ "200": answer(text) }),
    new: given({ "2XX": answer(text) }),
    found: ["response-generalized M/m items.list: What was the answer `200` is covered by `2XX` now."],
    schemas: [`${at}/200/${schema} -> ${at}/2XX/${schema} response items.list`],
  },
  {
    name: "a success of its own beside the default that covered it",
    old: given({ default: answer(text) }),
    new: given({ "200": answer(number), default: answer(text) }),
    found: [
      "response-specialized m/- items.list: The answer `200`, which `default` covered, has an entry of its own now.",
    ],
    schemas: [
      `${at}/default/${schema} -> ${at}/200/${schema} response items.list`,
      `${at}/default/${schema} response items.list`,
    ],
  },
  {
    name: "an error that the default covers",
    old: given({ "204": done, "404": answer(text), default: answer(number) }),
    new: given({ "204": done, default: answer(number) }),
    found: [
      "error-response-generalized m/- items.list: What was the answer `404` is covered by `default` now.",
    ],
    schemas: [
      `${at}/default/${schema} response items.list`,
      `${at}/404/${schema} -> ${at}/default/${schema} response items.list`,
    ],
  },
  {
    name: "content where there was none",
    old: given({ "200": done }),
    new: given({ "200": answer(text) }),
    found: [
      "text-changed p/- items.list: The `description` of the answer `200` was changed.",
      "media-type-added M/m items.list: The media type `application/json` of the answer `200` was added.",
    ],
  },
  {
    name: "a media type that clients do not read beside one that they do",
    old: given({ "200": answer(text) }),
    new: given({
      "200": { description: "Answer", content: { "application/json": { schema: text }, "text/csv": {} } },
    }),
    found: ["media-type-added m/m items.list: The media type `text/csv` of the answer `200` was added."],
  },
  {
    name: "a media type more of an error",
    old: given({ "204": done, "400": done }),
    new: given({ "204": done, "400": answer(text) }),
    found: [
      "text-changed p/- items.list: The `description` of the answer `400` was changed.",
      "media-type-added m/m items.list: The media type `application/json` of the answer `400` was added.",
    ],
  },
  {
    name: "a range of media types",
    old: given({ "204": done, "400": answer(text) }),
    new: given({
      "204": done,
      "400": { description: "Answer", content: { "application/*": { schema: text } } },
    }),
    found: [
      "media-type-generalized M/M items.list: The media type `application/json` of the answer `400` became `application/*`.",
    ],
  },
  {
    name: "texts and links",
    old: given({ "204": { ...done, links: { next: { operationId: "list" } } } }),
    new: given({ "204": { description: "Made" } }),
    found: [
      "text-changed p/- items.list: The `description` of the answer `204` was changed.",
      "response-links-changed -/- items.list: The links of the answer `204` were changed.",
    ],
  },
  {
    name: "an answer that moved among the components",
    old: given({ "200": answer(text) }),
    new: shop(
      { responses: { "200": { $ref: "#/components/responses/Text" } } },
      { components: { responses: { Text: answer(text) } } },
    ),
    found: [],
    schemas: [`${at}/200/${schema} -> /components/responses/Text/${schema} response items.list`],
  },
  {
    name: "headers more and less",
    old: headers({ "X-A": { schema: text }, "X-B": { schema: text, required: true }, "Content-Type": {} }),
    new: headers({ "X-C": { schema: text }, "X-D": { schema: text, required: true } }),
    found: [
      "response-header-added-optional m/m items.list: The optional header `X-C` of the answer `204` was added.",
      "response-header-added-required m/m items.list: The required header `X-D` of the answer `204` was added.",
      "response-header-removed-optional M/m items.list: The optional header `X-A` of the answer `204` was removed.",
      "response-header-removed-required M/M items.list: The required header `X-B` of the answer `204` was removed.",
    ],
  },
  {
    name: "headers that changed",
    old: headers({ "X-A": { schema: text, required: true }, "X-B": { schema: text } }),
    new: headers({
      "x-a": { schema: text, style: "simple", explode: false },
      "X-B": { content: { "application/json": { schema: text } }, deprecated: true, description: "B" },
    }),
    found: [
      "response-header-respelled M/- items.list: The header `x-a` of the answer `204` was spelled `X-A`.",
      "response-header-became-optional M/M items.list: The header `x-a` of the answer `204` became optional.",
      "response-header-deprecated m/- items.list: The header `X-B` of the answer `204` is deprecated now.",
      "response-header-serialization-changed -/M items.list: The header `X-B` of the answer `204` is written in another way: `style`, `explode` or `content` was changed.",
      "text-changed p/- items.list: The `description` of the header `X-B` of the answer `204` was added.",
    ],
    schemas: [
      `${at}/204/headers/X-A/schema -> ${at}/204/headers/x-a/schema response items.list`,
      `${at}/204/headers/X-B/schema -> ${at}/204/headers/X-B/${schema} response items.list`,
    ],
  },
  {
    name: "a header without a schema",
    old: headers({ "X-A": { schema: text } }),
    new: headers({ "X-A": {} }),
    found: [
      "response-header-schema-removed M/M items.list: The value of the header `X-A` of the answer `204` has no schema any more.",
    ],
  },
];
