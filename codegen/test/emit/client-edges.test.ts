import { describe, expect, test } from "vitest";
import { acceptsNull } from "../../src/emit/client/accepts-null.ts";
import { operationName, parseOperationName } from "../../src/contract/operation-names.ts";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { generatedText, packagesOf } from "../generated-packages.ts";
import { packageTypeErrors } from "../generated-type-check.ts";
import { answer, api, json } from "./client-documents.ts";

// Prevents: an operation that `await client`, or `JSON.stringify(client)`, calls.
describe("no method is one that JavaScript calls by itself", () => {
  test.each(["then", "toJSON", "toString", "valueOf"])("%s", (name) => {
    expect(operationName("/pets", "get", name).method).toBe(`${name}Operation`);
    expect(parseOperationName(`pets.${name}`)).toBeUndefined();
  });

  test("others are as they are", () => {
    expect(operationName("/pets", "get", "constructor").method).toBe("constructor");
    expect(parseOperationName("pets.then.list")?.namespace).toStrictEqual(["pets", "then"]);
  });
});

// Prevents: a document of six kB that takes hours, since each of its schemas leads twice to the next.
test("whether null may come is told once for each schema", () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 60 }, (_, index): [string, Json] => {
      const $ref = `#/components/schemas/A${index + 1}`;
      return [`A${index}`, { anyOf: [{ $ref }, { $ref, description: "The same." }] }];
    }),
  );
  const document: JsonObject = { components: { schemas: { ...schemas, A60: { type: "string" } } } };

  expect(acceptsNull(document, { $ref: "#/components/schemas/A0" })).toBe(false);
});

test("a page that may be null has items all the same", async () => {
  const page: Json = {
    type: ["object", "null"],
    properties: { items: { type: "array", items: { type: "string" } }, next: { type: "string" } },
  };
  const packages = await packagesOf(
    api({
      "/pets/search": {
        post: {
          "x-sdkmill-pagination": { cursor: "cursor", next: "next", items: "items" },
          requestBody: json({ type: "object", properties: { cursor: { type: "string" } } }),
          responses: { "200": answer(page) },
        },
      },
    }),
  );

  expect(packageTypeErrors(packages)).toStrictEqual([]);
});

// Prevents: a secret that has no name of its own told by an error.
describe("a body that is a secret by itself is one", () => {
  const secret: Json = { type: "string", format: "password" };

  test.each<[string, Json]>([
    ["a text", secret],
    ["a list", { type: "array", items: secret }],
    ["a map", { type: "object", additionalProperties: secret }],
  ])("%s", async (_, schema) => {
    const packages = await packagesOf(
      api({
        "/pets": { post: { requestBody: json(schema), responses: { "204": { description: "Done." } } } },
      }),
    );

    expect(generatedText(packages, "pet-shop-client", "operations/pets.ts")).toContain('secrets: ["body"]');
    expect(generatedText(packages, "pet-shop-client", "client.ts")).toMatch(/const secrets[^=]*= \["body"\]/);
  });
});

test("a client that needs no option takes none", async () => {
  const packages = await packagesOf(
    api({ "/pets": { get: { responses: { "204": { description: "Done." } } } } }),
  );

  expect(generatedText(packages, "pet-shop-client", "client.ts")).toContain("options: PetShopOptions = {}");
  expect(packageTypeErrors(packages)).toStrictEqual([]);
});
