import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contractDocument, printContractDocument } from "../../src/contract/contract-document.ts";
import type { Contract } from "../../src/contract/contract.ts";
import { readContract } from "../../src/contract/read-contract.ts";
import { load } from "../../src/source/load.ts";
import { isArray, isObject, own, ownObject, type Json } from "../../src/source/json.ts";
import { parse } from "../../src/source/parse.ts";
import { contractOf, readSource, schemaOf } from "../contract-of.ts";
import { api, apiWithOperation, json, reference } from "../contract-parts.ts";
import { schemaFiles, textOf, type SourceFiles } from "../generated-contract.ts";
import { fixtureFolder, fixtureNames } from "../generated-fixtures.ts";
import { packagesOf } from "../generated-packages.ts";
import { plannedKeys, plannedSchemas } from "../planned-arbitrary.ts";
import { readFiles } from "../temporary-folder.ts";
import { sourcesToPrint } from "./contract-document-sources.ts";

/** The contract of a folder in which there is no error. */
function contractIn(folder: string, name = "shop"): Contract {
  const { value: source } = load(folder);
  const parsed = parse(source.documents);
  const identity = { name, label: `schemas/${name}` };
  const { value, diagnostics } = readContract(identity, parsed.value.documents, source.lock);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toStrictEqual([]);
  return value;
}

function printed(contract: Contract): string {
  return printContractDocument(contractDocument(contract));
}

/** The contract as its own document says it: alone, without an overlay and without a lock. */
function readAgain(contract: Contract): Contract {
  const { contract: again, diagnostics } = readSource({ "contract.json": printed(contract) });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toStrictEqual([]);
  return again;
}

const marks = new Set(["x-sdkmill-name", "x-sdkmill-module"]);

function withoutMarks(value: Json): Json {
  if (isArray(value)) return value.map(withoutMarks);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !marks.has(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutMarks(item)]));
}

/** A boolean schema that has a name beside it is an object. */
function asObject(schema: Json): Json {
  if (schema === true) return {};
  return schema === false ? { not: {} } : schema;
}

/** Everything that a contract says, but where it was written, and names where the document has them. */
function sayings(contract: Contract): unknown {
  const { document: _, source: __, ...others } = contract;
  const schemas = others.schemas.map(({ path: ___, schema, ...named }) => ({
    ...named,
    schema: asObject(withoutMarks(schema)),
  }));
  return { ...others, schemas };
}

/** What a contract says, and how it is printed: to compare with what it gives when it is read again. */
function whole(contract: Contract): unknown {
  return { ...(sayings(contract) as object), printed: printed(contract) };
}

describe("the document of a contract, read again, gives the same contract", () => {
  it.each(Object.entries(sourcesToPrint))("of %s", (_, source) => {
    const { contract, diagnostics } = readSource(source);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toStrictEqual([]);
    expect(whole(readAgain(contract))).toStrictEqual(whole(contract));
  });

  it.each([
    ...fixtureNames.map((name) => [name, join(fixtureFolder(name), "schemas")] as const),
    ["stytch", fileURLToPath(new URL("../../../schemas/stytch", import.meta.url))] as const,
  ])("of the folder of %s", (_, folder) => {
    const contract = contractIn(folder);
    expect(whole(readAgain(contract))).toStrictEqual(whole(contract));
  });

  const published = new URL("../../../../shared/published/", import.meta.url);
  it.skipIf(!existsSync(published))("of documents in the wild (skipped where they are not at hand)", () => {
    const contract = contractIn(fileURLToPath(published));
    expect(whole(readAgain(contract))).toStrictEqual(whole(contract));
  });

  it("of any schemas", () => {
    fc.assert(
      fc.property(plannedSchemas(), fc.boolean(), (schemas, hasRoot) => {
        const operation = { requestBody: json(reference(plannedKeys[0])), responses: {} };
        const root: SourceFiles = hasRoot ? { "openapi.json": apiWithOperation(operation) } : {};
        const texts = Object.entries({ ...root, ...schemaFiles(schemas) });
        const { contract, diagnostics } = readSource(
          Object.fromEntries(texts.map(([path, content]) => [path, textOf(content)])),
        );
        fc.pre(!diagnostics.some(({ severity }) => severity === "error"));
        expect(whole(readAgain(contract))).toStrictEqual(whole(contract));
      }),
      { numRuns: 100 },
    );
  });
});

describe("the packages of that document", () => {
  it.each(fixtureNames)("are those of the fixture %s", async (name) => {
    const files = Object.entries(readFiles(join(fixtureFolder(name), "schemas")));
    const documents = Object.fromEntries(files.filter(([path]) => path !== "names.lock.json"));
    const contract = contractIn(join(fixtureFolder(name), "schemas"), name);
    const bodies = async (source: SourceFiles): Promise<unknown> => {
      const packages = await packagesOf(source, name);
      return packages.map(({ folder, generated }) => [
        folder,
        // An OpenAPI document has this file even if it has no paths.
        [...generated]
          .filter(([path]) => contract.document !== undefined || path !== "openapi.ts")
          .map(([path, text]) => [path, text.replace(/^\/\/ Generated by sdkmill from .*\n/, "")]),
      ]);
    };

    expect(await bodies({ "contract.json": printed(contract) })).toStrictEqual(await bodies(documents));
  });
});

describe("the document of a contract", () => {
  it("has the public names of everything, and no others", () => {
    const contract = contractOf({
      "openapi.json": apiWithOperation({ operationId: "list", responses: { 200: json(reference("Pet")) } }),
      "pet.json": { title: "Pet", "x-sdkmill-aliases": ["Animal"], $defs: { name: { type: "string" } } },
    });
    const document = contractDocument(contract);

    expect(own(ownObject(document, "paths"), "/orders")).toStrictEqual({
      get: {
        "x-sdkmill-name": "orders.list",
        operationId: "list",
        responses: { 200: json(reference("Pet")) },
      },
    });
    expect(own(ownObject(document, "components"), "schemas")).toStrictEqual({
      Pet: { "x-sdkmill-name": "Pet", title: "Pet", "x-sdkmill-aliases": ["Animal"] },
      "Pet.name": { "x-sdkmill-name": "PetName", type: "string" },
    });
  });

  it("says the options that nobody chose as well", () => {
    const options = (source: Record<string, Json>): Json | undefined =>
      own(contractDocument(contractOf(source)), "x-sdkmill");

    expect(options({ "openapi.json": api({ "x-sdkmill": { requestEnums: "open" } }) })).toMatchObject({
      requestEnums: "open",
      responseEnums: "open",
      formats: "assertion",
      openObjects: false,
    });
    expect(options({ "a.json": { title: "A" } })).toMatchObject({ formats: "annotation" });
  });

  // Prevents: a path item that two paths share would give both operations one name.
  it("has each operation of a shared path item under its own path", () => {
    const [, source] = Object.entries(sourcesToPrint).find(([name]) => name.startsWith("a path item")) ?? [];
    const paths = Object.entries(ownObject(contractDocument(contractOf(source ?? {})), "paths"));

    expect(paths.map(([path, item]) => [path, own(ownObject(item, "get"), "x-sdkmill-name")])).toStrictEqual([
      ["/orders/{id}", "orders.get"],
      ["/lines/{id}", "lines.get"],
      ["x-note", undefined],
    ]);
  });

  // Prevents: without the mark a `$dynamicRef` would lead to its own anchor alone.
  it("keeps where dynamic references lead", () => {
    const contract = contractOf(sourcesToPrint["dynamic references"] ?? {});

    expect(schemaOf(readAgain(contract), "StrictTree").dynamicAnchors).toStrictEqual({
      node: "StrictTree",
      leaf: "StrictTree.leaf",
    });
  });

  it("does not follow a mark that leads to nothing", () => {
    const anchors = { "x-sdkmill-dynamic-anchors": { node: "Nothing", other: 1 } };
    const { contract } = readSource({ "a.json": { title: "A", ...anchors } });

    expect(schemaOf(contract, "A").dynamicAnchors).toStrictEqual({});
  });

  it("can not name a file outside of the package", () => {
    const { contract } = readSource({ "a.json": { title: "A", "x-sdkmill-module": "../../index" } });

    expect(schemaOf(contract, "A").module).toBe("index-schemas");
  });
});
