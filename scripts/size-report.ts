import { existsSync, readFileSync } from "node:fs";
import { compareText } from "../codegen/src/source/json.ts";
import type { Size, Sizes } from "./measure-validators.ts";

/** The text of a report: a line for each module, sorted, so that a change of one is a change of one line. */
export function formatReport(sizes: Sizes): string {
  const lines = [...sizes]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([module, bytes]) => `  ${JSON.stringify(module)}: [${bytes.join(", ")}]`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** The sizes of a report; nothing if there is no such file. Throws if it is no report. */
export function readReport(file: string): Sizes | undefined {
  if (!existsSync(file)) return undefined;
  const report: unknown = JSON.parse(readFileSync(file, "utf8"));
  const entries = Object.entries(report ?? {}).map(([module, bytes]): readonly [string, Size] => {
    if (!isSize(bytes)) throw new Error(`${file} has no size of ${module}. Write it anew with --write.`);
    return [module, bytes];
  });
  return new Map(entries);
}

function isSize(value: unknown): value is Size {
  return Array.isArray(value) && value.length === 2 && value.every((bytes) => Number.isSafeInteger(bytes));
}
