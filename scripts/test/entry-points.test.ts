import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { methodsOf } from "../../packages/stytch-client/test/client-methods.ts";
import { readDeclarations } from "../../packages/stytch-types/test/public-declarations.ts";
import { readOperations } from "../../packages/stytch-types/test/stytch-contract.ts";

// What goes in is counted from the documents, what comes out from what a consumer can import: the
// generator has no say in either.

const credentials = { projectId: "project-test-1", secret: "secret" };

/**
 * Imports an entry point by its public name. The root does not depend on the packages that it makes:
 * every cached build would then depend on all of their files. The client knows the others by name.
 */
async function entryPoint(specifier: string): Promise<Readonly<Record<string, unknown>>> {
  const consumer = createRequire(new URL("../../packages/stytch-client/package.json", import.meta.url));
  const module: unknown = await import(pathToFileURL(consumer.resolve(specifier)).href);
  return module as Readonly<Record<string, unknown>>;
}

async function methods(): Promise<readonly string[]> {
  const { createStytch } = await entryPoint("@sdkmill/stytch-client");
  return methodsOf((createStytch as (options: object) => object)(credentials)).map(({ name }) => name);
}

async function functions(): Promise<readonly string[]> {
  const operations = await entryPoint("@sdkmill/stytch-client/operations");
  return Object.keys(operations).filter((name) => typeof operations[name] === "function");
}

async function validators(): Promise<readonly string[]> {
  const all = await entryPoint("@sdkmill/stytch-validators");
  return Object.keys(all).filter((name) => name.startsWith("validate"));
}

function types(): readonly string[] {
  const { exports } = readDeclarations("@sdkmill/stytch-types");
  return [...(exports.get("@sdkmill/stytch-types")?.keys() ?? [])];
}

test("as many operations and schemas as go in come out in every form", async () => {
  const { length: schemas } = readdirSync(new URL("../../schemas/stytch/schemas/", import.meta.url));
  const { length: operations } = readOperations();

  expect(operations).toBeGreaterThan(100);
  expect(schemas).toBeGreaterThan(500);
  expect({
    methods: new Set(await methods()).size,
    functions: new Set(await functions()).size,
    types: new Set(types()).size,
    validators: new Set(await validators()).size,
  }).toStrictEqual({
    methods: operations,
    functions: operations,
    types: schemas,
    validators: schemas,
  });
});

test("every type has the validator of its name", async () => {
  expect((await validators()).toSorted()).toStrictEqual(
    types()
      .map((name) => `validate${name}`)
      .toSorted(),
  );
});

test("the core has no operations, and the client has no more than the core and its namespaces", async () => {
  const { createStytch } = await entryPoint("@sdkmill/stytch-client");
  const { createStytchCore } = await entryPoint("@sdkmill/stytch-client/core");
  const core = (createStytchCore as (options: object) => object)(credentials);
  const client = (createStytch as (options: object) => object)(credentials);

  expect(methodsOf(core)).toStrictEqual([]);
  expect(Object.keys(core)).toStrictEqual([]);
  expect(Object.entries(client).filter(([, value]) => typeof value !== "object")).toStrictEqual([]);
});
