import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Validator } from "../src/emit/validators/runtime/validator.js";
import type { SourceFiles } from "./generated-contract.ts";
import { packagesOf } from "./generated-packages.ts";
import { writeFiles } from "./temporary-folder.ts";

export type Validators = Readonly<Record<string, Validator<unknown>>>;

/**
 * Emits the validators of documents and imports them as a user would.
 *
 * @param folder an empty one
 * @returns everything that the index exports, by name
 */
export async function validatorsOf(files: SourceFiles, folder: string): Promise<Validators> {
  return importModule(await installValidators(files, folder), "index.js") as Promise<Validators>;
}

/** Writes the validators of documents into a folder, as they are published. */
export async function installValidators(files: SourceFiles, folder: string): Promise<string> {
  const packages = await packagesOf(files);
  const { generated } = packages.find((tree) => tree.folder.endsWith("-validators")) ?? packages[0] ?? {};
  // Below `node_modules`, where vitest leaves modules to Node.
  const installed = join(folder, "node_modules", "validators");
  writeFiles(installed, { "package.json": '{ "type": "module" }', ...Object.fromEntries(generated ?? []) });
  return installed;
}

export function importModule(folder: string, path: string): Promise<Readonly<Record<string, unknown>>> {
  return import(pathToFileURL(join(folder, path)).href) as Promise<Readonly<Record<string, unknown>>>;
}
