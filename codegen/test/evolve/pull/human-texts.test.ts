import { describe, expect, test } from "vitest";
import { chooseText, textHash, textHashes } from "../../../src/evolve/pull/human-texts.ts";

/** Texts that the vendor had at the last pull. */
const hashes = new Set(["Old.", "Elsewhere."].map(textHash));
const after = { isKnown: true, hashes };
const first = { isKnown: false, hashes: new Set<string>() };

describe("of two texts", () => {
  test.each<
    readonly [
      rule: string,
      house: string | undefined,
      vendor: string | undefined,
      isSame: boolean,
      want: string | undefined,
    ]
  >([
    ["ours stays where the facts are the same", "Ours.", "New.", true, "Ours."],
    ["the vendor's counts where they are not", "Ours.", "New.", false, "New."],
    ["ours stays where the vendor has none", "Ours.", undefined, false, "Ours."],
    ["a new one takes the place of the vendor's old one", "Old.", "New.", true, "New."],
    // Prevents: our summary is lost because the vendor has the same words at another operation.
    [
      "ours stays if it happens to be the vendor's at another place",
      "Elsewhere.",
      "Old.",
      true,
      "Elsewhere.",
    ],
    ["a new one is taken where there is none", undefined, "New.", true, "New."],
    ["none is taken that was left out at the last pull", undefined, "Old.", true, undefined],
    ["none is none", undefined, undefined, true, undefined],
  ])("%s", (_, house, vendor, isSame, want) => {
    expect(chooseText(house, vendor, isSame, after)).toBe(want);
  });

  test.each([
    ["ours", "Ours.", "Ours."],
    ["none", undefined, undefined],
  ])("%s stays at the first pull", (_, house, want) => {
    expect(chooseText(house, "New.", true, first)).toBe(want);
  });
});

test("all texts of a document are known by their hashes, and nothing else is", () => {
  const document = {
    info: { title: "Shop" },
    paths: {
      "/a": {
        "x-code": { description: "Sample" },
        get: {
          summary: "Get",
          tags: ["A"],
          responses: { 200: { description: "Done" }, "x-b": { description: "No" } },
        },
      },
    },
    components: {
      schemas: {
        A: {
          title: "Title",
          default: { description: "Data" },
          properties: { description: { description: "Property" } },
          items: { allOf: [{ description: "Deep" }] },
        },
      },
    },
  };
  const texts = ["Shop", "Get", ["A"], "Done", "Title", "Property", "Deep"];
  expect(textHashes(document, "document")).toStrictEqual(texts.map(textHash).toSorted());
  expect(textHash("Shop")).toMatch(/^[0-9a-f]{12}$/);
});
