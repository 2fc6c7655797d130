import { describe, expect, test } from "vitest";
import { repairUpstream, vendorPointer } from "../../../src/evolve/pull/repair-upstream.ts";
import type { Json, JsonObject } from "../../../src/source/json.ts";
import { api, json, overlay, reference } from "../../contract-parts.ts";
import { documentOf } from "../../source-of.ts";

const post = (key: string): JsonObject => ({ post: { requestBody: json(reference(key)), responses: {} } });

const document = api({
  paths: { "/a": post("Shared"), "/b": post("Shared") },
  components: {
    schemas: {
      Shared: { properties: { next: reference("Shared") } },
      Other: {
        discriminator: { propertyName: "kind", mapping: { shared: "#/components/schemas/Shared" } },
        default: reference("Shared"),
      },
    },
  },
});

function repaired(...actions: readonly Json[]) {
  const { value, diagnostics } = repairUpstream(document, documentOf("upstream.yaml", overlay(...actions)));
  return { ...value, codes: diagnostics.map(({ code, place }) => `${code} ${place?.pointer}`) };
}

const schemaOf = (path: string): string =>
  `$.paths["${path}"].post.requestBody.content["application/json"].schema`;

describe("a schema that is given another key", () => {
  const rename = { target: "$.components.schemas.Shared", update: { "x-sdkmill-key": "OfA" } };

  test("has it, and everything that refers to it follows", () => {
    const { document: found, codes } = repaired(rename);
    expect(found).toStrictEqual(
      api({
        paths: { "/a": post("OfA"), "/b": post("OfA") },
        components: {
          schemas: {
            OfA: { properties: { next: reference("OfA") } },
            Other: {
              discriminator: { propertyName: "kind", mapping: { shared: "#/components/schemas/OfA" } },
              // Data refers to nothing.
              default: reference("Shared"),
            },
          },
        },
      }),
    );
    expect(codes).toStrictEqual([]);
  });

  test("leaves its old key to what later actions say", () => {
    const { document: found } = repaired(rename, { target: schemaOf("/b"), update: reference("Shared") });
    expect(found["paths"]).toStrictEqual({ "/a": post("OfA"), "/b": post("Shared") });
  });

  test("is found under it by later actions, and told by its old one", () => {
    const { document: found, renames } = repaired(rename, {
      target: "$.components.schemas.OfA",
      update: { type: "object" },
    });
    expect(found["components"]).toMatchObject({ schemas: { OfA: { type: "object" } } });
    expect(vendorPointer(renames, "/components/schemas/OfA/type")).toBe("/components/schemas/Shared/type");
    expect(vendorPointer(renames, "/components/schemas/OfAll")).toBe("/components/schemas/OfAll");
  });

  test("stays as it is once the vendor has a schema of that name", () => {
    const { document: found, codes } = repaired({ ...rename, update: { "x-sdkmill-key": "Other" } });
    expect({ found, codes }).toStrictEqual({ found: document, codes: [] });
  });

  test.each([[1], [""], ["a b"], ["a/b"]])("can not be %j", (key) => {
    const { document: found, codes } = repaired(
      { target: "$.paths", remove: true },
      { ...rename, update: { "x-sdkmill-key": key } },
    );
    expect(codes).toStrictEqual(["upstream-config /actions/1"]);
    expect(JSON.stringify(found)).not.toContain("x-sdkmill");
  });
});

test("a target that matches nothing is no fault, and one that is none is told once at its place", () => {
  const { document: found, codes } = repaired(
    { target: "$.nothing", update: {} },
    { target: "$.paths[", update: {} },
    { target: "$.info", update: { version: "2" } },
  );
  expect(codes).toStrictEqual(["overlay-target-invalid /actions/1/target"]);
  expect(found["info"]).toStrictEqual({ title: "Shop", version: "2" });
});

test("without repairs a document is what it was", () => {
  expect(repairUpstream(document, undefined).value.document).toBe(document);
});
