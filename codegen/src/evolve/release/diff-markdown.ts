import { counted } from "../../contract/counted.ts";
import type { PackageBump } from "./bump-packages.ts";
import { changeGroups, groupOf, type ChangeGroup } from "./change-group.ts";
import type { Change, ContractDiff, Site, Witness } from "../change.ts";
import { cellText, codeText, sentenceText } from "./markdown-text.ts";
import { releaseSummary, type SummarySubject } from "./release-summary.ts";

/** A row of the table of packages; without a version where that is not known. */
export type BumpedPackage = Pick<PackageBump, "name" | "version" | "bump">;

/** GitHub takes 65536 characters in the text of a pull request, which may have more in it than this. */
const MOST_CHARACTERS = 55_000;

/** Places are cut later than names: the end of a pointer says most. */
const LONGEST_SITE = 300;

/**
 * A comparison as the text of a pull request: the bump, what it is for each package, what will stand in
 * their CHANGELOGs, and every change folded away. What is too much for a pull request is counted.
 */
export function diffMarkdown(
  diff: ContractDiff,
  packages: readonly BumpedPackage[],
  subject: SummarySubject,
): string {
  const { bump, types, wire, validators, changes } = diff;
  const told = changes.filter((change) => groupOf(change) !== undefined);
  const head = [
    `### Contract: ${bump === "none" ? "nothing to release" : bump}`,
    "",
    `Types: ${types}. Wire: ${wire}. Validators: ${validators}.`,
    ...packageTable(packages),
    ...(told.length === 0 ? [] : ["", releaseSummary(subject, changes)]),
    ...silentLines(changes.length - told.length),
  ].join("\n");
  return [head, ...details(told, MOST_CHARACTERS - head.length)].join("\n");
}

function packageTable(packages: readonly BumpedPackage[]): readonly string[] {
  if (packages.length === 0) return [];
  const rows = packages.map(
    ({ name, version, bump }) =>
      `| ${cellText(name)} | ${version === "" ? "" : cellText(version)} | ${bump} |`,
  );
  return ["", "| package | version | bump |", "| --- | --- | --- |", ...rows];
}

function silentLines(count: number): readonly string[] {
  return count === 0 ? [] : ["", `${counted(count, "change")} that nobody will notice.`];
}

/** Every change with its places, in the order of the groups, as far as there is room. */
function details(changes: readonly Change[], room: number): readonly string[] {
  if (changes.length === 0) return [];
  const rank = (change: Change): number => changeGroups.indexOf(groupOf(change) ?? "documentation");
  const items: string[] = [];
  let left = room;
  for (const change of changes.toSorted((a, b) => rank(a) - rank(b))) {
    const item = changeItem(change, groupOf(change) ?? "documentation");
    left -= item.length + 1;
    if (left < 0) break;
    items.push(item);
  }
  const rest = changes.length - items.length;
  return [
    "",
    "<details>",
    `<summary>${counted(changes.length, "change")} one by one</summary>`,
    "",
    ...items,
    ...(rest === 0 ? [] : [`- And ${counted(rest, "more change")}: see \`sdkmill diff\`.`]),
    "",
    "</details>",
  ];
}

function changeItem(change: Change, group: ChangeGroup): string {
  const { kind, message, subject, position, witness } = change;
  const site = change.new ?? change.old;
  return [
    `- ${codeText(subject)}: ${sentenceText(message)}`,
    `(${group}, ${codeText(kind)}, ${position}${site === null ? "" : `, ${siteText(site)}`})`,
    ...(witness === undefined ? [] : [witnessText(witness)]),
  ].join(" ");
}

function siteText({ file, pointer }: Site): string {
  return codeText(`${file}#${pointer}`, LONGEST_SITE);
}

function witnessText({ value, accepted }: Witness): string {
  return `Only the ${accepted} contract accepts ${codeText(JSON.stringify(value))}.`;
}
