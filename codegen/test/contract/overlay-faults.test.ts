import { describe, expect, it } from "vitest";
import { applyOverlay } from "../../src/contract/apply-overlay.ts";
import type { Json, JsonObject } from "../../src/source/json.ts";
import { overlay } from "../contract-parts.ts";
import { faultPlaces } from "../source-faults.ts";
import { documentOf } from "../source-of.ts";

const document = { info: { title: "Shop" }, tags: ["a"], count: 1, no: null };

function apply(content: Json): { readonly value: JsonObject; readonly faults: readonly string[] } {
  const { value, diagnostics } = applyOverlay(document, documentOf("overlay.json", content));
  return { value: value.document, faults: faultPlaces(diagnostics) };
}

describe("a faulty action", () => {
  it.each([
    {
      name: "a target that matches nothing",
      action: { target: "$.paths", update: {} },
      want: "warning overlay-no-match overlay.json /actions/0/target",
    },
    {
      name: "a removal of nothing",
      action: { target: "$.tags[7]", remove: true },
      want: "warning overlay-no-match overlay.json /actions/0/target",
    },
    {
      name: "a target that is no JSONPath",
      action: { target: "$.paths[", update: {} },
      want: "error overlay-target-invalid overlay.json /actions/0/target",
    },
    {
      name: "an empty target",
      action: { target: "", update: {} },
      want: "error overlay-target-invalid overlay.json /actions/0/target",
    },
    {
      name: "a JSON Pointer as target",
      action: { target: "/info", update: {} },
      want: "error overlay-target-invalid overlay.json /actions/0/target",
    },
    {
      name: "a function that JSONPath does not have",
      action: { target: "$.tags[?nope(@)]", update: {} },
      want: "error overlay-target-invalid overlay.json /actions/0/target",
    },
    {
      name: "a text as target of an update",
      action: { target: "$.info.title", update: "Store" },
      want: "error overlay-target-primitive overlay.json /actions/0/target",
    },
    {
      name: "a null as target of an update",
      action: { target: "$.no", update: {} },
      want: "error overlay-target-primitive overlay.json /actions/0/target",
    },
    {
      name: "one primitive among several targets",
      action: { target: "$.*", update: { x: 1 } },
      want: "error overlay-target-primitive overlay.json /actions/0/target",
    },
    {
      name: "no target",
      action: { update: {} },
      want: "error overlay-invalid overlay.json /actions/0",
    },
    {
      name: "neither update nor remove",
      action: { target: "$.info" },
      want: "error overlay-invalid overlay.json /actions/0",
    },
    {
      name: "`remove: false` alone",
      action: { target: "$.info", remove: false },
      want: "error overlay-invalid overlay.json /actions/0",
    },
    {
      name: "an action that is no mapping",
      action: "remove",
      want: "error overlay-invalid overlay.json /actions/0",
    },
    {
      name: "a target that is no text",
      action: { target: 1, update: {} },
      want: "error overlay-invalid overlay.json /actions/0",
    },
  ])("is $name; it changes nothing", ({ action, want }) => {
    expect(apply(overlay(action))).toEqual({ value: document, faults: [want] });
  });

  // The specification: "If the target selects an object node, the value of this field MUST be an object".
  it.each([
    { name: "a text", target: "$.info", update: "Store" },
    { name: "a list", target: "$.info", update: [{ title: "Store" }] },
    { name: "null", target: "$.info", update: null },
    { name: "a text for the whole document", target: "$", update: "Store" },
  ])("is an update of an object by $name; it changes nothing", ({ target, update }) => {
    const { value, faults } = apply(overlay({ target, update }));
    expect(faults).toEqual([expect.stringMatching(/^error overlay-/)]);
    expect(value).toEqual(document);
  });

  it("is the removal of the whole document; it changes nothing", () => {
    const { value, faults } = apply(overlay({ target: "$", remove: true }));
    expect(faults).toEqual([expect.stringMatching(/^error overlay-/)]);
    expect(value).toEqual(document);
  });

  it("does not stop the ones after it", () => {
    const { value, faults } = apply(
      overlay(
        { target: "$.nope", update: {} },
        { target: "$[", remove: true },
        { target: "$.info", update: { title: "Store" } },
        { target: "$.count", update: 2 },
      ),
    );
    expect(value).toMatchObject({ info: { title: "Store" }, count: 1 });
    expect(faults).toEqual([
      "warning overlay-no-match overlay.json /actions/0/target",
      "error overlay-target-invalid overlay.json /actions/1/target",
      "error overlay-target-primitive overlay.json /actions/3/target",
    ]);
  });
});

describe("a faulty overlay", () => {
  const actions = [{ target: "$.info", update: { title: "Store" } }];
  const info = { title: "Repairs", version: "1" };

  it.each([
    { name: "of a later version", content: { overlay: "1.1.0", info, actions }, want: "/overlay" },
    { name: "of an earlier version", content: { overlay: "0.9.0", info, actions }, want: "/overlay" },
    { name: "with a version that is a number", content: { overlay: 1, info, actions }, want: "/overlay" },
    { name: "with half of a version", content: { overlay: "1.0", info, actions }, want: "/overlay" },
    { name: "without info", content: { overlay: "1.0.0", actions }, want: "" },
    { name: "without actions", content: { overlay: "1.0.0", info }, want: "" },
    { name: "with no action", content: { overlay: "1.0.0", info, actions: [] }, want: "" },
    { name: "with actions that are no list", content: { overlay: "1.0.0", info, actions: {} }, want: "" },
  ])("is one $name", ({ content, want }) => {
    expect(apply(content).faults).toEqual([`error overlay-invalid overlay.json ${want}`.trimEnd()]);
  });

  it.each(["1.0.0", "1.0.1", "1.0.12"])("is not one of version %s", (version) => {
    expect(apply({ overlay: version, info, actions }).faults).toEqual([]);
  });
});
