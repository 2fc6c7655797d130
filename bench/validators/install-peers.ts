import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isObject, ownObject, ownString, type Json } from "../../codegen/src/source/json.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));

/**
 * Puts the validators that we compare with into this folder, in the versions of its package.json. They are
 * not part of the workspace: who installs sdkmill does not want them.
 *
 * @returns the folder `node_modules`
 */
export function installPeers(): string {
  const modules = join(folder, "node_modules");
  const wanted = Object.entries(ownObject(readJson(join(folder, "package.json")), "dependencies"));
  const isInstalled = wanted.every(([name, version]) => installedVersion(modules, name) === version);
  if (isInstalled) return modules;

  console.error("Installing the other validators ...");
  const args = ["install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"];
  const { status, error } = spawnSync("npm", args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error("npm could not install the other validators.", { cause: error });
  return modules;
}

function installedVersion(modules: string, name: string): string | undefined {
  const manifest = join(modules, name, "package.json");
  return existsSync(manifest) ? ownString(readJson(manifest), "version") : undefined;
}

function readJson(path: string): Json {
  const value: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!isObject(value)) throw new Error(`${path} is not an object.`);
  return value;
}
