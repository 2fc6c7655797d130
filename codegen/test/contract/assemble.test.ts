import { describe, expect, it } from "vitest";
import { assemble } from "../../src/contract/assemble.ts";
import type { Json } from "../../src/source/json.ts";
import { assembledOf } from "../contract-of.ts";
import { api, apiWithSchemas } from "../contract-parts.ts";
import { faultPlaces } from "../source-faults.ts";
import { documentsOf, type SourceTexts } from "../source-of.ts";

function faultsOf(source: SourceTexts): readonly string[] {
  return faultPlaces(assemble(documentsOf(source)).diagnostics);
}

/** The key that a document alone gets, and the path it was written in. */
function keysOf(source: SourceTexts): readonly string[] {
  return [...assembledOf(source).origins.keys()];
}

describe("the key of a schema document", () => {
  it.each([
    { by: "its title", path: "a.json", data: { title: "Order" }, want: "Order" },
    { by: "its $id", path: "a.json", data: { $id: "#/components/schemas/Order" }, want: "Order" },
    {
      by: "its $id before its title",
      path: "a.json",
      data: { $id: "#/components/schemas/Order", title: "Another" },
      want: "Order",
    },
    { by: "an $id with escapes", path: "a.json", data: { $id: "#/components/schemas/a%2Db" }, want: "a-b" },
    {
      by: "its title, for any other $id",
      path: "a.json",
      data: { $id: "order.json", title: "Order" },
      want: "Order",
    },
    { by: "its file, without a title", path: "b/order-line.json", data: {}, want: "order-line" },
    { by: "its file, without the ending of its kind", path: "order.schema.json", data: {}, want: "order" },
    { by: "its file, if it is a boolean", path: "anything.yaml", data: "true", want: "anything" },
    {
      by: "a title with other characters",
      path: "a.json",
      data: { title: "An order/line" },
      want: "An_order_line",
    },
  ] satisfies readonly { by: string; path: string; data: Json; want: string }[])("comes from $by", (row) => {
    expect(keysOf({ [row.path]: row.data })).toEqual([row.want]);
  });

  // Prevents: a crash on a percent sign that is no escape.
  it("comes from an $id with a broken escape, or is a diagnostic", () => {
    expect(() =>
      assemble(documentsOf({ "a.json": { $id: "#/components/schemas/%", title: "A" } })),
    ).not.toThrow();
  });
});

describe("assemble", () => {
  it("puts schemas of the root and of documents side by side, in the order of keys", () => {
    const source = {
      "z.json": { title: "Line", type: "object" },
      "openapi.json": apiWithSchemas({ Order: { type: "string" }, Cart: true }),
    };
    const { document, origins, rootPath } = assembledOf(source);
    expect(document).toEqual(
      apiWithSchemas({ Cart: true, Line: { title: "Line", type: "object" }, Order: { type: "string" } }),
    );
    expect([...origins.values()]).toEqual([
      { key: "Cart", title: "Cart", path: "openapi.json", pointer: "/components/schemas/Cart" },
      { key: "Line", title: "Line", path: "z.json", pointer: "" },
      { key: "Order", title: "Order", path: "openapi.json", pointer: "/components/schemas/Order" },
    ]);
    expect(rootPath).toBe("openapi.json");
  });

  it("does not depend on the order of the documents", () => {
    const documents = documentsOf({
      "b.json": { title: "B" },
      "a.json": { title: "A" },
      "openapi.json": api({}),
    });
    expect(assemble(documents.toReversed())).toEqual(assemble(documents));
  });

  it("takes an $id that is only a fragment away, and leaves any other", () => {
    const source = {
      "a.json": { $id: "#/components/schemas/A", type: "object" },
      "b.json": { $id: "https://shop.example/b.json", title: "B" },
    };
    expect(assembledOf(source).document).toEqual({
      components: {
        schemas: { A: { type: "object" }, B: { $id: "https://shop.example/b.json", title: "B" } },
      },
    });
  });

  it("makes a document of schemas alone, without a root", () => {
    const { document, rootPath } = assembledOf({ "a.json": { title: "A" } });
    expect([document, rootPath]).toEqual([{ components: { schemas: { A: { title: "A" } } } }, undefined]);
  });

  it("keeps overlays out of the schemas", () => {
    expect(keysOf({ "overlay.yaml": "overlay: 1.0.0", "a.json": { title: "A" } })).toEqual(["A"]);
  });
});

describe("faults of a source", () => {
  it.each([
    {
      name: "two documents of one title",
      source: { "b.json": { title: "Order" }, "a.json": { title: "Order" } },
      want: ["error schema-title-duplicate b.json /title"],
    },
    {
      name: "three documents of one title",
      source: { "a.json": { title: "Order" }, "b.json": { title: "Order" }, "c.json": { title: "Order" } },
      want: ["error schema-title-duplicate b.json /title", "error schema-title-duplicate c.json /title"],
    },
    {
      name: "a document and a component of one title",
      source: { "openapi.json": apiWithSchemas({ Order: {} }), "a.json": { title: "Order" } },
      want: ["error schema-title-duplicate openapi.json /components/schemas/Order"],
    },
    {
      name: "an $id and a title of different components",
      source: { "a.json": { $id: "#/components/schemas/Order", title: "Cart" } },
      want: ["warning schema-title-mismatch a.json /title"],
    },
    {
      name: "two roots",
      source: { "a.json": api({}), "b.json": api({}), "c.json": api({}) },
      want: ["error openapi-several b.json /openapi", "error openapi-several c.json /openapi"],
    },
    ...["3.2.0", "3.1", "4.0.0", 3.1, null].map((version) => ({
      name: `the version ${version}`,
      source: { "a.json": api({ openapi: version }) },
      want: ["error openapi-version a.json /openapi"],
    })),
  ])("are $name", ({ source, want }) => {
    expect(faultsOf(source)).toEqual(want);
  });

  it("are documents of an older Swagger, at the line that says so", () => {
    expect(faultsOf({ "a.json": { swagger: "1.2" } })).toEqual(["error openapi-version a.json /swagger"]);
  });

  it.each(["3.1.0", "3.1.1", "3.1.12"])("are none for version %s", (version) => {
    expect(faultsOf({ "a.json": api({ openapi: version }) })).toEqual([]);
  });

  it("are two documents of one $id, at the $id", () => {
    const order = { $id: "#/components/schemas/Order" };
    expect(faultsOf({ "a.json": order, "b.json": order })).toEqual([
      "error schema-title-duplicate b.json /$id",
    ]);
  });

  // Prevents: different titles meeting because the characters that they differ in are replaced.
  it("are none for two titles that differ only in letters beyond ASCII", () => {
    expect(faultsOf({ "a.json": { title: "Größe" }, "b.json": { title: "Grüße" } })).toEqual([]);
  });

  it("are the same whatever the order of the documents", () => {
    const documents = documentsOf({ "a.json": api({}), "b.json": api({}), "c.json": { title: "C" } });
    expect(assemble(documents.toReversed()).diagnostics).toEqual(assemble(documents).diagnostics);
  });
});
