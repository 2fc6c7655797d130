import { describe, expect, test } from "vitest";
import { diffOf, type Change } from "../../../src/evolve/change.ts";
import { diffMarkdown, type BumpedPackage } from "../../../src/evolve/release/diff-markdown.ts";
import { hostileNames } from "../../hostile-names.ts";
import { elementsIn, renderedMarkdown } from "../../rendered-markdown.ts";
import { adding, breaking, madeChange, manyChanges } from "./made-change.ts";

const subject = { title: "Pet shop", typeNames: new Set(["Pet"]), operationNames: new Set<string>() };
const packages: readonly BumpedPackage[] = [
  { name: "@a/shop-types", version: "0.3.0", bump: "minor" },
  { name: "client", version: "", bump: "none" },
];

function markdown(...changes: readonly Change[]): string {
  return diffMarkdown(diffOf(changes), packages, subject);
}

describe("the text of a pull request", () => {
  test("has the bump, the packages, what changed, and every change folded away", () => {
    const text = markdown(
      madeChange({ ...adding, new: { file: "schemas/shop/a.json", pointer: "/properties/a" } }),
      madeChange({
        ...{
          kind: "maximum-added",
          subject: "pets.add",
          message: "`a` has a maximum of 3 now.",
          position: "request",
        },
        ...{ wire: "major", validators: "major", witness: { value: { a: "`4" }, accepted: "old" } },
      }),
      madeChange({ kind: "title-changed" }),
    );
    expect(text.split("\n")).toStrictEqual([
      "### Contract: major",
      "",
      "Types: minor. Wire: major. Validators: major.",
      "",
      "| package | version | bump |",
      "| --- | --- | --- |",
      "| `@a/shop-types` | `0.3.0` | minor |",
      "| `client` |  | none |",
      "",
      "Pet shop: 1 addition, 1 breaking change.",
      "",
      "**Breaking**",
      "",
      "- `pets.add`: `a` has a maximum of 3 now.",
      "",
      "**Added**",
      "",
      "- `Pet`: The property `a` is new.",
      "",
      "1 change that nobody will notice.",
      "",
      "<details>",
      "<summary>2 changes one by one</summary>",
      "",
      '- `pets.add`: `a` has a maximum of 3 now. (breaking, `maximum-added`, request) Only the old contract accepts ``{"a":"`4"}``.',
      "- `Pet`: The property `a` is new. (added, `property-added`, both, `schemas/shop/a.json#/properties/a`)",
      "",
      "</details>",
    ]);
  });

  test("says so if there is nothing to release", () => {
    expect(markdown().split("\n").slice(0, 3)).toStrictEqual([
      "### Contract: nothing to release",
      "",
      "Types: none. Wire: none. Validators: none.",
    ]);
    const silent = markdown(madeChange({ kind: "title-changed" }), madeChange({ kind: "title-changed" }));
    expect(silent.split("\n").at(-1)).toBe("2 changes that nobody will notice.");
  });

  test("fits into a pull request, and counts what does not", () => {
    const text = markdown(...manyChanges(2000, breaking));
    expect(text.length).toBeLessThan(60_000);
    const items = text.split("\n").filter((line) => line.includes("(breaking, ")).length;
    expect(text.split("\n").slice(-3)).toStrictEqual([
      `- And ${2000 - items} more changes: see \`sdkmill diff\`.`,
      "",
      "</details>",
    ]);
    expect(items).toBeGreaterThan(500);
  });

  test.each(hostileNames)("holds %j as text", async (name) => {
    const site = { file: name, pointer: `/${name}` };
    const witness = { value: name, accepted: "old" } as const;
    const change = madeChange({
      subject: name,
      message: `The property \`${name}\` is ${name}.`,
      ...breaking,
    });
    const text = diffMarkdown(
      diffOf([{ ...change, old: site, new: site, witness }]),
      [{ name, version: name, bump: "major" }],
      { title: name, typeNames: new Set(), operationNames: new Set() },
    );
    const elements = elementsIn(await renderedMarkdown(text)).filter((element) => element !== "<code>");
    expect(elements).toStrictEqual([
      ...["<h3>", "<p>", "<table>", "<thead>", "<tr>", "<th>", "<th>", "<th>"],
      ...["<tbody>", "<tr>", "<td>", "<td>", "<td>"],
      ...["<p>", "<p>", "<strong>", "<ul>", "<li>"],
      ...["<details>", "<summary>", "<ul>", "<li>"],
    ]);
  });
});
