import { describe, expect, it } from "vitest";
import { raiseDocuments } from "../../src/contract/raise-documents.ts";
import { raisedPointer, writtenPointer } from "../../src/contract/raise-moves.ts";
import { own, type JsonObject } from "../../src/source/json.ts";
import { contractOf, readSource, schemaOf } from "../contract-of.ts";
import { overlay } from "../contract-parts.ts";
import { faultsOf } from "../raised-openapi.ts";
import { body, field, swagger, withOperation } from "../raised-swagger.ts";
import { documentsOf } from "../source-of.ts";

const string = { type: "string" };

const parameters: JsonObject = { F: { ...field, name: "f" }, L: { name: "l", in: "query", type: "integer" } };
const bothTypes = { consumes: ["application/json", "text/b"], produces: ["text/a", "text/b"] };

/** A document with everything in it that moves. */
const everything = swagger({
  definitions: { "List<A>": { items: string, discriminator: "kind", example: 1 } },
  securityDefinitions: { key: { type: "basic" } },
  parameters: { ...parameters, B: body },
  responses: { R: { description: "R.", schema: string } },
  paths: {
    "/a": {
      parameters: [body],
      get: {
        schemes: ["http"],
        responses: {
          "200": { schema: { properties: { r: string } }, examples: { "application/json": { r: "" } } },
          "400": { $ref: "#/responses/R" },
        },
      },
    },
    "/b": {
      post: {
        ...bothTypes,
        parameters: [
          { name: "q", in: "body", schema: { properties: { p: { items: [string] } } } },
          { name: "r", in: "query", type: "array", items: string, collectionFormat: "multi" },
          { name: "s", in: "query", type: "array", items: string },
        ],
        responses: { "200": { schema: string }, "400": { $ref: "#/responses/R" } },
      },
    },
    "/c": {
      post: {
        consumes: ["application/x-www-form-urlencoded", "multipart/form-data"],
        parameters: [{ $ref: "#/parameters/F" }, { ...field, name: "a/b" }],
      },
    },
    "/d": { post: { ...bothTypes, parameters: [{ $ref: "#/parameters/B" }] } },
  },
});

const moves = raiseDocuments(documentsOf({ "api.json": everything })).value.moves.get("api.json") ?? {
  toRaised: new Map(),
  toWritten: new Map(),
};

describe("a reference in a document of Swagger 2.0", () => {
  const found = { type: "string", minLength: 7 };

  it.each<{ $ref: string; parts: JsonObject }>([
    { $ref: "#/definitions/B", parts: { definitions: { B: found } } },
    { $ref: "#/definitions/List%3CB%3E", parts: { definitions: { "List<B>": found } } },
    { $ref: "#/definitions/B/properties/a", parts: { definitions: { B: { properties: { a: found } } } } },
    { $ref: "#/definitions/B/items/0", parts: { definitions: { B: { items: [found] } } } },
    { $ref: "#/parameters/B/schema", parts: { parameters: { B: { ...body, schema: found } } } },
    { $ref: "#/responses/B/schema", parts: { responses: { B: { description: "B.", schema: found } } } },
    {
      $ref: "#/paths/~1orders/post/parameters/0/schema",
      parts: {
        paths: {
          "/orders": { post: { consumes: ["a/json", "a/b"], parameters: [{ ...body, schema: found }] } },
        },
      },
    },
    {
      $ref: "#/paths/~1orders/post/responses/200/schema",
      parts: {
        paths: { "/orders": { post: { produces: ["a/b"], responses: { "200": { schema: found } } } } },
      },
    },
  ])("finds the schema at its new place: $$ref", ({ $ref, parts }) => {
    for (const [source, at] of [
      [{ "api.json": swagger(parts), "a.json": { title: "A", $ref: `api.json${$ref}` } }, "A"],
      [
        {
          "api.json": swagger({
            ...parts,
            definitions: { ...(own(parts, "definitions") as object), A: { $ref } },
          }),
        },
        "A",
      ],
    ] as const) {
      const { contract, diagnostics } = readSource(source);
      expect(diagnostics.filter(({ code }) => code.startsWith("reference"))).toEqual([]);
      const { $ref: to } = schemaOf(contract, at).schema as { $ref: string };
      expect(schemaOf(contract, to.replace("#/components/schemas/", "")).schema).toEqual(found);
    }
  });

  it("finds the body, the parameter and the answer that operations share", () => {
    const shared = {
      parameters: { B: body, L: { name: "l", in: "query", type: "integer" } },
      responses: { R: { description: "R.", schema: { type: "object", title: "R" } } },
    };
    const operation = (consumes: JsonObject): JsonObject => ({
      post: {
        ...consumes,
        parameters: [{ $ref: "#/parameters/B" }, { $ref: "#/parameters/L" }],
        responses: { "200": { $ref: "#/responses/R" } },
      },
    });
    // One of them speaks another media type: the others do not for it.
    const paths = {
      "/a": operation({}),
      "/b": operation({ consumes: ["a/json", "application/b+json"], produces: ["application/b+json"] }),
    };
    const { contract, faults } = readSource({ "api.json": swagger({ ...shared, paths }) });
    expect(faults.filter((fault) => fault.startsWith("error reference"))).toEqual([]);
    expect(
      contract.operations.map(({ body: sent, parameters: given }) => [sent?.mediaType, given[0]?.name]),
    ).toEqual([
      ["application/json", "l"],
      ["application/b+json", "l"],
    ]);
  });
});

describe("a part of a document of Swagger 2.0", () => {
  const multipart =
    "/paths/~1c/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties";
  const b = "/paths/~1b/post";

  it.each([
    ["/openapi", "/swagger"],
    ["/servers/0/url", "/host"],
    ["/components/schemas/List_A_/items", "/definitions/List<A>/items"],
    ["/components/parameters/L/schema/type", "/parameters/L/type"],
    ["/components/parameters/L/schema", "/parameters/L"],
    ["/components/securitySchemes/key", "/securityDefinitions/key"],
    ["/paths/~1a/get/requestBody/content/application~1json/schema", "/paths/~1a/parameters/0/schema"],
    [
      "/paths/~1a/get/responses/200/content/application~1json/schema/properties/r",
      "/paths/~1a/get/responses/200/schema/properties/r",
    ],
    [`${b}/requestBody`, `${b}/parameters/0`],
    [
      `${b}/requestBody/content/application~1json/schema/properties/p`,
      `${b}/parameters/0/schema/properties/p`,
    ],
    [
      `${b}/requestBody/content/text~1b/schema/properties/p/prefixItems/0`,
      `${b}/parameters/0/schema/properties/p/items/0`,
    ],
    [`${b}/parameters/0/schema/items`, `${b}/parameters/1/items`],
    [`${b}/parameters/1/style`, `${b}/parameters/2/collectionFormat`],
    [`${b}/parameters/1/name`, `${b}/parameters/2/name`],
    ["/paths/~1c/post/requestBody", "/parameters/F"],
    [`${multipart}/f/type`, "/parameters/F/type"],
    [`${multipart}/a~1b/description`, "/paths/~1c/post/parameters/1/description"],
    ["/components/schemas/List_A_/discriminator/propertyName", "/definitions/List<A>/discriminator"],
    ["/components/schemas/List_A_/examples/0", "/definitions/List<A>/example"],
    ["/paths/~1a/get/servers/0/url", "/paths/~1a/get/schemes"],
    [
      "/paths/~1a/get/responses/200/content/application~1json/example/r",
      "/paths/~1a/get/responses/200/examples/application~1json/r",
    ],
    ["/paths/~1b/post/responses/400/content/text~1b/schema/type", "/responses/R/schema/type"],
    [`${multipart}/f`, "/parameters/F"],
    ["/paths/~1c/post/requestBody/content/multipart~1form-data/schema/properties/f", "/parameters/F"],
    ["/paths/~1d/post/requestBody/content/text~1b/schema", "/parameters/B/schema"],
  ])("at %s is known to have been written at %s", (raisedAt, writtenAt) => {
    expect(writtenPointer(moves, raisedAt)).toBe(writtenAt);
  });

  // The first of several places, and that of the components if it is one of them.
  it.each([
    ["/parameters/B", "/components/requestBodies/B"],
    ["/parameters/B/schema", "/components/requestBodies/B/content/application~1json/schema"],
    [
      "/parameters/F",
      "/components/requestBodies/F/content/application~1x-www-form-urlencoded/schema/properties/f",
    ],
    ["/parameters/L", "/components/parameters/L"],
    ["/responses/R/schema", "/components/responses/R/content/application~1json/schema"],
    [`${b}/parameters/0/schema`, `${b}/requestBody/content/application~1json/schema`],
    [`${b}/parameters/2`, `${b}/parameters/1`],
    [`${b}/responses/200/schema`, `${b}/responses/200/content/text~1a/schema`],
    ["/paths/~1c/post/parameters/1/type", `${multipart}/a~1b/type`],
    ["/host", "/host"],
  ])("that was written at %s is found at %s", (writtenAt, raisedAt) => {
    expect(raisedPointer(moves, writtenAt)).toBe(raisedAt);
  });
});

describe("a fault of a document of Swagger 2.0", () => {
  it.each<{ root: JsonObject; want: readonly string[] }>([
    {
      root: swagger({ definitions: { A: { type: "strin" } } }),
      want: ["error schema-shape api.json /definitions/A/type"],
    },
    {
      root: withOperation({ parameters: [{ name: "a", in: "query", type: "strin" }] }),
      want: ["error schema-shape api.json /paths/~1orders/post/parameters/0/type"],
    },
    // Once, however many media types there are.
    {
      root: withOperation({
        consumes: ["application/json", "text/b"],
        parameters: [{ name: "a", in: "body", schema: { format: "color" } }],
      }),
      want: ["warning format-unknown api.json /paths/~1orders/post/parameters/0/schema/format"],
    },
    {
      root: swagger({ definitions: { A: { $ref: "#/definitions/B" } } }),
      want: ["error reference-dangling api.json /definitions/A/$ref"],
    },
    { root: swagger({ paths: [] }), want: ["error openapi-shape api.json /paths"] },
    { root: swagger({ paths: { "/a": [] } }), want: ["error openapi-shape api.json /paths/~1a"] },
    {
      root: withOperation({ parameters: {}, responses: [] }),
      want: [
        "error openapi-shape api.json /paths/~1orders/post/parameters",
        "error openapi-shape api.json /paths/~1orders/post/responses",
      ],
    },
    {
      root: swagger({ definitions: { "b c": string, "b<c": string } }),
      want: [
        "error openapi-shape api.json /definitions/b c",
        "error name-collision api.json /definitions/b<c",
        "error openapi-shape api.json /definitions/b<c",
      ],
    },
    { root: swagger({ schemes: [] }), want: ["warning server-missing api.json /host"] },
  ])("is reported where it was written: $want", ({ root, want }) => {
    expect(faultsOf({ "api.json": root })).toEqual(want);
  });

  it("can be mended by an overlay in terms of 3.1", () => {
    const source = {
      "api.json": swagger({ definitions: { A: { type: "strin" } } }),
      "overlay.json": overlay({ target: "$.components.schemas.A", update: string }),
    };
    expect(schemaOf(contractOf(source), "A").schema).toEqual(string);
  });
});
