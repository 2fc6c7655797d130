import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/source/json.ts";
import { openapiRoot } from "../generated-contract.ts";
import { readFiles } from "../temporary-folder.ts";
import { addDocuments, fileTimes, sdkmill, temporaryProject } from "../temporary-project.ts";

const released = "schemas/shop/released.json";
const contract = "packages/shop-types/src/generated/contract.json";

const shop = {
  "schemas/shop/openapi.json": openapiRoot({}),
  "schemas/shop/Toy.json": { title: "Toy", type: "string" },
};

/** A project with its packages generated, and those of the shop in a version. */
function generated(version: string, files: Parameters<typeof temporaryProject>[0] = shop): string {
  const root = temporaryProject(files);
  expect(sdkmill(root, "generate").code).toBe(0);
  setVersion(root, version);
  return root;
}

function setVersion(root: string, version: string): void {
  for (const role of ["types", "validators"]) {
    const path = join(root, `packages/shop-${role}/package.json`);
    writeFileSync(path, readFileSync(path, "utf8").replace(/"version": ".*"/, `"version": "${version}"`));
  }
}

function read(root: string, path: string): JsonObject | undefined {
  const text = readFiles(root)[path];
  return text === undefined ? undefined : (JSON.parse(text) as JsonObject);
}

describe("record-release", () => {
  test("keeps the contract that goes out with a version", () => {
    const root = generated("0.1.0");

    expect(sdkmill(root, "record-release")).toStrictEqual({
      code: 0,
      stdout: `${released} is the contract of 0.1.0 now.\n`,
      stderr: "",
    });
    expect(read(root, released)).toStrictEqual({ "x-sdkmill-released": "0.1.0", ...read(root, contract) });
    expect(readFiles(root)[released]).toMatch(/^\{\n "x-sdkmill-released": "0\.1\.0",\n "openapi": /);
    // What is kept is no document of the API, and nothing is left beside it.
    expect(sdkmill(root, "generate", "--check").code).toBe(0);
    expect(Object.keys(readFiles(join(root, "schemas"))).toSorted()).toStrictEqual([
      "shop/Toy.json",
      "shop/names.lock.json",
      "shop/openapi.json",
      "shop/released.json",
    ]);
  });

  test("keeps the contract of schemas without an OpenAPI document", () => {
    const root = generated("1.0.0", { "schemas/shop/Toy.json": { title: "Toy" } });

    expect(sdkmill(root, "record-release", "shop").code).toBe(0);
    expect(read(root, released)).toMatchObject({ "x-sdkmill-released": "1.0.0", paths: {} });
  });

  // Prevents: a release of another package would hide what changed since the last one of this contract.
  test("leaves the base where it is while the version is the same, whatever changed since", () => {
    const root = generated("0.1.0");
    sdkmill(root, "record-release");
    addDocuments(root, { "schemas/shop/Toy.json": { title: "Toy", type: "number" } });
    sdkmill(root, "generate");
    const before = fileTimes(root);

    expect(sdkmill(root, "record-release")).toStrictEqual({
      code: 0,
      stdout: `${released} is the contract of 0.1.0 already.\n`,
      stderr: "",
    });
    expect(fileTimes(root)).toStrictEqual(before);

    setVersion(root, "0.1.1");
    expect(sdkmill(root, "record-release").code).toBe(0);
    expect(read(root, released)).toMatchObject({
      "x-sdkmill-released": "0.1.1",
      components: { schemas: { Toy: { type: "number" } } },
    });
  });

  test.each([
    ["0.0.0", "schemas/shop: there was no release, so there is nothing to record.\n"],
    [
      "0.0.0-pr12-20250101120000",
      `schemas/shop: 0.0.0-pr12-20250101120000 is no base; ${released} is as it was.\n`,
    ],
    ["0.2.0-beta.0", `schemas/shop: 0.2.0-beta.0 is no base; ${released} is as it was.\n`],
  ])("keeps nothing of %s", (version, stdout) => {
    const root = generated(version);
    const before = fileTimes(root);

    expect(sdkmill(root, "record-release")).toStrictEqual({ code: 0, stdout, stderr: "" });
    expect(fileTimes(root)).toStrictEqual(before);
  });

  test("takes a record that can not be read for none", () => {
    const root = generated("0.1.0");
    addDocuments(root, { [released]: "{" });

    expect(sdkmill(root, "record-release").code).toBe(0);
    expect(read(root, released)).toMatchObject({ "x-sdkmill-released": "0.1.0" });
  });

  test.each([
    [
      "a contract with an error",
      { "schemas/shop/Toy.json": { title: "Toy", $ref: "#/components/schemas/Tow" } },
      'schemas/shop/Toy.json:3:3 error reference-dangling #/$ref\n  "#/components/schemas/Tow" can not be resolved',
    ],
    [
      "packages that are not up to date",
      { "schemas/shop/Toy.json": { title: "Toy", type: "number" } },
      `${contract} is not the contract of schemas/shop. Run: pnpm codegen\n`,
    ],
    [
      "a manifest that is broken",
      { "packages/shop-types/package.json": "{" },
      "packages/shop-types/package.json error manifest-invalid\n",
    ],
  ])("writes nothing, of no API, with %s", (_, change, want) => {
    const root = temporaryProject({ ...shop, "schemas/a/Toy.json": { title: "Toy" } });
    sdkmill(root, "generate");
    setVersion(root, "0.1.0");
    const manifest = join(root, "packages/a-types/package.json");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace('"0.0.0"', '"0.3.0"'));
    addDocuments(root, change);
    const before = fileTimes(root);
    const { code, stdout, stderr } = sdkmill(root, "record-release");

    expect({ code, stdout, end: stderr.split("\n").at(-2) }).toStrictEqual({
      code: 1,
      stdout: "",
      end: "Nothing was written.",
    });
    expect(stderr).toContain(want);
    expect(fileTimes(root)).toStrictEqual(before);
  });

  test("knows no API that is not there", () => {
    expect(sdkmill(temporaryProject(shop), "record-release", "stop")).toMatchObject({ code: 2, stdout: "" });
  });
});
