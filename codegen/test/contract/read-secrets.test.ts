import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { contractOf, readSource } from "../contract-of.ts";
import { api, apiWithSchemas, json, overlay, reference } from "../contract-parts.ts";

const secret = { type: "string", "x-sdkmill-secret": true };

function secretsOf(properties: JsonObject, schemas: JsonObject = {}): readonly string[] {
  return contractOf({
    "a.json": apiWithSchemas({ A: { type: "object", properties }, ...schemas }),
  }).secrets;
}

describe("the names of secret properties", () => {
  it.each<{ name: string; property: Json; schemas?: JsonObject }>([
    { name: "a flag", property: secret },
    { name: "writeOnly", property: { type: "string", writeOnly: true } },
    { name: "the format of passwords", property: { type: "string", format: "password" } },
    { name: "an object", property: { type: "object", "x-sdkmill-secret": true } },
    { name: "a reference", property: reference("B"), schemas: { B: secret } },
    {
      name: "a chain of references",
      property: reference("B"),
      schemas: { B: reference("C"), C: { allOf: [reference("D")] }, D: secret },
    },
    { name: "a circle with a secret in it", property: reference("B"), schemas: circle(secret) },
    { name: "a part", property: { allOf: [{ type: "string" }, { writeOnly: true }] } },
    { name: "one of several branches", property: { anyOf: [{ type: "null" }, secret] } },
    { name: "another one of them", property: { oneOf: [{ type: "integer" }, secret] } },
    { name: "a condition", property: { if: { minLength: 1 }, then: secret } },
    { name: "items", property: { type: "array", items: secret } },
    { name: "items of items", property: { type: "array", items: { type: "array", items: secret } } },
    { name: "the first item", property: { type: "array", prefixItems: [secret] } },
    { name: "values of a map", property: { type: "object", additionalProperties: secret } },
    { name: "values of some names", property: { type: "object", patternProperties: { "^a": secret } } },
  ])("are found by $name", ({ property, schemas }) => {
    expect(secretsOf({ pin: property, name: { type: "string" } }, schemas)).toEqual(["pin"]);
  });

  it.each<{ name: string; property: Json; schemas?: JsonObject }>([
    { name: "nothing that is said", property: { type: "string" } },
    { name: "readOnly", property: { type: "string", readOnly: true } },
    { name: "another format", property: { type: "string", format: "email" } },
    { name: "a flag that says no", property: { writeOnly: true, "x-sdkmill-secret": false } },
    {
      name: "a flag that says no of a reference",
      property: { ...reference("B"), "x-sdkmill-secret": false },
      schemas: { B: secret },
    },
    { name: "a flag in an example", property: { type: "object", example: secret, default: secret } },
    { name: "a circle without a secret", property: reference("B"), schemas: circle({ type: "string" }) },
    { name: "what it may not be", property: { type: "string", not: { writeOnly: true } } },
  ])("are not found by $name", ({ property, schemas }) => {
    expect(secretsOf({ pin: property }, schemas)).toEqual([]);
  });

  it("are those inside of an object, not the object's", () => {
    expect(secretsOf({ card: { type: "object", properties: { pin: secret, name: {} } } })).toEqual(["pin"]);
  });

  it("are each told once, sorted, whatever the order of schemas", () => {
    const properties = { z: secret, a: secret, B: secret, _: secret, "": secret };
    expect(secretsOf(properties, { C: { properties } })).toEqual(["", "B", "_", "a", "z"]);
  });

  it("may be such as objects inherit", () => {
    const properties = JSON.parse(
      '{ "__proto__": { "writeOnly": true }, "constructor": { "writeOnly": true } }',
    ) as JsonObject;
    expect(secretsOf(properties)).toEqual(["__proto__", "constructor"]);
  });

  it("are found in schemas of operations, answers and webhooks too", () => {
    const object = (name: string) => json({ type: "object", properties: { [name]: secret } });
    const responses = { 200: { description: "", ...object("inAnswer") } };
    const source = api({
      paths: { "/a": { post: { requestBody: object("inRequest"), responses } } },
      webhooks: { b: { post: { requestBody: object("inWebhook"), responses: {} } } },
    });
    expect(contractOf({ "a.json": source }).secrets).toEqual(["inAnswer", "inRequest", "inWebhook"]);
  });

  // Prevents: a stack overflow, or minutes of work, on a chain of references as long as the document.
  it("are found at the end of a long chain", () => {
    const count = 10_000;
    const chain = Array.from({ length: count }, (_, index): [string, Json] => [
      `S${index}`,
      index === count - 1 ? secret : { type: "object", allOf: [reference(`S${index + 1}`)] },
    ]);
    expect(secretsOf({ pin: reference("S0") }, Object.fromEntries(chain))).toEqual(["pin"]);
  });
});

/** Three schemas, each made of the next, and `last` at the last one. */
function circle(last: JsonObject): JsonObject {
  return {
    B: { properties: {}, anyOf: [{ type: "null" }, reference("C")] },
    C: { properties: {}, anyOf: [{ type: "null" }, reference("D")] },
    D: { ...last, anyOf: [{ type: "null" }, { type: "array", items: reference("B") }] },
  };
}

describe("the names of secret parameters", () => {
  it.each<{ name: string; parameter: JsonObject; want: readonly string[] }>([
    { name: "a flag", parameter: { schema: {}, "x-sdkmill-secret": true }, want: ["X-Session"] },
    { name: "a flag in the schema", parameter: { schema: secret }, want: ["X-Session"] },
    { name: "the format of the schema", parameter: { schema: { format: "password" } }, want: ["X-Session"] },
    { name: "a reference", parameter: { schema: reference("Session") }, want: ["X-Session"] },
    { name: "a flag that says no", parameter: { schema: secret, "x-sdkmill-secret": false }, want: [] },
    { name: "nothing", parameter: { schema: { type: "string" } }, want: [] },
  ])("are found by $name", ({ parameter, want }) => {
    const parameters = [{ name: "X-Session", in: "header", ...parameter }];
    const source = api({
      paths: { "/a": { get: { parameters, responses: { 200: { description: "" } } } } },
      components: { schemas: { Session: secret } },
    });
    expect(contractOf({ "a.json": source }).secrets).toEqual(want);
  });

  it("are found among the parameters of a path and of components, in every place", () => {
    const source = api({
      paths: {
        "/a/{key}": {
          parameters: [{ name: "key", in: "path", required: true, schema: secret }],
          get: {
            parameters: [{ $ref: "#/components/parameters/Query" }],
            responses: { 200: { description: "" } },
          },
        },
      },
      components: { parameters: { Query: { name: "token", in: "query", schema: secret } } },
    });
    expect(contractOf({ "a.json": source }).secrets).toEqual(["key", "token"]);
  });
});

describe("a flag that is neither true nor false", () => {
  it("is an error wherever it stands, all in one run", () => {
    const parameters = [{ name: "a", in: "query", schema: {}, "x-sdkmill-secret": "yes" }];
    const source = api({
      paths: { "/a": { get: { parameters, responses: { 200: { description: "" } } } } },
      components: { schemas: { A: { properties: { pin: { "x-sdkmill-secret": 1 } } } } },
    });
    const set = overlay({
      target: "$.components.schemas.A",
      update: { properties: { b: { "x-sdkmill-secret": null } } },
    });
    const { contract, diagnostics } = readSource({ "a.json": source, "overlay.json": set });
    expect(diagnostics.map(({ code, place }) => [code, place?.path, place?.pointer])).toEqual([
      ["option-invalid", "a.json", "/paths/~1a/get/parameters/0/x-sdkmill-secret"],
      ["option-invalid", "a.json", "/components/schemas/A/properties/pin/x-sdkmill-secret"],
      ["option-invalid", "overlay.json", "/actions/0/update/properties/b/x-sdkmill-secret"],
    ]);
    expect(contract.secrets).toEqual([]);
  });
});
