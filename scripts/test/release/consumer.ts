import { mkdir, readdir, readFile, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run, runOrFail, tool, type Outcome } from "../packed-packages.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** A project of somebody else, who has nothing but the registry. */
export interface Consumer {
  readonly folder: string;
  /** Runs npm with the registry. */
  readonly npm: (...args: readonly string[]) => Promise<string>;
  /** The versions of the packages of the scope that are installed, by name without scope. */
  readonly installed: () => Promise<Readonly<Record<string, string>>>;
  /** Compiles the project. */
  readonly compile: () => Promise<Outcome>;
}

/**
 * Makes an empty project.
 *
 * @param registry URL, with a slash at its end
 */
export async function makeConsumer(folder: string, registry: string): Promise<Consumer> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  return {
    folder,
    npm: (...args) => npm(folder, registry, args),
    installed: async () => {
      const scope = join(folder, "node_modules/@sdkmill");
      const names = (await readdir(scope)).toSorted();
      const manifests = await Promise.all(
        names.map((name) => readFile(join(scope, name, "package.json"), "utf8")),
      );
      return Object.fromEntries(
        manifests.map((text, index) => [
          names[index] ?? "",
          (JSON.parse(text) as { readonly version: string }).version,
        ]),
      );
    },
    compile: () => run(tool("tsc"), ["-p", folder]),
  };
}

/** Nothing of the machine counts: neither its configuration, nor what it has fetched before. */
async function npm(folder: string, registry: string, args: readonly string[]): Promise<string> {
  const config = join(folder, ".npmrc");
  // npm does not publish without a token; this registry takes any.
  await writeFile(config, `${registry.replace(/^http:/, "")}:_authToken=none\n`);
  const cache = join(folder, ".npm-cache");
  const flags = ["--registry", registry, "--userconfig", config, "--cache", cache];
  return runOrFail("npm", [...args, ...flags, "--ignore-scripts", "--no-audit", "--no-fund"], folder);
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Publishes what the packages depend on, as it is installed here, so that no other registry is needed. */
export async function publishDependencies(publisher: Consumer): Promise<void> {
  const folders = new Set<string>();
  const follow = async (folder: string, modules: string): Promise<void> => {
    const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as Manifest;
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      if (name.startsWith("@sdkmill/")) continue;
      const dependency = await realpath(join(modules, name));
      if (folders.has(dependency)) continue;
      folders.add(dependency);
      // Beside it is what it depends on itself.
      await follow(dependency, dependency.slice(0, -name.length));
    }
  };
  for (const name of await readdir(join(root, "packages"))) {
    const folder = join(root, "packages", name);
    await follow(folder, join(folder, "node_modules"));
  }
  for (const folder of folders) await publisher.npm("publish", folder, "--provenance=false");
}
