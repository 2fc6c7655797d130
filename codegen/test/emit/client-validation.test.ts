import { beforeAll, describe, expect, test } from "vitest";
import type { PackageTree } from "../../src/pipeline.ts";
import type { Json } from "../../src/source/json.ts";
import type { SourceFiles } from "../generated-contract.ts";
import { packagesOf } from "../generated-packages.ts";
import { packageTypeErrors } from "../generated-type-check.ts";
import { answer, api, empty, json, ref } from "./client-documents.ts";

const object: Json = { type: "object", properties: { name: { type: "string" } } };

/** An API with these operations, and the schemas that they refer to. */
function operating(paths: Readonly<Record<string, Json>>): SourceFiles {
  return api(paths, { PetDraft: object, Pet: object, odd_name: object, Toy: object });
}

function post(body: Json | undefined, ...results: readonly Json[]): Json {
  const responses = results.map((result, index) => [String(200 + index), answer(result)] as const);
  return {
    ...(body === undefined ? {} : { requestBody: json(body) }),
    responses: results.length === 0 ? { "204": empty } : Object.fromEntries(responses),
  };
}

/** The lines of the table of validators; none if there is no such module, which the whole package knows. */
function tableOf(packages: readonly PackageTree[], name: string): readonly string[] {
  const client = packages.find(({ folder }) => folder === `${name}-client`);
  const text = client?.generated.get("validation.ts");
  const { exports, peerDependenciesMeta, peerDependencies, devDependencies } = JSON.parse(
    client?.scaffold.get("package.json") ?? "{}",
  ) as Readonly<Record<string, object | undefined>>;
  const validators = `@sdkmill/${name}-validators`;
  const isThere = text !== undefined;
  expect(Object.keys(exports ?? {}).includes("./validation")).toBe(isThere);
  expect(peerDependencies).toStrictEqual(isThere ? { [validators]: "*" } : undefined);
  expect(peerDependenciesMeta).toStrictEqual(isThere ? { [validators]: { optional: true } } : undefined);
  expect(Object.keys(devDependencies ?? {}).includes(validators)).toBe(isThere);
  expect(client?.generated.get("index.ts")).not.toContain("validation");
  const table = /^const validators: .* = \{\n([^]*?),?\n\};/m.exec(text ?? "")?.[1] ?? "";
  return table === "" ? [] : table.replaceAll(name, "api").split(/,?\n/);
}

const load = (position: string, slug: string, name: string): string =>
  `${position}: async () => (await import("@sdkmill/api-validators/${slug}")).validate${name}`;

type ValidationCase = readonly [
  about: string,
  paths: Readonly<Record<string, Json>>,
  want: readonly string[],
];

const cases: readonly ValidationCase[] = [
  [
    "for what is sent and what is answered",
    { "/pets": { post: post(ref("PetDraft"), ref("Pet")) } },
    ['"POST /pets": {', load("request", "pet-draft", "PetDraft"), load("response", "pet", "Pet"), "}"],
  ],
  [
    "for the name of a schema, under the route of an operation, former names or not",
    {
      "/a b/{id}": {
        parameters: [{ name: "id", in: "path", required: true }],
        put: { ...(post(ref("odd_name")) as object), "x-sdkmill-aliases": ["pets.put"] },
      },
    },
    ['"PUT /a%20b/{id}": {', load("request", "odd-name", "OddName"), "}"],
  ],
  [
    "for what is answered alone, since what is sent is an answer elsewhere",
    { "/pets": { put: post(ref("Pet"), ref("Pet")) } },
    ['"PUT /pets": {', load("response", "pet", "Pet"), "}"],
  ],
  [
    "for a reference with a description",
    { "/pets": { post: post({ description: "A draft.", ...(ref("PetDraft") as object) }) } },
    ['"POST /pets": {', load("request", "pet-draft", "PetDraft"), "}"],
  ],
  [
    "not for a reference that says more",
    { "/pets": { post: post({ required: ["name"], ...(ref("PetDraft") as object) }) } },
    [],
  ],
  [
    "not for values without a name",
    { "/pets": { post: post(object, { type: "array", items: ref("Pet") }) } },
    [],
  ],
  ["not for answers of several kinds", { "/pets": { post: post(undefined, ref("Pet"), ref("Toy")) } }, []],
  ["not for nothing", { "/pets": { post: post(undefined) } }, []],
];

describe("validators are loaded", () => {
  let packages: readonly (readonly PackageTree[])[] = [];
  let errors: readonly string[] = [];

  beforeAll(async () => {
    packages = await Promise.all(
      cases.map(([, paths], index) => packagesOf(operating(paths), `case${index}`)),
    );
    errors = packageTypeErrors(packages.flat());
  });

  test.each(cases.map(([about, , want], index) => [about, index, want] as const))("%s", (_, index, want) => {
    expect(tableOf(packages[index] ?? [], `case${index}`)).toStrictEqual(want);
    expect(errors.filter((line) => line.includes(`/case${index}-`))).toStrictEqual([]);
  });
});
