/**
 * How many operations and schemas an API has, where a README says so: in each number that has a mark behind it,
 * `184<!-- stytch: operations -->`. Fails if one is not what `names.lock.json` says.
 *
 * Usage: node scripts/readme-counts.ts [--write]
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { withCounts, type Counts } from "./count-marks.ts";

const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
const root = fileURLToPath(new URL("..", import.meta.url));
const folders = ["", ...readdirSync(join(root, "packages")).map((name) => `packages/${name}`)];
const counts = new Map(readdirSync(join(root, "schemas")).map((api) => [api, countsOf(api)]));

for (const readme of folders.map((folder) => join(folder, "README.md"))) {
  const path = join(root, readme);
  if (!existsSync(path)) continue;
  const text = readFileSync(path, "utf8");
  const now = withCounts(text, counts);
  if (now === text) continue;
  if (values.write) {
    writeFileSync(path, now);
    console.log(`${readme} is changed.`);
  } else {
    console.log(
      `${readme} has other counts than the contract. To write them: node scripts/readme-counts.ts --write`,
    );
    process.exitCode = 1;
  }
}

/** None of an API that was never generated. */
function countsOf(api: string): Counts {
  const path = join(root, "schemas", api, "names.lock.json");
  if (!existsSync(path)) return {};
  const lock = JSON.parse(readFileSync(path, "utf8")) as Readonly<Record<"schemas" | "operations", object>>;
  return { schemas: Object.keys(lock.schemas).length, operations: Object.keys(lock.operations).length };
}
