import { contractDocument, printContractDocument } from "../src/contract/contract-document.ts";
import type { JsonObject } from "../src/source/json.ts";
import { contractOf, openapiRoot, type SourceFiles } from "./generated-contract.ts";
import { readFiles } from "./temporary-folder.ts";
import { temporaryProject } from "./temporary-project.ts";

/** The changeset of the API `shop`. */
export const changesetPath = ".changeset/contract-shop.md";

export const string: JsonObject = { type: "string" };

export function pet(properties: JsonObject): JsonObject {
  return { title: "Pet", type: "object", properties };
}

/** The packages of `shop` at some version. */
export function packages(version: string, ...roles: readonly string[]): SourceFiles {
  return Object.fromEntries(
    roles.map((role) => [`packages/shop-${role}/package.json`, { name: `@a/shop-${role}`, version }]),
  );
}

/** An API of one schema, `schemas/shop/Pet.json`, that was released. */
export function released(properties: JsonObject, version = "1.0.0"): SourceFiles {
  const contract = contractOf({ "api.json": openapiRoot({}), "Pet.json": pet(properties) }, "shop");
  return {
    "schemas/shop/api.json": openapiRoot({}),
    "schemas/shop/released.json": printContractDocument(contractDocument(contract)),
    ...packages(version, "types", "validators"),
  };
}

export function project(...files: readonly SourceFiles[]): string {
  return temporaryProject(Object.assign({}, ...files) as SourceFiles);
}

export function changesetsIn(root: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(readFiles(root)).filter(([path]) => path.startsWith(".changeset/")),
  );
}
