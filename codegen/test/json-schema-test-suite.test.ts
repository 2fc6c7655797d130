import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { repositoryRoot } from "./generated-type-check.ts";
import { allowedFailures } from "./suite-allowance.ts";
import { draftNames, isSuiteThere, suiteGroups } from "./suite-groups.ts";
import { suiteTable, writtenTable, type DraftResult } from "./suite-table.ts";
import { suiteFailures } from "./suite-validators.ts";
import { suiteFolder } from "./temporary-folder.ts";

if (!isSuiteThere)
  process.stderr.write("Not tested: the JSON-Schema-Test-Suite is not beside the repository.\n");

describe.skipIf(!isSuiteThere)("the official JSON-Schema-Test-Suite", () => {
  const folder = suiteFolder();
  const results = new Map<string, DraftResult>();

  beforeAll(async () => {
    for (const draft of draftNames) {
      const groups = suiteGroups(draft);
      results.set(draft, { draft, groups, failures: await suiteFailures(groups, join(folder, draft)) });
    }
  });

  test.each(draftNames)("of %s passes, but for what is known to fail", (draft) => {
    const failures = results.get(draft)?.failures ?? [];
    const failed = new Set(failures.map(({ id }) => id));
    expect({
      failing: failures.filter(({ id }) => !allowedFailures.has(id)),
      passing: [...allowedFailures].filter((id) => id.startsWith(`${draft}/`) && !failed.has(id)),
    }).toStrictEqual({ failing: [], passing: [] });
  });

  test("passes as the README says", () => {
    const table = suiteTable([...results.values()]);
    const readme = readFileSync(join(repositoryRoot, "README.md"), "utf8");
    expect(writtenTable(readme), `The table between the markers has to be:\n${table}`).toBe(table);
  });
});
