import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "./command.ts";

/**
 * The APIs that a command is about, sorted: those that are named, or all under `schemas/`. A name that
 * is not there, or can not be the name of a package, is wrong use.
 *
 * @param root folder that holds `schemas/`
 */
export function selectApis(root: string, apis: readonly string[]): readonly string[] {
  const folder = join(root, "schemas");
  const known = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
        .map(({ name }) => name)
        .toSorted()
    : [];
  if (known.length === 0) throw new UsageError(`There is no folder under schemas/ in ${root}.`);
  const unknown = apis.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new UsageError(
      `There is no API ${unknown.join(", ")} under schemas/. There is: ${known.join(", ")}.`,
    );
  const odd = known.filter((name) => !/^[a-z][a-z0-9-]*$/.test(name));
  if (odd.length > 0)
    throw new UsageError(
      `The folder name ${odd.join(", ")} can not be the name of a package: use a-z, 0-9 and "-".`,
    );
  return apis.length === 0 ? known : [...new Set(apis)].toSorted();
}
