import { describe, expect, test } from "vitest";
import { operationSecrets, secretNames } from "../../src/emit/client/secret-names.ts";
import type { Json } from "../../src/source/json.ts";
import { contractOf, type SourceFiles } from "../generated-contract.ts";
import { generatedText, packagesOf } from "../generated-packages.ts";
import { packageTypeErrors } from "../generated-type-check.ts";
import { answer, api, empty, json, parameter, ref } from "./client-documents.ts";

const text: Json = { type: "string" };
const secret: Json = { type: "string", "x-sdkmill-secret": true };
const object = (properties: Readonly<Record<string, Json>>): Json => ({ type: "object", properties });
const schemas = {
  Pet: object({ name: text }),
  // Makes `pin`, `token` and `X-Key` secret in the whole API.
  Vault: object({ pin: secret, token: secret, "X-Key": secret }),
};

/** An API with this operation, and another one that makes names secret. */
function withVault(operation: object, more: Readonly<Record<string, Json>> = {}): SourceFiles {
  const vault = { put: { requestBody: json(ref("Vault")), responses: { "204": empty } } };
  const post: Json = { responses: { "204": empty }, ...operation };
  return api({ "/pets": { post }, "/vault": vault }, { ...schemas, ...more });
}

function secretsOf(files: SourceFiles): readonly string[] {
  const contract = contractOf(files);
  const operation = contract.operations.find(({ path }) => path === "/pets");
  if (operation === undefined) throw new Error("There is no operation of pets.");
  return operationSecrets(operation, contract);
}

type SecretCase = readonly [about: string, files: SourceFiles, want: readonly string[]];

describe("an operation knows the secrets", () => {
  test.each<SecretCase>([
    ["of none", withVault({ responses: { "200": answer(ref("Pet")) } }), []],
    ["of its request", withVault({ requestBody: json(object({ pin: text, name: text })) }), ["pin"]],
    ["of its answer", withVault({ responses: { "200": answer(ref("Vault")) } }), ["X-Key", "pin", "token"]],
    [
      "of its errors",
      withVault({ responses: { "204": empty, "400": answer(object({ token: text })) } }),
      ["token"],
    ],
    ["of its query", withVault({ parameters: [parameter("pin", "query")] }), ["pin"]],
    [
      "of its parameters' schemas",
      withVault({
        parameters: [
          parameter("p", "query", { schema: object({ pin: text }), style: "deepObject", explode: true }),
        ],
      }),
      ["pin"],
    ],
    ["of its headers, as they come", withVault({ parameters: [parameter("X-Key", "header")] }), ["x-key"]],
    // Prevents: a header that is told since another operation writes it otherwise.
    ["of its headers in any case", withVault({ parameters: [parameter("x-KEY", "header")] }), ["x-key"]],
    [
      "of its own marks",
      api({
        "/pets": {
          post: { parameters: [parameter("Key", "header", { schema: secret })], responses: { "204": empty } },
        },
      }),
      ["key"],
    ],
    [
      "of a schema that a schema refers to",
      withVault(
        { requestBody: json(ref("A")) },
        { A: object({ b: { type: "array", items: ref("B") } }), B: object({ pin: text }) },
      ),
      ["pin"],
    ],
    [
      "of schemas that refer to each other",
      withVault(
        { requestBody: json(ref("A")) },
        {
          A: object({ b: ref("B") }),
          B: object({ a: ref("A"), c: { anyOf: [ref("C"), ref("B")] } }),
          C: object({ token: text }),
        },
      ),
      ["token"],
    ],
    [
      "of branches, maps and what may not be listed",
      withVault({
        requestBody: json({
          oneOf: [object({ pin: text }), { type: "object", additionalProperties: object({ token: text }) }],
        }),
      }),
      ["pin", "token"],
    ],
    [
      "whose mark is in another operation, as a name counts in the whole API",
      withVault({ requestBody: json(object({ token: { type: "integer" } })) }),
      ["token"],
    ],
    [
      "of names that mean something to JavaScript",
      api({
        "/pets": {
          post: {
            requestBody: json(object({ ["__proto__"]: secret, constructor: secret, '"; evil(); "': secret })),
            responses: { "204": empty },
          },
        },
      }),
      ['"; evil(); "', "__proto__", "constructor"],
    ],
    [
      "not of what it does not have from prototypes",
      api({
        "/pets": { post: { requestBody: json(object({ name: text })), responses: { "204": empty } } },
        "/other": {
          post: {
            requestBody: json(object({ toString: secret, ["__proto__"]: secret })),
            responses: { "204": empty },
          },
        },
      }),
      [],
    ],
  ])("%s", (_, files, want) => {
    expect(secretsOf(files)).toStrictEqual(want);
  });
});

test("the API knows the secrets of all operations, headers as they come", () => {
  const files = withVault({ parameters: [parameter("x-KEY", "header"), parameter("X-Plain", "header")] });
  expect(secretNames(contractOf(files))).toStrictEqual(["X-Key", "pin", "token", "x-key"]);
  expect(secretNames(contractOf(api({ "/pets": { post: { responses: { "204": empty } } } })))).toStrictEqual(
    [],
  );
});

describe("the code of a client has the secrets", () => {
  test("of each operation in its single function, and all of them once in the client", async () => {
    const packages = await packagesOf(
      withVault({
        operationId: "pets/create",
        requestBody: json(object({ pin: text, ["__proto__"]: secret })),
      }),
    );
    const [client, pets, vault] = ["client.ts", "operations/pets.ts", "operations/vault.ts"].map((path) =>
      generatedText(packages, "pet-shop-client", path),
    );
    expect(pets).toContain('body: "json", result: "void", secrets: ["__proto__","pin"] }, params');
    expect(vault).toContain('secrets: ["X-Key","pin","token"] }, params');
    expect(client).toContain('const secrets: readonly string[] = ["X-Key","__proto__","pin","token"];');
    expect(client?.match(/"token"/g)).toHaveLength(1);
    expect(packageTypeErrors(packages)).toStrictEqual([]);
  });

  test("only where there are any", async () => {
    const files = api({ "/pets": { post: { requestBody: json(ref("Pet")), responses: { "204": empty } } } });
    const packages = await packagesOf(files);
    expect(generatedText(packages, "pet-shop-client", "operations/pets.ts")).not.toContain("secrets");
    expect(generatedText(packages, "pet-shop-client", "client.ts")).toContain(
      "const secrets: readonly string[] = [];",
    );
    expect(packageTypeErrors(packages)).toStrictEqual([]);
  });
});
