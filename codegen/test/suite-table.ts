import { tiers, type Draft, type SuiteGroup, type Tier } from "./suite-groups.ts";
import type { SuiteFailure } from "./suite-validators.ts";

/** What the drafts are called where people read of them. */
const titles: Readonly<Record<Draft, string>> = {
  "draft2020-12": "2020-12",
  "draft2019-09": "2019-09",
  draft7: "draft-07",
  draft6: "draft-06",
  draft4: "draft-04",
};

const marker = "json-schema-test-suite";

/** What came out for one draft. */
export interface DraftResult {
  readonly draft: Draft;
  readonly groups: readonly SuiteGroup[];
  readonly failures: readonly SuiteFailure[];
}

/** A table in Markdown: how many tests of the suite pass, by draft and tier. */
export function suiteTable(results: readonly DraftResult[]): string {
  const rows = results.map((result) => [titles[result.draft], ...tiers.map((tier) => passed(result, tier))]);
  const cells = [["draft", ...tiers], ["---", ...tiers.map(() => "---")], ...rows];
  return cells.map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function passed({ groups, failures }: DraftResult, tier: Tier): string {
  const counted = groups.filter((group) => group.tier === tier);
  const ids = new Set(counted.map(({ id }) => id));
  const all = counted.reduce((sum, { tests }) => sum + tests.length, 0);
  const failed = failures.filter(({ group }) => ids.has(group)).length;
  return `${all - failed} of ${all}`;
}

/** The table that a document has between its markers, cells without padding; undefined if there is none. */
export function writtenTable(document: string): string | undefined {
  const [, table] = document.split(new RegExp(`<!-- /?${marker} -->`));
  return table
    ?.trim()
    .split("\n")
    .map((row) =>
      row
        .replaceAll(/ *\| */g, " | ")
        .replaceAll(/-{3,}/g, "---")
        .trim(),
    )
    .join("\n");
}
