import { describe, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { generatedText, packagesOf } from "../generated-packages.ts";
import { packageTypeErrors } from "../generated-type-check.ts";
import { startLoopbackServer } from "../../../packages/runtime/test/loopback-server.ts";
import { answer, api, parameter, ref } from "./client-documents.ts";

/** A document that has a value wherever data can stand. */
function withData(data: Json): ReturnType<typeof api> {
  const content = {
    "application/json": {
      schema: { ...(ref("Pet") as object) },
      example: data,
      examples: { a: { value: data } },
    },
  };
  return api({
    "/pets": {
      post: {
        parameters: [
          parameter("q", "query", {
            schema: { type: "string", default: data, examples: [data] },
            example: data,
          }),
        ],
        requestBody: { required: true, content },
        responses: { "200": { ...(answer(ref("Pet")) as object), "x-data": data } },
        "x-data": data,
      },
    },
  });
}

// Prevents: an example of a document that makes the generator read a file, or ask the network.
describe("a `$ref` in data is data", () => {
  test.each(["#/paths", "/etc/hostname", "file:///etc/hostname", "./missing.json", "#/nowhere"])(
    "%s",
    async ($ref) => {
      const packages = await packagesOf(withData({ $ref, b: { $ref } }));

      expect(generatedText(packages, "pet-shop-types", "openapi.ts")).toContain('"/pets"');
      expect(packageTypeErrors(packages)).toStrictEqual([]);
    },
  );

  test("of the network", async () => {
    const server = await startLoopbackServer();
    await packagesOf(withData({ $ref: `${server.origin}/pet.json` }));
    await server.end();

    expect(server.received).toStrictEqual([]);
  });

  test("a property of this name stays", async () => {
    const schema = { type: "object", properties: { $ref: { type: "string" }, b: { type: "number" } } };
    const packages = await packagesOf(api({ "/pets": { get: { responses: { "200": answer(schema) } } } }));

    expect(generatedText(packages, "pet-shop-types", "openapi.ts")).toMatch(
      /\$ref\?: string;[^]*b\?: number;/,
    );
  });
});
