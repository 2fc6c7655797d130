import { beforeAll, describe, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { openapiRoot, type SourceFiles } from "../generated-contract.ts";
import { validatorsOf, type Validators } from "../generated-validators.ts";
import { suiteFolder } from "../temporary-folder.ts";

const string = { type: "string" };

const silent = {
  type: "object",
  properties: {
    name: string,
    set: { ...string, readOnly: true },
    sent: { ...string, writeOnly: true },
    kind: { enum: ["cat"] },
    mail: { ...string, format: "email" },
  },
  required: ["name", "set", "sent"],
};

/** Every schema once for what clients send, and once for what they get. */
const schemas: Readonly<Record<string, Json>> = Object.fromEntries(
  ["Request", "Response"].flatMap((side) => [
    [`Silent${side}`, silent],
    [`Closed${side}`, { ...silent, additionalProperties: false }],
    [`Open${side}`, { ...silent, additionalProperties: true }],
  ]),
);

const manners = ["exact", "strict", "tolerant"] as const;

function filesWith(options: Json): SourceFiles {
  const content = (name: string): Json => ({
    content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
  });
  const operations = ["Silent", "Closed", "Open"].map((name) => [
    `/${name}`,
    {
      post: {
        operationId: name,
        requestBody: { required: true, ...(content(`${name}Request`) as object) },
        responses: { "200": { description: "", ...(content(`${name}Response`) as object) } },
      },
    },
  ]);
  const root = { paths: Object.fromEntries(operations), components: { schemas }, "x-sdkmill": options };
  return { "openapi.json": openapiRoot(root) };
}

const folders = new Map(
  [...manners, "default", "annotation"].map((name) => [name as string, suiteFolder()] as const),
);
const validators = new Map<string, Validators>();

beforeAll(async () => {
  const given: readonly (readonly [string, Json])[] = [
    ...manners.map((manner) => [manner, { requestValidation: manner, responseValidation: manner }] as const),
    ["default", {}],
    ["annotation", { formats: "annotation" }],
  ];
  for (const [name, options] of given)
    validators.set(name, await validatorsOf(filesWith(options), folders.get(name) ?? ""));
});

const whole = { name: "Tom", set: "s", sent: "w" };
const unknown = { ...whole, toys: 3 };

/** A value, and the manners in which a validator accepts it. */
const cases: readonly (readonly [
  validator: string,
  about: string,
  value: Json,
  accepts: readonly string[],
])[] = [
  ["SilentRequest", "what is declared", { ...whole, kind: "cat" }, [...manners]],
  ["SilentRequest", "a property that no schema mentions", unknown, ["exact", "tolerant"]],
  ["ClosedRequest", "a property that the schema refuses", unknown, ["tolerant"]],
  ["OpenRequest", "a property that the schema allows", unknown, [...manners]],
  [
    "SilentRequest",
    "a value that the server sets left out",
    { name: "Tom", sent: "w" },
    ["strict", "tolerant"],
  ],
  ["SilentRequest", "a value that clients set left out", { name: "Tom", set: "s" }, []],
  ["SilentRequest", "another value of an enum", { ...whole, kind: "cow" }, []],
  ["SilentRequest", "a wrong type", { ...whole, name: 1 }, []],

  ["SilentResponse", "what is declared", { ...whole, kind: "cat" }, [...manners]],
  ["SilentResponse", "a property that no schema mentions", unknown, ["exact", "tolerant"]],
  ["ClosedResponse", "a property that the schema refuses", unknown, ["tolerant"]],
  ["OpenResponse", "a property that the schema allows", unknown, [...manners]],
  ["SilentResponse", "a value that clients set left out", { name: "Tom", set: "s" }, ["strict", "tolerant"]],
  ["SilentResponse", "a value that the server sets left out", { name: "Tom", sent: "w" }, []],
  // Enums have options of their own.
  ["SilentResponse", "another value of an enum", { ...whole, kind: "cow" }, [...manners]],
  ["SilentResponse", "a wrong type", { ...whole, name: 1 }, []],
];

describe("requestValidation and responseValidation", () => {
  test.each(cases)("%s takes %s", (validator, _, value, accepts) => {
    const accepting = manners.filter((manner) => validators.get(manner)?.[`validate${validator}`]?.is(value));
    expect(accepting).toStrictEqual(accepts);
  });

  test("name the property that they refuse", () => {
    const issues = validators.get("strict")?.["validateSilentResponse"]?.issues(unknown);
    expect(issues).toStrictEqual([
      {
        pointer: "/toys",
        path: ["toys"],
        keyword: "additionalProperties",
        message: "is not a known property",
      },
    ]);
  });

  test.each(cases)("are strict and tolerant unless they say so: %s, %s", (validator, _, value, accepts) => {
    const manner = validator.endsWith("Request") ? "strict" : "tolerant";
    const given = validators.get("default")?.[`validate${validator}`]?.is(value);
    expect(given).toBe(accepts.includes(manner));
  });
});

describe("formats", () => {
  test.each([
    ["default", "a@shop.example", true],
    ["default", "no mail", false],
    ["annotation", "a@shop.example", true],
    ["annotation", "no mail", true],
    ["annotation", 1, false],
  ])("as the option %s has them: %j", (options, mail, want) => {
    for (const side of ["Request", "Response"])
      expect(validators.get(options)?.[`validateSilent${side}`]?.is({ ...whole, mail })).toBe(want);
  });
});
