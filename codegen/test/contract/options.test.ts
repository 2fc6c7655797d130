import { describe, expect, it } from "vitest";
import { readOptions } from "../../src/contract/options.ts";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { assembledOf, contractOf } from "../contract-of.ts";
import { api, overlay } from "../contract-parts.ts";
import { faultPlaces } from "../source-faults.ts";

const defaults = {
  openObjects: false,
  requestEnums: "closed",
  responseEnums: "open",
  requestValidation: "strict",
  responseValidation: "tolerant",
  formats: "assertion",
  issueDescriptions: false,
  requestId: undefined,
  errorType: [],
  errorTypes: {},
  evolution: {
    deadBranch: "minor",
    responseEnumAdded: "major",
    responseTightened: "major",
    openWorld: "lenient",
    requestDefault: "minor",
  },
};

function read(options: Json) {
  const { value, diagnostics } = readOptions(assembledOf({ "a.json": api({ "x-sdkmill": options }) }));
  return { value, faults: faultPlaces(diagnostics), diagnostics };
}

describe("readOptions", () => {
  it("has a default for each", () => {
    expect(readOptions(assembledOf({ "a.json": api({}) }))).toEqual({ value: defaults, diagnostics: [] });
  });

  it("takes formats for annotations where there is no OpenAPI document", () => {
    const { value } = readOptions(assembledOf({ "Pet.json": { title: "Pet", type: "object" } }));
    expect(value.formats).toBe("annotation");
  });

  it.each<JsonObject>([
    { openObjects: true },
    { requestEnums: "open" },
    { responseEnums: "closed" },
    { requestValidation: "tolerant" },
    { responseValidation: "exact" },
    { formats: "annotation" },
    { issueDescriptions: true },
    { requestId: "request_id" },
    { errorType: ["error_type", "error"] },
    { errorType: [] },
    { errorType: ["type"], errorTypes: { not_found: { description: "Gone." }, locked: { retry: false } } },
    { errorTypes: {} },
    { evolution: defaults.evolution },
    { openObjects: false, requestEnums: "closed", responseEnums: "open", requestId: "id" },
    {},
  ])("takes %j", (options) => {
    expect(read(options)).toEqual({ value: { ...defaults, ...options }, faults: [], diagnostics: [] });
  });

  it.each<{ options: Json; want: string }>([
    { options: { openObjects: "yes" }, want: "/x-sdkmill/openObjects" },
    { options: { requestEnums: "half" }, want: "/x-sdkmill/requestEnums" },
    { options: { responseEnums: null }, want: "/x-sdkmill/responseEnums" },
    { options: { requestValidation: "lax" }, want: "/x-sdkmill/requestValidation" },
    { options: { responseValidation: true }, want: "/x-sdkmill/responseValidation" },
    { options: { formats: "both" }, want: "/x-sdkmill/formats" },
    { options: { issueDescriptions: "yes" }, want: "/x-sdkmill/issueDescriptions" },
    { options: { requestId: 1 }, want: "/x-sdkmill/requestId" },
    { options: { errorType: "error_type" }, want: "/x-sdkmill/errorType" },
    { options: { errorType: ["a", 1] }, want: "/x-sdkmill/errorType" },
    { options: { errorType: [""] }, want: "/x-sdkmill/errorType" },
    { options: { errorType: ["a", "b", "a"] }, want: "/x-sdkmill/errorType" },
    { options: { errorTypes: ["not_found"] }, want: "/x-sdkmill/errorTypes" },
    { options: { errorTypes: null }, want: "/x-sdkmill/errorTypes" },
    { options: { errorTypes: { not_found: "Gone." } }, want: "/x-sdkmill/errorTypes/not_found" },
    { options: { errorTypes: { "a/b": 1 } }, want: "/x-sdkmill/errorTypes/a~1b" },
    { options: { evolution: "strict" }, want: "/x-sdkmill/evolution" },
    { options: { evolution: { deadBranch: "patch" } }, want: "/x-sdkmill/evolution/deadBranch" },
    { options: { evolution: { openWorld: "minor" } }, want: "/x-sdkmill/evolution/openWorld" },
    { options: { evolution: { requestDefault: null } }, want: "/x-sdkmill/evolution/requestDefault" },
    { options: { evolution: { deadBranches: "minor" } }, want: "/x-sdkmill/evolution/deadBranches" },
    { options: { evolution: { toString: "minor" } }, want: "/x-sdkmill/evolution/toString" },
    { options: { openObject: true }, want: "/x-sdkmill/openObject" },
    { options: { constructor: true }, want: "/x-sdkmill/constructor" },
    { options: { "a/b": true }, want: "/x-sdkmill/a~1b" },
    { options: [], want: "/x-sdkmill" },
    { options: null, want: "/x-sdkmill" },
    { options: "openObjects", want: "/x-sdkmill" },
  ])("refuses $options and keeps the default", ({ options, want }) => {
    expect(read(options)).toMatchObject({ value: defaults, faults: [`error option-invalid a.json ${want}`] });
  });

  it("reports every fault and takes what is right", () => {
    const { value, faults } = read({ openObjects: 1, requestEnums: "open", nope: 1 });
    expect(value).toEqual({ ...defaults, requestEnums: "open" });
    expect(faults).toHaveLength(2);
  });

  it("takes some choices of what breaks, and the defaults of the others", () => {
    const { value, faults } = read({ evolution: { deadBranch: "major", openWorld: "lax" } });
    expect(value.evolution).toEqual({ ...defaults.evolution, deadBranch: "major" });
    expect(faults).toEqual(["error option-invalid a.json /x-sdkmill/evolution/openWorld"]);
  });

  it("asks where an error has its type, if types are known", () => {
    const errorTypes = { not_found: { description: "Gone." } };
    const { value, diagnostics } = read({ errorTypes });
    expect(value).toEqual({ ...defaults, errorTypes });
    expect(diagnostics.map(({ message, place }) => [place?.pointer, message])).toEqual([
      ["/x-sdkmill/errorTypes", "Nothing says where an error has its type."],
    ]);
  });

  it("says which options and values there are", () => {
    const { diagnostics } = read({ nope: 1, requestEnums: 1 });
    expect(diagnostics.map(({ help }) => help)).toEqual([
      `The options are ${Object.keys(defaults).join(", ")}.`,
      "It is `closed` or `open`.",
    ]);
  });

  it("are usually set by the overlay, with or without an OpenAPI root", () => {
    const set = overlay({ target: "$", update: { "x-sdkmill": { openObjects: true } } });
    expect(contractOf({ "a.json": { title: "A" }, "overlay.json": set }).options.openObjects).toBe(true);
    expect(contractOf({ "a.json": api({}), "overlay.json": set }).options.openObjects).toBe(true);
  });
});
