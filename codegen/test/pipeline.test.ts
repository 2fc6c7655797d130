import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Formatter } from "../src/output/format.ts";
import { joinBlocks } from "../src/output/print.ts";
import { compile, type Compiled, type CompileOptions } from "../src/pipeline.ts";
import { load } from "../src/source/load.ts";
import { parse } from "../src/source/parse.ts";
import type { Json } from "../src/source/json.ts";
import type { SourceDocument } from "../src/source/source-document.ts";
import { documentsOf, openapiRoot, schemaFiles } from "./generated-contract.ts";
import { filesOf } from "./generated-fixtures.ts";
import { plainFormatter } from "./generated-packages.ts";
import { repositoryRoot } from "./generated-type-check.ts";
import { differences, frozen, shuffled } from "./generated-variants.ts";

const options: CompileOptions = {
  identity: { name: "stytch", label: "schemas/stytch" },
  naming: { scope: "@sdkmill" },
  lock: undefined,
  formatter: plainFormatter,
};

async function compiled(
  documents: readonly SourceDocument[],
  given: Partial<CompileOptions> = {},
): Promise<Compiled> {
  return (await compile(documents, { ...options, ...given })).value;
}

function overlay(name: string): Json {
  const action = { target: "$.components.schemas.Pet", update: { "x-sdkmill-name": name } };
  return { overlay: "1.0.0", info: { title: name, version: "1" }, actions: [action] };
}

/** Folders of packages, each with whether there is anything in it, and codes of diagnostics. */
async function outline(
  documents: readonly SourceDocument[],
  given: Partial<CompileOptions> = {},
): Promise<unknown> {
  const { value, diagnostics } = await compile(documents, { ...options, ...given });
  return {
    packages: value.packages.map(({ folder, generated }) => [folder, generated.size > 0]),
    codes: diagnostics.map(({ code }) => code).toSorted(),
  };
}

function printed(
  program: string,
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): string {
  const path = join(import.meta.dirname, program);
  return execFileSync(process.execPath, [path, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
}

describe("the same documents give the same bytes", () => {
  let documents: readonly SourceDocument[] = [];
  let first: Compiled;

  beforeAll(async () => {
    const { value } = load(join(repositoryRoot, "schemas/stytch"));
    documents = parse(value.documents).value.documents;
    first = await compiled(documents);
  });

  test("in the first place", () => {
    expect(first.packages.map(({ generated }) => generated.size > 30)).toStrictEqual([true, true, true]);
  });

  test("a second time", async () => {
    expect(differences(first, await compiled(documents))).toStrictEqual([]);
  });

  test("in reverse", async () => {
    expect(differences(first, await compiled(documents.toReversed()))).toStrictEqual([]);
  });

  test("shuffled", async () => {
    expect(differences(first, await compiled(shuffled(documents, 1)))).toStrictEqual([]);
  });

  test("deeply frozen, since nothing is changed", async () => {
    const given = frozen(structuredClone(documents));
    expect(
      differences(first, await compiled(given, frozen({ ...options, formatter: plainFormatter }))),
    ).toStrictEqual([]);
  });

  // Prevents: the order in which files happen to be read decides which of two overlays counts.
  test("with several overlays", async () => {
    const files = {
      ...schemaFiles({ Pet: { type: "string" } }),
      "a.yaml": overlay("Cat"),
      "b.yaml": overlay("Dog"),
    };
    const given = documentsOf(files);
    expect(differences(await compiled(given), await compiled(given.toReversed()))).toStrictEqual([]);
  });
});

test("neither language nor time zone of the machine makes a difference", () => {
  const machines = [
    { LANG: "C", LC_ALL: "C", TZ: "UTC" },
    { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati" },
  ];
  const hashes = machines.map((machine) => printed("generated-hash.ts", machine, "pet-shop"));
  expect(hashes[0]).toMatch(/^[\da-f]{64}$/);
  expect(new Set(hashes).size).toBe(1);
});

describe("compile", () => {
  const all = ["stytch-types", "stytch-client", "stytch-validators"];

  test("gives a tree for each package, empty where the contract has nothing for it", async () => {
    const list = { operationId: "list", responses: { "204": { description: "" } } };
    const root = openapiRoot({ paths: { "/pets": { get: list } }, components: { schemas: { Pet: {} } } });
    expect(await outline(documentsOf({ "openapi.json": root }))).toStrictEqual({
      packages: all.map((folder) => [folder, true]),
      codes: [],
    });
    expect(await outline(documentsOf(schemaFiles({ Pet: {} })))).toStrictEqual({
      packages: all.map((folder) => [folder, folder !== "stytch-client"]),
      codes: [],
    });
  });

  test("gives no packages, but all diagnostics, if there is an error", async () => {
    const broken = { odd: 1, properties: { a: { $ref: "#/components/schemas/Pett" } } };
    expect(await outline(documentsOf(schemaFiles({ Pet: broken, Toy: { type: "text" } })))).toStrictEqual({
      packages: [],
      codes: ["keyword-unknown", "reference-dangling", "schema-shape"],
    });
  });

  test("gives no packages if reading failed before", async () => {
    expect(await outline(documentsOf(schemaFiles({ Pet: { odd: 1 } })), { isBroken: true })).toStrictEqual({
      packages: [],
      codes: ["keyword-unknown"],
    });
  });

  test("passes all files through the formatter but those of the validators and the contract", async () => {
    const formatter: Formatter = {
      ...plainFormatter,
      format: (path, blocks) => Promise.resolve(`formatted as ${path}\n${joinBlocks(blocks)}`),
    };
    const { packages } = await compiled(documentsOf(schemaFiles({ Pet: {} })), { formatter });
    const files = [...filesOf(packages)].map(([path, text]): [string, boolean] => [
      path,
      text.startsWith("formatted as "),
    ]);
    expect(files.filter(([path]) => !path.includes("/runtime/"))).toStrictEqual(
      Object.entries({
        ...{ "stytch-types/src/generated/schemas.ts": true, "stytch-types/src/generated/index.ts": true },
        "stytch-types/src/generated/contract.json": false,
        ...{ "stytch-types/package.json": true, "stytch-types/tsconfig.json": true },
        ...{
          "stytch-types/tsconfig.build.json": true,
          "stytch-types/src/index.ts": true,
          "stytch-types/README.md": true,
        },
        ...{
          "stytch-validators/src/generated/pet.js": false,
          "stytch-validators/src/generated/pet.d.ts": false,
        },
        ...{
          "stytch-validators/src/generated/index.js": false,
          "stytch-validators/src/generated/index.d.ts": false,
        },
        ...{ "stytch-validators/package.json": true, "stytch-validators/tsconfig.json": true },
        ...{ "stytch-validators/README.md": true, "stytch-validators/test/agreement.test.ts": true },
      }),
    );
  });

  // Prevents: a promise that fails while no one waits for it ends the process before it can be said why.
  test("fails as a whole, and in no other way, if a file can not be formatted", () => {
    expect(printed("generated-unformattable.ts", {})).toMatch(/^Caught: .* can not be formatted\.$/);
  });
});
