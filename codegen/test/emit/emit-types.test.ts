import { describe, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { openapiRoot, schemaFiles } from "../generated-contract.ts";
import { generatedText, packagesOf } from "../generated-packages.ts";
import { packageTypeErrors, typeErrors, virtualFolder } from "../generated-type-check.ts";
import type { PackageTree } from "../../src/pipeline.ts";

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Readonly<Record<string, Json>>): Json => ({ type: "object", properties });

const json = (schema: Json): Json => ({ description: "", content: { "application/json": { schema } } });

const shop = schemaFiles({
  api_pet_v1_Pet: object({
    owner: ref("api_people_v1_Person"),
    tag: ref("Tag"),
    twin: ref("api_pet_v1_Pet"),
  }),
  api_pet_v1_ListResponse: object({
    pets: { type: "array", items: ref("api_pet_v1_Pet") },
    first: ref("Tag"),
  }),
  api_people_v1_Person: {
    ...(object({ pets: { type: "array", items: ref("api_pet_v1_Pet") } }) as object),
    "x-sdkmill-name": "Human",
    "x-sdkmill-aliases": ["Person", "Owner"],
  },
  Tag: { enum: ["a"], description: "What hangs\n\non a collar." },
  Index: {},
  Openapi: { type: "string" },
});

function types(packages: readonly PackageTree[]): PackageTree | undefined {
  return packages.find(({ folder }) => folder === "pet-shop-types");
}

describe("the types package", () => {
  test("has one module per namespace, and an index of them", async () => {
    const packages = await packagesOf(shop);
    expect([...(types(packages)?.generated.keys() ?? [])]).toStrictEqual([
      "people.ts",
      "pet.ts",
      "schemas.ts",
      "index.ts",
      "contract.json",
    ]);
    expect(generatedText(packages, "pet-shop-types", "index.ts").split("\n").slice(3)).toStrictEqual([
      'export type * from "./people.js";',
      'export type * from "./pet.js";',
      'export type * from "./schemas.js";',
      "",
    ]);
    expect(packageTypeErrors(packages)).toStrictEqual([]);
  });

  test("imports what a module refers to from the modules that declare it", async () => {
    const text = generatedText(await packagesOf(shop), "pet-shop-types", "pet.ts");
    expect(text.match(/^import .*$/gm)).toStrictEqual([
      'import type { Human } from "./people.js";',
      'import type { Tag } from "./schemas.js";',
    ]);
  });

  test("declares each schema once, sorted by name, former names as deprecated aliases", async () => {
    const packages = await packagesOf(shop);
    const declared = ["people.ts", "pet.ts", "schemas.ts"].map((path) => [
      path,
      [...generatedText(packages, "pet-shop-types", path).matchAll(/^export (?:interface|type) (\w+)/gm)].map(
        ([, name]) => name,
      ),
    ]);
    expect(Object.fromEntries(declared)).toStrictEqual({
      "people.ts": ["Human", "Person", "Owner"],
      "pet.ts": ["Pet", "PetListResponse"],
      "schemas.ts": ["Index", "Openapi", "Tag"],
    });
    expect(generatedText(packages, "pet-shop-types", "people.ts")).toContain(
      "/** @deprecated Use {@link Human}. */\nexport type Person = Human",
    );
  });

  test("says in comments what descriptions say", async () => {
    expect(generatedText(await packagesOf(shop), "pet-shop-types", "schemas.ts")).toMatch(
      /\/\*\*\n \* What hangs\n \* ?\n \* on a collar\.\n \*\/\nexport type Tag = /,
    );
  });

  // Prevents: names and copies as json-schema-to-typescript makes them of titles that it meets twice.
  test("has no numbered names and no copies", async () => {
    const inner = { title: "Tag", ...(object({ x: { title: "Tag", type: "string" } }) as object) };
    const packages = await packagesOf(
      schemaFiles({
        Tag: { type: "string" },
        A: object({ one: inner, two: inner, tag: ref("Tag") }),
        B: object({ one: inner, a: ref("A") }),
      }),
    );
    const text = generatedText(packages, "pet-shop-types", "schemas.ts");
    expect(text.match(/^export .*?\b(\w+)\b(?= =|\s*\{)/gm)).toStrictEqual([
      "export interface A",
      "export interface B",
      "export type Tag",
    ]);
    expect(text).not.toMatch(/\bTag\d|\bA\d|\bB\d/);
  });

  test("calls modules otherwise that would take the place of the index or of openapi", async () => {
    const packages = await packagesOf(schemaFiles({ api_index_v1_A: {}, api_openapi_v1_B: {} }));
    expect([...(types(packages)?.generated.keys() ?? [])]).toStrictEqual([
      "index-schemas.ts",
      "openapi-schemas.ts",
      "index.ts",
      "contract.json",
    ]);
    expect(packageTypeErrors(packages)).toStrictEqual([]);
  });

  test("needs no inference and holds nothing but types", async () => {
    const text = [...(types(await packagesOf(shop))?.generated.values() ?? [])].join("\n");
    expect(text).not.toMatch(/\b(enum|namespace|const|class|function|import\()\b(?=[\s{(])/);
  });
});

describe("openapi.ts", () => {
  const hostile = "*/ evil\u202e\u2028";
  const annotated = {
    ...{ type: "string", title: hostile, description: hostile, format: hostile },
    ...{ default: hostile, example: hostile, examples: [hostile, { a: hostile }], enum: [hostile] },
  };
  const responses = {
    "200": json({ type: "array", items: ref("pet") }),
    "400": json(object({ code: annotated, "*/ \u202e": annotated })),
  };
  const root = openapiRoot({
    paths: {
      "/pets/{id}": {
        parameters: [{ $ref: "#/components/parameters/id" }],
        get: {
          operationId: "getPet",
          description: "*/ evil \u202e",
          parameters: [{ name: "x", in: "query", schema: ref("tag") }],
          responses,
        },
      },
    },
    components: {
      parameters: {
        id: { name: "id", in: "path", required: true, schema: { type: "string" } },
      },
      schemas: {
        pet: { ...(object({ tag: ref("tag"), mother: ref("pet") }) as object), "x-sdkmill-name": "Animal" },
        tag: { enum: ["a", "b"] },
      },
    },
  });

  test("has the named declarations as component schemas, not copies of them", async () => {
    const packages = await packagesOf({ "openapi.json": root });
    const text = generatedText(packages, "pet-shop-types", "openapi.ts");
    expect(text).toMatch(/schemas: \{\s*pet: schemas\.Animal;\s*tag: schemas\.Tag;\s*\}/);
    const program = `import type { Animal, Tag } from "../pet-shop-types/index.js";
      import type { components, operations, paths } from "../pet-shop-types/openapi.js";
      type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
      export const animal: Same<Animal, components["schemas"]["pet"]> = true;
      export const tag: Same<Tag, components["schemas"]["tag"]> = true;
      export const query: Same<Tag | undefined, NonNullable<operations["getPet"]["parameters"]["query"]>["x"]> = true;
      export const result: Same<Animal[], paths["/pets/{id}"]["get"]["responses"][200]["content"]["application/json"]> = true;`;
    const files = [...(types(packages)?.generated ?? [])].map(([path, source]): readonly [string, string] => [
      `${virtualFolder}/pet-shop-types/${path}`,
      source,
    ]);
    expect(typeErrors(new Map([...files, [`${virtualFolder}/use/use.ts`, program]]))).toStrictEqual([]);
  });

  test("has no text that ends a comment, hides or reorders it", async () => {
    const packages = await packagesOf({ "openapi.json": root });
    const text = generatedText(packages, "pet-shop-types", "openapi.ts");
    expect(text).toContain("evil");
    expect(packageTypeErrors(packages)).toStrictEqual([]);
    expect(text).not.toMatch(/[\u2028-\u202e\u2066-\u2069]/);
  });

  test("is there only if there is an OpenAPI document", async () => {
    expect(types(await packagesOf(schemaFiles({ A: {} })))?.generated.has("openapi.ts")).toBe(false);
  });
});
