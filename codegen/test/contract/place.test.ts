import { describe, expect, it } from "vitest";
import type { Json } from "../../src/source/json.ts";
import { readSource } from "../contract-of.ts";
import { api, overlay } from "../contract-parts.ts";
import { faultPlaces } from "../source-faults.ts";
import type { SourceTexts } from "../source-of.ts";

const root = api({
  paths: { "/a": { get: { operationId: "list", responses: { 200: { description: "Done." } } } } },
  components: { schemas: { Inline: { properties: { x: { format: "inline" } } } } },
});

/** Places of the faults of a root and a document, after actions of an overlay. */
function placesAfter(...actions: readonly Json[]): readonly string[] {
  const source: SourceTexts = {
    "api.json": root,
    "document.json": {
      title: "Document",
      properties: { x: { format: "document" } },
      $defs: { y: { format: "part" } },
    },
    "overlay.json": overlay({ target: "$.info", update: { summary: "x" } }, ...actions),
  };
  return faultPlaces(readSource(source).diagnostics).toSorted();
}

const asWritten = [
  "warning format-unknown api.json /components/schemas/Inline/properties/x/format",
  "warning format-unknown document.json /$defs/y/format",
  "warning format-unknown document.json /properties/x/format",
];

/** The same with something else in one place. */
function withFault(fault: string, ...gone: readonly string[]): readonly string[] {
  return [...asWritten.filter((line) => !gone.some((part) => line.includes(part))), fault].toSorted();
}

describe("the place of a fault", () => {
  it("is where it was written: in the root, in a document, or in a part of it", () => {
    expect(placesAfter()).toEqual(asWritten);
  });

  it.each([
    {
      name: "an option",
      action: { target: "$", update: { "x-sdkmill": { nope: true } } },
      want: "error option-invalid overlay.json /actions/1/update/x-sdkmill/nope",
      gone: [],
    },
    {
      name: "the name of an operation",
      action: { target: '$.paths["/a"].get', update: { "x-sdkmill-name": "A list" } },
      want: "error name-invalid overlay.json /actions/1/update/x-sdkmill-name",
      gone: [],
    },
    {
      name: "the name of a schema",
      action: { target: "$.components.schemas.Inline", update: { "x-sdkmill-name": "A schema" } },
      want: "error name-invalid overlay.json /actions/1/update/x-sdkmill-name",
      gone: [],
    },
    {
      name: "a value deep in an update",
      action: {
        target: "$",
        update: { components: { schemas: { Document: { properties: { x: { format: "overlay" } } } } } },
      },
      want: "warning format-unknown overlay.json /actions/1/update/components/schemas/Document/properties/x/format",
      gone: ["document.json /properties"],
    },
    {
      name: "a value in one of several targets",
      action: { target: "$.components.schemas[?@.title]", update: { format: "overlay" } },
      want: "warning format-unknown overlay.json /actions/1/update/format",
      gone: [],
    },
  ])("is in the overlay for what that put in: $name", ({ action, want, gone }) => {
    expect(placesAfter(action)).toEqual(withFault(want, ...gone));
  });

  it("is in the document for what the overlay only adds to", () => {
    const action = {
      target: "$.components.schemas.Document",
      update: { properties: { z: {} }, title: "Document" },
    };
    expect(placesAfter(action)).toEqual(asWritten);
  });

  it("is the last action that wrote it", () => {
    const target = '$.paths["/a"].get';
    const first = { target, update: { "x-sdkmill-name": "list" } };
    const second = { target, update: { "x-sdkmill-name": "A list" } };
    expect(placesAfter(first, second)).toEqual(
      withFault("error name-invalid overlay.json /actions/2/update/x-sdkmill-name"),
    );
  });

  it("is in the overlay for an item that it appended", () => {
    const parameter = { name: "a", in: "query", style: "pipeDelimited" };
    const list = { target: '$.paths["/a"].get', update: { parameters: [] } };
    const item = { target: '$.paths["/a"].get.parameters', update: parameter };
    expect(placesAfter(list, item)).toEqual(
      withFault(
        expect.stringMatching(/^error operation-unsupported overlay\.json \/actions\/2\/update/) as string,
      ),
    );
  });
});
