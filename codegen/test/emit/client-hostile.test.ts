import { beforeAll, describe, expect, test } from "vitest";
import type { PackageTree } from "../../src/pipeline.ts";
import type { Json } from "../../src/source/json.ts";
import type { SourceFiles } from "../generated-contract.ts";
import { packagesOf } from "../generated-packages.ts";
import { packageTypeErrors } from "../generated-type-check.ts";
import { answer, api, parameter, ref } from "./client-documents.ts";

/** Each ends some literal or comment, or comes to do so when a part of it is left out. */
const texts = [
  ...["*/ evil() /*", "**//evil();/*", "`${evil()}`", '"; evil(); "', "'; evil(); '", "\\"],
  ...["\u2028evil()", "\nevil()", "\r\nevil()", "\u202eevil", "</script>", "<!-- evil"],
];

/** An API that says a text wherever a document can say one. */
function saying(text: string): SourceFiles {
  const page: Json = {
    ...{ description: text, type: "object" },
    properties: { [text]: { type: "string" }, [`i${text}`]: { type: "array", items: { const: text } } },
  };
  const get = {
    "x-sdkmill-pagination": { cursor: text, next: text, items: `i${text}` },
    ...{ summary: text, description: text, operationId: `list${text}`, "x-sdkmill-name": "pets.list" },
    parameters: [parameter(text, "query", { description: text }), parameter(text, "header")],
    responses: { "200": answer(page), default: answer(ref("Pet")) },
  };
  const schema = {
    description: text,
    type: "object",
    properties: { [text]: { description: text, type: "string", const: text, "x-sdkmill-secret": true } },
  };
  return api(
    { [`/pets/${text.replaceAll(/[{}]/g, "")}`]: { get } },
    { Pet: schema },
    {
      info: { title: text, version: text, description: text },
      servers: [{ url: `https://api.example.com/${encodeURIComponent(text)}`, description: text }],
      "x-sdkmill": {
        ...{ requestId: text, errorType: [text] },
        errorTypes: { [text]: { description: text, retry: false } },
      },
    },
  );
}

describe("hostile texts in an API stay texts:", () => {
  let packages: readonly (readonly PackageTree[])[] = [];
  let errors: readonly string[] = [];

  beforeAll(async () => {
    packages = await Promise.all(texts.map((text, index) => packagesOf(saying(text), `case${index}`)));
    errors = packageTypeErrors(packages.flat());
  });

  test.each(texts.map((_, index) => index))("text %i", (index) => {
    expect(errors.filter((line) => line.includes(`/case${index}-`))).toStrictEqual([]);
    const client = packages[index]?.find(({ folder }) => folder.endsWith("-client"));
    const code = [...(client?.generated.values() ?? [])].join("\n");
    expect(code).not.toMatch(/[\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
    // What is left without literals and comments is code.
    const bare = code.replaceAll(/"(?:[^"\\\n]|\\.)*"|\/\*[^]*?\*\/|\/\/.*/g, "");
    expect(bare).not.toContain("evil");
  });
});
