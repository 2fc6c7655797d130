import { styleText } from "node:util";
import { counted } from "../contract/counted.ts";
import { greatest, type Change, type ContractDiff, type Site, type Verdict } from "../evolve/change.ts";
import { oneLine } from "../output/terminal-text.ts";

/** What a terminal shows of a witness; `--json` has all of it. */
const LONGEST_WITNESS = 200;

const headings: readonly (readonly [verdict: Verdict, heading: string])[] = [
  ["major", "Breaking"],
  ["minor", "Added"],
  ["patch", "Changed"],
];

/** Finds the line of a site; undefined where there is none. */
export type LineOf = (site: Site) => number | undefined;

/**
 * A comparison for people at a terminal: the bump and the three verdicts, then every change that demands
 * something, the worst first.
 */
export function describeDiff(diff: ContractDiff, lineOfOld: LineOf, lineOfNew: LineOf): string {
  const { bump, types, wire, validators, changes } = diff;
  const demands = Map.groupBy(changes, (change) => greatest(change.types, change.wire, change.validators));
  const describe = (change: Change): string => describeChange(change, lineOfOld, lineOfNew);
  const sections = headings.flatMap(([verdict, heading]) => {
    const those = demands.get(verdict) ?? [];
    return those.length === 0 ? [] : [`${heading} (${those.length})`, ...those.map(describe), ""];
  });
  const silent = demands.get("none")?.length ?? 0;
  return [
    `Bump: ${bump}. Types: ${types}, wire: ${wire}, validators: ${validators}.`,
    "",
    ...sections,
    ...(silent > 0 ? [`${counted(silent, "change")} without consequences.`] : []),
    ...(changes.length === 0 ? ["Nothing is different."] : []),
  ]
    .join("\n")
    .trimEnd();
}

function describeChange(change: Change, lineOfOld: LineOf, lineOfNew: LineOf): string {
  const { kind, message, subject, position, witness } = change;
  return [
    `  ${oneLine(subject)}: ${oneLine(message)} ${styleText("dim", `[${oneLine(kind)}, ${position}]`, { stream: process.stdout })}`,
    ...siteLines("old", change.old, lineOfOld),
    ...siteLines("new", change.new, lineOfNew),
    ...(witness === undefined
      ? []
      : [`    only the ${witness.accepted} contract accepts ${valueText(JSON.stringify(witness.value))}`]),
  ].join("\n");
}

function siteLines(revision: string, site: Site | null, lineOf: LineOf): readonly string[] {
  if (site === null) return [];
  const line = lineOf(site);
  return [
    `    ${revision} ${oneLine(site.file)}${line === undefined ? "" : `:${line}`} #${oneLine(site.pointer)}`,
  ];
}

function valueText(json: string): string {
  return oneLine(json.length > LONGEST_WITNESS ? `${json.slice(0, LONGEST_WITNESS)}…` : json);
}
