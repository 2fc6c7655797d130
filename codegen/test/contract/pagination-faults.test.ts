import { describe, expect, it } from "vitest";
import { readSource } from "../contract-of.ts";
import { json, reference } from "../contract-parts.ts";
import {
  given,
  list,
  object,
  page,
  readSearch,
  search,
  sent,
  text,
  type SearchParts,
} from "./pagination-source.ts";

describe("a pagination that does not fit", () => {
  it.each<SearchParts & { name: string; at: string; message: string }>([
    { name: "a text", given: "after", at: "", message: "`x-sdkmill-pagination` is not a mapping." },
    { name: "a list", given: [], at: "", message: "`x-sdkmill-pagination` is not a mapping." },
    { name: "null", given: null, at: "", message: "`x-sdkmill-pagination` is not a mapping." },
    {
      name: "a name that it does not have",
      given: { ...given, limit: "limit" },
      at: "/limit",
      message: '`x-sdkmill-pagination` has no "limit".',
    },
    {
      name: "no cursor",
      given: { next: "meta.next", items: "orders" },
      at: "",
      message: "`cursor` is missing.",
    },
    {
      name: "a cursor that is no text",
      given: { ...given, cursor: 1 },
      at: "/cursor",
      message: "`cursor` can not be 1: It is no text.",
    },
    {
      name: "a cursor that nothing takes",
      given: { ...given, cursor: "before" },
      at: "/cursor",
      message: '`cursor` can not be "before": Neither the query nor the body of the request has it.',
    },
    {
      name: "a cursor that objects inherit",
      given: { ...given, cursor: "constructor" },
      at: "/cursor",
      message: '`cursor` can not be "constructor": Neither the query nor the body of the request has it.',
    },
    {
      name: "a cursor in a header",
      given,
      body: null,
      parameters: [{ name: "after", in: "header", schema: text }],
      at: "/cursor",
      message: '`cursor` can not be "after": Neither the query nor the body of the request has it.',
    },
    {
      name: "a cursor in a body that is sent as a whole",
      given,
      body: { allOf: [sent] },
      at: "/cursor",
      message:
        '`cursor` can not be "after": It is no query parameter, and the body of the request is sent as a whole.',
    },
    {
      name: "a cursor that is a number",
      given: { ...given, cursor: "limit" },
      at: "/cursor",
      message: '`cursor` can not be "limit": Its schema is not that of a text.',
    },
    {
      name: "a next cursor that the answer does not have",
      given: { ...given, next: "next" },
      at: "/next",
      message: '`next` can not be "next": The answer has no property "next".',
    },
    {
      name: "a next cursor below something that does not have it",
      given: { ...given, next: "meta.following.cursor" },
      at: "/next",
      message: '`next` can not be "meta.following.cursor": `meta` has no property "following".',
    },
    {
      name: "a next cursor that is a number",
      given: { ...given, next: "meta.total" },
      at: "/next",
      message: '`next` can not be "meta.total": Its schema is not that of a text.',
    },
    {
      name: "an empty step",
      given: { ...given, next: "meta..next" },
      at: "/next",
      message: '`next` can not be "meta..next": `meta` has no property "".',
    },
    {
      name: "items that are no array",
      given: { ...given, items: "meta" },
      at: "/items",
      message: '`items` can not be "meta": Its schema is not that of an array.',
    },
    {
      name: "items that may be of several kinds",
      given,
      page: object({ meta: object({ next: text }), orders: { anyOf: [list, object({})] } }),
      at: "/items",
      message: '`items` can not be "orders": Its schema is not that of an array.',
    },
    {
      name: "items that only one of the answers has",
      given,
      responses: {
        200: { description: "", ...json(page) },
        206: { description: "", ...json(object({ meta: object({ next: text }) })) },
      },
      at: "/items",
      message: '`items` can not be "orders": The answer has no property "orders".',
    },
    {
      name: "an answer without content",
      given,
      responses: { 204: { description: "Nothing." } },
      at: "",
      message: "An answer that means success may come without content, so it has no pages.",
    },
    {
      name: "no answer that means success",
      given,
      responses: { 404: { description: "Gone." } },
      at: "",
      message: "An answer that means success may come without content, so it has no pages.",
    },
    {
      name: "an answer that may come without content",
      given,
      responses: { 200: { description: "", ...json(page) }, 204: { description: "Nothing." } },
      at: "",
      message: "An answer that means success may come without content, so it has no pages.",
    },
  ])("is refused, and there is none: $name", ({ at, message, ...parts }) => {
    const { pagination, diagnostics } = readSearch(parts);
    expect(pagination).toBeUndefined();
    expect(diagnostics.map(({ code, place, message: said }) => [code, place?.pointer, said])).toEqual([
      ["option-invalid", `/paths/~1orders/post/x-sdkmill-pagination${at}`, message],
    ]);
    expect(diagnostics[0]?.help).toMatch(/^\S.*\.$/);
  });

  it("is told of in one run, with all that is wrong", () => {
    const { diagnostics } = readSearch({ given: { cursor: "x", next: "y", items: "z", more: 1 } });
    expect(diagnostics.map(({ place }) => place?.pointer.split("/").at(-1))).toEqual([
      "cursor",
      "next",
      "items",
      "more",
    ]);
  });

  // Prevents: a run that never ends.
  it("is told of where schemas lead back to themselves without any data in between", () => {
    const schemas = { Page: { allOf: [reference("Page"), object({ orders: list })] } };
    const { diagnostics } = readSearch({ given, page: reference("Page"), schemas });
    expect(diagnostics.map(({ code }) => code).toSorted()).toEqual(["option-invalid", "reference-cycle"]);
  });

  // Prevents: a fault told twice, once where it is and once for all that stands on it.
  it("is not told of where a reference leads nowhere, or a document can not be read", () => {
    const leaf = object({ orders: reference("Gone"), meta: object({ next: text }) });
    for (const dangling of [reference("Gone"), leaf]) {
      const { diagnostics } = readSource({ "a.json": search({ given, page: dangling }) });
      expect(diagnostics.map(({ code }) => code)).toEqual(["reference-dangling"]);
    }
    const broken = readSource({
      "a.json": search({ given, page: object({}) }),
      "b.json": '{ "title": "B", ',
    });
    expect(broken.diagnostics.map(({ code }) => code)).toEqual(["json-syntax"]);
  });
});
