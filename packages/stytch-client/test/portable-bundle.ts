import { build, type BuildOptions, type Plugin } from "esbuild";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = fileURLToPath(new URL("../../", import.meta.url));

/** Names that Node has and the web has not (https://nodejs.org/api/globals.html), or CommonJS has alone. */
const nodeNames = [
  ...["process", "Buffer", "global", "setImmediate", "clearImmediate"],
  ...["require", "module", "exports", "__dirname", "__filename"],
];

/** What of Node a program asks for. */
export interface NodeNeeds {
  /** Modules of Node, each with the module that imports it. */
  readonly modules: readonly string[];
  /** Global names, save where `typeof` asks for them, and what stands behind `typeof x === "object" &&`. */
  readonly names: readonly string[];
}

/** The files that a package has for others, by its name and entry point: `@sdkmill/stytch-client/core`. */
export function entryPoints(folder: string): ReadonlyMap<string, string> {
  const { name, exports } = JSON.parse(readFileSync(join(packages, folder, "package.json"), "utf8")) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
  };
  return new Map(
    Object.entries(exports).flatMap(([path, entry]) =>
      typeof entry === "string" ? [] : [[name + path.slice(1), join(packages, folder, entry.default)]],
    ),
  );
}

/** What a program asks of Node, it and all that it imports, now or later. */
export async function nodeNeeds(program: BuildOptions): Promise<NodeNeeds> {
  const modules: string[] = [];
  const { outputFiles } = await build({
    ...{ bundle: true, write: false, logLevel: "silent", platform: "neutral", format: "esm" },
    ...program,
    write: false,
    // esbuild replaces a name only where nothing in the program has declared it.
    define: Object.fromEntries(nodeNames.map((name) => [name, marked(name)])),
    plugins: [findNodeModules(modules)],
  });
  const code = outputFiles.map(({ text }) => text).join("\n");
  return { modules, names: nodeNames.filter((name) => uses(code, name)) };
}

/** A program as one script that leaves what it exports in a global variable. */
export async function bundleScript(file: string, globalName: string): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: [file], globalName },
    ...{ bundle: true, write: false, logLevel: "silent", platform: "neutral", format: "iife" },
  });
  return outputFiles.map(({ text }) => text).join("\n");
}

function marked(name: string): string {
  return `__of_node_${name}__`;
}

function uses(code: string, name: string): boolean {
  const question = `typeof ${marked(name)}`;
  const guarded = new RegExp(
    `${question} (?:===? "(?:object|function)"|!==? "undefined") && (?:[^|;?:\\n]|\\?\\.)*`,
    "g",
  );
  return code.replaceAll(guarded, "").replaceAll(question, "").includes(marked(name));
}

function findNodeModules(found: string[]): Plugin {
  const names = new Set(builtinModules);
  return {
    name: "find-node-modules",
    setup: (bundle) =>
      bundle.onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
        if (!path.startsWith("node:") && !names.has(path)) return undefined;
        found.push(`${path} in ${importer.slice(packages.length)}`);
        return { path, external: true };
      }),
  };
}
