import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/source/json.ts";
import { readCured } from "../contract-cure.ts";
import { readSource } from "../contract-of.ts";
import { api } from "../contract-parts.ts";
import type { SourceTexts } from "../source-of.ts";

const responses = { 200: { description: "Done." } };

/** Documents with these titles. */
function titled(...titles: readonly string[]): SourceTexts {
  return Object.fromEntries(titles.map((title, index) => [`${index}.json`, { title }]));
}

function withPaths(paths: Readonly<Record<string, JsonObject>>, components: JsonObject = {}): SourceTexts {
  return { "a.json": api({ paths, components }) };
}

/** The codes of a run, and what is left after a user pasted what the help of each diagnostic shows. */
function cure(source: SourceTexts): { readonly codes: readonly string[]; readonly left: readonly string[] } {
  const { diagnostics } = readSource(source);
  const codes = new Set(diagnostics.map(({ code }) => code));
  return { codes: [...codes], left: readCured(source, diagnostics).faults };
}

describe("the help for a name of a schema cures", () => {
  it.each([
    { name: "titles that differ in case", source: titled("OrderLine", "orderline") },
    { name: "a title and one with a namespace", source: titled("ShopOrder", "api_shop_v1_Order") },
    {
      name: "two namespaces that make one name",
      source: titled("api_b2b_sso_v1_Order", "api_b2bSso_v1_Order"),
    },
    { name: "titles of other signs", source: titled("order.line", "order_line") },
    { name: "two pairs at once", source: titled("A_a", "Aa", "B_b", "Bb") },
    { name: "what gives way to a global", source: titled("error", "ErrorSchema") },
    // Prevents: the same proposal for the second and the third.
    { name: "three at once", source: titled("FOO", "Foo", "foo") },
  ])("$name", ({ source }) => {
    expect(cure(source)).toEqual({ codes: ["name-collision"], left: [] });
  });

  // Prevents: help that aims at a component which does not exist yet when the overlay is applied.
  it("parts of a schema, which are no components when the overlay is applied", () => {
    const schema = { title: "A", $defs: { x: {} }, properties: { x: {} }, items: { $ref: "#/properties/x" } };
    expect(cure({ "a.json": schema })).toEqual({ codes: ["name-collision"], left: [] });
  });

  it("a part and a document", () => {
    const source = { "a.json": { title: "Order", $defs: { line: {} } }, "b.json": { title: "OrderLine" } };
    expect(cure(source)).toEqual({ codes: ["name-collision"], left: [] });
  });

  it("a title without letters", () => {
    expect(cure(titled("!?"))).toEqual({ codes: ["name-underivable"], left: [] });
  });

  it("a name that the source itself gives and that can not be one", () => {
    expect(cure({ "a.json": { title: "Order", "x-sdkmill-name": "class" } })).toEqual({
      codes: ["name-invalid"],
      left: [],
    });
  });
});

describe("the help for a name of an operation cures", () => {
  const id = { name: "id", in: "path", required: true, schema: {} };

  it.each([
    {
      name: "two of one name",
      paths: { "/a": { get: { responses } }, "/a/{id}": { parameters: [id], get: { responses } } },
    },
    {
      name: "two that make one function",
      paths: {
        "/a/b": { get: { operationId: "c", responses } },
        "/a": { get: { operationId: "bC", responses } },
      },
    },
    {
      name: "a method where a namespace stands",
      paths: {
        "/users/{id}": { parameters: [id], get: { operationId: "apps", responses } },
        "/users/apps": { put: { operationId: "revoke", responses } },
      },
    },
    {
      name: "a path with quotes and brackets",
      paths: {
        "/a": { get: { responses } },
        "/a/{'[\"]}": { get: { responses, parameters: [{ ...id, name: "'[\"]" }] } },
      },
    },
    {
      name: "three at once",
      paths: {
        "/a": { get: { responses } },
        "/a/{id}": { parameters: [id], get: { responses } },
        "/{id}/a": { parameters: [id], get: { responses } },
      },
    },
  ])("$name", ({ paths }) => {
    expect(cure(withPaths(paths))).toEqual({ codes: ["name-collision"], left: [] });
  });

  // Prevents: help that aims below a reference, where nothing is when the overlay is applied.
  it("operations in a path item of the components", () => {
    const P = { get: { operationId: "list", responses }, put: { operationId: "List", responses } };
    const source = withPaths({ "/a": { $ref: "#/components/pathItems/P" } }, { pathItems: { P } });
    expect(cure(source)).toEqual({ codes: ["name-collision"], left: [] });
  });

  it("two operations with one operationId", () => {
    const paths = {
      "/a": { get: { operationId: "x", responses } },
      "/b": { get: { operationId: "x", responses } },
    };
    const { diagnostics } = readSource(withPaths(paths));
    expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([
      [
        "operation-id-duplicate",
        'Give one of the two another operationId, in the document or in the overlay: `- target: $.paths["/b"].get` with `update: { operationId: … }`.',
      ],
    ]);
  });
});
