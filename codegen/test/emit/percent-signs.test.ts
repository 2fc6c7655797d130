import { describe, expect, test } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { withoutPercentSigns } from "../../src/emit/types/percent-signs.ts";
import { generatedText, packagesOf } from "../generated-packages.ts";
import { packageTypeErrors } from "../generated-type-check.ts";
import { answer, api, json, parameter, ref } from "./client-documents.ts";

const deep = (name: string): Json => ({
  type: "object",
  properties: { [name]: { type: "object", properties: { a: { type: "object", properties: { b: {} } } } } },
});

function post(name: string): Json {
  return {
    parameters: [
      parameter(name, "path"),
      parameter(`q${name}`, "query", { schema: deep(name), style: "deepObject", explode: true }),
      parameter(`h${name}`, "header", { schema: { enum: [name] } }),
    ],
    requestBody: json(deep(name)),
    responses: {
      "200": { ...(answer(ref("Pet")) as object), headers: { [`r${name}`]: { schema: deep(name) } } },
    },
  };
}

// Prevents: `URIError: URI malformed` of openapi-typescript, which decodes a name as often as it is deep.
describe("a percent sign in a name", () => {
  test.each(["%", "a%b", "%2", "%25", "%2525", "%25zz", "%ff", "%2F", "%7Eb", "-percent0-%"])(
    "stays one in the types of the document: %j",
    async (name) => {
      const path = `/p${encodeURIComponent(name)}/{${name}}`;
      const files = api({ [path]: { post: post(name) } });
      const packages = await packagesOf(files);
      const text = generatedText(packages, "pet-shop-types", "openapi.ts");
      for (const given of [path, name, `q${name}`, `h${name}`, `r${name}`])
        expect(text).toContain(`${JSON.stringify(given)}`);
      expect(text).toContain(`?: ${JSON.stringify(name)};`);
      expect(packageTypeErrors(packages)).toStrictEqual([]);
    },
  );
});

describe("a document without percent signs", () => {
  test("gets them back, whatever else stands in it", () => {
    const given: Json = {
      "%": ["%%", { $ref: "#/%7E", "-percent0-": "-percent1", ["__proto__"]: "%" }],
      n: 1,
    };
    const { document, restore } = withoutPercentSigns(given);
    const text = JSON.stringify(document);
    expect(text).not.toContain("%");
    expect(restore(text)).toBe(JSON.stringify(given));
  });

  test("is itself if it has none", () => {
    const given: Json = { a: ["-percent0-"] };
    expect(withoutPercentSigns(given).document).toBe(given);
  });
});
