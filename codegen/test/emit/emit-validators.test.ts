import { describe, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { contractOf, schemaFiles, type SourceFiles } from "../generated-contract.ts";
import { generatedText, packagesOf } from "../generated-packages.ts";
import { packageTypeErrors } from "../generated-type-check.ts";
import { validatorsOf } from "../generated-validators.ts";
import { temporaryFolder } from "../temporary-folder.ts";

type Schemas = Readonly<Record<string, Json>>;

async function validatorFiles(files: SourceFiles): Promise<ReadonlyMap<string, string>> {
  const packages = await packagesOf(files);
  return packages.find(({ folder }) => folder === "pet-shop-validators")?.generated ?? new Map();
}

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

describe("the validators package", () => {
  test("has a module and a declaration for each schema, a barrel, and what they share", async () => {
    const files = await validatorFiles(schemaFiles({ SCIMConnection: {}, Index: {}, api_b2b_v1_Thing: {} }));
    expect([...files.keys()]).toStrictEqual([
      ...["index-schema.js", "index-schema.d.ts", "scim-connection.js", "scim-connection.d.ts"],
      ...["b2b-thing.js", "b2b-thing.d.ts", "index.js", "index.d.ts"],
      ...["runtime/validator.js", "runtime/validator.d.ts", "runtime/issues.js", "runtime/values.js"],
      ...["runtime/telling.js", "runtime/unions.js", "runtime/evaluation.js"],
      ...[
        ...["base64", "characters", "dates", "email-addresses", "host-names", "http-fields", "identifiers"],
        ...["ip-addresses", "json-pointers", "numbers", "patterns", "references", "structured-fields"],
        ...["ascii", "base64-padding", "bidi-rule", "idna", "ldh-names", "punycode"],
      ].map((name) => `runtime/formats/${name}.js`),
    ]);
  });

  test("exports validators by name in the barrel, sorted, with former names", async () => {
    const files = await validatorFiles(schemaFiles({ Toy: {}, Pet: { "x-sdkmill-aliases": ["Animal"] } }));
    expect(files.get("index.js")?.split("\n").slice(3)).toStrictEqual([
      'export { validatePet, validateAnimal } from "./pet.js";',
      'export { validateToy } from "./toy.js";',
      'export { ValidationError } from "./runtime/validator.js";',
      "",
    ]);
  });

  test("needs nothing from outside of it, and compiles nothing when it runs", async () => {
    const schemas = {
      A: { const: { a: 1 } },
      B: { uniqueItems: true, minLength: 2, format: "uuid", items: ref("A") },
    };
    const files = await validatorFiles(schemaFiles(schemas));
    const code = [...files].filter(([path]) => path.endsWith(".js"));
    for (const [, text] of code) {
      const from = [...text.matchAll(/\bfrom "([^"]*)"/g)].map(([, specifier]) => specifier);
      expect(from.filter((specifier) => !specifier?.startsWith("./"))).toStrictEqual([]);
      expect(text).not.toMatch(/\brequire\s*\(|\beval\b|new Function|import\s*\(|process\./);
    }
  });

  test("imports in a module what its schema refers to, and no more", async () => {
    const schemas = { A: { properties: { b: ref("B") } }, B: { properties: { c: ref("C") } }, C: {}, D: {} };
    const a = (await validatorFiles(schemaFiles(schemas))).get("a.js") ?? "";
    const from = [...a.matchAll(/from "(.*)"/g)].map(([, specifier]) => specifier);
    expect(from.filter((specifier) => !specifier?.startsWith("./runtime/"))).toStrictEqual(["./b.js"]);
  });

  test("passes the compiler together with the types", async () => {
    const schemas = { Pet: { type: "object", "x-sdkmill-aliases": ["Animal"] }, Toy: { enum: ["ball"] } };
    expect(packageTypeErrors(await packagesOf(schemaFiles(schemas)))).toStrictEqual([]);
  });

  // Prevents: a schema that is called like something of the package itself hides it.
  test.each([
    "Validator",
    "ValidationError",
    "Issue",
    "StandardSchema",
    "ValidationResult",
    "Check",
    "Formats",
  ])("passes the compiler with a schema called %s", async (name) => {
    expect(packageTypeErrors(await packagesOf(schemaFiles({ [name]: { type: "string" } })))).toStrictEqual(
      [],
    );
  });
});

describe("the module of a schema", () => {
  const given: Schemas = {
    Leaf: { type: "string", pattern: "^x", format: "uuid", minLength: 1 },
    Tree: {
      type: "object",
      properties: { leaf: ref("Leaf"), tree: ref("Tree") },
      patternProperties: { "^x": ref("Leaf") },
    },
    Left: {
      type: "object",
      properties: { right: ref("Right"), leaf: ref("Leaf") },
      unevaluatedProperties: false,
    },
    Right: {
      type: "object",
      properties: { left: ref("Left"), kind: { enum: [{ a: 1 }] } },
      unevaluatedProperties: false,
    },
    Sum: { allOf: [ref("Tree"), ref("Right")], unevaluatedProperties: false },
  };

  // Prevents: a change of one document touches the validators of others.
  test.each<readonly [string, Schemas]>([
    [
      "uses nothing of the others",
      { Aaa: { type: "string", pattern: "^y", format: "uri", const: { b: [] } } },
    ],
    ["uses the same values", { Aaa: { enum: [{ a: 1 }], pattern: "^x", format: "uuid", uniqueItems: true } }],
    ["refers to a leaf", { Aaa: { properties: { leaf: ref("Leaf") } } }],
    ["refers to itself", { Aaa: { properties: { aaa: ref("Aaa") } } }],
    ["refers to a tree", { Aaa: { items: ref("Tree"), unevaluatedItems: false } }],
    ["refers to one of two that refer to each other", { Aaa: { properties: { right: ref("Right") } } }],
    [
      "extends one of two that refer to each other",
      { Aaa: { allOf: [ref("Right")], unevaluatedProperties: false } },
    ],
  ])("stays as it is when a schema is added that %s", async (_, added) => {
    const before = await validatorFiles(schemaFiles(given));
    const after = await validatorFiles(schemaFiles({ ...added, ...given }));
    const changed = [...before].filter(
      ([path, text]) => !path.startsWith("index.") && after.get(path) !== text,
    );
    expect(changed.map(([path]) => path)).toStrictEqual([]);
  });

  test("has no text of the documents that has no effect", async () => {
    const annotated = {
      type: "object",
      description: "annotated",
      $comment: "annotated",
      default: "annotated",
      examples: ["annotated"],
      "x-own": "annotated",
      // Listing several types makes Ajv keep the whole schema beside the function.
      properties: {
        a: { type: ["string", "null"], description: "annotated", deprecated: true, default: "annotated" },
      },
    };
    const files = await validatorFiles(schemaFiles({ Pet: annotated }));
    expect(files.get("pet.js")).not.toContain("annotated");
  });

  test("names the document that it comes from", async () => {
    const packages = await packagesOf(schemaFiles({ Pet: {} }));
    expect(generatedText(packages, "pet-shop-validators", "pet.js").split("\n")[0]).toBe(
      "// Generated by sdkmill from schemas/pet-shop/Pet.json. Do not edit.",
    );
  });

  test("leaves the contract as it was", async () => {
    const contract = contractOf(schemaFiles(given));
    const before = JSON.stringify(contract);
    await validatorsOf(schemaFiles(given), temporaryFolder());
    expect(JSON.stringify(contract)).toBe(before);
  });
});
