import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseWorkflow, readWorkflow, root } from "./workflow-files.ts";
import { workflowRules } from "./workflow-rules.ts";

const rules = Object.entries(workflowRules);
const files = readdirSync(join(root, ".github/workflows"));

test("there are workflows to check, to release and to regenerate", () => {
  expect(files.toSorted()).toStrictEqual(["ci.yml", "regenerate.yml", "release.yml"]);
});

describe.each(files)("%s", (file) => {
  test.each(rules)("%s", (_, rule) => {
    expect(rule(readWorkflow(file))).toStrictEqual([]);
  });
});

/** A change of a workflow that a rule has to find. */
const faults: readonly (readonly [keyof typeof workflowRules, string, string | RegExp, string])[] = [
  ["pinned", "ci.yml", /@3d3c42e\w+ # v7.0.1/, "@v7"],
  ["pinned", "ci.yml", " # v7.0.1", ""],
  ["pinned", "release.yml", /changesets\/action\/publish@\w+/, "changesets/action/publish@main"],
  ["pinned", "release.yml", "uses: changesets/action/version@", "uses: ./action@"],
  ["leastPermissions", "ci.yml", "permissions: {}", "permissions: { contents: read }"],
  ["leastPermissions", "ci.yml", "permissions: {}", ""],
  ["leastPermissions", "release.yml", /    permissions:\n      contents: read\n/, ""],
  ["fewWriters", "ci.yml", "contents: read", "contents: write"],
  ["fewWriters", "release.yml", "contents: read", "id-token: write"],
  ["fewWriters", "regenerate.yml", "pull-requests: write", "packages: write"],
  ["guardedPublishing", "release.yml", "    environment: npm\n", ""],
  ["guardedPublishing", "ci.yml", "    environment: npm-snapshot\n", ""],
  ["noForeignTrigger", "ci.yml", "  pull_request:", "  pull_request_target:"],
  ["noExpressionInScripts", "ci.yml", '"$SNAPSHOT"', "${{ env.SNAPSHOT }}"],
  ["noExpressionInScripts", "regenerate.yml", '-- "$API"', "-- ${{ matrix.api }}"],
  ["noExpressionInScripts", "regenerate.yml", '"--from=$FROM"', '"--from=${{ inputs.from }}"'],
  [
    "noForeignText",
    "ci.yml",
    "github.event.pull_request.number }}\n    steps",
    "github.event.pull_request.title }}\n    steps",
  ],
  ["noForeignText", "ci.yml", "pull_request.base.sha", "pull_request.head.sha"],
  ["noForeignText", "regenerate.yml", "title: Regenerate ${{ matrix.api }}", "title: ${{ github.head_ref }}"],
  [
    "inputsByVariables",
    "regenerate.yml",
    "branch: regenerate/${{ matrix.api }}",
    "branch: regenerate/${{ inputs.api }}",
  ],
  ["noKeptCredentials", "ci.yml", "persist-credentials: false", "persist-credentials: true"],
  ["noKeptCredentials", "ci.yml", /        with:\n          persist-credentials: false\n/, ""],
  ["noCache", "release.yml", "          package-manager-cache: false\n", ""],
  [
    "noLongLivedSecret",
    "release.yml",
    'pnpm_config_provenance: "true"',
    "NPM_TOKEN: ${{ secrets.NPM_TOKEN }}",
  ],
  ["bounded", "ci.yml", "    timeout-minutes: 60\n", ""],
  ["bounded", "ci.yml", "concurrency:", "env:"],
  ["callsWhatIsThere", "release.yml", "pnpm version-packages", "pnpm version-everything"],
  ["callsWhatIsThere", "ci.yml", "scripts/snapshot-plan.ts", "scripts/snapshots.ts"],
  ["callsWhatIsThere", "ci.yml", "pnpm@12.21.0", "pnpm@latest"],
];

describe("the rules find", () => {
  test.each(faults)("%s: %s with %j as %j", (rule, file, from, to) => {
    const { text } = readWorkflow(file);
    const changed = text.replace(from, () => to);

    expect(changed).not.toBe(text);
    expect(workflowRules[rule](parseWorkflow(file, changed))).not.toStrictEqual([]);
  });

  test("a fault each", () => {
    expect(new Set(faults.map(([rule]) => rule))).toStrictEqual(new Set(Object.keys(workflowRules)));
  });
});
