import { describe, expect, it } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { mapNodesUp, walkNodes, type DocumentNode, type NodeKind } from "../../src/source/openapi-shape.ts";

/** Pointers of the nodes of one kind. */
function pointersOf(kind: NodeKind, start: DocumentNode): readonly string[] {
  const found: string[] = [];
  walkNodes(start, (node) => {
    if (node.kind === kind) found.push(node.pointer);
  });
  return found;
}

function schemaNode(node: Json): DocumentNode {
  return { node, kind: "schema", pointer: "" };
}

describe("walkNodes over a schema", () => {
  it.each([
    { keyword: "allOf", value: [{}], want: ["/allOf/0"] },
    { keyword: "prefixItems", value: [{}, true], want: ["/prefixItems/0", "/prefixItems/1"] },
    { keyword: "properties", value: { "a/b": {} }, want: ["/properties/a~1b"] },
    { keyword: "dependentSchemas", value: { a: {} }, want: ["/dependentSchemas/a"] },
    { keyword: "additionalProperties", value: false, want: ["/additionalProperties"] },
    // Data, however much it looks like a schema.
    { keyword: "default", value: { properties: { a: {} } }, want: [] },
    { keyword: "const", value: { $ref: "#/x" }, want: [] },
    { keyword: "enum", value: [{ items: {} }], want: [] },
    { keyword: "examples", value: [{ items: {} }], want: [] },
    { keyword: "x-other", value: { items: {} }, want: [] },
  ])("finds what $keyword holds", ({ keyword, value, want }) => {
    expect(pointersOf("schema", schemaNode({ [keyword]: value }))).toEqual(["", ...want]);
  });

  it.each(["anyOf", "oneOf"])("finds what %s holds", (keyword) => {
    expect(pointersOf("schema", schemaNode({ [keyword]: [{}] }))).toEqual(["", `/${keyword}/0`]);
  });

  it.each(["patternProperties", "$defs", "definitions"])("finds what %s holds", (keyword) => {
    expect(pointersOf("schema", schemaNode({ [keyword]: { a: {} } }))).toEqual(["", `/${keyword}/a`]);
  });

  it.each([
    ...["not", "if", "then", "else", "items", "contains", "propertyNames"],
    ...["unevaluatedItems", "unevaluatedProperties", "contentSchema"],
  ])("finds what %s holds", (keyword) => {
    expect(pointersOf("schema", schemaNode({ [keyword]: {} }))).toEqual(["", `/${keyword}`]);
  });

  // Prevents: taking a property for the keyword of its name.
  it("takes a property named like a keyword for a property", () => {
    const schema = { properties: { default: { properties: { items: {} } }, enum: {} } };
    expect(pointersOf("schema", schemaNode(schema))).toEqual([
      "",
      "/properties/default",
      "/properties/default/properties/items",
      "/properties/enum",
    ]);
  });

  it.each<{ node: Json }>([
    { node: null },
    { node: 1 },
    { node: "text" },
    { node: [] },
    { node: { properties: [] } },
    { node: { allOf: {} } },
    { node: { constructor: {} } },
  ])("passes over another shape: %j", ({ node }) => {
    expect(pointersOf("schema", schemaNode(node))).toEqual([""]);
  });
});

describe("walkNodes over a document", () => {
  const document = {
    paths: {
      "x-note": { get: {} },
      "/a": {
        parameters: [{ schema: {} }],
        get: {
          parameters: [{ content: { "text/plain": { schema: {} } } }],
          requestBody: { content: { "application/json": { schema: {}, example: { schema: {} } } } },
          responses: { 200: { headers: { "X-A": { schema: {} } }, content: { "a/b": { schema: {} } } } },
          callbacks: { done: { "{$request.body#/url}": { post: { requestBody: {} } }, "x-note": {} } },
        },
      },
    },
    webhooks: { placed: { post: {} } },
    components: { schemas: { A: {} }, pathItems: { P: { delete: {} } }, examples: { E: { schema: {} } } },
  };
  const start: DocumentNode = { node: document, kind: "document", pointer: "" };

  it("finds the schemas", () => {
    expect(pointersOf("schema", start)).toEqual([
      "/paths/~1a/parameters/0/schema",
      "/paths/~1a/get/parameters/0/content/text~1plain/schema",
      "/paths/~1a/get/requestBody/content/application~1json/schema",
      "/paths/~1a/get/responses/200/headers/X-A/schema",
      "/paths/~1a/get/responses/200/content/a~1b/schema",
      "/components/schemas/A",
    ]);
  });

  it("finds the operations", () => {
    expect(pointersOf("operation", start)).toEqual([
      "/paths/~1a/get",
      "/paths/~1a/get/callbacks/done/{$request.body#~1url}/post",
      "/webhooks/placed/post",
      "/components/pathItems/P/delete",
    ]);
  });
});

describe("mapNodesUp", () => {
  const schema = { properties: { a: { items: { const: 1 } }, b: {} }, allOf: [{ const: 1 }, {}] };

  it("replaces leaves first, and shares what does not change", () => {
    const seen: string[] = [];
    const mapped = mapNodesUp(schemaNode(schema), ({ node, pointer }) => {
      seen.push(pointer);
      return pointer.endsWith("items") || pointer === "/allOf/0" ? true : node;
    });
    expect(mapped).toEqual({ properties: { a: { items: true }, b: {} }, allOf: [true, {}] });
    expect(seen).toEqual([
      "/properties/a/items",
      "/properties/a",
      "/properties/b",
      "/allOf/0",
      "/allOf/1",
      "",
    ]);
    expect((mapped as typeof schema).properties.b).toBe(schema.properties.b);
  });

  it("gives back the very node if nothing changes", () => {
    expect(mapNodesUp(schemaNode(schema), ({ node }) => node)).toBe(schema);
  });
});
