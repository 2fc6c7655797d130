import { describe, expect, it } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { contractOf } from "../contract-of.ts";
import { json, overlay, reference } from "../contract-parts.ts";
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

const want = { cursor: "after", next: ["meta", "next"], items: ["orders"] };

describe("the pagination of an operation", () => {
  it("is none where nothing is said", () => {
    expect(readSearch({})).toEqual({ pagination: undefined, diagnostics: [] });
  });

  it.each<SearchParts & { where: string }>([
    { where: "a property of the body", given },
    {
      where: "a query parameter",
      given,
      body: null,
      parameters: [{ name: "after", in: "query", schema: text }],
    },
    { where: "a body that is a reference", given, body: reference("Search"), schemas: { Search: sent } },
    { where: "an answer that is a reference", given, page: reference("Page"), schemas: { Page: page } },
    {
      where: "parts of an answer",
      given,
      page: { allOf: [reference("Meta"), { allOf: [object({ orders: list })] }] },
      schemas: { Meta: object({ meta: reference("Next") }), Next: object({ next: text }) },
    },
    {
      where: "schemas that refer on",
      given,
      page: object({ orders: reference("Orders"), meta: object({ next: reference("Cursor") }) }),
      schemas: { Orders: reference("List"), List: list, Cursor: text },
    },
    {
      where: "schemas that allow null",
      given,
      page: object({
        orders: { anyOf: [list, { type: "null" }] },
        meta: { oneOf: [{ type: "null" }, object({ next: { type: ["string", "null"] } })] },
      }),
    },
    {
      where: "every answer that means success",
      given,
      responses: { 200: { description: "", ...json(page) }, 206: { description: "", ...json(page) } },
    },
    {
      where: "schemas that lead in a circle",
      given,
      page: reference("Tree"),
      schemas: { Tree: { allOf: [page], properties: { child: reference("Tree") } } },
    },
  ])("is found in $where", (parts) => {
    expect(readSearch(parts)).toEqual({ pagination: want, diagnostics: [] });
  });

  it("is found under names that objects inherit", () => {
    const parts = {
      given: { cursor: "constructor", next: "__proto__", items: "toString" },
      body: JSON.parse('{ "type": "object", "properties": { "constructor": { "type": "string" } } }') as Json,
      page: JSON.parse(
        '{ "type": "object", "properties": { "__proto__": { "type": "string" }, "toString": { "type": "array" } } }',
      ) as Json,
    };
    const pagination = { cursor: "constructor", next: ["__proto__"], items: ["toString"] };
    expect(readSearch(parts)).toEqual({ pagination, diagnostics: [] });
  });

  it("is usually given by the overlay", () => {
    const set = overlay({ target: '$.paths["/orders"].post', update: { "x-sdkmill-pagination": given } });
    const { operations } = contractOf({ "a.json": search({}), "overlay.json": set });
    expect(operations[0]?.pagination).toEqual(want);
  });
});
