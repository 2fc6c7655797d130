import { describe, expect, test } from "vitest";
import { dynamicTargets } from "../../src/emit/dynamic-targets.ts";
import type { Json } from "../../src/source/json.ts";
import { contractOf, openapiRoot, type SourceFiles } from "../generated-contract.ts";
import { generatedText, packagesOf } from "../generated-packages.ts";
import { packageTypeErrors } from "../generated-type-check.ts";

const base = "https://shop.example/";

/** A recursive schema: a tree whose nodes are what `#node` leads to. */
const tree = (title: string): Readonly<Record<string, Json>> => ({
  title,
  $id: base + title,
  $dynamicAnchor: "node",
  type: "object",
  properties: { children: { type: "array", items: { $dynamicRef: "#node" } } },
});

const draft2019 = (title: string): Readonly<Record<string, Json>> => ({
  $schema: "https://json-schema.org/draft/2019-09/schema",
  title,
  $id: base + title,
  $recursiveAnchor: true,
  type: "object",
  properties: { child: { $recursiveRef: "#" } },
});

interface TargetCase {
  readonly about: string;
  readonly files: SourceFiles;
  /** Component, and the key that its `$dynamicRef` names. */
  readonly asked: readonly [owner: string, key: string];
  readonly want: string | undefined;
}

const extended: SourceFiles = {
  "tree.json": tree("Tree"),
  "strict.json": {
    title: "StrictTree",
    $id: `${base}strict`,
    $dynamicAnchor: "node",
    $ref: "Tree",
    unevaluatedProperties: false,
  },
};

const list = (title: string, item: Json): Json => ({
  title,
  $id: base + title,
  $ref: "List",
  $defs: { item: { $dynamicAnchor: "item", ...(item as object) } },
});

const lists: SourceFiles = {
  "list.json": {
    title: "List",
    $id: `${base}List`,
    type: "array",
    items: { $dynamicRef: "#item" },
    $defs: { item: { $dynamicAnchor: "item" } },
  },
  "numbers.json": list("Numbers", { type: "number" }),
};

const cases: readonly TargetCase[] = [
  {
    about: "is its own where nobody else comes with an anchor of that name",
    files: { "a.json": tree("A"), "b.json": tree("B") },
    asked: ["A", "A"],
    want: "A",
  },
  {
    about: "is its own for schemas of 2019-09 that have nothing to do with each other",
    files: { "a.json": draft2019("A"), "b.json": draft2019("B") },
    asked: ["B", "B"],
    want: "B",
  },
  {
    about: "is its own where another one refers to it that has none",
    files: {
      "a.json": tree("A"),
      "b.json": tree("B"),
      "c.json": { title: "C", items: { $ref: `${base}A` } },
    },
    asked: ["A", "A"],
    want: "A",
  },
  { about: "varies where a schema extends it", files: extended, asked: ["Tree", "Tree"], want: undefined },
  { about: "varies with lists of something", files: lists, asked: ["List", "List.item"], want: undefined },
  {
    about: "varies where the schema that extends it comes on a long way",
    files: {
      ...extended,
      "strict.json": {
        title: "StrictTree",
        $id: `${base}strict`,
        $dynamicAnchor: "node",
        properties: { a: { $ref: "Between" } },
      },
      "between.json": { title: "Between", $id: `${base}Between`, not: { $ref: "Tree" } },
    },
    asked: ["Tree", "Tree"],
    want: undefined,
  },
  {
    about: "is the anchor of the schema that has the reference, if it refers to another's",
    files: {
      "a.json": tree("A"),
      "b.json": {
        title: "B",
        $id: `${base}B`,
        $dynamicAnchor: "node",
        properties: { a: { $dynamicRef: "A#node" } },
      },
    },
    asked: ["B", "A"],
    want: "B",
  },
  {
    about: "varies for one that has no anchor, but is reached from some",
    files: {
      "a.json": tree("A"),
      "b.json": {
        title: "B",
        $id: `${base}B`,
        $dynamicAnchor: "node",
        properties: { c: { $ref: "C" } },
      },
      "c.json": { title: "C", $id: `${base}C`, properties: { a: { $dynamicRef: "A#node" } } },
    },
    asked: ["C", "A"],
    want: undefined,
  },
  {
    about: "is found behind dynamic references of another name",
    files: {
      // B refers to A, where `x` leads back to B, and from there to T: with the `node` of A.
      "t.json": tree("T"),
      "a.json": {
        title: "A",
        $id: `${base}A`,
        $dynamicAnchor: "node",
        properties: { x: { $dynamicRef: "X#x" } },
      },
      "x.json": { title: "X", $id: `${base}X`, $dynamicAnchor: "x" },
      "b.json": {
        title: "B",
        $id: `${base}B`,
        $dynamicAnchor: "x",
        properties: { t: { $ref: "T" }, a: { $ref: "A" } },
      },
    },
    asked: ["T", "T"],
    want: undefined,
  },
];

describe("what a $dynamicRef leads to", () => {
  test.each(cases)("$about", ({ files, asked: [owner, key], want }) => {
    expect(dynamicTargets(contractOf(files))(owner, key)).toBe(want);
  });

  test("does not depend on the order of the schemas", () => {
    const contract = contractOf(cases[8]?.files ?? {});
    const reversed = { ...contract, schemas: contract.schemas.toReversed() };
    expect(dynamicTargets(reversed)("T", "T")).toBe(undefined);
    expect(dynamicTargets(reversed)("B", "T")).toBe(dynamicTargets(contract)("B", "T"));
  });
});

describe("the type of a $dynamicRef", () => {
  test("is that of its target, imported where it is declared elsewhere", async () => {
    const packages = await packagesOf({
      "a.json": { ...tree("A"), title: "api_one_v1_A" },
      "b.json": {
        title: "api_two_v1_B",
        $id: `${base}B`,
        $dynamicAnchor: "node",
        type: "object",
        properties: { own: { $dynamicRef: "A#node" }, both: { $ref: "C", $dynamicRef: "#node" } },
      },
      "c.json": { title: "api_two_v1_C", $id: `${base}C`, type: "string" },
      "d.json": {
        title: "api_two_v1_D",
        $id: `${base}D`,
        type: "object",
        properties: { a: { $dynamicRef: "A#node" } },
      },
      // Both components are of the resource that the document is, and so is its `node`.
      "openapi.json": openapiRoot({
        paths: {},
        components: {
          schemas: {
            api_three_v1_Node: { $dynamicAnchor: "node" },
            api_two_v1_E: { type: "object", properties: { e: { $dynamicRef: `${base}A#node` } } },
          },
        },
      }),
    });
    const text = (file: string): string => generatedText(packages, "pet-shop-types", file);
    expect(text("one.ts")).toContain("children?: OneA[]");
    expect(text("two.ts").match(/^(?:import .*|\w+\?: .*)$/gm)).toStrictEqual([
      'import type { OneA } from "./one.js";',
      'import type { ThreeNode } from "./three.js";',
      "own?: TwoB",
      "both?: (TwoC & TwoB)",
      "a?: OneA",
      "e?: ThreeNode",
    ]);
    expect(packageTypeErrors(packages)).toStrictEqual([]);
  });

  test("is unknown where it depends on who refers to it", async () => {
    const packages = await packagesOf({ ...extended, ...lists });
    const text = generatedText(packages, "pet-shop-types", "schemas.ts");
    expect(text).toContain("children?: unknown[]");
    expect(text).toContain("export type List = unknown[]");
    expect(packageTypeErrors(packages)).toStrictEqual([]);
  });
});
