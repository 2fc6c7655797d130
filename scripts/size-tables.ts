import { formatTable } from "../codegen/src/output/report.ts";
import { compareText } from "../codegen/src/source/json.ts";
import type { SizeChange } from "./compare-sizes.ts";
import type { MeasuredPackage, Size } from "./measure-validators.ts";

/** The sizes that say most about a package: all of it, its ends and middles, and what every module shares. */
export function summaryTable({ sizes, withoutReferences }: MeasuredPackage): string {
  const bySize = (modules: readonly string[]): readonly string[] =>
    modules.toSorted((a, b) => gzipped(a) - gzipped(b) || compareText(a, b));
  const gzipped = (module: string): number => sizes.get(module)?.[1] ?? 0;
  const own = [...sizes.keys()].filter((module) => module !== "index" && !module.startsWith("runtime/"));
  const row = (label: string, module = ""): readonly string[] => [
    module,
    label,
    ...cellsOf(sizes.get(module)),
  ];
  const spread = (label: string, modules: readonly string[]): readonly (readonly string[])[] => {
    const sorted = bySize(modules);
    return [
      row(`smallest ${label}`, sorted[0]),
      row(`median ${label}`, sorted[Math.floor(sorted.length / 2)]),
      row(`largest ${label}`, sorted.at(-1)),
    ];
  };
  return formatTable([
    ["module", "", "minified", "gzip"],
    row(`all ${own.length}`, "index"),
    ...spread("of all", own),
    ...spread("without references", withoutReferences),
    ...[...sizes.keys()]
      .filter((module) => module.startsWith("runtime/"))
      .map((module) => row("shared", module)),
  ]);
}

/** What is not as a report says, before and after. */
export function changesTable(changes: readonly SizeChange[]): string {
  return formatTable([
    ["module", "minified", "gzip", "", "minified", "gzip", ""],
    ...changes.map(({ kind, module, before, after }) => [
      module,
      ...cellsOf(before),
      "→",
      ...cellsOf(after),
      kind,
    ]),
  ]);
}

function cellsOf(size: Size | undefined): readonly string[] {
  return size === undefined ? ["", ""] : size.map(String);
}
