import { describe, expect, it } from "vitest";
import { own, type Json, type JsonObject } from "../../src/source/json.ts";
import { body, field, raised, raisedOperation, swagger, withOperation } from "../raised-swagger.ts";

const string = { type: "string" };

const fieldSchema = { type: "string", description: "B." };

function form(
  type: string,
  properties: JsonObject,
  media: JsonObject = {},
  rest: JsonObject = {},
): JsonObject {
  return { content: { [type]: { schema: { type: "object", properties, ...rest }, ...media } } };
}

const urlencoded = "application/x-www-form-urlencoded";

describe("what an operation of Swagger 2.0 sends, in 3.1,", () => {
  const other = { name: "q", in: "query", type: "string" };
  const wantOther = { name: "q", in: "query", schema: string };

  it.each<{ given: JsonObject; parts?: JsonObject; want: JsonObject }>([
    {
      given: { parameters: [body] },
      want: {
        requestBody: {
          required: true,
          description: "A.",
          content: { "application/json": { schema: string } },
        },
      },
    },
    {
      given: {
        consumes: ["text/a", "text/b", "text/a"],
        parameters: [other, { in: "body", schema: string }],
      },
      want: {
        parameters: [wantOther],
        requestBody: { content: { "text/a": { schema: string }, "text/b": { schema: string } } },
      },
    },
    {
      given: { parameters: [{ in: "body", schema: string }, other] },
      parts: { consumes: ["text/a"] },
      want: { parameters: [wantOther], requestBody: { content: { "text/a": { schema: string } } } },
    },
    // An empty list clears those of the root.
    {
      given: { consumes: [], parameters: [{ in: "body", schema: string }] },
      parts: { consumes: ["text/a"] },
      want: { requestBody: { content: { "application/json": { schema: string } } } },
    },
    {
      given: { parameters: [{ $ref: "#/parameters/A" }] },
      parts: { parameters: { A: body } },
      want: { requestBody: { $ref: "#/parameters/A" } },
    },
    {
      given: { consumes: ["text/a"], parameters: [{ $ref: "#/parameters/A" }] },
      parts: { parameters: { A: { in: "body", schema: string } } },
      want: { requestBody: { content: { "text/a": { schema: string } } } },
    },
    { given: { parameters: [field] }, want: { requestBody: form(urlencoded, { b: fieldSchema }) } },
    {
      given: {
        parameters: [
          { $ref: "#/parameters/B" },
          other,
          { name: "f", in: "formData", type: "file", required: true },
        ],
      },
      parts: { parameters: { B: field } },
      want: {
        parameters: [wantOther],
        requestBody: {
          ...form(
            "multipart/form-data",
            { b: fieldSchema, f: { type: "string", format: "binary" } },
            {},
            { required: ["f"] },
          ),
          required: true,
        },
      },
    },
    {
      given: { consumes: ["application/json", "multipart/form-data"], parameters: [field] },
      want: { requestBody: form("multipart/form-data", { b: fieldSchema }) },
    },
    {
      given: {
        parameters: [
          { name: "a", in: "formData", type: "array", items: string, collectionFormat: "multi" },
          { name: "b", in: "formData", type: "array", items: string },
        ],
      },
      want: {
        requestBody: form(
          urlencoded,
          { a: { type: "array", items: string }, b: { type: "array", items: string } },
          { encoding: { b: { style: "form", explode: false } } },
        ),
      },
    },
    { given: { schemes: ["http"] }, want: { servers: [{ url: "http://shop.example" }] } },
    { given: { parameters: [] }, want: { parameters: [] } },
  ])("is the same: $given", ({ given, parts, want }) => {
    expect(raisedOperation(given, parts)).toEqual(want);
  });

  it.each<{ name: string; shared: Json; own: Json; want: Json }>([
    { name: "a body", shared: [body], own: [], want: { "application/json": { schema: string } } },
    {
      name: "a body of its own",
      shared: [body],
      own: [{ in: "body", schema: { type: "integer" } }],
      want: { "application/json": { schema: { type: "integer" } } },
    },
    {
      name: "fields, the later of a name",
      shared: [field, { name: "c", in: "formData", type: "string" }],
      own: [{ ...field, type: "integer" }],
      want: {
        [urlencoded]: {
          schema: { type: "object", properties: { b: { type: "integer", description: "B." }, c: string } },
        },
      },
    },
  ])("may be said at its path: $name", ({ shared, own: parameters, want }) => {
    const item = { parameters: shared, post: { parameters } };
    const { root } = raised(swagger({ paths: { "/a": item } }));
    const path = own(own(root, "paths"), "/a");
    expect(own(path, "parameters")).toBeUndefined();
    expect(own(own(own(path, "post"), "requestBody"), "content")).toEqual(want);
  });

  it("is one body", () => {
    const parameters = [body, { in: "body", schema: {} }, field];
    const { faults } = raised(withOperation({ parameters }));
    expect(faults).toEqual([
      "error operation-parameter /paths/~1orders/post/parameters/1",
      "error operation-parameter /paths/~1orders/post/parameters/2",
    ]);
  });
});

describe("what an operation of Swagger 2.0 answers, in 3.1,", () => {
  const json = { "application/json": { schema: string } };

  it.each<{ given: JsonObject; parts?: JsonObject; want: JsonObject }>([
    { given: { responses: { "204": { description: "A." } } }, want: { "204": { description: "A." } } },
    {
      given: {
        responses: { default: { description: "A.", schema: string, "x-a": 1 }, "x-b": { schema: 1 } },
      },
      want: { default: { description: "A.", content: json, "x-a": 1 }, "x-b": { schema: 1 } },
    },
    {
      given: { produces: ["text/a"], responses: { "200": { schema: string } } },
      parts: { produces: ["text/b"] },
      want: { "200": { content: { "text/a": { schema: string } } } },
    },
    {
      given: { responses: { "200": { schema: { type: "file" } } } },
      parts: { produces: ["text/b"] },
      want: { "200": { content: { "text/b": { schema: { type: "string", format: "binary" } } } } },
    },
    {
      given: {
        responses: { "200": { schema: string, examples: { "application/json": "a", "text/a": "b" } } },
      },
      want: { "200": { content: { "application/json": { schema: string, example: "a" } } } },
    },
    {
      given: { responses: { "200": { $ref: "#/responses/A" } } },
      parts: { responses: { A: { schema: string } } },
      want: { "200": { $ref: "#/responses/A" } },
    },
    {
      given: { produces: ["text/a"], responses: { "200": { $ref: "#/responses/A" } } },
      parts: { responses: { A: { schema: string } } },
      want: { "200": { content: { "text/a": { schema: string } } } },
    },
  ])("is the same: $given", ({ given, parts, want }) => {
    expect(raisedOperation(given, parts)).toEqual({ responses: want });
  });
});
