import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/source/json.ts";
import { raisedOperation } from "../raised-swagger.ts";

const string = { type: "string" };

describe("a parameter of Swagger 2.0, in 3.1,", () => {
  it.each<{ given: JsonObject; want: JsonObject }>([
    {
      given: { in: "query", type: "integer", format: "int32", default: 1, description: "A.", "x-a": 1 },
      want: {
        in: "query",
        description: "A.",
        "x-a": 1,
        schema: { type: "integer", format: "int32", default: 1 },
      },
    },
    {
      given: { in: "query", type: "number", minimum: 1, exclusiveMinimum: true, maximum: 2, multipleOf: 1 },
      want: { in: "query", schema: { type: "number", exclusiveMinimum: 1, maximum: 2, multipleOf: 1 } },
    },
    {
      given: { in: "header", type: "string", enum: ["a"], pattern: "a", minLength: 1, maxLength: 2 },
      want: {
        in: "header",
        schema: { type: "string", enum: ["a"], pattern: "a", minLength: 1, maxLength: 2 },
      },
    },
    {
      given: { in: "query", allowEmptyValue: true, type: "boolean" },
      want: { in: "query", allowEmptyValue: true, schema: { type: "boolean" } },
    },
    ...[
      { where: "query", format: "multi", style: {} },
      { where: "query", format: "csv", style: { style: "form", explode: false } },
      { where: "query", format: undefined, style: { style: "form", explode: false } },
      { where: "query", format: "ssv", style: { style: "spaceDelimited", explode: false } },
      { where: "query", format: "pipes", style: { style: "pipeDelimited", explode: false } },
      { where: "query", format: "tsv", style: { style: "tsv", explode: false } },
      { where: "path", format: "csv", style: {} },
      { where: "header", format: undefined, style: {} },
      { where: "path", format: "pipes", style: { style: "pipes" } },
    ].map(({ where, format, style }) => ({
      given: {
        ...{ in: where, type: "array", items: string, minItems: 1, maxItems: 2, uniqueItems: true },
        ...(format === undefined ? {} : { collectionFormat: format }),
      },
      want: {
        ...{ in: where, ...style },
        schema: { type: "array", items: string, minItems: 1, maxItems: 2, uniqueItems: true },
      },
    })),
    // It says nothing of what is no list.
    {
      given: { in: "query", type: "string", collectionFormat: "csv" },
      want: { in: "query", schema: string },
    },
    { given: { in: "query", schema: string }, want: { in: "query", schema: string } },
    { given: { $ref: "#/parameters/A" }, want: { $ref: "#/parameters/A" } },
  ])("has a schema and a style: $given", ({ given, want }) => {
    expect(raisedOperation({ parameters: [given] })).toEqual({ parameters: [want] });
  });

  it("is a header of a response too", () => {
    const headers = { a: { type: "array", items: string, description: "A." }, b: { type: "integer" } };
    expect(raisedOperation({ responses: { "200": { description: "OK", headers } } })).toEqual({
      responses: {
        "200": {
          description: "OK",
          headers: {
            a: { description: "A.", schema: { type: "array", items: string } },
            b: { schema: { type: "integer" } },
          },
        },
      },
    });
  });
});
