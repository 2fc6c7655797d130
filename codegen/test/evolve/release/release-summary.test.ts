import { describe, expect, test } from "vitest";
import type { Change } from "../../../src/evolve/change.ts";
import { firstSummary, releaseSummary } from "../../../src/evolve/release/release-summary.ts";
import { hostileNames } from "../../hostile-names.ts";
import { elementsIn, renderedMarkdown } from "../../rendered-markdown.ts";
import { adding, breaking, madeChange, manyChanges, saying } from "./made-change.ts";

function summaryOf(...changes: readonly Change[]): readonly string[] {
  const names = changes.map(({ subject }) => subject).filter((name) => name !== "API");
  const [operationNames, typeNames] = [/^[a-z]/, /^[A-Z]/].map(
    (kind) => new Set(names.filter((name) => kind.test(name))),
  );
  if (operationNames === undefined || typeNames === undefined) throw new Error("There are two sets.");
  return releaseSummary({ title: "Pet shop", typeNames, operationNames }, changes).split("\n");
}

const operation = (subject: string): Change => madeChange({ kind: "operation-added", subject, ...adding });

describe("the sentence at the beginning counts", () => {
  test.each<[changes: readonly Change[], want: string]>([
    [[operation("pets.add"), operation("pets.get")], "2 operations added"],
    [[madeChange({ kind: "schema-added", ...adding })], "1 type added"],
    [
      [operation("pets.add"), madeChange(adding), madeChange({ kind: "property-removed", ...breaking })],
      "1 operation added, 1 addition, 1 breaking change",
    ],
    [
      [
        ...manyChanges(2, { kind: "nullable-added", ...adding }),
        madeChange({ kind: "deprecated-added", types: "minor" }),
        ...manyChanges(3, { kind: "description-changed", ...saying }),
      ],
      "1 deprecation, 2 fixes, 3 changes of texts",
    ],
  ])("%#", (changes, want) => {
    expect(summaryOf(...changes)[0]).toBe(`Pet shop: ${want}.`);
  });

  test.each([
    [184, 539, "Pet shop: first release, with 184 operations and 539 types."],
    [1, 1, "Pet shop: first release, with 1 operation and 1 type."],
    [0, 2, "Pet shop: first release, with 2 types."],
  ])("%i operations and %i types of a first release", (operations, types, want) => {
    expect(firstSummary("Pet shop", types, operations)).toBe(want);
  });
});

describe("a summary", () => {
  test("has a list for each group, what came and went first", () => {
    expect(
      summaryOf(
        madeChange({ kind: "property-removed", subject: "Pet", message: "`age` is gone.", ...breaking }),
        madeChange({ kind: "operation-removed", subject: "pets.drop", ...breaking }),
        madeChange({ kind: "property-added", subject: "Pet", message: "`name` is new.", ...adding }),
        operation("pets.add"),
        operation("pets.get"),
        madeChange({ kind: "title-changed", subject: "Toy" }),
        madeChange({
          kind: "text-changed",
          subject: "pets.list",
          message: "Its summary is other.",
          ...saying,
        }),
      ),
    ).toStrictEqual([
      "Pet shop: 2 operations added, 1 addition, 2 breaking changes, 1 change of texts.",
      "",
      "**Breaking**",
      "",
      "- Removed operations: `pets.drop`.",
      "- `Pet`: `age` is gone.",
      "",
      "**Added**",
      "",
      "- New operations: `pets.add` and `pets.get`.",
      "- `Pet`: `name` is new.",
      "",
      "**Documentation**",
      "",
      "- `pets.list`: Its summary is other.",
    ]);
  });

  test("tells of a subject in one item, however much of it changed", () => {
    const properties = Array.from({ length: 30 }, (_, index) =>
      madeChange({ message: `\`p${index}\` is new.`, ...adding }),
    );
    expect(summaryOf(...properties).slice(4)).toStrictEqual([
      "- `Pet`: `p0` is new. `p1` is new. `p2` is new. And 27 more changes.",
    ]);
    // What takes no less room is told.
    expect(summaryOf(...properties.slice(0, 4)).slice(4)).toStrictEqual([
      "- `Pet`: `p0` is new. `p1` is new. `p2` is new. `p3` is new.",
    ]);
  });

  test("tells the same of many subjects in one item", () => {
    const texts = Array.from({ length: 20 }, (_, index) =>
      madeChange({ kind: "text-changed", subject: `T${index}`, message: "Its text is other.", ...saying }),
    );
    expect(summaryOf(...texts).slice(4)).toStrictEqual([
      "- `T0`, `T1`, `T2`, `T3`, `T4`, `T5`, `T6`, `T7` and 12 more: Its text is other.",
    ]);
  });

  test("tells what is renamed in one item, and what refers to it in another", () => {
    const renamed = manyChanges(10, { kind: "schema-renamed", ...breaking });
    const moved = manyChanges(10, { kind: "reference-moved", ...saying }, "op");
    expect(summaryOf(...moved, ...renamed).filter((line) => line.startsWith("- "))).toStrictEqual([
      "- Renamed types: `Type0.a` is other. `Type1.a` is other. `Type2.a` is other. And 7 more changes.",
      "- Other names for the same structure in: `op0`, `op1`, `op2`, `op3`, `op4`, `op5`, `op6`, `op7` and 2 more.",
    ]);
  });

  test("says a thing that is found twice once", () => {
    expect(summaryOf(madeChange(breaking), madeChange(breaking)).slice(4)).toStrictEqual([
      "- `Pet`: The property `a` is new.",
    ]);
  });

  test("fits on a screen, with all groups and no change uncounted", () => {
    const changes = [
      ...manyChanges(500, { kind: "property-removed", ...breaking }),
      ...manyChanges(3, { kind: "property-added", ...adding }),
      ...manyChanges(50, { kind: "nullable-added", ...adding }, "Type"),
      ...manyChanges(30, { kind: "parameter-deprecated", types: "minor" }, "op"),
      ...manyChanges(40, { kind: "text-changed", ...saying }, "Type"),
      ...manyChanges(40, { kind: "text-changed", ...saying }, "op"),
    ];
    const lines = summaryOf(...changes);
    expect(lines.length).toBeLessThanOrEqual(40);
    expect(lines.filter((line) => line.startsWith("**"))).toStrictEqual(
      ["Breaking", "Added", "Deprecated", "Fixed", "Documentation"].map((heading) => `**${heading}**`),
    );
    const rests = lines.filter((line) => line.startsWith("- And "));
    expect(rests).toStrictEqual([
      "- And 496 more changes in 496 types.",
      "- And 26 more changes in 26 operations.",
      "- And 46 more changes in 46 types.",
      "- And 76 more changes in 36 types and 40 operations.",
    ]);
    const told = lines.filter((line) => line.startsWith("- ") && !line.startsWith("- And ")).length;
    expect(told + 496 + 26 + 46 + 76).toBe(changes.length);
  });

  test("uses the room that other groups leave", () => {
    const lines = summaryOf(...manyChanges(100, { kind: "property-removed", ...breaking }));
    expect(lines).toHaveLength(40);
    expect(lines.at(-1)).toBe("- And 65 more changes in 65 types.");
    const api = manyChanges(40, breaking).map((change) => ({ ...change, subject: "API" }));
    expect(summaryOf(...manyChanges(35, breaking), ...api, madeChange(breaking)).at(-1)).toBe(
      "- And 41 more changes in 1 type.",
    );
    expect(summaryOf(...manyChanges(35, breaking), ...api.slice(38)).at(-1)).toBe(
      "- `API`: `Type38.a` is other. `Type39.a` is other.",
    );
    expect(summaryOf(...manyChanges(36, { kind: "property-removed", ...breaking })).at(-1)).toBe(
      "- `Type35`: `Type35.a` is other.",
    );
  });

  test("is the same for the same changes", () => {
    const changes = manyChanges(100, breaking);
    expect(summaryOf(...changes)).toStrictEqual(summaryOf(...structuredClone(changes)));
  });

  test.each(hostileNames)("of %j is a list of texts", async (name) => {
    const changes = [
      madeChange({ subject: name, message: `The property \`${name}\` is ${name}.`, ...breaking }),
      madeChange({ kind: "operation-added", subject: name, ...adding }),
    ];
    const text = releaseSummary({ title: name, typeNames: new Set(), operationNames: new Set() }, changes);
    expect(text.split("\n")).toHaveLength(9);
    const elements = elementsIn(await renderedMarkdown(text)).filter((element) => element !== "<code>");
    expect(elements).toStrictEqual([
      ...["<p>", "<p>", "<strong>", "<ul>", "<li>"],
      ...["<p>", "<strong>", "<ul>", "<li>"],
    ]);
  });
});
