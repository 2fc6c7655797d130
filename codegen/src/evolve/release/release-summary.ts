import type { Contract } from "../../contract/contract.ts";
import { counted } from "../../contract/counted.ts";
import { dottedName } from "../../contract/operation-names.ts";
import type { Change } from "../change.ts";
import { groupChanges, type ChangeGroup } from "./change-group.ts";
import { plainText } from "./markdown-text.ts";
import { summaryLines } from "./summary-lines.ts";

/** What is told of an API. */
export interface SummarySubject {
  /** As its documents call it. */
  readonly title: string;
  /** Public names of the schemas and of the operations of both revisions, to count them by. */
  readonly typeNames: ReadonlySet<string>;
  readonly operationNames: ReadonlySet<string>;
}

export function summarySubject(old: Contract, next: Contract): SummarySubject {
  const types = [old, next].flatMap(({ schemas }) => schemas.map(({ name }) => name));
  const operations = [old, next].flatMap((contract) =>
    contract.operations.map(({ name }) => dottedName(name)),
  );
  return { title: next.title, typeNames: new Set(types), operationNames: new Set(operations) };
}

/** A screen. */
const MOST_LINES = 40;
/** What a group takes besides its items: two blank lines, a heading, and the rest in a line. */
const FRAME = 4;

const headings: Readonly<Record<ChangeGroup, string>> = {
  breaking: "Breaking",
  added: "Added",
  deprecated: "Deprecated",
  fixed: "Fixed",
  documentation: "Documentation",
};

/**
 * What changed, in Markdown for a CHANGELOG: a sentence that counts, then the changes in groups, no longer
 * than a screen; what does not fit is counted. Headings are bold and no headings, since all of it becomes an
 * item of a list.
 */
export function releaseSummary(subject: SummarySubject, changes: readonly Change[]): string {
  const groups = groupChanges(changes).map(({ group, changes: those }) => ({
    group,
    lines: summaryLines(those),
  }));
  const shares = sharesOf(
    groups.map(({ lines }) => lines.length),
    MOST_LINES - 1 - FRAME * groups.length,
  );
  const sections = groups.flatMap(({ group, lines }, index) => {
    // The last one takes no more room than to count it.
    const share = (shares[index] ?? 0) + (lines.length === (shares[index] ?? 0) + 1 ? 1 : 0);
    const rest = lines.slice(share).flatMap((line) => line.changes);
    const items = [...lines.slice(0, share).map(({ text }) => text), ...restLine(rest, subject)];
    return ["", `**${headings[group]}**`, "", ...items.map((item) => `- ${item}`)];
  });
  return [`${plainText(subject.title)}: ${countsOf(changes)}.`, ...sections].join("\n");
}

/** The same of an API that was not released before. */
export function firstSummary(title: string, types: number, operations: number): string {
  const counts = [...(operations === 0 ? [] : [counted(operations, "operation")]), counted(types, "type")];
  return `${plainText(title)}: first release, with ${counts.join(" and ")}.`;
}

function countsOf(changes: readonly Change[]): string {
  const groups = new Map(groupChanges(changes).map(({ group, changes: those }) => [group, those]));
  const added = groups.get("added") ?? [];
  const operations = added.filter(({ kind }) => kind.startsWith("operation-added")).length;
  const types = added.filter(({ kind }) => kind === "schema-added").length;
  const countIn = (group: ChangeGroup): number => groups.get(group)?.length ?? 0;
  const counts: readonly (readonly [count: number, one: string, many: string])[] = [
    [operations, "operation added", "operations added"],
    [types, "type added", "types added"],
    [added.length - operations - types, "addition", "additions"],
    [countIn("breaking"), "breaking change", "breaking changes"],
    [countIn("deprecated"), "deprecation", "deprecations"],
    [countIn("fixed"), "fix", "fixes"],
    [countIn("documentation"), "change of texts", "changes of texts"],
  ];
  return counts
    .flatMap(([count, one, many]) => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]))
    .join(", ");
}

/** How many of some lines in all each group may have: in turns, so that none is left out. */
function sharesOf(wanted: readonly number[], all: number): readonly number[] {
  const shares = wanted.map(() => 0);
  let left = all;
  while (left > 0 && shares.some((share, index) => share < (wanted[index] ?? 0))) {
    for (const [index, share] of shares.entries()) {
      if (left === 0 || share >= (wanted[index] ?? 0)) continue;
      shares[index] = share + 1;
      left -= 1;
    }
  }
  return shares;
}

function restLine(
  changes: readonly Change[],
  { typeNames, operationNames }: SummarySubject,
): readonly string[] {
  if (changes.length === 0) return [];
  const subjects = [...new Set(changes.map(({ subject }) => subject))];
  const types = subjects.filter((name) => typeNames.has(name)).length;
  const operations = subjects.filter((name) => operationNames.has(name) && !typeNames.has(name)).length;
  const places = [
    ...(types === 0 ? [] : [counted(types, "type")]),
    ...(operations === 0 ? [] : [counted(operations, "operation")]),
  ];
  const where = places.length === 0 ? "" : ` in ${places.join(" and ")}`;
  return [`And ${counted(changes.length, "more change")}${where}.`];
}
