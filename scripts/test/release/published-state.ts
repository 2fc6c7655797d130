import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { LocalRegistry } from "./local-registry.ts";

/** What is said of each package, by its name without the scope. */
export type ByPackage<Value> = Readonly<Record<string, Value | undefined>>;

/** All versions that a registry has of packages. */
export async function versionsOf(
  { published }: LocalRegistry,
  names: readonly string[],
): Promise<ByPackage<readonly string[]>> {
  const found = await Promise.all(names.map((name) => published(`@sdkmill/${name}`)));
  return Object.fromEntries(found.map((known, index) => [names[index] ?? "", known?.versions]));
}

/** The versions of packages that a tag leads to. */
export async function versionsTagged(
  { published }: LocalRegistry,
  names: readonly string[],
  tag: string,
): Promise<ByPackage<string>> {
  const found = await Promise.all(names.map((name) => published(`@sdkmill/${name}`)));
  return Object.fromEntries(found.map((known, index) => [names[index] ?? "", known?.tags[tag]]));
}

/** The contract in the tarball of the last release of the types of Stytch: its path, and its text. */
export async function contractOfLatest(
  registry: LocalRegistry,
): Promise<{ readonly path: string; readonly text: string }> {
  const name = "stytch-types";
  const { [name]: version = "" } = await versionsTagged(registry, [name], "latest");
  const path = join(await registry.unpack(`@sdkmill/${name}`, version), "dist/contract.json");
  return { path, text: await readFile(path, "utf8") };
}
