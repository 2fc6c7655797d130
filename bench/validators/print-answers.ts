import { formatTable } from "../../codegen/src/output/report.ts";
import type { Row } from "./measure-answers.ts";
import { libraries, type Library } from "./write-validators.ts";

/** What counts as equally fast: the machine is no clock. */
const equalWithin = 0.05;

/** Rates of all libraries, each with its ratio to ours; a star marks one that does not answer right. */
export function ratesTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const own = rateOf(row, "sdkmill");
    return [
      rowName(row),
      ...libraries.map((library) => {
        const rate = rateOf(row, library);
        const mark = row.cells.get(library)?.isRight === true ? " " : "*";
        return `${formatRate(rate)} ${(rate / own).toFixed(2)}x${mark}`;
      }),
    ];
  });
  return formatTable([["", ...libraries.map((library) => `${library} `)], ...lines]);
}

/** Who does not answer what the contract says, row by row. */
export function disagreements(rows: readonly Row[]): readonly string[] {
  return rows.flatMap((row) => {
    const wrong = libraries.filter((library) => row.cells.get(library)?.isRight !== true);
    return wrong.length === 0 ? [] : [`* ${rowName(row)}: not what the contract says: ${wrong.join(", ")}`];
  });
}

/** For each row whether ours is at least as fast as the fastest of those that answer right, and zod's part. */
export function verdicts(rows: readonly Row[]): readonly string[] {
  const lines = rows.map((row) => {
    const rivals = libraries.filter(
      (library) => library !== "sdkmill" && row.cells.get(library)?.isRight === true,
    );
    const [fastest] = rivals.toSorted((a, b) => rateOf(row, b) - rateOf(row, a));
    return `${rowName(row)}: ${fastest === undefined ? "no rival answers right" : verdict(row, fastest)}`;
  });
  const toZod = rows.map((row) => ({ row, ratio: rateOf(row, "sdkmill") / rateOf(row, "zod") }));
  const [least] = toZod.toSorted((a, b) => a.ratio - b.ratio);
  const zod =
    least === undefined ? [] : [`smallest ratio to zod: ${least.ratio.toFixed(1)} (${rowName(least.row)})`];
  return [...lines, ...zod];
}

function verdict(row: Row, fastest: Library): string {
  const ratio = rateOf(row, "sdkmill") / rateOf(row, fastest);
  const right = row.cells.get("sdkmill")?.isRight === true ? "" : ", but does not answer right";
  const word = ratio >= 1 ? "ahead of" : ratio >= 1 - equalWithin ? "equal to" : "behind";
  return `${word} the fastest, ${ratio.toFixed(2)}x of ${fastest}${right}`;
}

function rowName({ subject, kind }: Row): string {
  return `${subject.root.name}, ${kind}`;
}

function rateOf(row: Row, library: Library): number {
  return row.cells.get(library)?.rate ?? Number.NaN;
}

function formatRate(rate: number): string {
  return rate >= 1e6 ? `${(rate / 1e6).toFixed(2)} M` : `${Math.round(rate / 1000)} k`;
}
