import { existsSync } from "node:fs";
import { join } from "node:path";
import { selectApis } from "../../codegen/src/commands/select-apis.ts";

/**
 * The APIs that are named, or all that say where their upstream document is, sorted.
 *
 * @param root folder that holds `schemas/`
 * @throws UsageError for a name that is not there
 */
export function followedApis(root: string, named: readonly string[]): readonly string[] {
  const selected = selectApis(root, named);
  if (named.length > 0) return selected;
  const says = (api: string): boolean =>
    ["upstream.yaml", "upstream.json"].some((file) => existsSync(join(root, "schemas", api, file)));
  return selected.filter(says);
}
