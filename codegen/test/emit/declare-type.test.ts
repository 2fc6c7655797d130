import { format } from "prettier";
import { beforeAll, describe, expect, test } from "vitest";
import { declareType } from "../../src/emit/declare-type.ts";
import { typeScope, type TypeScope } from "../../src/emit/typing-schema.ts";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { contractOf, openapiRoot } from "../generated-contract.ts";
import { typeErrors, virtualFolder } from "../generated-type-check.ts";
import { compositions } from "./declarations/compositions.ts";
import type { DeclarationCase } from "./declarations/declaration-case.ts";
import { hostile } from "./declarations/hostile.ts";
import { objects } from "./declarations/objects.ts";
import { requirements } from "./declarations/requirements.ts";
import { values } from "./declarations/values.ts";

const other: Json = { type: "object", properties: { id: {} } };
const renamed: Json = { type: "string", "x-sdkmill-name": "B2bThing" };
const schemas = { Given: other, Pet: other, Toy: other, "api.thing": renamed };

function scopeWith(options: Json): TypeScope {
  const root = openapiRoot({ paths: {}, "x-sdkmill": options, components: { schemas } });
  return typeScope(contractOf({ "openapi.json": root }));
}

async function declare(given: Omit<DeclarationCase, "about" | "want">, scope: TypeScope): Promise<string> {
  const text = await declareType({ name: "Given", position: "none", ...given }, scope);
  return (await format(text, { parser: "typescript", printWidth: 110 })).trim();
}

const closed = scopeWith({});

describe.each([
  ["objects", objects],
  ["requirements", requirements],
  ["values", values],
  ["compositions", compositions],
  ["hostile text", hostile],
])("declares %s:", (_, cases) => {
  test.each(cases)("$about", async ({ want, ...given }) => {
    expect(await declare(given, closed)).toBe(want);
  });
});

describe("every declaration that is wanted", () => {
  const cases = [...objects, ...requirements, ...values, ...compositions, ...hostile];
  let errors: readonly string[] = [];

  beforeAll(() => {
    const others = "export interface Pet { id?: unknown }\nexport interface Toy { id?: unknown }\n";
    const files = cases.map(({ want }, index): readonly [string, string] => [
      `${virtualFolder}/case-${index}.ts`,
      `import type { Pet, Toy } from "./others.ts";\nexport type Used = [Pet, Toy];\n${want}\n`,
    ]);
    errors = typeErrors(new Map([[`${virtualFolder}/others.ts`, others], ...files]));
  });

  test.each(cases.map(({ about }, index) => [about, index] as const))(
    "passes the compiler: %s",
    (_, index) => {
      expect(errors.filter((line) => line.includes(`/case-${index}.ts:`))).toStrictEqual([]);
    },
  );

  test("is seen by the compiler at all", () => {
    const wrong = new Map([[`${virtualFolder}/wrong.ts`, "export type Given = Missing;"]]);
    expect(typeErrors(wrong)).toStrictEqual([`${virtualFolder}/wrong.ts:1 Cannot find name 'Missing'.`]);
  });
});

describe("declareType", () => {
  test("calls what it refers to by its public name", async () => {
    const schema = { type: "array", items: { $ref: "#/components/schemas/api.thing" } };
    expect(await declare({ schema }, closed)).toBe("export type Given = B2bThing[];");
  });

  test("opens objects that are silent on further properties if the option says so", async () => {
    const schema = {
      type: "object",
      properties: { silent: { type: "object" }, closed: { type: "object", additionalProperties: false } },
    };
    expect(await declare({ schema }, scopeWith({ openObjects: true }))).toBe(`export interface Given {
  silent?: {
    [k: string]: unknown;
  };
  closed?: {};
  [k: string]: unknown;
}`);
  });

  // Prevents: a value whose property only one branch requires and another one declares being of any type.
  test("does not hide what another branch declares of a required property", async () => {
    const given = requirements.find(({ about }) => about.includes("another branch declares"));
    const uses = [
      'export const given: Given = { a: "a", b: "b" };',
      "export const missing: Given = { b: 'b' };",
      "export const wrong: Given = { a: 1 };",
    ];
    const files = uses.map((use, index): readonly [string, string] => [
      `${virtualFolder}/use-${index}.ts`,
      `${given?.want}\n${use}\n`,
    ]);
    const lines = typeErrors(new Map(files)).map(
      (line) => line.replace(`${virtualFolder}/`, "").split(".")[0],
    );
    expect(lines).toStrictEqual(["use-1", "use-2"]);
  });

  // Prevents: the library keeps `@deprecated` at properties, and drops it at the declaration itself.
  test.each<readonly [string, Json]>([
    ["an object", { type: "object", properties: { a: {} } }],
    ["a string", { type: "string" }],
    ["an enum", { enum: ["a"] }],
    ["an array", { type: "array", items: {} }],
    ["a reference", { $ref: "#/components/schemas/Pet" }],
    ["a reference with properties", { $ref: "#/components/schemas/Pet", properties: { a: {} } }],
    ["a composition of one", { allOf: [{ $ref: "#/components/schemas/Pet" }] }],
    ["a composition", { anyOf: [{ $ref: "#/components/schemas/Pet" }, { type: "null" }] }],
  ])("says that %s is deprecated", async (_, schema) => {
    const given = { ...(schema as JsonObject), deprecated: true, description: "Old." };
    const [comment = ""] = (await declare({ schema: given }, closed)).split("export ");
    expect(comment).toContain("Old.");
    expect(comment).toContain("@deprecated");
  });

  test("leaves the schema as it was", async () => {
    const before = JSON.stringify(hostile);
    for (const { schema } of hostile) await declare({ schema }, closed);
    expect(JSON.stringify(hostile)).toBe(before);
  });
});
