import { formatTable } from "../../codegen/src/output/report.ts";
import { median } from "../median.ts";

/** One figure of a sample. */
export interface Column<Sample> {
  readonly name: string;
  readonly valueOf: (sample: Sample) => number;
  readonly format: (value: number) => string;
}

/**
 * A table of medians, each with its ratio to the first row. The ratios are taken round by round, since two
 * samples of the same round were taken at nearly the same time.
 */
export function ratioTable<Sample>(
  columns: readonly Column<Sample>[],
  rows: readonly { readonly name: string; readonly samples: readonly Sample[] }[],
): string {
  const base = rows[0]?.samples ?? [];
  const lines = rows.map(({ name, samples }) => [
    name,
    ...columns.flatMap(({ valueOf, format }) => {
      const ratios = samples.map((sample, round) => {
        const other = base[round];
        return other === undefined ? Number.NaN : valueOf(sample) / valueOf(other);
      });
      return [format(median(samples.map(valueOf))), `${median(ratios).toFixed(2)}x`];
    }),
  ]);
  return formatTable([["", ...columns.flatMap(({ name }) => [name, "ratio"])], ...lines]);
}
