import { greatest, type Change } from "../change.ts";

/** How a change is told to those who use the packages, in the order in which they want to know. */
export const changeGroups = ["breaking", "added", "deprecated", "fixed", "documentation"] as const;
export type ChangeGroup = (typeof changeGroups)[number];

/** Kinds that are about what people read, and nothing else; and what is no longer deprecated. */
const texts =
  /^(?:text|info|description|title|examples|external-docs)-changed$|^deprecated-removed$|-reactivated$/;

const deprecations = /^deprecated-added$|^(?:operation|parameter|response-header)-deprecated$/;

const additions = /-added(?:-(?:required|optional|deprecated))?$/;

/** Additions to a rule: what was there before can be more, or less, and there is nothing new to name. */
const rules: ReadonlySet<string> = new Set([
  "const-added",
  "enum-added",
  "index-signature-added",
  "nullable-added",
  "operation-id-added",
  "pattern-property-added",
  "tuple-added",
  "union-added",
]);

/** What types do not show, and what is new to those who choose it all the same. */
const choices = /^(?:server|oauth|security)-/;

/**
 * The group of a change: `breaking` if it breaks anyone, `added` if there is something new that can be named
 * or chosen, `fixed` if what was there became more, or less, or right; none if it demands nothing.
 */
export function groupOf({ kind, types, wire, validators }: Change): ChangeGroup | undefined {
  const demand = greatest(types, wire, validators);
  if (demand === "none") return undefined;
  if (demand === "major") return "breaking";
  if (texts.test(kind)) return "documentation";
  if (deprecations.test(kind)) return "deprecated";
  const isNew = demand === "minor" && additions.test(kind) && !rules.has(kind);
  return isNew && (types === "minor" || choices.test(kind)) ? "added" : "fixed";
}

/** Changes by their group, each in the order in which they came; groups without any are left out. */
export function groupChanges(
  changes: readonly Change[],
): readonly { readonly group: ChangeGroup; readonly changes: readonly Change[] }[] {
  const byGroup = Map.groupBy(changes, groupOf);
  return changeGroups.flatMap((group) => {
    const found = byGroup.get(group) ?? [];
    return found.length === 0 ? [] : [{ group, changes: found }];
  });
}
