import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/source/json.ts";
import { overlay } from "../../contract-parts.ts";
import { contract, first, operation, order, pulled } from "./pull-samples.ts";
import { pullInto } from "./pulled-source.ts";

describe("a document with faults is refused, with all of them at their places", () => {
  test.each<readonly [what: string, upstream: Json, want: readonly string[]]>([
    ["broken", '{ "openapi": "3.1.0", ', ["json-syntax"]],
    ["with a key twice", '{ "openapi": "3.1.0", "openapi": "3.1.0" }', ["duplicate-key"]],
    ["no OpenAPI document", { title: "Order" }, ["upstream-not-openapi"]],
    ["of an unknown version", { ...first, openapi: "4.0.0" }, ["openapi-version"]],
    [
      "with references to nothing",
      contract({ "/a": { post: operation("a", "A") }, "/b": { post: operation("b", "B") } }, {}),
      ["reference-dangling", "reference-dangling"],
    ],
    [
      "with a reference to the network",
      contract({ "/a": { post: operation("a", "A") } }, { A: { $ref: "https://example.com/a.json" } }),
      ["reference-external"],
    ],
    [
      "with a key that no component can have",
      contract({ "/a": { post: operation("a", "A%20b") } }, { "A b": order }),
      ["openapi-shape"],
    ],
    [
      "with a schema that is none",
      contract({ "/a": { post: operation("a", "A") } }, { A: { type: "strin" } }),
      ["schema-shape"],
    ],
  ])("%s", (_, upstream, want) => {
    const { diagnostics } = pullInto(pulled, upstream);
    expect(diagnostics.map(({ code }) => code)).toStrictEqual(want);
    expect(diagnostics.map(({ place }) => place?.path)).toStrictEqual(want.map(() => "./upstream.json"));
    expect(diagnostics.every(({ line }) => line !== undefined)).toBe(true);
  });

  test("even where it was raised, repaired and renamed", () => {
    const upstream = {
      ...contract(
        { "/a": { post: operation("a", "A") } },
        { A: { properties: { b: { nullable: true, $ref: "#/components/schemas/No" } } } },
      ),
      openapi: "3.0.3",
    };
    const config = overlay({ target: "$.components.schemas.A", update: { "x-sdkmill-key": "B" } });
    const { diagnostics } = pullInto({ ...pulled, "upstream.yaml": config }, upstream);
    const dangling = diagnostics.find(({ code }) => code === "reference-dangling");
    expect(dangling?.place).toMatchObject({
      path: "./upstream.json",
      pointer: "/components/schemas/A/properties/b/$ref",
    });
  });

  test("and so is a lock that can not be read", () => {
    const { diagnostics } = pullInto({ ...pulled, "upstream.lock.json": "{" }, first);
    expect(diagnostics.map(({ code }) => code)).toStrictEqual(["upstream-lock-invalid"]);
  });
});
