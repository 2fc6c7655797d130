/**
 * What the validators cost in a bundle, module by module. Compares with the committed reports,
 * `packages/<api>-validators/sizes.json`, and fails if a module has grown, is new or is gone.
 *
 * Usage: node scripts/validator-sizes.ts [--write] [packages folder]
 */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compareText } from "../codegen/src/source/json.ts";
import { compareSizes } from "./compare-sizes.ts";
import { measureValidators, type Sizes } from "./measure-validators.ts";
import { formatReport, readReport } from "./size-report.ts";
import { changesTable, summaryTable } from "./size-tables.ts";

const { values, positionals } = parseArgs({
  options: { write: { type: "boolean", default: false } },
  allowPositionals: true,
});
const packages = positionals[0] ?? fileURLToPath(new URL("../packages", import.meta.url));
const rewrite = "node scripts/validator-sizes.ts --write";

for (const name of readdirSync(packages).toSorted(compareText)) {
  const generated = join(packages, name, "src", "generated");
  if (!name.endsWith("-validators") || !existsSync(join(generated, "index.js"))) continue;
  const measured = await measureValidators(generated);
  const report = join(packages, name, "sizes.json");
  console.log(`${name}: bytes in a bundle\n${summaryTable(measured)}\n`);
  if (values.write) writeFileSync(report, formatReport(measured.sizes));
  else if (!isAsReported(readReport(report), measured.sizes)) process.exitCode = 1;
}

/** Whether nothing is larger than its report says, new or gone; prints what is not as it says. */
function isAsReported(reported: Sizes | undefined, measured: Sizes): boolean {
  if (reported === undefined) {
    console.log(`There is no report to compare with. To write one: ${rewrite}\n`);
    return true;
  }
  const changes = compareSizes(reported, measured);
  if (changes.length === 0) return true;
  const isWorse = changes.some(({ kind }) => kind !== "smaller");
  const verdict = isWorse ? "The report does not say so. If it is meant to be so" : "To keep it so";
  console.log(`${changesTable(changes)}\n\n${verdict}: ${rewrite}\n`);
  return !isWorse;
}
