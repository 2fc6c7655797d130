import { expect, test } from "vitest";
import { diffOf } from "../../../src/evolve/change.ts";
import { diffJson } from "../../../src/evolve/release/diff-json.ts";
import { breaking, madeChange } from "./made-change.ts";

test("the result for programs has these fields, in this order", () => {
  const { subject, message, ...others } = madeChange({
    ...breaking,
    wire: "minor",
    old: { file: "a.json", pointer: "/a" },
    witness: { value: { a: [null] }, accepted: "old" },
  });
  // Made in another order, and with more than is asked for.
  const extra = { ...others, internal: true, message, subject };
  expect(JSON.stringify(diffJson(diffOf([extra, madeChange()])), null, 1)).toBe(
    JSON.stringify(
      {
        bump: "major",
        types: "major",
        wire: "minor",
        validators: "major",
        changes: [
          {
            kind: "property-added",
            message: "The property `a` is new.",
            subject: "Pet",
            old: { file: "a.json", pointer: "/a" },
            new: null,
            position: "both",
            types: "major",
            wire: "minor",
            validators: "major",
            witness: { value: { a: [null] }, accepted: "old" },
          },
          {
            kind: "property-added",
            message: "The property `a` is new.",
            subject: "Pet",
            old: null,
            new: null,
            position: "both",
            types: "none",
            wire: "none",
            validators: "none",
          },
        ],
      },
      null,
      1,
    ),
  );
});
