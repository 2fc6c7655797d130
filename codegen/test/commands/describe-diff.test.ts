import { describe, expect, test } from "vitest";
import { describeDiff } from "../../src/commands/describe-diff.ts";
import { diffOf, type Change } from "../../src/evolve/change.ts";
import { adding, breaking, madeChange, saying } from "../evolve/release/made-change.ts";

function linesOf(...changes: readonly Change[]): readonly string[] {
  const lineOf = (line: number) => (): number => line;
  return describeDiff(diffOf(changes), lineOf(1), lineOf(2)).split("\n");
}

describe("a comparison at a terminal", () => {
  test("has the worst first, and counts what demands nothing", () => {
    const places = {
      old: { file: "old.json", pointer: "/a" },
      new: { file: "new.json", pointer: "" },
    };
    expect(
      linesOf(
        madeChange({ subject: "D" }),
        madeChange({ subject: "C", ...saying }),
        madeChange({ subject: "B", ...adding, ...places }),
        madeChange({
          subject: "A",
          ...breaking,
          old: places.old,
          witness: { value: { a: "b" }, accepted: "old" },
        }),
      ),
    ).toStrictEqual([
      "Bump: major. Types: major, wire: major, validators: major.",
      "",
      "Breaking (1)",
      "  A: The property `a` is new. [property-added, both]",
      "    old old.json:1 #/a",
      '    only the old contract accepts {"a":"b"}',
      "",
      "Added (1)",
      "  B: The property `a` is new. [property-added, both]",
      "    old old.json:1 #/a",
      "    new new.json:2 #",
      "",
      "Changed (1)",
      "  C: The property `a` is new. [property-added, both]",
      "",
      "1 change without consequences.",
    ]);
  });

  test("keeps every part of a change on its line", () => {
    const foreign = "a\n\u001b[2Jb";
    const place = { file: foreign, pointer: foreign };
    const witness = { value: foreign, accepted: "new" } as const;
    const named = { kind: foreign, subject: foreign, message: foreign, old: place, new: place, witness };
    const lines = linesOf(madeChange({ ...named, ...breaking }));
    expect(lines).toHaveLength(7);
    expect(lines.join("")).not.toContain("\u001b");
  });

  test("cuts values that are long", () => {
    const witness = { value: "a".repeat(500), accepted: "old" } as const;
    const last = linesOf(madeChange({ ...breaking, witness })).at(-1) ?? "";
    expect({ length: last.length, end: last.at(-1) }).toStrictEqual({ length: 235, end: "…" });
  });
});
