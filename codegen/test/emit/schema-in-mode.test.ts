import { describe, expect, test } from "vitest";
import type { Position } from "../../src/contract/contract.ts";
import type { Options } from "../../src/contract/options.ts";
import { planChecks } from "../../src/emit/validators/plan/plan-checks.ts";
import type { Json } from "../../src/source/json.ts";
import { allIn, plannedContract } from "../planned-contract.ts";

const ref = (key: string): Json => ({ $ref: `#/components/schemas/${key}` });
const text: Json = { type: "string" };

/** What further schemas references lead to. */
const others: Readonly<Record<string, Json>> = {
  Name: { properties: { name: text } },
  Age: { properties: { age: { type: "integer" } } },
  Map: { type: "object" },
  Text: text,
  Password: { type: "string", format: "password" },
  SetByServer: { type: "string", readOnly: true },
  NeedsId: { required: ["id", "name"] },
  Closed: { properties: { name: text }, additionalProperties: false },
};

/** The node of the public check of a schema. */
function checked(schema: Json, position: Position, options: Partial<Options> = {}): Json | undefined {
  const schemas = { ...others, Value: schema };
  const contract = plannedContract(schemas, { positions: allIn(position, Object.keys(schemas)), options });
  return planChecks(contract).find((check) => check.schema.key === "Value" && check.isPublic)?.node;
}

type Cases = readonly (readonly [about: string, schema: Json, want: Json])[];

describe("in a request, strictly", () => {
  const cases: Cases = [
    ["true and false stay", true, true],
    ["an object without properties stays open", { type: "object" }, { type: "object" }],
    ["so does one with an empty list", { properties: {} }, { properties: {} }],
    [
      "declared properties are all there are",
      { properties: { a: text } },
      { properties: { a: text }, additionalProperties: false },
    ],
    [
      "patterns declare, too",
      { patternProperties: { "^x": true } },
      { patternProperties: { "^x": true }, additionalProperties: false },
    ],
    [
      "at every place that has a value of its own",
      {
        items: { properties: { a: text } },
        prefixItems: [{ properties: { b: text } }],
        additionalProperties: { properties: { c: text } },
      },
      {
        items: { properties: { a: text }, additionalProperties: false },
        prefixItems: [{ properties: { b: text }, additionalProperties: false }],
        additionalProperties: { properties: { c: text }, additionalProperties: false },
      },
    ],
    [
      "not where it is said that there are others",
      { properties: { a: text }, additionalProperties: true },
      { properties: { a: text }, additionalProperties: true },
    ],
    [
      "nor where a schema is given for them",
      { properties: { a: text }, unevaluatedProperties: text },
      { properties: { a: text }, unevaluatedProperties: text },
    ],
    ["a reference leads to what is closed itself", ref("Name"), { $ref: "request:Name" }],
    [
      "with a description beside it, too",
      { ...(ref("Name") as object), description: "Who" },
      { $ref: "request:Name" },
    ],
    [
      "with properties beside it, both are closed together",
      { ...(ref("Name") as object), properties: { a: text } },
      { $ref: "requestPart:Name", properties: { a: text }, unevaluatedProperties: false },
    ],
    [
      "a composition is closed as a whole",
      { allOf: [ref("Name"), ref("Age")] },
      { allOf: [{ $ref: "requestPart:Name" }, { $ref: "requestPart:Age" }], unevaluatedProperties: false },
    ],
    [
      "what is inside of a part is closed as everywhere",
      { allOf: [{ properties: { a: { properties: { b: text } } } }, ref("Age")] },
      {
        allOf: [
          { properties: { a: { properties: { b: text }, additionalProperties: false } } },
          { $ref: "requestPart:Age" },
        ],
        unevaluatedProperties: false,
      },
    ],
    [
      "alternatives without properties leave it to the node",
      { properties: { a: text, b: text }, anyOf: [{ required: ["a"] }, { required: ["b"] }] },
      {
        properties: { a: text, b: text },
        anyOf: [{ required: ["a"] }, { required: ["b"] }],
        additionalProperties: false,
      },
    ],
    [
      "where one alternative alone is an object, it is closed itself",
      { anyOf: [ref("Name"), { type: "null" }] },
      { anyOf: [{ $ref: "request:Name" }, { type: "null" }] },
    ],
    [
      "an alternative that takes any object leaves the node open",
      { anyOf: [ref("Name"), ref("Map")] },
      { anyOf: [{ $ref: "requestPart:Name" }, { $ref: "request:Map" }] },
    ],
    [
      "one schema that says something of others leaves the node as it is",
      { allOf: [ref("Closed"), ref("Age")] },
      { allOf: [{ $ref: "request:Closed" }, { $ref: "requestPart:Age" }] },
    ],
    [
      "conditions count",
      { if: { properties: { a: { const: 1 } } }, then: ref("Name"), else: ref("Age") },
      {
        if: { properties: { a: { const: 1 } } },
        then: { $ref: "requestPart:Name" },
        else: { $ref: "requestPart:Age" },
        unevaluatedProperties: false,
      },
    ],
    [
      "what a condition evaluates is not unknown",
      { properties: { a: text }, if: { additionalProperties: text } },
      { properties: { a: text }, if: { additionalProperties: text }, unevaluatedProperties: false },
    ],
    [
      "what no object meets says nothing of objects",
      {
        properties: { a: text },
        anyOf: [{ type: "null", additionalProperties: true }, { minProperties: 1 }],
      },
      {
        properties: { a: text },
        anyOf: [{ type: "null", additionalProperties: true }, { minProperties: 1 }],
        unevaluatedProperties: false,
      },
    ],
    [
      "tests are by the letter",
      {
        not: { properties: { a: { properties: { b: text } } }, required: ["a"] },
        contains: ref("Name"),
        propertyNames: { properties: { a: text } },
      },
      {
        not: { properties: { a: { properties: { b: text } } }, required: ["a"] },
        contains: { $ref: "exact:Name" },
        propertyNames: { properties: { a: text } },
      },
    ],
  ];
  test.each(cases)("%s", (_, schema, want) => {
    expect(checked(schema, "request")).toStrictEqual(want);
  });
});

describe("in an answer, tolerantly", () => {
  const cases: Cases = [
    ["unknown properties are kept", { additionalProperties: false, unevaluatedProperties: false }, {}],
    [
      "what further properties have to be is kept",
      { properties: { a: text }, additionalProperties: text },
      { properties: { a: text }, additionalProperties: text },
    ],
    [
      "of several that are loosened, more than one may fit",
      { oneOf: [ref("Closed"), ref("Age")] },
      { anyOf: [{ $ref: "response:Closed" }, { $ref: "response:Age" }] },
    ],
    [
      "beside other alternatives, too",
      { oneOf: [{ additionalProperties: false }, ref("Age")], anyOf: [ref("Name")] },
      { anyOf: [{ $ref: "response:Name" }], allOf: [{ anyOf: [{}, { $ref: "response:Age" }] }] },
    ],
    [
      "of several that are not, one fits",
      { oneOf: [ref("Name"), ref("Age")] },
      { oneOf: [{ $ref: "response:Name" }, { $ref: "response:Age" }] },
    ],
    [
      "tests are by the letter",
      { if: { additionalProperties: false }, then: { additionalProperties: false }, not: { enum: ["a"] } },
      { if: { additionalProperties: false }, then: {}, not: { enum: ["a"] } },
    ],
    ["an enum is open", { type: "string", enum: ["a"] }, { type: "string" }],
    [
      "of several open enums, more than one may fit",
      { oneOf: [{ enum: ["a"] }, { enum: ["b", null] }] },
      { anyOf: [{ type: "string" }, { type: ["string", "null"] }] },
    ],
  ];
  test.each(cases)("%s", (_, schema, want) => {
    expect(checked(schema, "response")).toStrictEqual(want);
  });
});

describe("required properties that the other side sets", () => {
  const id: Json = { readOnly: true };
  const password: Json = { writeOnly: true };
  const pet: Json = { properties: { id, password, name: text }, required: ["id", "password", "name"] };
  const cases: readonly (readonly [
    about: string,
    position: Position,
    options: Partial<Options>,
    schema: Json,
    want: readonly string[],
  ])[] = [
    ["the server sets", "request", {}, pet, ["password", "name"]],
    ["the server sets, tolerantly", "request", { requestValidation: "tolerant" }, pet, ["password", "name"]],
    ["clients set", "response", {}, pet, ["id", "name"]],
    [
      "clients set, by the letter",
      "response",
      { responseValidation: "exact" },
      pet,
      ["id", "password", "name"],
    ],
    ["of a schema that nothing reaches", "none", {}, pet, ["id", "password", "name"]],
    [
      "behind a reference",
      "request",
      {},
      { properties: { id: ref("SetByServer"), name: ref("Text") }, required: ["id", "name"] },
      ["name"],
    ],
    [
      "in a composition",
      "request",
      {},
      { properties: { id: { allOf: [ref("SetByServer")], description: "Id" } }, required: ["id", "name"] },
      ["name"],
    ],
  ];
  test.each(cases)("%s", (_, position, options, schema, want) => {
    expect(checked(schema, position, options)).toHaveProperty("required", want);
  });

  test("leave no empty list", () => {
    expect(checked({ properties: { id }, required: ["id"] }, "request")).not.toHaveProperty("required");
  });

  test("of a schema beside the list", () => {
    const schema = { allOf: [{ properties: { id } }, { required: ["id", "name"] }] };
    expect(checked(schema, "request")).toHaveProperty("allOf.1", { required: ["name"] });
  });

  test("of an alternative, in that alternative and around it alone", () => {
    const schema = {
      required: ["id"],
      oneOf: [{ properties: { id }, required: ["id"] }, { required: ["id"] }],
    };
    expect(checked(schema, "request")).toStrictEqual({
      anyOf: [{ properties: { id: {} } }, { required: ["id"] }],
    });
  });

  test("of a schema beside a reference to the list", () => {
    const schema = { allOf: [{ properties: { id } }, ref("NeedsId")] };
    const contract = plannedContract({ ...others, Value: schema }, { positions: { Value: "request" } });
    const checks = planChecks(contract).filter((check) => check.schema.key === "NeedsId");
    expect(checks.map(({ exportName, node }) => [exportName, node])).toStrictEqual([
      ["check", { required: ["id", "name"] }],
      [expect.stringMatching(/^checkRequestPart_[0-9a-f]{8}$/), { required: ["name"] }],
    ]);
  });
});

describe("open enums", () => {
  const choice: Json = { enum: ["a", null] };
  const mark = (openness: string): Json => ({ enum: ["a"], "x-sdkmill-enum": openness });
  const isOpen: Json = { type: "string" };
  test.each<
    readonly [about: string, position: Position, options: Partial<Options>, schema: Json, want: Json]
  >([
    ["closed where nothing reaches it", "none", { requestEnums: "open" }, choice, choice],
    ["closed in a request", "request", {}, choice, choice],
    ["open in an answer", "response", {}, choice, { type: ["string", "null"] }],
    ["by the option for requests", "request", { requestEnums: "open" }, choice, { type: ["string", "null"] }],
    ["by the option for answers", "response", { responseEnums: "closed" }, choice, choice],
    ["open where it says so itself", "none", {}, mark("open"), isOpen],
    ["closed where it says so itself", "response", {}, mark("closed"), { enum: ["a"] }],
    [
      "of its type",
      "response",
      {},
      { type: "string", enum: ["a", null], minLength: 1 },
      { ...isOpen, minLength: 1 },
    ],
    [
      "without a type that it could have",
      "response",
      {},
      { type: "integer", enum: ["a"] },
      { type: "integer", enum: ["a"] },
    ],
    ["with numbers among its values", "response", {}, { enum: ["a", 1] }, { enum: ["a", 1] }],
  ])("%s", (_, position, options, schema, want) => {
    expect(checked(schema, position, options)).toStrictEqual(want);
  });
});

describe("annotations", () => {
  const annotated: Json = {
    ...{
      title: "A",
      description: "B",
      default: 1,
      examples: [],
      example: 2,
      deprecated: true,
      $comment: "C",
    },
    ...{ readOnly: true, externalDocs: {}, xml: {}, discriminator: {}, contentEncoding: "base64" },
    ...{
      contentMediaType: "a/b",
      contentSchema: { type: "string" },
      $id: "a:b",
      $anchor: "d",
      $schema: "e:f",
    },
    ...{
      $dynamicAnchor: "g",
      $defs: { A: true },
      definitions: {},
      "x-other": 1,
      unknown: 1,
      then: text,
      else: text,
    },
    type: "string",
  };
  test("are not there", () => {
    expect(checked(annotated, "none")).toStrictEqual({ type: "string" });
  });

  test("but descriptions, if they are asked for", () => {
    const schema = { properties: { a: annotated, b: { description: 1 } } };
    const want = { properties: { a: { description: "B", type: "string" }, b: {} } };
    expect(checked(schema, "none", { issueDescriptions: true })).toStrictEqual(want);
  });

  test("data and names that look like them are", () => {
    const data = {
      const: { title: "A" },
      enum: [{ description: "B" }],
      properties: { title: true, default: {} },
    };
    expect(checked(data, "none")).toStrictEqual(data);
  });

  test.each<readonly [option: Options["formats"], keyword: string | undefined, want: Json]>([
    ["assertion", undefined, { format: "email" }],
    ["annotation", undefined, {}],
    ["annotation", "assertion", { format: "email" }],
    ["assertion", "annotation", {}],
  ])("formats, as the option %s and the keyword %s say", (formats, keyword, want) => {
    const schema = { format: "email", ...(keyword === undefined ? {} : { "x-sdkmill-format": keyword }) };
    expect(checked(schema, "none", { formats })).toStrictEqual(want);
  });

  test("what a former dialect says of `contains` is no annotation", () => {
    const schema = { contains: text, "x-sdkmill-contains-unevaluated": true };
    expect(checked(schema, "none")).toStrictEqual(schema);
  });
});

describe("secrets", () => {
  const secret = { "x-sdkmill-secret": true };
  test.each<readonly [about: string, schema: Json, want: Json]>([
    ["what only clients send", { writeOnly: true }, secret],
    ["what the format says", { format: "password" }, { format: "password", ...secret }],
    ["what the overlay says", { type: "string", "x-sdkmill-secret": true }, { type: "string", ...secret }],
    ["not what the overlay denies", { writeOnly: true, "x-sdkmill-secret": false }, {}],
    ["what a reference leads to", ref("Password"), { $ref: "exact:Password", ...secret }],
    [
      "what is one of several schemas",
      { anyOf: [ref("Password"), { type: "null" }] },
      {
        anyOf: [
          { $ref: "exact:Password", ...secret },
          { type: "null", ...secret },
        ],
        ...secret,
      },
    ],
    [
      "what is inside of one",
      { items: { writeOnly: true, items: { properties: { a: text, b: { "x-sdkmill-secret": false } } } } },
      {
        items: {
          items: { properties: { a: { type: "string", ...secret }, b: {} }, ...secret },
          ...secret,
        },
      },
    ],
    [
      "what a schema beside says of the same property",
      {
        allOf: [
          { properties: { pin: { minLength: 4 } } },
          { properties: { pin: { writeOnly: true }, a: text } },
        ],
        not: { properties: { pin: { const: "0000" } } },
      },
      {
        allOf: [
          { properties: { pin: { minLength: 4, ...secret } } },
          { properties: { pin: secret, a: text } },
        ],
        not: { properties: { pin: { const: "0000", ...secret } } },
      },
    ],
  ])("%s", (_, schema, want) => {
    expect(checked(schema, "none")).toStrictEqual(want);
  });
});
