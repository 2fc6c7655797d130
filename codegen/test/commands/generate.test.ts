import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { openapiRoot } from "../generated-contract.ts";
import { readFiles, suiteFolder } from "../temporary-folder.ts";
import {
  addDocuments,
  copyOfProject,
  fileTimes,
  generatedFiles,
  packageFolders,
  sdkmill,
  temporaryProject,
} from "../temporary-project.ts";

const pet: Json = {
  title: "Pet",
  type: "object",
  properties: { name: { type: "string" }, toy: { $ref: "#/components/schemas/Toy" } },
};
const toy: Json = { title: "Toy", enum: ["ball"] };
const schemas = { "schemas/shop/Pet.json": pet, "schemas/shop/Toy.json": toy };
const operations = openapiRoot({
  paths: { "/pets": { get: { operationId: "list", responses: { "204": { description: "" } } } } },
});

const withSchemas = suiteFolder();
const withOperations = suiteFolder();

beforeAll(() => {
  addDocuments(withSchemas, schemas);
  sdkmill(withSchemas, "generate");
  addDocuments(withOperations, { ...schemas, "schemas/shop/openapi.json": operations });
  sdkmill(withOperations, "generate");
});

describe("generate", () => {
  test("writes packages and lock, says what it wrote, and leaves nothing else behind", () => {
    const root = temporaryProject({ ...schemas, "schemas/shop/openapi.json": operations });
    const { code, stdout, stderr } = sdkmill(root, "generate");
    expect({
      code,
      stderr,
      lines: stdout.replaceAll(/\d+/g, "#").replaceAll(/ +/g, " ").split("\n"),
    }).toStrictEqual({
      code: 0,
      stderr: "",
      lines: [
        "package files size state",
        "packages/shop-types # # kB # changed",
        "packages/shop-client # # kB # changed",
        "packages/shop-validators # # kB # changed",
        "",
        "There are new packages. Run: pnpm install",
        "Done in #.# s.",
        "",
      ],
    });
    expect(packageFolders(root)).toStrictEqual(["shop-client", "shop-types", "shop-validators"]);
    expect(generatedFiles(root, "shop-types")).toStrictEqual([
      "contract.json",
      "index.ts",
      "openapi.ts",
      "schemas.ts",
    ]);
    expect(readFiles(root)["schemas/shop/names.lock.json"]).toBe(
      `${JSON.stringify({ schemas: { Pet: "Pet", Toy: "Toy" }, operations: { "GET /pets": "pets.list" } }, null, 2)}\n`,
    );
  });

  test("touches no file the second time, and says so", () => {
    const root = copyOfProject(withSchemas);
    const before = fileTimes(root);
    const { code, stdout } = sdkmill(root, "generate");
    expect({ code, states: stdout.match(/unchanged|\d+ changed/g) }).toStrictEqual({
      code: 0,
      states: ["unchanged", "unchanged"],
    });
    expect(fileTimes(root)).toStrictEqual(before);
  });

  test("touches only what a change of one document changes", () => {
    const root = copyOfProject(withSchemas);
    const before = fileTimes(root);
    addDocuments(root, { "schemas/shop/Toy.json": { title: "Toy", enum: ["ball", "bone"] } });
    sdkmill(root, "generate");
    const after = fileTimes(root);
    expect(Object.keys(after).filter((path) => after[path] !== before[path])).toStrictEqual([
      "packages/shop-types/src/generated/contract.json",
      "packages/shop-types/src/generated/schemas.ts",
      "packages/shop-validators/src/generated/toy.js",
      "schemas/shop/Toy.json",
    ]);
  });

  test("removes what is no longer generated, and nothing else", () => {
    const root = copyOfProject(withOperations);
    writeFileSync(join(root, "packages/shop-types/src/generated/stray.ts"), "stray");
    writeFileSync(join(root, "packages/shop-types/src/own.ts"), "own");
    rmSync(join(root, "schemas/shop/openapi.json"));
    rmSync(join(root, "schemas/shop/Toy.json"));
    addDocuments(root, { "schemas/shop/Pet.json": { title: "Pet" } });
    expect(sdkmill(root, "generate").code).toBe(0);
    expect(generatedFiles(root, "shop-client")).toStrictEqual([]);
    expect(generatedFiles(root, "shop-types")).toStrictEqual(["contract.json", "index.ts", "schemas.ts"]);
    expect(generatedFiles(root, "shop-validators")).not.toContain("toy.js");
    expect(readFiles(root)["packages/shop-types/src/own.ts"]).toBe("own");
  });

  test("writes the files that belong to people only if they are not there", () => {
    const root = copyOfProject(withSchemas);
    const readme = join(root, "packages/shop-types/README.md");
    writeFileSync(readme, "My own.\n");
    rmSync(join(root, "packages/shop-types/tsconfig.json"));
    writeFileSync(join(root, "packages/shop-types/src/generated/schemas.ts"), "edited");
    sdkmill(root, "generate");
    expect(readFileSync(readme, "utf8")).toBe("My own.\n");
    const files = readFiles(root);
    expect(files["packages/shop-types/tsconfig.json"]).toContain("isolatedDeclarations");
    expect(files["packages/shop-types/src/generated/schemas.ts"]).toContain("export interface Pet");
  });

  test.each<readonly [about: string, files: Readonly<Record<string, Json>>, want: string]>([
    [
      "there is no OpenAPI document",
      schemas,
      "schemas/shop has no OpenAPI document: there are types and validators, but no client.",
    ],
    [
      "the OpenAPI document has no operations",
      { ...schemas, "schemas/shop/openapi.json": openapiRoot({ paths: {} }) },
      "schemas/shop has no operations: there are types and validators, but no client.",
    ],
  ])("says why there is no client: %s", (_, files, want) => {
    const root = temporaryProject(files);
    expect(sdkmill(root, "generate").stdout.split("\n")).toContain(want);
    expect(packageFolders(root)).toStrictEqual(["shop-types", "shop-validators"]);
  });

  test("takes the APIs that are named, or all of them", () => {
    const root = temporaryProject({
      "schemas/b/Pet.json": pet,
      "schemas/b/Toy.json": toy,
      "schemas/a/Toy.json": toy,
      "schemas/.c/x": "x",
    });
    expect(sdkmill(root, "generate", "a", "a").code).toBe(0);
    expect(packageFolders(root)).toStrictEqual(["a-types", "a-validators"]);
    expect(sdkmill(root, "generate").code).toBe(0);
    expect(packageFolders(root)).toStrictEqual(["a-types", "a-validators", "b-types", "b-validators"]);
  });

  test("says nothing but diagnostics when it is to be quiet", () => {
    const root = temporaryProject({ "schemas/shop/Pet.json": { title: "Pet", unknownKeyword: 1 } });
    const { code, stdout, stderr } = sdkmill(root, "generate", "--quiet");
    expect({ code, stdout, stderr: stderr.split("\n")[0] }).toStrictEqual({
      code: 0,
      stdout: "",
      stderr: "schemas/shop/Pet.json:3:3 warning keyword-unknown #/unknownKeyword",
    });
  });

  test("clears away what an earlier run left that was killed", () => {
    const root = copyOfProject(withSchemas);
    const staging = join(root, "packages/.sdkmill-staging-99999999");
    mkdirSync(staging);
    writeFileSync(join(staging, "0.next"), "half");
    expect(sdkmill(root, "generate").code).toBe(0);
    expect(packageFolders(root)).toStrictEqual(["shop-types", "shop-validators"]);
  });
});
