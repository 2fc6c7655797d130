import type { Change } from "../../../src/evolve/change.ts";

/** A change that demands nothing of anyone, but for what a test says of it. */
export function madeChange(parts: Partial<Change> = {}): Change {
  return {
    kind: "property-added",
    message: "The property `a` is new.",
    subject: "Pet",
    old: null,
    new: null,
    position: "both",
    types: "none",
    wire: "none",
    validators: "none",
    ...parts,
  };
}

export const breaking = { types: "major", wire: "major", validators: "major" } as const;
export const adding = { types: "minor", wire: "minor", validators: "minor" } as const;
export const saying = { types: "patch" } as const;

/** As many changes as are asked for, each of its own subject. */
export function manyChanges(count: number, parts: Partial<Change>, subject = "Type"): readonly Change[] {
  return Array.from({ length: count }, (_, index) =>
    madeChange({ ...parts, subject: `${subject}${index}`, message: `\`${subject}${index}.a\` is other.` }),
  );
}
