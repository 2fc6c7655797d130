import { describe, expect, it } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { contractOf, readSource } from "../contract-of.ts";
import { api, overlay } from "../contract-parts.ts";

const responses = { 200: { description: "Done." } };

function orders(method: string, retry: Json) {
  return api({ paths: { "/orders": { [method]: { responses, "x-sdkmill-retry": retry } } } });
}

describe("the retry class of an operation", () => {
  it.each([
    { method: "get", want: "safe" },
    { method: "head", want: "safe" },
    { method: "options", want: "safe" },
    { method: "trace", want: "safe" },
    { method: "put", want: "idempotent" },
    { method: "delete", want: "idempotent" },
    { method: "post", want: "single-use" },
    { method: "patch", want: "single-use" },
  ])("is $want for $method", ({ method, want }) => {
    const source = api({ paths: { "/orders": { [method]: { responses } } } });
    expect(contractOf({ "a.json": source }).operations[0]?.retry).toBe(want);
  });

  it.each([
    { method: "post", given: "safe" },
    { method: "post", given: "idempotent" },
    { method: "get", given: "single-use" },
    { method: "delete", given: "single-use" },
  ])("is $given for a $method that says so", ({ method, given }) => {
    expect(contractOf({ "a.json": orders(method, given) }).operations[0]?.retry).toBe(given);
  });

  it("is usually given by the overlay", () => {
    const set = overlay({ target: "$.paths.*.post", update: { "x-sdkmill-retry": "safe" } });
    const source = api({ paths: { "/a": { post: { responses } }, "/b": { post: { responses } } } });
    const { operations } = contractOf({ "a.json": source, "overlay.json": set });
    expect(operations.map(({ retry }) => retry)).toEqual(["safe", "safe"]);
  });

  it.each<Json>(["Safe", "never", "", "constructor", null, true, 2, ["safe"], {}])(
    "can not be %j: it is that of the method then",
    (given) => {
      const { contract, diagnostics } = readSource({ "a.json": orders("put", given) });
      expect(contract.operations[0]?.retry).toBe("idempotent");
      expect(diagnostics.map(({ code, place, message }) => [code, place?.pointer, message])).toEqual([
        [
          "option-invalid",
          "/paths/~1orders/put/x-sdkmill-retry",
          `\`x-sdkmill-retry\` can not be ${JSON.stringify(given)}.`,
        ],
      ]);
    },
  );

  it("is said to be wrong where the overlay says it", () => {
    const set = overlay({ target: '$.paths["/orders"].put', update: { "x-sdkmill-retry": "always" } });
    const source = api({ paths: { "/orders": { put: { responses } } } });
    const { diagnostics } = readSource({ "a.json": source, "overlay.json": set });
    expect(diagnostics.map(({ place }) => [place?.path, place?.pointer])).toEqual([
      ["overlay.json", "/actions/0/update/x-sdkmill-retry"],
    ]);
  });
});
