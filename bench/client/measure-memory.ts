import { fileURLToPath } from "node:url";
import { runNode } from "../validators/run-node.ts";
import { operations } from "./answers.ts";
import { ratioTable, type Column } from "./ratio-table.ts";
import { recipes } from "./subjects.ts";
import type { Weights } from "./weigh-calls.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const heap = ["--min-semi-space-size=256", "--max-semi-space-size=256"];

const columns: readonly Column<Weights>[] = operations.map(({ name }, index) => ({
  name,
  valueOf: (weights) => weights[index] ?? Number.NaN,
  format: (bytes) => `${(bytes / 1000).toFixed(1)} kB`,
}));

/** A table of what a call takes of the heap. */
export function measureMemory(origin: string, rounds: number): string {
  const rows = recipes.map(({ name }) => ({ name, samples: [] as Weights[] }));
  for (let round = 0; round < rounds; round += 1)
    for (const { name, samples } of rows)
      samples.push(JSON.parse(runNode([...heap, "weigh-calls.ts", name, origin], folder)) as Weights);
  return ratioTable(columns, rows);
}
