import { describe, expect, it } from "vitest";
import { faultsOfDocuments } from "../contract-faults-of-documents.ts";
import { contractOf, operationNames, readSource, schemaNames } from "../contract-of.ts";
import { api, apiWithOperation, json, overlay, reference } from "../contract-parts.ts";
import type { SourceTexts } from "../source-of.ts";

function reversed(source: SourceTexts): SourceTexts {
  return Object.fromEntries(Object.entries(source).toReversed());
}

describe("a contract", () => {
  const source: SourceTexts = {
    "openapi.json": apiWithOperation({ operationId: "list", responses: { 200: json(reference("Order")) } }),
    "order.yaml": "title: Order\ntype: object\nproperties:\n  line: { $ref: line.json }\n",
    "line.json": { title: "Line", type: "object" },
    "overlay.yaml": [
      "overlay: 1.0.0",
      "info: { title: Names, version: 1.0.0 }",
      "actions:",
      "  - target: $.info",
      "    update: { title: The shop }",
      "",
    ].join("\n"),
  };

  it("is the same whatever the order of the files", () => {
    expect(JSON.stringify(contractOf(reversed(source)))).toBe(JSON.stringify(contractOf(source)));
  });

  it("has a name, a source, a title, and its document in one piece", () => {
    const schemas = {
      Line: { title: "Line", type: "object" },
      Order: { title: "Order", type: "object", properties: { line: reference("Line") } },
    };
    expect(contractOf(source)).toMatchObject({
      name: "shop",
      source: "schemas/shop",
      title: "The shop",
      document: { openapi: "3.1.0", info: { title: "The shop" }, components: { schemas } },
      servers: [{ url: "https://shop.example" }],
      credentials: undefined,
    });
  });

  it("tells where schemas are used", () => {
    expect(contractOf(source).schemas.map(({ name, position }) => [name, position])).toEqual([
      ["Line", "response"],
      ["Order", "response"],
    ]);
  });

  it.each(["title", "version"])("has an info with a %s", (field) => {
    const info = { title: "Shop", version: "1", [field]: 1 };
    const { diagnostics } = readSource({ "a.json": api({ info }) });
    expect(diagnostics).toMatchObject([
      { code: "openapi-shape", place: { path: "a.json", pointer: "/info" } },
    ]);
  });
});

describe("a folder without an OpenAPI root", () => {
  const source = {
    "order.json": { title: "Order", properties: { line: reference("Line") } },
    "line.yaml": "title: Line\n",
    "overlay.json": overlay({
      target: "$.components.schemas.Line",
      update: { "x-sdkmill-name": "OrderLine" },
    }),
  };

  it("has schemas, but no operations and no document", () => {
    const contract = contractOf(source);
    expect(schemaNames(contract)).toEqual({ Line: "OrderLine", Order: "Order" });
    expect(operationNames(contract)).toEqual([]);
    expect(contract).toMatchObject({
      title: "shop",
      document: undefined,
      servers: [],
      credentials: undefined,
    });
  });

  it.each([
    { name: "is empty", source: {} },
    { name: "has an overlay alone", source: { "overlay.json": overlay({ target: "$", update: {} }) } },
  ])("gives an empty contract if it $name", ({ source: given }) => {
    expect(readSource(given).contract).toMatchObject({ schemas: [], operations: [], document: undefined });
  });
});

describe("several faults at once", () => {
  const source: SourceTexts = {
    "a.json": '{\n  "title": "A",\n  "type": "strin",\n  "type": "string",\n  "format": "color"\n}',
    "b.yaml":
      "title: B\nitems: { $ref: c.json }\nproperties:\n  x: { $ref: '#/components/schemas/Nope' }\npattern: '('\n",
    "broken.json": '{ "title": ',
    "broken.yaml": "title: [\n",
    "z.json": { title: "B" },
    "list.json": [],
    "openapi.yaml": [
      "openapi: 3.1.0",
      "info: { title: Shop, version: 1.0.0 }",
      "paths:",
      "  /orders/{id}:",
      "    get:",
      "      operationId: list",
      "      responses: { OK: {} }",
      "",
    ].join("\n"),
    "overlay.yaml": [
      "overlay: 1.0.0",
      "info: { title: Names, version: 1.0.0 }",
      "actions:",
      "  - { target: $.nope, update: {} }",
      "  - { target: '$[', update: {} }",
      "",
    ].join("\n"),
  };
  const lock = '{ "schemas": { "A": "Old" }, "operations": { "GET /orders/{id}": "orders.all" } }';
  const want = [
    "error name-locked a.json:1:1",
    "error duplicate-key a.json:4:3 /type",
    "warning format-unknown a.json:5:3 /format",
    "error reference-dangling b.yaml:2:10 /items/$ref",
    "error reference-dangling b.yaml:4:8 /properties/x/$ref",
    "error pattern-invalid b.yaml:5:1 /pattern",
    "error json-syntax broken.json:1:12",
    "error yaml-syntax broken.yaml:2:1",
    "error not-an-object list.json:1:1",
    "warning server-missing openapi.yaml:1:1 /servers",
    "error name-locked openapi.yaml:5:5 /paths/~1orders~1{id}/get",
    "error operation-parameter openapi.yaml:5:5 /paths/~1orders~1{id}/get",
    "error openapi-shape openapi.yaml:7:20 /paths/~1orders~1{id}/get/responses/OK",
    "warning overlay-no-match overlay.yaml:4:7 /actions/0/target",
    "error overlay-target-invalid overlay.yaml:5:7 /actions/1/target",
    "error schema-title-duplicate z.json:2:3 /title",
  ];

  it("are all reported in one run, in the order of files and lines", () => {
    expect(readSource(source, lock).faults).toEqual(want);
  });

  it("are the same whatever the order of the files", () => {
    expect(readSource(reversed(source), lock).diagnostics).toEqual(readSource(source, lock).diagnostics);
  });

  it("are as many as the sources of single faults have, put together", () => {
    const single = faultsOfDocuments.filter(({ source: files, lock: own }) => {
      const schemas = Object.keys(files).every((path) => path === "a.yaml");
      return schemas && own === undefined;
    });
    const files = single.map(({ source: { "a.yaml": text = "" } }, index) => [
      `${index}.yaml`,
      String(text).replace("title: A", `title: A${index}`),
    ]);
    const codes = readSource(Object.fromEntries(files) as SourceTexts).diagnostics.map(({ code }) => code);
    expect(codes.toSorted()).toEqual(single.map(({ code }) => code).toSorted());
    expect(codes.length).toBeGreaterThan(8);
  });
});

// Prevents: one broken document burying its own fault under those of all that depend on it.
describe("a document that can not be parsed", () => {
  const broken = "title: [\n";

  it("is not missed where it is referred to", () => {
    const source = {
      "a.json": { title: "A", items: { $ref: "b.yaml" }, not: reference("B") },
      "b.yaml": broken,
    };
    expect(readSource(source).faults).toEqual(["error yaml-syntax b.yaml:2:1"]);
  });

  it("is not missed where the overlay aims at it", () => {
    const names = overlay({ target: "$.components.schemas.B", update: { "x-sdkmill-name": "C" } });
    const source = { "a.json": { title: "A" }, "b.yaml": broken, "overlay.json": names };
    expect(readSource(source).faults).toEqual(["error yaml-syntax b.yaml:2:1"]);
  });

  it("is not missed where it gives names", () => {
    const source = {
      "a.json": { title: "A" },
      "b.json": { title: "a" },
      "overlay.yaml": "overlay: 1.0.0\nactions: [\n",
    };
    const lock = '{ "schemas": { "A": "Order", "a": "Line" }, "operations": {} }';
    expect(readSource(source, lock).faults).toEqual(["error yaml-syntax overlay.yaml:3:1"]);
  });
});
