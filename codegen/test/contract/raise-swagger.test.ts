import { describe, expect, it } from "vitest";
import { own, type Json, type JsonObject } from "../../src/source/json.ts";
import { contractOf, schemaOf } from "../contract-of.ts";
import { faultsOf } from "../raised-openapi.ts";
import { dialectUris, raisedSource } from "../raised-source.ts";
import { info, raised, swagger, withOperation } from "../raised-swagger.ts";

/** A definition in 3.1, and what was said of it, by its own pointers. */
function raisedSchema(schema: Json): {
  readonly schema: Json | undefined;
  readonly faults: readonly string[];
} {
  const { root, faults } = raised(swagger({ definitions: { A: schema } }));
  return {
    schema: own(own(own(root, "components"), "schemas"), "A"),
    faults: faults.map((fault) => fault.replace(" /definitions/A", "")),
  };
}

const string = { type: "string" };

describe("a root of Swagger 2.0, in 3.1,", () => {
  it("is one of 3.1, with the same texts", () => {
    const kept = {
      tags: [{ name: "a" }],
      externalDocs: { url: "https://shop.example" },
      security: [],
      "x-a": 1,
    };
    expect(raised(swagger(kept))).toEqual({
      root: { openapi: "3.1.0", info, paths: {}, ...kept, servers: [{ url: "https://shop.example" }] },
      faults: [],
    });
  });

  it.each<{ given: JsonObject; want: readonly string[] }>([
    {
      given: { host: "a.example", schemes: ["https", "http"] },
      want: ["https://a.example", "http://a.example"],
    },
    { given: { host: "a.example", schemes: ["https"], basePath: "/v1" }, want: ["https://a.example/v1"] },
    { given: { host: "a.example", schemes: ["https"], basePath: "/" }, want: ["https://a.example"] },
    // The scheme, or the host too, of whoever served the document.
    { given: { host: "a.example", basePath: "/v1" }, want: ["//a.example/v1"] },
    { given: { schemes: ["https"], basePath: "/v1" }, want: ["/v1"] },
    { given: {}, want: ["/"] },
  ])("has servers: $given", ({ given, want }) => {
    const { root } = raised({ swagger: "2.0", info, ...given });
    expect(own(root, "servers")).toEqual(want.map((url) => ({ url })));
  });

  it("has its parts as components, whatever they are called", () => {
    const given = swagger({
      definitions: { A: string, "List<A>": string, "b c": string, "b<c": string },
      parameters: {
        Limit: { name: "limit", in: "query", type: "integer" },
        Order: { name: "o", in: "body", schema: string },
        File: { name: "f", in: "formData", type: "file" },
      },
      responses: { Bad: { description: "Bad", schema: string } },
      securityDefinitions: { key: { type: "apiKey", in: "header", name: "X-Key" } },
    });
    expect(own(raised(given).root, "components")).toEqual({
      // Two that would have the same name keep theirs, and are reported for them.
      schemas: { A: string, List_A_: string, "b c": string, "b<c": string },
      parameters: { Limit: { name: "limit", in: "query", schema: { type: "integer" } } },
      requestBodies: {
        Order: { content: { "application/json": { schema: string } } },
        File: {
          content: {
            "multipart/form-data": {
              schema: { type: "object", properties: { f: { type: "string", format: "binary" } } },
            },
          },
        },
      },
      responses: { Bad: { description: "Bad", content: { "application/json": { schema: string } } } },
      securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
    });
  });

  it.each<{ given: JsonObject; want: JsonObject }>([
    {
      given: { type: "basic", description: "B." },
      want: { type: "http", scheme: "basic", description: "B." },
    },
    ...Object.entries({
      implicit: "implicit",
      password: "password",
      application: "clientCredentials",
      accessCode: "authorizationCode",
    }).map(([flow, name]) => ({
      given: {
        type: "oauth2",
        flow,
        authorizationUrl: "https://a",
        tokenUrl: "https://b",
        scopes: {},
        "x-a": 1,
      },
      want: {
        type: "oauth2",
        flows: { [name]: { authorizationUrl: "https://a", tokenUrl: "https://b", scopes: {} } },
        "x-a": 1,
      },
    })),
    {
      given: { type: "oauth2", flow: "other", scopes: {} },
      want: { type: "oauth2", flow: "other", scopes: {} },
    },
  ])("has the same ways to authenticate: $given", ({ given, want }) => {
    const { root } = raised(swagger({ securityDefinitions: { a: given } }));
    expect(own(root, "components")).toEqual({ securitySchemes: { a: want } });
  });

  it("has no fields of a later version", () => {
    const later = { servers: [], components: { schemas: {} }, webhooks: {}, jsonSchemaDialect: "a" };
    expect(raised(swagger(later))).toEqual({
      root: raised(swagger({})).root,
      faults: Object.keys(later).map((field) => `warning keyword-unknown /${field}`),
    });
  });

  it.each([2, "2.1", "1.2", "2", null])("is none of another version: %j", (version) => {
    expect(faultsOf({ "api.json": swagger({ swagger: version }) })).toContain(
      "error openapi-version api.json /swagger",
    );
  });

  it("gives a contract", () => {
    const contract = contractOf({
      "api.json": withOperation(
        {
          operationId: "orders_create",
          parameters: [
            { name: "a", in: "query", required: true, type: "string" },
            { name: "o", in: "body", required: true, schema: { $ref: "#/definitions/Order" } },
          ],
          responses: { "200": { description: "OK", schema: { $ref: "#/definitions/Order" } } },
        },
        { definitions: { Order: { type: "object", properties: { b: string } } } },
      ),
    });
    expect(contract.document).toMatchObject({ openapi: "3.1.0" });
    expect(contract.servers).toMatchObject([{ url: "https://shop.example" }]);
    expect(contract.operations[0]).toMatchObject({
      parameters: [{ name: "a", in: "query", required: true, schema: string }],
      body: { mediaType: "application/json", required: true, form: "merged" },
    });
    expect(schemaOf(contract, "Order").position).toBe("both");
  });
});

describe("a schema of Swagger 2.0, in 3.1,", () => {
  it.each<{ given: Json; want: Json; faults?: readonly string[] }>([
    { given: { discriminator: "kind" }, want: { discriminator: { propertyName: "kind" } } },
    { given: { properties: { discriminator: string } }, want: { properties: { discriminator: string } } },
    {
      given: { example: 1, minimum: 1, exclusiveMinimum: true },
      want: { examples: [1], exclusiveMinimum: 1 },
    },
    { given: { type: ["string", "null"] }, want: { type: ["string", "null"] } },
    { given: { items: [string] }, want: { prefixItems: [string] } },
    {
      given: { readOnly: true, xml: { name: "a" }, "x-nullable": true },
      want: { readOnly: true, xml: { name: "a" }, "x-nullable": true },
    },
    {
      given: { $ref: "#/definitions/A", description: "A.", readOnly: true, discriminator: "b" },
      want: { $ref: "#/definitions/A", description: "A." },
      faults: ["warning keyword-ignored/readOnly", "warning keyword-ignored/discriminator"],
    },
    {
      given: { exclusiveMaximum: 1 },
      want: { exclusiveMaximum: 1 },
      faults: ["warning schema-shape/exclusiveMaximum"],
    },
    ...["anyOf", "oneOf", "not", "const", "writeOnly", "patternProperties", "$schema"].map((keyword) => ({
      given: { [keyword]: keyword === "$schema" ? dialectUris["draft-07"] : {} },
      want: {},
      faults: [`warning keyword-unknown/${keyword}`],
    })),
  ])("means the same: $given", ({ given, want, faults = [] }) => {
    expect(raisedSchema(given)).toEqual({ schema: want, faults });
  });

  it("may be a document beside the root", () => {
    const source = { "api.json": swagger({}), "b.json": { title: "B", discriminator: "kind", const: 1 } };
    const { documents, faults } = raisedSource(source);
    expect(documents["b.json"]).toEqual({ title: "B", discriminator: { propertyName: "kind" } });
    expect(faults).toEqual(["warning keyword-unknown b.json /const"]);
  });
});
