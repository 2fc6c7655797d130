import { fileURLToPath } from "node:url";
import { formatTable } from "../../codegen/src/output/report.ts";
import { median } from "../median.ts";
import { runNode } from "../validators/run-node.ts";
import { recipes } from "./subjects.ts";
import type { Start } from "./time-start.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));

const steps: readonly (readonly [name: string, timeOf: (start: Start) => number])[] = [
  ["import", ({ importing }) => importing],
  ["first client", ({ making }) => making],
  ["first call", ({ calling }) => calling],
  ["together", ({ importing, making, calling }) => importing + making + calling],
];

/** A table of what it takes to import each subject, to make its first client and to make its first call. */
export function measureStarts(origin: string, rounds: number): string {
  const starts = new Map(recipes.map(({ name }): [string, Start[]] => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, all] of starts)
      all.push(JSON.parse(runNode(["time-start.ts", name, origin], folder)) as Start);
  const rows = [...starts].map(([name, all]) => [
    name,
    ...steps.map(([, timeOf]) => `${median(all.map(timeOf)).toFixed(1)} ms`),
  ]);
  return formatTable([["", ...steps.map(([step]) => step)], ...rows]);
}
