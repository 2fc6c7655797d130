import type { Operation } from "./answers.ts";
import { collectGarbage } from "./collect-garbage.ts";
import { ratioTable, type Column } from "./ratio-table.ts";
import type { Subject } from "./subjects.ts";
import { timeCalls, type Sample } from "./time-calls.ts";

const columns: readonly Column<Sample>[] = [
  {
    name: "calls/s",
    valueOf: ({ rate }) => rate,
    format: (rate) => Math.round(rate).toLocaleString("en-US"),
  },
  { name: "p50", valueOf: ({ p50 }) => p50, format: milliseconds },
  { name: "p99", valueOf: ({ p99 }) => p99, format: milliseconds },
  { name: "processor/call", valueOf: ({ processor }) => processor, format: milliseconds },
];

/** A table of how fast the subjects call an operation, so many calls at the same time. */
export async function measureCalls(
  subjects: readonly Subject[],
  operation: Operation,
  inFlight: number,
  rounds: number,
): Promise<string> {
  const calls = inFlight === 1 ? 300 : 960;
  const samples = subjects.map(({ name }) => ({ name, samples: [] as Sample[] }));
  // The first round is not counted: it warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, subject] of subjects.entries()) {
      // What one left behind is not for the next to clean up.
      collectGarbage();
      const sample = await timeCalls(subject.calls[operation.name], calls, inFlight);
      if (round > 0) samples[index]?.samples.push(sample);
    }
  }
  return ratioTable(columns, samples);
}

function milliseconds(value: number): string {
  return `${value.toFixed(3)} ms`;
}
