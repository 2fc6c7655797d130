import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "../..");

/**
 * Loads what a tool of the workspace depends on, to hold our output against the very code that will read it.
 *
 * @param tool a package that the workspace installs
 */
export async function dependencyOf(tool: string, dependency: string): Promise<unknown> {
  const manifest = realpathSync(join(root, "node_modules", tool, "package.json"));
  return import(pathToFileURL(createRequire(manifest).resolve(dependency)).href);
}
