import { beforeAll, describe, expect, test } from "vitest";
import type { PackageTree } from "../../src/pipeline.ts";
import { generatedText, packagesOf } from "../generated-packages.ts";
import { packageTypeErrors } from "../generated-type-check.ts";
import { answer, api, apiOf, empty, ref } from "./client-documents.ts";
import { operationCases, type EmittedOperation } from "./client-operation-cases.ts";

/** The parts of the one operation of a client. */
function partsOf(packages: readonly PackageTree[] | undefined): EmittedOperation {
  const client = packages?.find(({ folder }) => folder.endsWith("-client"));
  const text = client?.generated.get("operations/pets.ts")?.replaceAll(/\s+/g, " ") ?? "";
  const [, signature, call] =
    / export function (.*?) \{ return (?:call|paged)\(client, (.*?), params, options\); \}/.exec(text) ?? [];
  const types = [...text.matchAll(/export (?:interface|type) \w+ .*?(?= export| \/\*\*)/g)].map(
    ([found]) => found,
  );
  return { types, signature: signature?.replace(/Case\d+Core/, "Core"), call };
}

describe("an operation", () => {
  let packages: readonly (readonly PackageTree[])[] = [];
  let errors: readonly string[] = [];

  beforeAll(async () => {
    packages = await Promise.all(operationCases.map(([, files], index) => packagesOf(files, `case${index}`)));
    // One program for all: the compiler reads its library once.
    errors = packageTypeErrors(packages.flat());
  });

  test.each(operationCases.map(([about, , want], index) => [about, index, want] as const))(
    "%s",
    (_, index, want) => {
      expect(partsOf(packages[index])).toStrictEqual(want);
      expect(errors.filter((line) => line.includes(`/case${index}-`))).toStrictEqual([]);
    },
  );
});

// Prevents: `undefined` where the type promises a value.
test("an answer that may have no content gives undefined as well", async () => {
  const files = apiOf({ responses: { "200": answer(ref("Pet")), "204": empty } });
  const { signature } = partsOf(await packagesOf(files));
  expect(signature).toMatch(/: ApiPromise<types\.Pet \| undefined>$/);
});

test("the comment says what an operation is, and that it is deprecated", async () => {
  const operation = { operationId: "run", summary: "Short.", deprecated: true, responses: { "204": empty } };
  const set = { ...operation, operationId: "set", description: "*/ Long\u2028one." };
  const packages = await packagesOf(
    api({ "/pets": { get: operation, post: { responses: { "204": empty } }, put: set } }),
  );
  const want = [
    "/**\n * Never sent again once it may have arrived: a failure can leave its outcome unknown.\n *\n * `POST /pets`\n */",
    "/**\n * Short.\n *\n * `GET /pets`\n *\n * @deprecated\n */",
    "/**\n * *\\/ Long\n * one.\n *\n * `PUT /pets`\n *\n * @deprecated\n */",
  ];
  const comments = (path: string): readonly string[] =>
    generatedText(packages, "pet-shop-client", path).match(/\/\*\*[^]*?\*\//g) ?? [];
  expect(comments("operations/pets.ts")).toStrictEqual(want);
  expect(comments("client.ts")).toStrictEqual(expect.arrayContaining(want));
});
