import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { applicators, recursive } from "../emit/validations/applicators.ts";
import { objects } from "../emit/validations/objects.ts";
import { values } from "../emit/validations/values.ts";
import { schemaFiles, textOf } from "../generated-contract.ts";
import { packagesOf } from "../generated-packages.ts";
import { temporaryFolder, writeFiles } from "../temporary-folder.ts";
import { agreementOf, foldersBeside, type ApiFolders } from "./agreement-of.ts";

/** An API of these schemas, as it lies in a repository. */
async function installApi(schemas: Readonly<Record<string, Json>>): Promise<ApiFolders> {
  const root = temporaryFolder();
  const files = schemaFiles(schemas);
  const packages = await packagesOf(files, "shop");
  writeFiles(root, {
    ...Object.fromEntries(
      Object.entries(files).map(([path, content]) => [`schemas/shop/${path}`, textOf(content)]),
    ),
    ...Object.fromEntries(
      packages.flatMap(({ folder, generated }) => [
        [`packages/${folder}/package.json`, '{ "type": "module" }'],
        ...[...generated].map(([path, text]) => [`packages/${folder}/src/generated/${path}`, text]),
      ]),
    ),
  });
  return foldersBeside(join(root, "packages/shop-validators"));
}

const pet: Json = {
  type: "object",
  properties: {
    name: { type: "string" },
    age: { type: "integer", format: "int32", minimum: 0 },
    kind: { enum: ["cat", "dog"] },
    tags: { type: "array", items: { type: "string" } },
    more: { type: "object", additionalProperties: { type: "boolean" } },
  },
  required: ["name", "tags"],
  additionalProperties: false,
};

test("everybody agrees on schemas with every keyword", async () => {
  // A type does not tell properties that are required, but not declared.
  const cases = [...values, ...objects, ...applicators, ...recursive].filter(({ name }) => name !== "Needed");
  const folders = await installApi({
    Pet: pet,
    ...Object.fromEntries(cases.map(({ name, schema }) => [name, schema])),
  });
  const { counts, unsampled, disagreements } = await agreementOf(folders);
  const { schemas, samples, mutations, typeErrors } = counts;

  expect(disagreements).toStrictEqual([]);
  expect(unsampled).toStrictEqual(["Nothing"]);
  expect(counts).toMatchObject({
    ...{ sampled: schemas - 1, acceptedByContract: samples, acceptedByAjv: samples },
    ...{ acceptedByValidator: samples, acceptedByCompiler: samples },
    ...{ refusedByAjv: mutations, refusedByValidator: mutations, refusedByCompiler: typeErrors },
  });
});

/** Validators that are wrong in one point, in terms of one that is `right`, and what is to be noticed. */
const wrongValidators: Readonly<Record<string, readonly [validator: string, change: string, found: Json]>> = {
  NameOfAnyType: [
    "{ is: (v) => right.is(v) || v?.name === null, issues: (v) => (v?.name === null ? [] : right.issues(v)) }",
    'type at "/name"',
    [],
  ],
  NoTags: [
    "{ issues: (v) => right.issues(v).filter(({ pointer }) => pointer !== '/tags') }",
    'required at "/tags"',
    ["`is` says otherwise"],
  ],
  AnyKind: ["{ is: (v) => right.is(tame(v)), issues: (v) => right.issues(tame(v)) }", 'enum at "/kind"', []],
  WrongPlace: [
    "{ issues: (v) => right.issues(v).map((issue) => ({ ...issue, pointer: '/pet' + issue.pointer, path: ['pet', ...issue.path] })) }",
    'type at ""',
    ["/pet"],
  ],
  WrongPath: [
    "{ issues: (v) => right.issues(v).map((issue) => ({ ...issue, path: ['pet', ...issue.path] })) }",
    'type at ""',
    ["", "`path` says otherwise"],
  ],
  OneMorePlace: [
    "{ issues: (v) => right.issues(v).flatMap((issue) => [issue, { ...issue, pointer: '/name', path: ['name'] }]) }",
    'type at ""',
    ["", "/name"],
  ],
  NothingIsRight: ["{ is: () => false }", "none", ["`is` says otherwise"]],
  Throws: ["{ issues: () => { throw new Error('broken'); } }", "none", ["Error: broken"]],
};

test("a validator that is wrong in one point is noticed, at the point", async () => {
  const names = Object.keys(wrongValidators);
  const folders = await installApi(Object.fromEntries(names.map((name) => [name, pet])));
  for (const [name, [validator]] of Object.entries(wrongValidators)) {
    const slug = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
    const path = (file: string): string => join(folders.validators, file);
    renameSync(path(`${slug}.js`), path(`right-${slug}.js`));
    writeFileSync(
      path(`${slug}.js`),
      `import { validate${name} as right } from "./right-${slug}.js";
const tame = (v) => (typeof v?.kind === "string" ? { ...v, kind: "cat" } : v);
export const validate${name} = Object.assign((value) => right(value), right, ${validator});`,
    );
  }
  const { counts, disagreements } = await agreementOf(folders);

  expect(disagreements).toMatchObject(
    names.toSorted().map((schema) => ({
      ...{ schema, by: "validator" },
      ...{ change: wrongValidators[schema]?.[1], found: wrongValidators[schema]?.[2] },
    })),
  );
  expect(counts.refusedByValidator).toBeLessThan(counts.refusedByAjv);
  expect(counts.acceptedByValidator).toBeLessThan(counts.acceptedByAjv);
});

test.each([
  ["that is too wide", "name: string", "name: unknown", "a wrong type"],
  ["that is too narrow", "age?: number", "age?: 7", "none"],
  ["without an enum", '("cat" | "dog")', "string", "a wrong type"],
  ["without something required", "tags: string[]", "tags?: string[]", "a wrong type"],
])("a type %s is noticed", async (_, before, after, change) => {
  const folders = await installApi({ Pet: pet });
  const path = join(folders.types, "../schemas.ts");
  const text = readFileSync(path, "utf8");
  expect(text).toContain(before);
  writeFileSync(path, text.replace(before, after));

  expect((await agreementOf(folders)).disagreements).toMatchObject([
    { schema: "Pet", change, by: "compiler" },
  ]);
});

// Prevents: figures that change from run to run.
test("the same values are made each time", async () => {
  const folders = await installApi({ Pet: pet });
  expect(await agreementOf(folders)).toStrictEqual(await agreementOf(folders));
});
