import { expect, test } from "vitest";
import { groupChanges, groupOf, type ChangeGroup } from "../../../src/evolve/release/change-group.ts";
import type { Verdicts } from "../../../src/evolve/change.ts";
import { adding, breaking, madeChange, saying } from "./made-change.ts";

const onWire = { wire: "minor" } as const;

test.each<[kind: string, verdicts: Partial<Verdicts>, want: ChangeGroup | undefined]>([
  ["operation-removed", breaking, "breaking"],
  ["maximum-added", { validators: "major" }, "breaking"],
  ["deprecated-added", breaking, "breaking"],
  ["operation-added", adding, "added"],
  ["operation-added-deprecated", adding, "added"],
  ["parameter-added-optional", adding, "added"],
  ["property-added", adding, "added"],
  ["enum-value-added", adding, "added"],
  ["server-added", onWire, "added"],
  ["security-alternative-added", onWire, "added"],
  ["deprecated-added", { types: "minor" }, "deprecated"],
  ["operation-deprecated", { types: "minor" }, "deprecated"],
  ["response-header-deprecated", { types: "minor" }, "deprecated"],
  // More is accepted, and there is nothing new to name.
  ["nullable-added", adding, "fixed"],
  ["maximum-removed", onWire, "fixed"],
  ["condition-added", onWire, "fixed"],
  ["default-added", onWire, "fixed"],
  ["property-became-optional", adding, "fixed"],
  ["reference-moved", saying, "fixed"],
  ["secret-changed", saying, "fixed"],
  ["description-changed", saying, "documentation"],
  ["text-changed", saying, "documentation"],
  ["deprecated-removed", saying, "documentation"],
  ["operation-reactivated", saying, "documentation"],
  ["title-changed", {}, undefined],
  ["operation-tags-changed", {}, undefined],
  ["never-heard-of", saying, "fixed"],
])("%s with %j is %s", (kind, verdicts, want) => {
  expect(groupOf(madeChange({ kind, ...verdicts }))).toBe(want);
});

test("groups come in the order in which people want to know, with their changes as they came", () => {
  const changes = [
    madeChange({ kind: "text-changed", ...saying }),
    madeChange({ subject: "B", ...adding }),
    madeChange({ kind: "title-changed" }),
    madeChange({ subject: "A", ...adding }),
    madeChange({ kind: "operation-removed", ...breaking }),
  ];
  const groups = groupChanges(changes).map(({ group, changes: those }) => [
    group,
    those.map(({ subject }) => subject),
  ]);
  expect(groups).toStrictEqual([
    ["breaking", ["Pet"]],
    ["added", ["B", "A"]],
    ["documentation", ["Pet"]],
  ]);
});
